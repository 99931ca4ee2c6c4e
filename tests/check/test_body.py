"""The body of a practice: its sections, and text that does not belong in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.check.body import (
    MAX_BODY,
    Section,
    check_body,
    check_placeholders,
    placeholder_in,
    sections,
)
from catalogue.check.link import MAX_ADDRESS, MAX_ADDRESSES
from catalogue.check.practices import section_headings
from catalogue.messages import LANGUAGES, placeholders
from catalogue.model.registry import Registry
from tests.costs import within

HEADINGS = {
    "need": "Tarve ja tavoitteet",
    "solution": "Ratkaisu",
    "results": "Tulokset",
    "conditions": "Käyttöönoton ehdot",
}
BEFORE = "\n## Tarve ja tavoitteet\n\nTarve.\n\n## Ratkaisu\n\n"
AFTER = "\n\n## Tulokset\n\nTulos.\n"
# The line of the body on which the text between the two begins.
LINE = 8
FUZZ = settings(max_examples=300, deadline=None, derandomize=True, database=None)


def found(body: str) -> list[tuple[str, int | None]]:
    """Code and line of everything that is wrong."""
    return [(f.code, f.line) for f in check_body(body, HEADINGS, placeholders())]


def in_section(text: str) -> list[tuple[str, int | None]]:
    """Code, and line counted from the text's first, of what is wrong with a section's text."""
    return [(code, line and line - LINE + 1) for code, line in found(BEFORE + text + AFTER)]


# Sections


def test_body_is_split_at_its_second_level_headings() -> None:
    """Lines are those of the headings; deeper headings belong to their section."""
    body = (
        "\nalku\n\n## A\n\nteksti\n\n### B\n\nC\n---\n\n    ## ei\n\n> ## ei\n\n```\n## ei\n```\n"
    )
    assert sections(body) == (
        Section("", "alku", 1),
        Section("A", "teksti\n\n### B", 4),
        Section("C", "## ei\n\n> ## ei\n\n```\n## ei\n```", 10),
    )


@pytest.mark.parametrize(
    "body",
    [
        BEFORE + "Ratkaisu." + AFTER,
        BEFORE + "Ratkaisu." + AFTER + "\n## Käyttöönoton ehdot\n\nEhto.\n",
        (BEFORE + "Ratkaisu." + AFTER).upper(),
        "Tarve ja tavoitteet\n---\nx\n\nRatkaisu\n---\nx\n\nTulokset\n---\nx\n",
        BEFORE
        + "### Alaotsikko\n\n#### Alempi\n\n- a\n  - b\n\n1. c\n\n| a | b |\n|---|---|\n"
        + AFTER,
    ],
    ids=["required", "optional", "upper-case", "underlined", "deeper"],
)
def test_sections_in_their_order_are_sound(body: str) -> None:
    """However the headings are written."""
    assert found(body) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_are_in_the_practices_language(registry: Registry, language: str) -> None:
    """Those of another language are not known."""
    headings = section_headings(registry, language)
    body = "".join(f"## {heading}\n\nx\n\n" for heading in headings.values())
    assert list(check_body(body, headings, ())) == []
    for other in set(LANGUAGES) - {language}:
        codes = [f.code for f in check_body(body, section_headings(registry, other), ())]
        assert codes == ["section-unknown"] * 4 + ["section-missing"] * 3


def test_language_that_is_not_known_has_the_finnish_headings(registry: Registry) -> None:
    """That the language is unknown is told elsewhere."""
    assert section_headings(registry, "xx") == HEADINGS


MISSING = [("section-missing", 1)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", MISSING * 3),
        ("Vain tekstiä.", [("section-before", 1), *MISSING * 3]),
        ("Johdanto.\n" + BEFORE + "x" + AFTER, [("section-before", 1)]),
        ("## Ratkaisu\n\nx\n", MISSING * 2),
        ("### Ratkaisu\n\nx\n", [("section-before", 1), *MISSING * 3]),
        (BEFORE + AFTER, [("section-empty", 6)]),
        (BEFORE + "x\n\n## Ratkaisu\n\ny" + AFTER, [("section-repeated", 10)]),
        (BEFORE + "x" + AFTER + "\n## Lähteet\n\ny\n", [("section-unknown", 14)]),
        (BEFORE + "x\n\n## Tulos\n\ny\n", [("section-unknown", 10), *MISSING]),
        (
            "## Ratkaisu\n\nx\n\n## Tarve ja tavoitteet\n\nx\n\n## Tulokset\n\nx\n",
            [("section-order", 5)],
        ),
        (
            "## Käyttöönoton ehdot\n\nx\n" + BEFORE + "x" + AFTER,
            [("section-order", 5)],
        ),
    ],
)
def test_sections_that_are_not_as_agreed_are_told(
    body: str, expected: list[tuple[str, int | None]]
) -> None:
    """With the line of the heading, or the body's first where there is none."""
    assert found(body) == expected


