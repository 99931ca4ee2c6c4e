// Starts the modules where another engine's theme stands around the content: gives the document what
// our own frame says of the page, its language first, because scripts show their texts in it.
const content = document.querySelector('.catalogue[lang]');
document.documentElement.classList.add('has-scripts');
if (content) {
  document.documentElement.lang = content.lang;
  await import('./site.js');
}
