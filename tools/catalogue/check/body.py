"""The body of a practice: its sections, and text that does not belong in it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from catalogue.check.link import Links
from catalogue.check.personal import check_personal_in_body, check_personal_in_tokens
from catalogue.check.suggestion import nearest
from catalogue.problem import Finding
from catalogue.source.gate import hidden_character, visible
from catalogue.source.yaml_text import walk

MAX_BODY = 60_000
# So many of these in a row are no text; some parsers need quadratic time for them.
_RUNS = re.compile(r"[\[\]()*_`<>~!|]{60,}|(?:[>*+-] ){20,}")
# What some publishing engines act on. We do not, and the writer should not think that we do.
_ENGINE_SYNTAX = re.compile(r"-{1,}8<-|\{%|\{\{|\{:|\{[.#]|:::|^!!! |^\[TOC\]", re.MULTILINE)
# What each of them takes, by a character that few texts have: one is looked for far faster.
_ENGINE_SIGNS = {"<": "8<-", "{": "{", ":": ":::", "!": "!!! ", "[": "[TOC]"}
REQUIRED = ("need", "solution", "results")
OPTIONAL = ("conditions",)


@dataclass(frozen=True, slots=True)
class Section:
    """A section as written: its heading, its text and the line of the heading in the body."""

    heading: str
    text: str
    line: int


def _parser() -> MarkdownIt:
    # HTML and every link are let through here, to be seen; nothing of this is ever published.
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


_PARSER = _parser()


def sections(body: str) -> tuple[Section, ...]:
    """Split `body` at its second-level headings; text before the first has the heading `""`."""
    return _plain_sections(body) if plain(body) else _split(body, _PARSER.parse(body))


def plain(text: str) -> bool:
    """Whether `text` is Markdown of paragraphs, lists, emphasis and ordinary headings alone.

    Nearly every body is. Such a text holds no HTML, link, image, entity, code or escape, and its
    headings are the lines that look like headings, so that it need not be parsed to be judged.
    """
    return _plain(text, text.encode())


def _plain(text: str, data: bytes) -> bool:
    """`plain` of `text`, which `data` is too."""
    # Taken away all at once, as bytes: that is far faster than a regular expression, and so is a
    # line's beginning as a character.
    if len(data.translate(None, _MARKUP)) < len(data):
        return False
    return not any(end in text for end in _LINE_ENDS) and not _HEADING_LIKE.search("\n" + text)


_MARKUP = b"<&[]`~|\\\t\r\x0b\x0c\x1c\x1d\x1e"
_LINE_ENDS = "\x85\u2028\u2029"
_HEADING_LIKE = re.compile(r"\n(?: +#|#(?!#{1,5} [^\s#][^#\n]*$)| *(?:=+|-+) *$)", re.MULTILINE)
_HEADING = re.compile(r"\n## +(.*)")


def _plain_sections(body: str) -> tuple[Section, ...]:
    found, start, line, heading = [], 0, 1, ""
    text = "\n" + body
    for match in _HEADING.finditer(text):
        found.append(Section(heading, text[start : match.start()].strip(), line))
        line = body.count("\n", 0, match.start()) + 1
        start, heading = match.end(), match[1].strip()
    return (*found, Section(heading, text[start:].strip(), line))


def _split(body: str, tokens: list[Token]) -> tuple[Section, ...]:
    starts = [(0, "", 0)]
    for position, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2" and token.level == 0 and token.map:
            starts.append((token.map[0], tokens[position + 1].content.strip(), token.map[1]))
    return _between(body.split("\n"), starts)


def _between(lines: list[str], starts: list[tuple[int, str, int]]) -> tuple[Section, ...]:
    """The sections that begin at `starts`: line of the heading, heading, line after it."""
    ends = [start for start, _, _ in starts[1:]] + [len(lines)]
    return tuple(
        Section(heading, "\n".join(lines[text:end]).strip(), start + 1)
        for (start, heading, text), end in zip(starts, ends, strict=True)
    )


def check_body(
    body: str, headings: Mapping[str, str], phrases: tuple[str, ...]
) -> Iterator[Finding]:
    """Yield what is wrong with a practice's body; lines count from the body's first.

    Args:
        body: Markdown after the front matter.
        headings: The heading of each section (`need`, `solution`, …) in the practice's language.
        phrases: Phrases of the template, in lower case.
    """
    if len(body) > MAX_BODY:
        params = {"limit": str(MAX_BODY), "found": str(len(body))}
        yield Finding((), "body-long", params, line=1)
        return
    data = body.encode()
    if _may_run(data) and (run := _RUNS.search(body)):
        yield _at(body, run.start(), "body-run", visible(run[0], 20))
        return
    if _plain(body, data):
        yield from _sections(_plain_sections(body), headings)
        yield from check_personal_in_body(body)
    else:
        tokens = _PARSER.parse(body)
        yield from _sections(_split(body, tokens), headings)
        yield from _tokens(tokens, 1, Links())
        yield from check_personal_in_tokens(tokens)
    suspected = any(rare in body and sign in body for rare, sign in _ENGINE_SIGNS.items())
    if suspected and (syntax := _ENGINE_SYNTAX.search(body)):
        yield _at(body, syntax.start(), "body-syntax", syntax[0].strip())
    if not phrases or not held(body.lower(), phrases):
        return
    for number, line in enumerate(body.split("\n"), start=1):
        if phrase := placeholder_in(line, phrases):
            yield Finding((), "placeholder", {"found": phrase}, line=number)


def placeholder_in(text: str, phrases: tuple[str, ...]) -> str | None:
    """Return the phrase of `phrases` that stands in `text` as words of their own, if one does."""
    lower = text.lower()
    for phrase in held(lower, phrases):
        if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", lower):
            return phrase
    return None


def held(lower: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of `phrases` whose words stand in the lower-case text, folded or not."""
    found: tuple[str, ...] = ()
    one_line = ""
    for word, some in _last_words(phrases).items():
        if word in lower:
            one_line = one_line or " ".join(lower.split())
            found += tuple(phrase for phrase in some if phrase in one_line)
    return found