def test_misspelt_heading_is_told_with_the_one_meant() -> None:
    """And all that are allowed."""
    body = BEFORE + "x\n\n## Tulos\n\ny\n"
    finding = next(iter(check_body(body, HEADINGS, ())))
    assert finding.params == {
        "found": "Tulos",
        "allowed": "Tarve ja tavoitteet, Ratkaisu, Tulokset, Käyttöönoton ehdot",
        "suggestion": "Tulokset",
    }


# Text that does not belong


@pytest.mark.parametrize(
    "text",
    [
        "Tekstiä, *korostusta* ja **vahvaa**.",
        "[linkki](https://example.fi/a?b=c&d=e#f)",
        "[linkki](HTTP://example.fi)",
        "[tämän sivun kohta](#tulokset)",
        "<https://example.fi> ja <HTTPS://example.fi/?a>",
        "[a][1]\n\n[1]: https://example.fi",
        "5 < 6 ja 7 > 6, A & B, 100 %, 50 €",
        "a\\<b> ja `<b>`",
        "    <b>koodia</b>",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "- [ ] tehtävä",
        "---",
        "Kello 7–8, { aaltosulku } ja [hakasulku]",
        "Todollinen metodo.",
    ],
)
def test_plain_markdown_is_sound(text: str) -> None:
    """What CommonMark has, without HTML."""
    assert in_section(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<b>x</b>", [("body-html", 1)] * 2),
        ("a\nb <br> c", [("body-html", 2)]),
        ("<script>alert(1)</script>", [("body-html", 1)]),
        ("a\n\n<div\nonclick='x'>\n", [("body-html", 3)]),
        ("<!-- x -->", [("body-html", 1)]),
        ("a <!-- x --> b", [("body-html", 1)]),
        ("<?php x ?>", [("body-html", 1)]),
        ("<![CDATA[x]]>", [("body-html", 1)]),
        ("- a\n- <img src=x onerror=y>", [("body-html", 2)]),
        ("> <svg onload=x>", [("body-html", 1)]),
        ("| a |\n|---|\n| b |\n| <i>c</i> |", [("body-html", 4)] * 2),
        ("# Otsikko", [("body-h1", 1)]),
        ("Otsikko\n===", [("body-h1", 1)]),
        ("a\n\n![x](https://example.fi/a.png)", [("body-image", 3)]),
        ("![x](javascript:x)", [("body-image", 1)]),
        ("[![x](https://example.fi/a.png)](https://example.fi)", [("body-image", 1)]),
    ],
)
def test_html_top_headings_and_images_are_told_at_their_line(
    text: str, expected: list[tuple[str, int | None]]
) -> None:
    """In paragraphs, lists, quotes and tables."""
    assert in_section(text) == expected


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "java&Tab;script:alert(1)",
        "&#x6A;avascript:alert(1)",
        "vbscript:x",
        "data:text/html;base64,eA==",
        "file:///etc/passwd",
        "blob:x",
        "ftp://example.fi",
        "//example.fi",
        "/kaytannot/",
        "../../etc/passwd",
        "toinen.md",
        "example.fi",
        "http:example.fi",
        "https://",
        "",
    ],
)
def test_link_that_leads_elsewhere_than_the_web_is_told(target: str) -> None:
    """However its scheme is disguised."""
    assert in_section(f"a\n[x]({target})") == [("body-link", 2)]


