"""A page of the site as it stands in a folder, opened without a server.

Three things differ there. A link to a folder shows a listing of files, not its `index.html`.
Browsers refuse modules and `fetch` between files (each file is an origin of its own, see
https://html.spec.whatwg.org/multipage/browsers.html#concept-origin). And whether `'self'` of a
Content-Security-Policy matches a file is left to each browser, so the scheme is named beside it.
"""

import html
import posixpath
import re
import urllib.parse
from collections.abc import Callable
from dataclasses import dataclass
from importlib import resources

from markupsafe import Markup

from catalogue.headers import POLICY, policy
from catalogue.messages import Messages
from catalogue.pages.page import NOT_FOUND

STYLE = "offline.css"
SCRIPT = "offline.js"
# What only a host reads.
HOSTED = re.compile(rf"{re.escape(NOT_FOUND)}|_headers|robots\.txt|sitemap[^/]*\.xml")
INDEX = "index.html"
_FROM_FILES = ("script-src", "style-src", "img-src", "form-action")
_POLICY = policy(
    {name: f"{value} file:" if name in _FROM_FILES else value for name, value in POLICY.items()}
)
# Pages are our own markup: every attribute stands in double quotes.
_ADDRESS = re.compile(r' (href|action|src)="([^"]*)"')
_MOVED = re.compile(r'(http-equiv="refresh" content="0; url=)([^"]*)"')
_META = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*"')
_SCRIPTS = re.compile(
    r'<script src="([^"]*/)scheme\.js"></script>\s*<script type="module" src="[^"]*"></script>'
)
_NEEDING = re.compile(r'data-module="(browse|compare|jury|round-form|submit|stored)"')
_MAIN = re.compile(r'<main id="sisalto"[^>]*>\n')


@dataclass(frozen=True)
class Offline:
    """Makes pages of the site into pages of a folder.

    Attributes:
        texts: Gives the texts for the page at a path.
        site_url: Where the site is published; None if that is not known.
        exists: Whether the folder has a file.
    """

    texts: Callable[[str], Messages]
    site_url: str | None
    exists: Callable[[str], bool]

    def page(self, path: str, content: str) -> str:
        """Return the document `content` of the file `path` as it stands in the folder.

        What a browser refuses there is told where it is missed. A link that leads nowhere in the
        folder stays as text.
        """
        folder = posixpath.dirname(path)

        def address(match: re.Match[str]) -> str:
            found = self._address(html.unescape(match[2]), folder)
            return "" if found is None else f' {match[1]}="{html.escape(found)}"'

        def moved(match: re.Match[str]) -> str:
            found = self._address(html.unescape(match[2]), folder)
            return f'{match[1]}{html.escape(found or INDEX)}"'

        made = _META.sub(lambda match: f'{match[1]}{_POLICY}"', content, count=1)
        made = _SCRIPTS.sub(
            rf'<link rel="stylesheet" href="\1{STYLE}">\n<script src="\1{SCRIPT}"></script>',
            made,
            count=1,
        )
        made = _MOVED.sub(moved, _ADDRESS.sub(address, made))
        made = made.replace("<noscript>", '<div class="no-script">')
        made = made.replace("</noscript>", "</div>")
        if _NEEDING.search(made):
            note = str(self._note(path))
            made = _MAIN.sub(lambda match: match[0] + note, made, count=1)
        return made

    def _address(self, href: str, folder: str) -> str | None:
        """The address as it works between files; None where it leads nowhere."""
        parts = urllib.parse.urlsplit(href)
        if parts.scheme or parts.netloc or not parts.path:
            return href
        path = parts.path
        if path.endswith("/") or path.rpartition("/")[2] in {".", ".."}:
            path = posixpath.join(path, INDEX)
        target = posixpath.normpath(posixpath.join(folder, urllib.parse.unquote(path)))
        if posixpath.basename(target) in {STYLE, SCRIPT} or self.exists(target):
            return urllib.parse.urlunsplit(parts._replace(path=path))
        return None

    def _note(self, path: str) -> Markup:
        """What the page says of what does not work in a folder, and how it does."""
        t = self.texts(path).get
        online = Markup("")
        if self.site_url:
            url = f"{self.site_url}/{path.removesuffix(INDEX)}"
            online = Markup(' <a href="{}">{}</a>').format(url, t("offline.online"))
        note = Markup(
            '<div class="notice offline-note">\n<p><strong>{}</strong> {}{}</p>\n'
            "<p>{} <code>python -m http.server</code></p>\n<p>{}</p>\n</div>\n"
        )
        return note.format(
            t("offline.title"), t("offline.text"), online, t("offline.server"), t("offline.open")
        )


def own_files(assets: str) -> dict[str, bytes]:
    """Return the style and the script that pages have in the archive only, by path."""
    source = resources.files(__package__)
    return {f"{assets}/{name}": (source / name).read_bytes() for name in (STYLE, SCRIPT)}