@cache
def _last_words(phrases: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """The phrases by their last word, in which several are alike: fewer things to look for."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        word = phrase.split()[-1]
        found[word] = (*found.get(word, ()), phrase)
    return found


def check_placeholders(data: Mapping[str, object], phrases: tuple[str, ...]) -> Iterator[Finding]:
    """Yield texts of the front matter that still hold a phrase of the template."""
    for loc, value in walk(data):
        if isinstance(value, str) and (phrase := placeholder_in(value, phrases)):
            yield Finding(loc, "placeholder", {"found": phrase})


# What `_RUNS` looks for, as bytes that stand in for their kind: far faster to find.
_MARKS = bytes(1 if chr(byte) in "[]()*_`<>~!|" else 0 for byte in range(256))
_BULLETS = bytes(1 if chr(byte) in ">*+-" else 2 if chr(byte) == " " else 0 for byte in range(256))


def _may_run(data: bytes) -> bool:
    """Whether `_RUNS` may find something in the text that `data` is."""
    # Most texts have fewer of all these than the shortest run.
    if len(data) - len(data.translate(None, b"[]()*_`<>~!|+-")) < 20:
        return False
    return b"\1" * 60 in data.translate(_MARKS) or b"\1\2" * 20 in data.translate(_BULLETS)


def _sections(found: tuple[Section, ...], headings: Mapping[str, str]) -> Iterator[Finding]:
    # Which there may be is not known where the registry does not tell.
    if not headings:
        return
    names = {heading.lower(): name for name, heading in headings.items()}
    order = list(headings)
    seen: list[str] = []
    if found[0].text:
        yield Finding((), "section-before", line=1)
    for section in found[1:]:
        name = names.get(section.heading.lower())
        if name is None:
            meant = nearest(section.heading, names)
            params = {"found": visible(section.heading), "allowed": ", ".join(headings.values())}
            if meant:
                params["suggestion"] = headings[names[meant]]
            yield Finding((), "section-unknown", params, line=section.line)
            continue
        if name in seen:
            yield Finding((), "section-repeated", {"found": section.heading}, line=section.line)
        elif seen and order.index(name) < order.index(seen[-1]):
            yield Finding((), "section-order", {"found": section.heading}, line=section.line)
        seen.append(name)
        if not section.text:
            yield Finding((), "section-empty", {"found": section.heading}, line=section.line)
    for name in REQUIRED:
        if name not in seen:
            yield Finding((), "section-missing", {"expected": f"## {headings[name]}"}, line=1)


def _tokens(tokens: list[Token], line: int, links: Links) -> Iterator[Finding]:
    for token in tokens:
        here = token.map[0] + 1 if token.map else line
        if token.type in {"html_block", "html_inline"}:
            yield Finding((), "body-html", {"found": visible(token.content.strip(), 40)}, line=here)
        elif token.type == "heading_open" and token.tag == "h1":
            yield Finding((), "body-h1", line=here)
        elif token.type == "image":
            yield Finding((), "body-image", line=here)
        elif token.type == "link_open":
            yield from links.findings(token, here)
        # The gate has seen the file; an entity (`&#x202e;`) becomes a character only here.
        if not token.children and (hidden := hidden_character(token.content)):
            yield Finding((), "hidden-character", {"found": hidden}, line=here)
        if token.children:
            yield from _inline(token.children, here, links)


def _inline(children: list[Token], line: int, links: Links) -> Iterator[Finding]:
    """Inline tokens have no lines of their own: breaks between them count."""
    for child in children:
        if child.type in {"softbreak", "hardbreak"}:
            line += 1
        else:
            yield from _tokens([child], line, links)


def _at(body: str, position: int, code: str, found: str) -> Finding:
    return Finding((), code, {"found": found}, line=body.count("\n", 0, position) + 1)
