"""Hostile Markdown and HTML come out harmless, by either of two layers."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue import render
from catalogue.check import body
from catalogue.render import TAGS, rendered, sanitised
from tests.factories import real_catalogue

SCHEMES = ("http:", "https:")


class Reader(HTMLParser):
    """Collects what a browser would act on."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag with its attributes."""
        self.tags.append((tag, dict(attrs)))


def acting(html: str) -> list[str]:
    """Return everything in `html` that a browser would act on and that is not allowed."""
    reader = Reader()
    reader.feed(html)
    found = []
    for tag, attributes in reader.tags:
        if tag not in TAGS:
            found.append(f"<{tag}>")
        for name, value in attributes.items():
            if name not in {"href", "rel", "start"}:
                found.append(f"{tag}[{name}]")
            if name == "href":
                target = re.sub(r"[\x00-\x20]", "", value or "").lower()
                if ":" in target.split("/")[0] and not target.startswith(SCHEMES):
                    found.append(f"href={value}")
    return found


HOSTILE_HTML = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=https://paha.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "<object data=data:text/html;base64,PHNjcmlwdD4=></object>",
    "<embed src=x>",
    "<base href=https://paha.example/>",
    '<meta http-equiv=refresh content="0;url=https://paha.example">',
    "<link rel=stylesheet href=https://paha.example/x.css>",
    "<style>*{display:none}</style>",
    "<p style=position:fixed>x</p>",
    "<p onclick=alert(1) id=x class=y data-module=z>x</p>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JaVaScRiPt:alert(1)">x</a>',
    '<a href="java\nscript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="vbscript:msgbox(1)">x</a>',
    '<a href="https://esimerkki.fi" target=_blank onclick=alert(1)>x</a>',
    "<form action=https://paha.example><input name=a><button>x</button></form>",
    "<details open ontoggle=alert(1)>x</details>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<!--><script>alert(1)</script-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<video><source onerror=alert(1)></video>",
    "<h1>Otsikko</h1>",
]
HOSTILE_MARKDOWN = [
    *HOSTILE_HTML,
    "[x](javascript:alert(1))",
    "[x](JAVASCRIPT:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](file:///etc/passwd)",
    "[x]: javascript:alert(1)\n\n[x]",
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "![x](https://paha.example/x.png)",
    "![x](javascript:alert(1))",
    "[x](https://esimerkki.fi){: onclick=alert(1)}",
    "kappale\n{: onclick=alert(1) id=x}",
    "### Otsikko {#id onclick=alert(1)}",
    "[x](https://esimerkki.fi){onclick=alert(1)}",
    '[x](https://esimerkki.fi "title\\" onmouseover=alert(1)")',
    "`<script>alert(1)</script>`",
    "```html\n<script>alert(1)</script>\n```",
    "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
    '--8<-- "/etc/passwd"',
    "{% include '/etc/passwd' %}",
    "{{ config }}",
    "<a\nhref='javascript:alert(1)'>x</a>",
    "- <script>\n  alert(1)\n  </script>",
    "> <script>alert(1)</script>",
]


@pytest.mark.parametrize("markdown", HOSTILE_MARKDOWN)
def test_hostile_markdown_is_rendered_harmless(markdown: str) -> None:
    """Nothing is left that a browser acts on, in whatever way it was written."""
    assert acting(rendered(markdown)) == []


