// Opened from a folder, browsers refuse modules: the pages stand without them and say so. Served on
// the reader's own machine, everything runs as on the site.
if (location.protocol !== 'file:') {
  document.documentElement.classList.add('has-scripts');
  const here = document.currentScript.src;
  for (const [name, type] of [['scheme.js', 'text/javascript'], ['site.js', 'module']]) {
    const script = document.createElement('script');
    script.type = type;
    script.src = new URL(name, here).href;
    document.head.append(script);
  }
}
