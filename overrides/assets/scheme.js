// Runs before the page is drawn: tells the style sheet that scripts run, so that what stands in for
// them does not flash, and sets a chosen colour scheme. Nothing is stored unless the reader has
// pressed the button.
document.documentElement.classList.add('has-scripts');
try {
  const chosen = localStorage.getItem('ulkoasu');
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.scheme = chosen;
} catch {
  // Storage is refused (private window, file address): the system's scheme holds.
}