@pytest.mark.parametrize("html", HOSTILE_HTML)
def test_hostile_html_is_harmless_after_sanitising_alone(html: str) -> None:
    """Should the renderer ever let it through."""
    assert acting(sanitised(html)) == []


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<script>alert(1)</script>", ""),
        ("<style>p{}</style>", ""),
        ("<p onclick=alert(1) class=a id=b>x</p>", "<p>x</p>"),
        ("a<!-- b -->c", "ac"),
        ("<img src=x>", ""),
        ('<a href="javascript:x">x</a>', '<a rel="nofollow noopener">x</a>'),
        (
            '<a href="https://esimerkki.fi" target="_blank">x</a>',
            '<a href="https://esimerkki.fi" rel="nofollow noopener">x</a>',
        ),
        ("<h2>x</h2><h3>y</h3>", "x<h3>y</h3>"),
        ('<ol start="3"><li>x</li></ol>', '<ol start="3"><li>x</li></ol>'),
    ],
)
def test_sanitising_leaves_what_is_allowed_and_nothing_else(html: str, left: str) -> None:
    """Tags, attributes, schemes and comments."""
    assert sanitised(html) == left


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Teksti.", "<p>Teksti.</p>\n"),
        ("**lihava** ja *kursiivi*", "<p><strong>lihava</strong> ja <em>kursiivi</em></p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>\n'),
        ("### Väliotsikko", "<h3>Väliotsikko</h3>\n"),
        ("> lainaus", "<blockquote>\n<p>lainaus</p>\n</blockquote>\n"),
        (
            "| a |\n|---|\n| b |",
            "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n"
            "<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>\n",
        ),
        (
            "[a](https://esimerkki.fi/?a=1&b=2)",
            '<p><a href="https://esimerkki.fi/?a=1&amp;b=2" rel="nofollow noopener">a</a></p>\n',
        ),
        ("[a](#need)", '<p><a href="#need" rel="nofollow noopener">a</a></p>\n'),
        ("a < b & c > d", "<p>a &lt; b &amp; c &gt; d</p>\n"),
    ],
)
def test_ordinary_text_is_rendered_as_written(markdown: str, html: str) -> None:
    """CommonMark with tables."""
    assert rendered(markdown) == html


@pytest.mark.parametrize(
    "markdown",
    ["[x](javascript:alert(1))", "[x](//paha.example)", "[x](/kaytannot/)", "[x](../..)", "[x](x)"],
)
def test_a_link_that_is_not_allowed_is_no_link(markdown: str) -> None:
    """What was written is shown instead, so that the writer sees it."""
    assert "<a" not in rendered(markdown)
    assert "x" in rendered(markdown)


@pytest.mark.parametrize(
    "markdown",
    [
        "Kysy: nimi@esimerkki.fi.",
        "<nimi@esimerkki.fi>",
        "[Kysy](mailto:nimi@esimerkki.fi)",
        "nimi&#64;esimerkki.fi",
        "nimi\\@esimerkki.fi `nimi@esimerkki.fi`",
        "    nimi@esimerkki.fi",
    ],
)
def test_an_address_of_mail_is_not_shown(markdown: str) -> None:
    """Though the check has let it through."""
    html = rendered(markdown)
    assert "esimerkki" not in html
    assert "mailto" not in sanitised('<a href="mailto:nimi@esimerkki.fi">a</a>')
    link = rendered("[a](https://esimerkki.fi/?b=c@d.fi)")
    assert 'href="https://esimerkki.fi/?b=c@d.fi"' in link


def test_links_that_would_fill_the_page_lose_their_addresses() -> None:
    """Though the check has let them through."""
    text = rendered(f"[a]: https://esimerkki.fi/{'b' * 1_000}\n\n{'[a] ' * 1_000}")
    assert 55 < text.count("href=") < 60
    assert text.count(">a</a>") == 1_000
    assert "href" not in rendered(f"[a](https://esimerkki.fi/{'b' * 3_000})")


def test_html_in_markdown_is_shown_as_text() -> None:
    """It is escaped by the renderer, before the sanitiser sees it."""
    assert rendered("<b>x</b>") == "<p>&lt;b&gt;x&lt;/b&gt;</p>\n"


def test_an_image_is_not_shown() -> None:
    """No page makes a request to another host."""
    assert "<img" not in rendered("![kuva](https://esimerkki.fi/x.png)")


@pytest.mark.parametrize("depth", [50, 2000])
def test_deep_nesting_is_rendered_without_failing(depth: int) -> None:
    """The check refuses it; the renderer would stand it."""
    assert acting(rendered("> " * depth + "x")) == []
    assert acting(rendered("[" * depth + "x" + "]" * depth)) == []


PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "a",
                "b ",
                "ä",
                " ",
                "  ",
                "   ",
                "\n",
                "\n\n",
                "  \n",
                "* ",
                "- ",
                "+ ",
                "1. ",
                "2) ",
            ),
            *("**", "*", "_", "__", "a_b", "a*b", "***", "---", "* * *\n", "1.", "10. ", "0. "),
            *("### a\n", "\n#### b\n", '"', "'", "(", ")", "!", "{", "}", ":", "–", "”", "é", "😀"),
            *(
                "- a\n- b\n",
                "- a\n\n- b\n",
                "- a\n  - b\n",
                "1. a\n2. b\n",
                "*a*",
                "**b** c",
                "\xa0",
            ),
        ]
    ),
    max_size=14,
).map("".join)