@pytest.mark.parametrize("target", ["mailto:a", "MAILTO:a", "tel:a", "tel:+358", "sms:1", "sip:a"])
def test_link_to_a_person_is_told_to_belong_to_the_contacts(target: str) -> None:
    """There it is hidden from those who gather addresses."""
    assert in_section(f"a\n[x]({target})") == [("body-contact", 2)]


def test_long_address_is_told_once_and_too_many_of_them_once() -> None:
    """A definition that is referred to time and again would fill a page."""
    long = f"[a]: https://example.fi/{'b' * MAX_ADDRESS}"
    assert in_section(f"[a]\n[a]\n\n{long}") == [("body-address", 1)]
    usual = f"[a]: https://example.fi/{'b' * 999}"
    most = MAX_ADDRESSES // (len(usual) - 5)
    assert in_section(f"{'[a] ' * most}\n\n{usual}") == []
    assert in_section(f"{'[a] ' * most}\n[a] [a]\n\n{usual}") == [("body-addresses", 2)]
    titled = f"[a]: https://example.fi/ '{'b' * 999}'"
    assert in_section(f"{'[a] ' * most}\n[a] [a]\n\n{titled}") == [("body-addresses", 2)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<javascript:alert(1)>", 1),
        ("a\nb [x][1]\n\n[1]: javascript:alert(1)", 2),
        ("[x]\n\n[x]: <javascript:a b>", 1),
        ("- a\n- b\n  c [x](javascript:y)", 3),
        ("| a |\n|---|\n| b |\n| [x](javascript:y) |", 4),
        ("> a\n> [x](javascript:y)", 2),
        ("a  \nb\\\nc [x](javascript:y)", 3),
        ("**a\n[x](javascript:y)**", 2),
    ],
)
def test_link_is_told_at_its_line_however_it_is_written(text: str, line: int) -> None:
    """As an autolink, by reference, and within other things."""
    assert in_section(text) == [("body-link", line)]


@pytest.mark.parametrize(
    ("text", "found_sign"),
    [
        ('--8<-- "a"', "--8<-"),
        ('-8<- "a"', "-8<-"),
        (';--8<-- "a"', "--8<-"),
        ("{% include 'a' %}", "{%"),
        ("{{ config }}", "{{"),
        ("a {: .b }", "{:"),
        ("a {#b}", "{#"),
        ("a {.b}", "{."),
        ("::: a.b", ":::"),
        ("!!! note", "!!!"),
        ("[TOC]", "[TOC]"),
    ],
)
def test_sign_of_a_publishing_engine_is_told(text: str, found_sign: str) -> None:
    """It does nothing here, and the writer should not think that it does."""
    findings = list(check_body(BEFORE + "x\n\n" + text + AFTER, HEADINGS, ()))
    assert [(f.code, f.line, f.params) for f in findings] == [
        ("body-syntax", LINE + 2, {"found": found_sign})
    ]


@pytest.mark.parametrize(
    ("entity", "char"),
    [
        ("&#x202E;", "U+202E (RIGHT-TO-LEFT OVERRIDE)"),
        ("&#8238;", "U+202E (RIGHT-TO-LEFT OVERRIDE)"),
        ("&ZeroWidthSpace;", "U+200B (ZERO WIDTH SPACE)"),
        ("&zwnj;", "U+200C (ZERO WIDTH NON-JOINER)"),
        ("&shy;", "U+00AD (SOFT HYPHEN)"),
    ],
)
def test_character_that_is_not_seen_is_told_also_when_written_as_an_entity(
    entity: str, char: str
) -> None:
    """The gate sees only the ampersand; here it becomes the character."""
    findings = list(check_body(f"{BEFORE}a\nb{entity}c{AFTER}", HEADINGS, ()))
    assert [(f.code, f.line, f.params) for f in findings] == [
        ("hidden-character", LINE + 1, {"found": char})
    ]


