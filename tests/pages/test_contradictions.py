"""Claims that do not agree are gathered, with why they may differ."""

from catalogue.entry import Entry
from catalogue.pages.contradictions import contradictions
from tests.factories import catalogue, outcome_data, practice, real_catalogue


def entry(*outcomes: dict[str, object]) -> Entry:
    """Return a practice with these outcomes."""
    return catalogue({"x": practice(outcomes=list(outcomes))}).entries[0]


def test_siikalatvas_claims_stand_together_with_the_reasons() -> None:
    """Different populations and periods: all three may be true, and none is chosen."""
    found = contradictions(real_catalogue().by_id["siikalatvan-varhainen-perhetuki"])
    assert [[claim.outcome.id for claim in c.claims] for c in found] == [
        ["asiakkuudet-vuosittain", "asiakkuudet-ulkoistuksen-alusta", "pitkaaikainen-hoito-arvio"]
    ]
    assert {"population", "period-unknown", "indicator"} <= set(found[0].reasons)


def test_one_side_may_name_the_other() -> None:
    """A link declared once holds both ways, and links hang together."""
    found = contradictions(
        entry(
            outcome_data(id="a", contradicts=["b"], observed="decreased"),
            outcome_data(id="b", observed="increased"),
            outcome_data(id="c", contradicts=["b"], observed="unchanged"),
            outcome_data(id="d", observed="unchanged"),
        )
    )
    assert [[claim.outcome.id for claim in c.claims] for c in found] == [["a", "b", "c"]]


def test_separate_contradictions_stay_separate() -> None:
    """Each is shown for itself."""
    found = contradictions(
        entry(
            outcome_data(id="a", contradicts=["b"], observed="decreased"),
            outcome_data(id="b", observed="increased"),
            outcome_data(id="c", contradicts=["d"], observed="unchanged"),
            outcome_data(id="d", observed="increased"),
        )
    )
    assert len(found) == 2


def test_agreement_is_no_contradiction() -> None:
    """Nothing to show."""
    assert contradictions(entry(outcome_data(observed="decreased"))) == ()
