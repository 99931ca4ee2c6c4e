// Runs before the page is drawn, so that a chosen colour scheme does not flash. Nothing is stored
// unless the reader has pressed the button.
try {
  const chosen = localStorage.getItem('ulkoasu');
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.scheme = chosen;
} catch {
  // Storage is refused (private window, file address): the system's scheme holds.
}
