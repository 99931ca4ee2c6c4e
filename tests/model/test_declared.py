"""Every declared field has its texts, and every vocabulary it names is there."""

import pytest

from catalogue.messages import LANGUAGES, messages
from catalogue.model.declared import Declared, declared_fields, values_at
from catalogue.model.outcome import Outcome
from catalogue.model.practice import Practice
from catalogue.model.registry import Indicator, Organisation, Round
from tests.factories import registry

FIELDS = declared_fields(Practice)
RECORDS = (Practice, Indicator, Organisation, Round)


def path(declared: Declared) -> str:
    """Return the path of a field as people write it."""
    return ".".join(map(str, declared.path))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", ["label", "help"])
def test_every_field_of_a_practice_has_its_texts_in_every_language(
    language: str, part: str
) -> None:
    """A field without a label or help would leave a hole in the form and the reference."""
    texts = messages(language)
    keys = {f"field.{d.model.__name__}.{d.name}.{part}" for d in FIELDS}
    assert {key for key in keys if not texts.texts.get(key, "").strip()} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_describes_a_field_that_is_not_declared(language: str) -> None:
    """The reference tells of no field that the check would refuse."""
    # The form asks for an organisation that the register does not have.
    asked = (*FIELDS, *declared_fields(Organisation))
    known = {f"{d.model.__name__}.{d.name}" for d in asked}
    texts = {
        tuple(key.split(".")[1:3]) for key in messages(language).texts if key.startswith("field.")
    }
    assert {".".join(text) for text in texts} - known == set()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_translations_describe_the_same_fields_as_the_finnish_texts(language: str) -> None:
    """Examples, too, are in all languages or in none."""
    finnish = {key for key in messages("fi").texts if key.startswith(("field.", "schema."))}
    other = {key for key in messages(language).texts if key.startswith(("field.", "schema."))}
    assert other == finnish


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_label_is_left_in_finnish(language: str) -> None:
    """A help text longer than a word that equals the Finnish one was never translated."""
    finnish, other = messages("fi").texts, messages(language).texts
    helps = [key for key in other if key.startswith("field.") and key.endswith(".help")]
    assert [key for key in helps if other[key] == finnish[key]] == []


@pytest.mark.parametrize("record", RECORDS)
def test_every_vocabulary_that_a_field_names_is_in_the_registry(record: type) -> None:
    """And offers at least one value."""
    named = {d.choice.vocabulary for d in declared_fields(record) if d.choice}
    assert named
    assert {name for name in named if not registry().vocabularies[name].values} == set()


@pytest.mark.parametrize(
    ("vocabulary", "values"),
    [
        ("result", ["good", "unchanged", "bad", "mixed", "ambiguous", "unknown"]),
        ("completeness", ["full", "partial", "stub"]),
        ("evidence_level", ["0", "1", "2", "3", "4", "5"]),
        ("precision", ["exact", "about", "over", "under"]),
        ("unit", ["count", "percent", "eur", "fte", "ratio", "qualitative"]),
        ("observed", ["decreased", "increased", "unchanged", "mixed"]),
        ("good_direction", ["decrease", "increase", "ambiguous"]),
        ("section", ["need", "solution", "results", "conditions"]),
        ("status", ["idea", "pilot", "in-use", "established", "ended", "unknown"]),
        (
            "kind",
            ["service", "method", "organisation-of-work", "network", "participation", "unknown"],
        ),
        ("role", ["nominee", "finalist", "winner"]),
        ("independence", ["self", "funder", "independent", "peer-reviewed"]),
        ("participation", ["none-reported", "heard", "co-developed"]),
        ("language", ["fi", "sv", "en"]),
        ("place_size", ["small", "medium", "large", "city"]),
        (
            "service_level",
            [
                "universal",
                "early-support",
                "open-care",
                "out-of-home-care",
                "after-care",
                "unknown",
            ],
        ),
        (
            "source_kind",
            [
                "press-release",
                "award-page",
                "catalogue-entry",
                "evaluation",
                "article",
                "study",
                "register",
            ],
        ),
        (
            "caveat",
            [
                "law-change",
                "definition-change",
                "reorganisation",
                "small-numbers",
                "part-year",
                "own-estimate",
                "concurrent-measures",
                "period-not-stated",
            ],
        ),
    ],
)
def test_the_values_on_which_the_code_and_the_contract_rely_are_there_in_order(
    vocabulary: str, values: list[str]
) -> None:
    """Exactly those of the design, in the order in which they are shown."""
    assert list(registry().vocabularies[vocabulary].values) == values


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_of_every_vocabulary_has_a_label_in_every_language(language: str) -> None:
    """A fallback to Finnish would not be seen; a missing label would."""
    found = [
        f"{name}.{value}"
        for name, vocabulary in registry().vocabularies.items()
        for value, term in vocabulary.values.items()
        if not getattr(term.label, language)
    ]
    assert found == []


