"""A plain body is judged without a parser, and exactly as a parser would judge it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.check.body import _PARSER, _RUNS, _may_run, _split, plain, sections

# Lines of every kind that could be taken for a heading or that could hide one.
LINES = st.sampled_from(
    [
        *("", "## Tarve", "### Pieni", "# Suuri", "##", "## Loppu ##", " ## Sisennetty", "#ei"),
        *("    ## Koodia", "- kohta", "- ## luettelossa", "  ## jatko", "> ## lainaus", "Otsikko"),
        *("===", "---", "- - -", "***", "1. yksi", "teksti **vahva**", "##   Väljä ", "-"),
        *("<div>", "```", "~~~", "[a]: /b", "| a | b |", "&nbsp;", "a\\", "\t## sarkain"),
    ]
)


@settings(max_examples=1000, deadline=None)
@given(st.lists(LINES, max_size=12))
def test_plain_sections_are_those_of_the_parser(lines: list[str]) -> None:
    """Heading, text and line; and what is plain holds nothing that the parser would refuse."""
    body = "\n".join(lines)
    tokens = _PARSER.parse(body)
    assert sections(body) == _split(body, tokens)
    if plain(body):
        kinds = {token.type for token in tokens}
        inner = {child.type for token in tokens for child in token.children or ()}
        assert not kinds & {"html_block", "fence", "code_block"} - {"code_block"}
        assert not inner & {"html_inline", "link_open", "image", "code_inline"}
        assert all(token.tag != "h1" for token in tokens)


@settings(max_examples=1000, deadline=None)
@given(st.text(alphabet="[]()*_`<>~!|+- aä", max_size=80), st.integers(1, 70))
def test_the_quick_look_for_runs_misses_none(text: str, times: int) -> None:
    """What the pattern finds is looked for."""
    for body in (text, text * times):
        assert _may_run(body.encode()) or not _RUNS.search(body)