@settings(max_examples=5000, deadline=None, derandomize=True, database=None)
@given(PIECES)
def test_simple_text_is_the_same_by_either_renderer(markdown: str) -> None:
    """The faster one is asked only where that holds."""
    assert rendered(markdown) == sanitised(render._RENDERER.render(markdown))


FLAT = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *("<p>", "</p>", "<p>a</p>", "<p>a</p>\n", "<h3>a</h3>\n", "<h4>", "</h4>\n"),
                *("<ul>\n", "</ul>\n", "<ol>\n", "</ol>\n", "<li>", "</li>\n", "<li>a</li>\n"),
                *("<em>", "</em>", "<em>a</em>", "<strong>", "</strong>", "<p><em>a</em></p>\n"),
                *("\n", "a", "&", "&amp;", "&quot;", '"', "'", "<", ">", "\xa0", "\r", "\ufeff"),
                *("<br>", "<hr />\n", "<h2>a</h2>\n", "<p id=a>", "<script>", "<!--", "-->"),
            ]
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=12,
).map("".join)


def in_paragraph(html: str) -> str:
    """A paragraph of `html`."""
    return f"<p>{html}</p>\n"


@settings(max_examples=5000, deadline=None, derandomize=True, database=None)
@given(st.one_of(FLAT, FLAT.map(in_paragraph)))
def test_what_is_not_sanitised_would_be_given_back_as_it_is(html: str) -> None:
    """The second layer is spared only where it would do nothing."""
    if render._FLAT.fullmatch(html):
        assert render._CONTROL.sub("", sanitised(html)) == html


def test_no_character_is_changed_by_sanitising_where_it_is_spared() -> None:
    """Each of Unicode's, at the beginning, within and at the end of a text."""
    characters = [c for c in map(chr, range(0x110000)) if not "\ud800" <= c <= "\udfff"]
    lines = [f"<p>{c}a{c}b{c}</p>\n" for c in characters]
    spared = "".join(line for line in lines if render._FLAT.fullmatch(line))
    assert render._FLAT.fullmatch(spared)
    assert sanitised(spared) == spared


def test_most_text_need_not_be_sanitised_and_what_has_attributes_must() -> None:
    """Or nothing would be gained, or the second layer would not be there."""
    for entry in real_catalogue().entries:
        made = [rendered(text).replace("\N{NO-BREAK SPACE}", " ") for text in entry.texts.values()]
        assert all(map(render._FLAT.fullmatch, made)), entry.id
    for html in HOSTILE_HTML:
        assert not render._FLAT.fullmatch(html), html
        assert not render._FLAT.fullmatch(f"<p>{html}</p>\n"), html


def test_every_odd_space_is_known() -> None:
    """Renderers differ in what they take for white space."""
    spaces = {char for char in map(chr, range(0x10000)) if char.isspace()}
    known = {
        char
        for char in render._ODD_SPACES + body._MARKUP.decode() + body._LINE_ENDS
        if char.isspace()
    }
    assert spaces - {" ", "\n"} == known


def test_ordinary_bodies_are_simple_and_what_could_do_harm_is_not() -> None:
    """Or nothing would be gained, or the stricter renderer would not be asked."""
    for entry in real_catalogue().entries:
        assert all(map(render._simple, entry.texts.values())), entry.id
    for text in (
        "<b>x</b>",
        "[a](b)",
        "![a](b)",
        "&lt;",
        "`a`",
        "    koodi",
        "a | b",
        "a\xa0b",
        "> a",
        "1. - a",
    ):
        assert not render._simple(text), text


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("noin 80 000 euroa", "noin 80~000 euroa"),
        ("1 950 000 € ja 7,8 %, 12 345,6 %", "1~950~000~€ ja 7,8~%, 12~345,6~%"),
        ("**80 000** (80 %)", "<strong>80~000</strong> (80~%)"),
        ("vuonna 2015 100 lasta, 33 lasta ja 5 1234", "vuonna 2015 100 lasta, 33 lasta ja 5 1234"),
        ("`80 000` on 80 000", "<code>80 000</code> on 80~000"),
        (
            "[7 %](https://example.org/80%20000)",
            '<a href="https://example.org/80%20000" rel="nofollow noopener">7~%</a>',
        ),
    ],
)
def test_no_line_ends_inside_a_number(markdown: str, html: str) -> None:
    """Groups of three and the sign stay together; code and addresses are left alone."""
    assert rendered(markdown) == f"<p>{html}</p>\n".replace("~", "\N{NO-BREAK SPACE}")
