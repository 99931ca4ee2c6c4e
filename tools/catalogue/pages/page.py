"""A page of the site as a value."""

from dataclasses import dataclass

import yaml

SITE_KINDS = ("home", "list", "practice", "browse", "table", "text", "moved")


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page.

    Attributes:
        url: Address from the root of the site, without the leading `/`: `kaytannot/x/`; `""` is
            the home page.
        title: Plain text, escaped where it enters HTML.
        description: Plain text for search engines and link previews.
        kind: One of `SITE_KINDS`, for the frame's style sheet.
        language: Language of the page's main text.
        html: The content, safe as it stands.
        section: The part of the site that the frame's navigation marks as current.
        redirect: Where the content is now, relative to this page; `""` for ordinary pages.
        dated: When its content was reviewed, in words, for the foot of printed sheets; or `""`.
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

    @property
    def path(self) -> str:
        """The Markdown file from which an engine makes the page."""
        return f"{self.url}index.md"

    def markdown(self) -> str:
        """Return the file for the engine: front matter, then HTML as one block.

        Blank lines would end the block in CommonMark, and `{` would start the syntax of some
        Markdown extensions; both are taken out of the way, so that any engine shows the same.
        """
        meta = {
            "title": harmless(self.title),
            "description": harmless(self.description),
            "kind": self.kind,
            "lang": self.language,
            "section": self.section,
        }
        if self.dated:
            meta["dated"] = self.dated
        if self.redirect:
            meta["redirect"] = self.redirect
        head = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=1000)
        return f"---\n{head}---\n\n{engine_proof(self.html)}\n"


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
