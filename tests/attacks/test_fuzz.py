"""Ten thousand random front matters and bodies: a report each, never an exception, never a hang."""

from functools import partial

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.check.practices import check_practices
from catalogue.messages import messages
from catalogue.render import rendered
from catalogue.source.document import split_practice
from catalogue.source.gate import RefusedError, decode
from tests.attacks.hostile import FULL, TEXTS
from tests.costs import within
from tests.factories import BODY, TODAY, registry
from tests.test_render import acting

LIMIT = 1.0
FUZZ = {
    "deadline": None,
    "derandomize": True,
    "database": None,
    "suppress_health_check": list(HealthCheck),
}
KEYS = st.sampled_from([*FULL, "id", "value", "withdrawn", "verified", "kuntakoodi", "<<", ""])
SCALARS = st.one_of(
    st.sampled_from(
        [*TEXTS, "no", "020", "2017-05-18", "1e9", "unknown", "~", "&a", "*a", "!!x y"]
    ),
    st.text(max_size=30),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.one_of(KEYS, SCALARS), inner, max_size=3)
    ),
    max_leaves=6,
)
SIGNS = st.text(alphabet="#*_`[]()<>!|&{}:-+=~\\\"'/.;@ \n\tab1ä\u202e\x00", max_size=120)
PIECES = st.sampled_from([*TEXTS, "## Tulokset\n\n", "- ", "> ", "    ", "| a |\n|---|\n", "```\n"])
BODIES = st.one_of(SIGNS, st.lists(st.one_of(PIECES, SIGNS), max_size=6).map("".join))


def _report(text: str) -> None:
    """Check `text` as a practice file would be."""
    within(LIMIT, partial(_reported, text.encode("utf-8", "surrogatepass")))


def _reported(data: bytes) -> None:
    """The report is made, unless the file is refused."""
    try:
        source = split_practice("practices/a.md", decode(data))
    except RefusedError:
        return
    check_practices([source], registry(), TODAY, messages())


def _flow(value: object) -> str:
    """`value` in YAML's flow style, without quoting anything: good and bad alike."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return str(value)


def _quoted(value: object) -> str:
    """`value` in YAML's flow style, every text quoted: it reaches the rules as it is."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_quoted(k)}: {_quoted(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_quoted, value)) + "]"
    return "'" + str(value).replace("'", "''") + "'"


@settings(max_examples=4000, **FUZZ)  # type: ignore[arg-type]
@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=6), st.booleans())
def test_any_front_matter_gets_a_report(fields: dict[str, object], quoted: bool) -> None:
    """Each field of a sound practice may hold anything else."""
    write = _quoted if quoted else _flow
    lines = [f"{key}: {_quoted(value)}" for key, value in FULL.items() if key not in fields]
    lines += [f"{key}: {write(value)}" for key, value in fields.items()]
    _report("---\n" + "\n".join(lines) + f"\n---\n{BODY}")


@settings(max_examples=2000, **FUZZ)  # type: ignore[arg-type]
@given(st.one_of(SIGNS, st.text(max_size=200)))
def test_any_text_for_front_matter_gets_a_report(head: str) -> None:
    """YAML or not."""
    _report(f"---\n{head}\n---\n{BODY}")


@settings(max_examples=4000, **FUZZ)  # type: ignore[arg-type]
@given(BODIES)
def test_any_body_gets_a_report_and_is_rendered_harmless(body: str) -> None:
    """Also when the check is not asked."""
    _report(f"---\ntitle: x\n---\n{body}")
    assert within(LIMIT, lambda: acting(rendered(body))) == []
