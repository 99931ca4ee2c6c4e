"""A page of the site as a value."""

import re
from dataclasses import dataclass

import yaml

_SHEET = re.compile(r"/sivu/\d+$")
NOT_FOUND = "404.html"
SITE_KINDS = ("home", "list", "practice", "browse", "table", "text", "moved")


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page.

    Attributes:
        url: Address from the root of the site, without the leading `/`: `kaytannot/x/`; `""` is
            the home page, `404.html` what a host shows at an address that leads nowhere.
        title: Plain text, escaped where it enters HTML.
        description: Plain text for search engines and link previews.
        kind: One of `SITE_KINDS`, for the frame's style sheet.
        language: Language of the page's main text.
        html: The content, safe as it stands.
        section: The part of the site that the frame's navigation marks as current.
        redirect: Where the content is now, relative to this page; `""` for ordinary pages.
        dated: When its content was reviewed, in words, for the foot of printed sheets; or `""`.
        prefix: What stands before the address in this language: `sv/`; `""` in the first.
        head: What its head says to machines, as HTML that is safe as it stands.
        changed: When what it says last changed, ISO 8601; `""` when unknown.
        hidden: Whether search engines shall leave it out.
    """

    url: str
    title: str
    description: str
    kind: str
    language: str
    html: str
    section: str = ""
    redirect: str = ""
    dated: str = ""
    prefix: str = ""
    head: str = ""
    changed: str = ""
    hidden: bool = False

    @property
    def place(self) -> str:
        """The address without the language: what the page is, whichever language it is in."""
        return self.url.removeprefix(self.prefix)

    @property
    def subject(self) -> tuple[str, str]:
        """The part of the site and the name in it; the same on every page of a long list."""
        section, _, name = _SHEET.sub("", self.place.rstrip("/")).partition("/")
        return section, name

    @property
    def indexed(self) -> bool:
        """Whether the page has an address of its own."""
        return self.url != NOT_FOUND

    @property
    def file(self) -> str:
        """The file of the site."""
        return f"{self.url}index.html" if self.indexed else self.url

    @property
    def path(self) -> str:
        """The Markdown file from which an engine makes the page."""
        return f"{self.url}index.md"

    def markdown(self, html: str = "") -> str:
        """Return the file for the engine: front matter, then the content, or `html`, as one block.

        Blank lines would end the block in CommonMark, and `{` would start the syntax of some
        Markdown extensions; both are taken out of the way, so that any engine shows the same.
        """
        meta = {
            "title": harmless(self.title),
            "description": harmless(self.description),
            "kind": self.kind,
            "lang": self.language,
            "section": self.section,
            # Columns beside the content, which some themes keep although nothing stands in them.
            "hide": ["navigation", "toc"],
        }
        if self.dated:
            meta["dated"] = self.dated
        if self.redirect:
            meta["redirect"] = self.redirect
        head = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=1000)
        return f"---\n{head}---\n\n{engine_proof(html or self.html)}\n"


def harmless(text: str) -> str:
    """Return `text` with typographic marks for those by which text becomes markup.

    Some engines write titles into their menus, and descriptions into attributes, as they stand.
    """
    return text.translate(_TYPOGRAPHIC)


_TYPOGRAPHIC = str.maketrans({"<": "‹", ">": "›", '"': "”", "'": "’", "`": "’", "{": "(", "}": ")"})


def engine_proof(html: str) -> str:
    """Return `html` as one block without blank lines and without a brace."""
    lines = (line.strip(" \t") for line in html.replace("{", "&#123;").splitlines())
    return "\n".join(line for line in lines if line)