@pytest.mark.parametrize(
    "vocabulary",
    ["caveat", "evidence_level", "independence", "status", "kind", "service_level", "precision"],
)
def test_values_that_need_explaining_have_a_finnish_sentence(vocabulary: str) -> None:
    """One that ends in a full stop."""
    terms = registry().vocabularies[vocabulary].values
    helps = {value: term.help.fi if term.help else "" for value, term in terms.items()}
    assert [value for value, text in helps.items() if not text.endswith(".")] == []


def test_labels_within_a_vocabulary_differ() -> None:
    """Two values with one name could not be told apart."""
    for name, vocabulary in registry().vocabularies.items():
        labels = [term.label.fi for term in vocabulary.values.values()]
        assert len(labels) == len(set(labels)), name


def test_fields_come_with_their_paths_in_the_order_of_declaration() -> None:
    """`*` stands for every item of a list."""
    assert [path(d) for d in FIELDS if d.path[0] == "outcomes"][:12] == [
        "outcomes",
        "outcomes.*.id",
        "outcomes.*.indicator",
        "outcomes.*.statement",
        "outcomes.*.population",
        "outcomes.*.population_note",
        "outcomes.*.place",
        "outcomes.*.baseline",
        "outcomes.*.baseline.value",
        "outcomes.*.baseline.period",
        "outcomes.*.baseline.period.value",
        "outcomes.*.baseline.period.inferred",
    ]
    assert len({d.path for d in FIELDS}) == len(FIELDS)


def test_what_is_declared_of_a_field_is_read_from_its_annotation() -> None:
    """Choices, references, lists, records, and what a complete record needs."""
    found = {path(d): d for d in FIELDS}
    kind, places, start = found["kind"], found["places"], found["started"]
    assert kind.choice and kind.choice.vocabulary == "kind"
    assert (kind.required, kind.facet, kind.many, kind.expected) == (True, True, False, False)
    assert places.reference and (places.reference.register, places.reference.unknown) == (
        "places",
        True,
    )
    assert places.value_path == ("places", "*")
    assert (start.required, start.expected) == (False, True)
    assert found["outcomes"].record is Outcome
    assert found["outcomes"].value_path == ("outcomes", "*")
    assert found["outcomes.*.comparators.*.place"].reference is not None


def test_the_needed_fields_are_those_of_the_design() -> None:
    """Title, language, summary, kind, status, levels, themes, groups, places, provider, sources."""
    needed = [d.name for d in FIELDS if len(d.path) == 1 and d.required]
    assert needed == [
        "title",
        "language",
        "summary",
        "kind",
        "status",
        "service_levels",
        "themes",
        "target_groups",
        "places",
        "provider",
        "sources",
    ]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (("a",), [(("a",), {"b": ["x", "y"]})]),
        (("a", "b", "*"), [(("a", "b", 0), "x"), (("a", "b", 1), "y")]),
        (("a", "*"), [(("a", "b"), ["x", "y"])]),
        (("a", "b", "c"), []),
        (("c",), []),
        ((), [((), {"a": {"b": ["x", "y"]}})]),
    ],
)
def test_values_are_found_at_a_path_with_their_places(
    at: tuple[str, ...], expected: list[object]
) -> None:
    """What has another shape than the path is passed over."""
    assert list(values_at({"a": {"b": ["x", "y"]}}, at)) == expected