# Text never written


@pytest.mark.parametrize("phrase", placeholders())
def test_every_phrase_of_the_template_is_found(phrase: str) -> None:
    """In any case, at its line."""
    for written in (phrase, phrase.capitalize(), phrase.upper()):
        assert in_section(f"a\n\n{written}: b") == [("placeholder", 3)]


def test_phrase_is_found_only_as_words_of_its_own() -> None:
    """A longer word that holds one is another word."""
    assert placeholder_in("TODO", ("todo",)) == "todo"
    assert placeholder_in("(todo)", ("todo",)) == "todo"
    assert placeholder_in("todollinen metodo", ("todo",)) is None
    assert placeholder_in("metodo todo", ("todo",)) == "todo"


def test_phrases_are_found_in_every_text_of_the_front_matter() -> None:
    """With their places."""
    data = {"title": "TODO", "a": [{"b": "Kirjoita tähän."}, "valmis"]}
    findings = [(f.loc, f.params["found"]) for f in check_placeholders(data, placeholders())]
    assert findings == [(("title",), "todo"), (("a", 0, "b"), "kirjoita tähän")]


# Bombs


def test_body_is_read_to_the_limit_and_refused_beyond() -> None:
    """Nothing else is told of one that is too long."""
    body = BEFORE + "x" + AFTER
    filler = "sana " * MAX_BODY
    allowed = BEFORE + filler[: MAX_BODY - len(body)] + "x" + AFTER
    assert len(allowed) == MAX_BODY
    assert found(allowed) == []
    (finding,) = check_body(allowed + "x", HEADINGS, ())
    assert (finding.code, finding.line, finding.params) == (
        "body-long",
        1,
        {"limit": "60000", "found": "60001"},
    )


@pytest.mark.parametrize(
    "sign", ["[", "]", "(", "*", "_", "`", "<", "~", "!", "|", "[]", "> ", "- "]
)
def test_long_run_of_signs_is_told_and_not_parsed(sign: str) -> None:
    """Some parsers need quadratic time for them."""
    assert in_section("a\n" + sign * 10_000) == [("body-run", 2)]


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "[a](",
            "![a](",
            "[a][",
            "*a_ ",
            "**a ",
            "`a``b```",
            "<a ",
            "<!--",
            "&#",
            "a_b*c",
            "[a]: b\n",
        ),
        *(
            "> a\n",
            "- a\n",
            "| a ",
            "|a\n|-\n",
            "\\[",
            "](",
            "[x](<",
            "<a@b.",
            "* *",
            "a\n===\n",
            "\t",
        ),
        *(
            "[^1]: x\n",
            "    a\n\n",
            "1. a\n   ",
            "~~~\n",
            "a**b",
            "_(a",
            '[a](b "',
            "<?",
            "<![CDATA[",
        ),
    ],
)
def test_repeated_piece_of_markdown_is_checked_quickly(piece: str) -> None:
    """Whatever it is, a body of the largest size takes no more than a few seconds."""
    body = (piece * MAX_BODY)[:MAX_BODY]
    within(5, lambda: found(body))


# Whatever comes


@FUZZ
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_is_checked_without_an_exception(text: str) -> None:
    """Every finding has a line of the body."""
    body = BEFORE + text + AFTER
    assert all(1 <= (line or 0) <= len(body.splitlines()) + 1 for _, line in found(body))


@FUZZ
@given(st.text(alphabet="ab#*_`[]()<>!|~-+.:&;{}%\"'\\/= \n\t1", max_size=80))
def test_any_mixture_of_markdown_signs_is_checked_without_an_exception(text: str) -> None:
    """Signs that mean something to Markdown, in any order."""
    assert all(line for _, line in found(text))
