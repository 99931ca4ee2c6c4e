// Shows the page anew when the site is. A page that nobody looks at holds no connection.
const shown = new URL(document.currentScript.src).search;
let news;

function listen() {
  news?.close();
  if (document.visibilityState !== 'visible') return;
  news = new EventSource(`/-live${shown}`);
  news.addEventListener('message', () => location.reload());
}

document.addEventListener('visibilitychange', listen);
listen();
