"""The real practices, held against facts typed from the sources independently of them."""

import datetime
import re
from typing import Any

import pytest

from catalogue.entry import Entry
from catalogue.model.outcome import Figure, Outcome
from tests.factories import FULL, content, real_catalogue

# The eight other nominees, by the names that the release gives them.
STUBS = {
    "toppari-tiimi-hameenlinna": "Toppari-tiimi",
    "nuoret-kehittajat-helsinki": "Nuoret kehittäjät – lastensuojelunuorten kehittäjäryhmä",
    "kiertava-erityissosiaalityontekija": "Keski-Suomen alueen kiertävä erityissosiaalityöntekijä",
    "oulun-hyvinvointineuvola": "Oulun hyvinvointineuvola",
    "sabir-tidig-oppen-dialog": "SABIR—Tidig öppen dialog",
    "perhearviointikuntoutus-ja-seuranta-rauma": "Perhearviointi-kuntoutus ja seuranta",
    "varhaisen-tuen-toimintamalli-lieto": "Varhaisen tuen toimintamalli Liedon sosiaalipalveluissa",
    "lastensuojelun-palveluohjaus-oiva": (
        "Lastensuojelun palveluohjaus peruspalvelukeskus Oiva-liikelaitoksessa"
    ),
}
ROUND = "kunnallinen-lastensuojeluteko-2013"


def entry(name: str) -> Entry:
    """Return a practice of the real content."""
    return real_catalogue().by_id[name]


def claim(name: str, outcome: str) -> Outcome:
    """Return one outcome of a practice."""
    return next(o for o in entry(name).practice.outcomes if o.id == outcome)


def test_there_are_fourteen_practices_and_nothing_is_wrong_with_them() -> None:
    """Six told in full and eight known by name."""
    assert content().problems == ()
    assert sorted(real_catalogue().by_id) == sorted([*FULL, *STUBS])


@pytest.mark.parametrize(("name", "title"), STUBS.items())
def test_a_nominee_known_by_name_is_a_stub_under_that_name(name: str, title: str) -> None:
    """Nothing is made up around the name."""
    found = entry(name)
    assert found.completeness.level == "stub"
    assert title in {found.practice.title, *found.practice.aliases}
    assert found.practice.outcomes == ()
    assert found.practice.contacts == ()
    assert found.practice.resources is None
    assert found.practice.started is None
    assert [(a.round, a.role) for a in found.practice.awards] == [(ROUND, "nominee")]


@pytest.mark.parametrize("name", FULL)
def test_a_practice_with_a_source_of_its_own_is_more_than_a_stub(name: str) -> None:
    """Although none tells everything."""
    assert entry(name).completeness.level == "partial"


# Levels.


def levels(name: str) -> dict[str, int]:
    """Return the evidence level of each outcome of a practice."""
    return {o.outcome.id: o.evidence.level for o in entry(name).outcomes}


def test_no_outcome_is_above_level_two() -> None:
    """No source has a comparator at both times, let alone a study."""
    assert max(level for name in FULL for level in levels(name).values()) == 2


def test_every_outcome_of_mantsala_is_a_claim() -> None:
    """Its source has no numbers."""
    assert list(levels("suhdeperustainen-lastensuojelutyo").values()) == [0] * 8


def test_siikalatva_has_numbers_but_no_two_times() -> None:
    """Three numbers, none with two stated times."""
    assert levels("siikalatvan-varhainen-perhetuki") == {
        "asiakkuudet-vuosittain": 1,
        "asiakkuudet-ulkoistuksen-alusta": 1,
        "pitkaaikainen-hoito-arvio": 1,
        "sijoitusten-valttaminen": 0,
        "apu-nopeammin": 0,
        "henkiloston-osaaminen": 0,
        "tyon-itsenaisyys": 0,
        "taloudelliset-saastot": 0,
    }


def test_the_best_of_imatra_is_level_two() -> None:
    """The difference in cost between two years; the rest is words and one closure."""
    assert levels("imatran-hyvinvointineuvola") == {
        "laitoshoidon-menot-2012": 2,
        "kokonaismenot": 0,
        "pitkaaikaiset-sijoitukset": 0,
        "lastenkodin-lakkautus": 1,
        "lastensuojelun-tarve": 0,
        "perheiden-hyvinvointi": 0,
    }


def test_the_best_of_kouvola_is_level_two() -> None:
    """Three outcomes with both values; four months against an unstated period are not."""
    found = levels("kouvolan-varhainen-tuki")
    assert {name: level for name, level in found.items() if level} == {
        "huostaanotot-2016": 2,
        "sijoitettujen-osuus-2016": 2,
        "avohuollon-asiakkaat-2016": 2,
        "huostaanotot-alkuvuosi-2017": 1,
        "kustannusvaikutus": 1,
        "ostettu-perhetyo": 1,
    }
    assert len(found) == 17


@pytest.mark.parametrize("name", ["systeeminen-toimintamalli", "perhekeskus-paijat-hame"])
def test_a_recommendation_is_no_outcome(name: str) -> None:
    """The evaluation measured no effects of these two, and the record says so."""
    found = entry(name)
    assert found.outcomes == ()
    assert found.best_level is None
    assert found.practice.no_outcomes_because
    assert found.practice.sources[0].date is not None
    assert not found.practice.sources[0].date.known


# Figures: indicator, baseline, follow-up, reported change; a figure is value, period, precision.

NOTHING = (None, None, None)
FIGURES: dict[tuple[str, str], tuple[Any, ...]] = {
    ("imatran-hyvinvointineuvola", "laitoshoidon-menot-2012"): (
        "institutional-care-cost",
        (None, "2008", "exact"),
        (None, "2012", "exact"),
        ("-700000", "eur", None, "over"),
    ),
    ("imatran-hyvinvointineuvola", "lastenkodin-lakkautus"): (
        "own-childrens-homes",
        NOTHING,
        NOTHING,
        ("-1", "count", None, "exact"),
    ),
    ("kouvolan-varhainen-tuki", "huostaanotot-2016"): (
        "care-orders",
        ("33", "2015", "exact"),
        ("14", "2016", "exact"),
        None,
    ),
    ("kouvolan-varhainen-tuki", "huostaanotot-alkuvuosi-2017"): (
        "care-orders",
        NOTHING,
        ("7", "2017-01/2017-04", "exact"),
        ("-50", "percent", None, "exact"),
    ),
    ("kouvolan-varhainen-tuki", "sijoitettujen-osuus-2016"): (
        "children-placed-share",
        ("1.4", "2015", "exact"),
        ("1.3", "2016", "exact"),
        None,
    ),
    ("kouvolan-varhainen-tuki", "avohuollon-asiakkaat-2016"): (
        "open-care-clients-share",
        ("8", "2015", "exact"),
        ("3.8", "2016", "exact"),
        None,
    ),
    ("kouvolan-varhainen-tuki", "sijoitetut-lapset"): (
        "placements-outside-home",
        (None, "2015", "exact"),
        NOTHING,
        None,
    ),
    ("kouvolan-varhainen-tuki", "kustannusvaikutus"): (
        "cost-impact",
        NOTHING,
        NOTHING,
        ("-950000", "eur", None, "about"),
    ),
    ("kouvolan-varhainen-tuki", "ostettu-perhetyo"): (
        "purchased-family-work-share",
        ("80", "2015", "exact"),
        (None, "2017-05", "exact"),
        None,
    ),
    ("siikalatvan-varhainen-perhetuki", "asiakkuudet-vuosittain"): (
        "child-welfare-clients",
        NOTHING,
        NOTHING,
        ("-50", "percent", None, "over"),
    ),
    ("siikalatvan-varhainen-perhetuki", "asiakkuudet-ulkoistuksen-alusta"): (
        "child-welfare-clients",
        (None, "2017", "exact"),
        NOTHING,
        ("-70", "percent", None, "over"),
    ),
    ("siikalatvan-varhainen-perhetuki", "pitkaaikainen-hoito-arvio"): (
        "long-term-placements",
        NOTHING,
        NOTHING,
        ("2", "ratio", None, "over"),
    ),
}


def told(figure: Figure | None) -> tuple[str | None, str | None, str | None]:
    """Return value, period and precision of a figure."""
    if figure is None:
        return NOTHING
    value = None if figure.value is None else str(figure.value)
    return value, figure.period.value if figure.period else None, figure.precision


@pytest.mark.parametrize("case", FIGURES)
def test_every_figure_is_that_of_the_source(case: tuple[str, str]) -> None:
    """Values, times, units and precision."""
    found, expected = claim(*case), FIGURES[case]
    change = found.change_reported
    reported = change and (
        str(change.value),
        change.unit,
        change.period.value if change.period else None,
        change.precision,
    )
    assert (found.indicator, told(found.baseline), told(found.follow_up), reported) == expected


def test_no_other_outcome_has_a_figure() -> None:
    """What the sources tell in words stays in words."""
    assert {
        (name, o.id)
        for name in FULL
        for o in entry(name).practice.outcomes
        if o.baseline or o.follow_up or o.change_reported
    } == set(FIGURES)


@pytest.mark.parametrize(
    ("case", "absolute", "unit", "relative", "times"),
    [
        (("kouvolan-varhainen-tuki", "huostaanotot-2016"), "-19", "count", "-57.6", None),
        (
            ("kouvolan-varhainen-tuki", "sijoitettujen-osuus-2016"),
            "-0.1",
            "percentage-points",
            None,
            None,
        ),
        (
            ("kouvolan-varhainen-tuki", "avohuollon-asiakkaat-2016"),
            "-4.2",
            "percentage-points",
            None,
            None,
        ),
        (
            ("imatran-hyvinvointineuvola", "laitoshoidon-menot-2012"),
            "-700000",
            "eur",
            None,
            None,
        ),
        (
            ("siikalatvan-varhainen-perhetuki", "asiakkuudet-vuosittain"),
            None,
            None,
            "-50.0",
            None,
        ),
        (("siikalatvan-varhainen-perhetuki", "pitkaaikainen-hoito-arvio"), None, None, None, "2"),
    ],
)
def test_the_changes_are_reckoned_right(
    case: tuple[str, str],
    absolute: str | None,
    unit: str | None,
    relative: str | None,
    times: str | None,
) -> None:
    """33 to 14 is 19 fewer, 57.6 %; 1.4 % to 1.3 % is 0.1 percentage points."""
    name, outcome = case
    change = next(o.change for o in entry(name).outcomes if o.outcome.id == outcome)
    assert change is not None
    assert (
        None if change.absolute is None else str(change.absolute),
        change.unit,
        None if change.relative is None else f"{change.relative:.1f}",
        None if change.times is None else str(change.times),
    ) == (absolute, unit, relative, times)


@pytest.mark.parametrize(
    ("outcome", "kotka", "eksote"),
    [
        ("sijoitettujen-osuus-2016", "2.1", "1.1"),
        ("avohuollon-asiakkaat-2016", "7.8", "5"),
    ],
)
def test_kotka_and_eksote_are_compared_in_2016_only(outcome: str, kotka: str, eksote: str) -> None:
    """Their 2015 is not told, so they lift no outcome to level three."""
    found = claim("kouvolan-varhainen-tuki", outcome).comparators
    assert [(c.place, told(c.baseline), told(c.follow_up)) for c in found] == [
        ("285", NOTHING, (kotka, "2016", "exact")),
        ("eksote", NOTHING, (eksote, "2016", "exact")),
    ]


def test_no_other_outcome_has_comparators() -> None:
    """No other source compares with anywhere."""
    compared = {o.id for name in FULL for o in entry(name).practice.outcomes if o.comparators}
    assert compared == {"sijoitettujen-osuus-2016", "avohuollon-asiakkaat-2016"}


@pytest.mark.parametrize("name", FULL)
def test_an_inferred_time_says_that_it_is(name: str) -> None:
    """2008, spring 2017 and the start in 2017 are worked out; nothing else in figures is."""
    inferred = {
        f.period.value
        for o in entry(name).practice.outcomes
        for f in (o.baseline, o.follow_up)
        if f and f.period and f.period.inferred
    }
    expected = {
        "imatran-hyvinvointineuvola": {"2008"},
        "kouvolan-varhainen-tuki": {"2017-05"},
        "siikalatvan-varhainen-perhetuki": {"2017"},
    }
    assert inferred == expected.get(name, set())


# Every numeral in a text, as the sources write it; years and dates included.
NUMERALS = {
    "imatran-hyvinvointineuvola": {"700 000", "2012", "2008", "18", "2000"},
    "kouvolan-varhainen-tuki": {
        *("33", "14", "7", "2015", "2016", "2017", "1,4", "1,3", "8", "3,8"),
        *("2,1", "7,8", "1,1", "5", "950 000", "80 000", "80"),
    },
    "suhdeperustainen-lastensuojelutyo": set(),
    "siikalatvan-varhainen-perhetuki": {"50", "70", "2017", "2021", "30"},
    "systeeminen-toimintamalli": set(),
    "perhekeskus-paijat-hame": set(),
    **{name: set() for name in STUBS},
}


@pytest.mark.parametrize(("name", "allowed"), NUMERALS.items())
def test_no_text_has_a_numeral_that_the_source_does_not(name: str, allowed: set[str]) -> None:
    """Summary, statements, notes and body; 30 % is what 70 % less leaves, 2008 is inferred."""
    found = entry(name)
    practice, resources = found.practice, found.practice.resources
    texts = [
        practice.summary,
        practice.no_outcomes_because,
        *(o.statement for o in practice.outcomes),
        *(o.population_note for o in practice.outcomes),
        *(award.note for award in practice.awards),
        resources and resources.note,
        resources and resources.staff and resources.staff.note,
        practice.participation and practice.participation.note,
        # The numbers of an ordered list are no figures.
        *(re.sub(r"^\d+\. ", "", text, flags=re.MULTILINE) for text in found.texts.values()),
    ]
    numerals = {n for text in texts if text for n in re.findall(r"\d+(?:[ ,.]\d+)*", text)}
    assert numerals == allowed


def test_imatra_has_eighteen_family_workers_and_permanent_funding() -> None:
    """Six were hired at once; 18 is how many there are."""
    resources = entry("imatran-hyvinvointineuvola").practice.resources
    assert resources is not None
    assert resources.staff is not None
    assert (resources.staff.headcount, resources.staff.fte) == (18, None)
    assert resources.staff.note is not None
    assert "kuusi" in resources.staff.note
    assert (resources.funding, resources.cost) == ("permanent", None)


@pytest.mark.parametrize("name", [*FULL, *STUBS])
def test_no_practice_claims_a_cost_that_no_source_tells(name: str) -> None:
    """The sources tell savings and prices of care, never the price of a practice."""
    resources = entry(name).practice.resources
    assert resources is None or resources.cost is None


# Contradictions.


def test_the_three_claims_of_siikalatva_contradict_each_other() -> None:
    """Half yearly, 70 % in all, and twice as many otherwise: all kept, linked both ways."""
    three = [
        "asiakkuudet-vuosittain",
        "asiakkuudet-ulkoistuksen-alusta",
        "pitkaaikainen-hoito-arvio",
    ]
    found = {
        o.outcome.id: set(o.contradicts) for o in entry("siikalatvan-varhainen-perhetuki").outcomes
    }
    for name in three:
        assert found.pop(name) == {*three} - {name}
    assert set(map(tuple, found.values())) == {()}


def test_a_counterfactual_estimate_claims_no_direction() -> None:
    """Twice as many without the practice does not tell that there were fewer than before."""
    outcomes = entry("siikalatvan-varhainen-perhetuki").outcomes
    found = next(o for o in outcomes if o.outcome.id == "pitkaaikainen-hoito-arvio")
    assert (found.outcome.observed, found.result) == (None, "unknown")


@pytest.mark.parametrize("name", FULL)
def test_contradictions_are_linked_both_ways_in_the_source_files(name: str) -> None:
    """Not only where one side is looked at."""
    outcomes = {o.id: o for o in entry(name).practice.outcomes}
    one_way = [
        (o.id, other)
        for o in outcomes.values()
        for other in o.contradicts
        if o.id not in outcomes[other].contradicts
    ]
    assert one_way == []


# Care that design section 3 asks for.


@pytest.mark.parametrize(
    ("case", "caveats"),
    [
        (
            ("kouvolan-varhainen-tuki", "huostaanotot-2016"),
            {"law-change", "reorganisation", "small-numbers"},
        ),
        (
            ("kouvolan-varhainen-tuki", "huostaanotot-alkuvuosi-2017"),
            {"part-year", "period-not-stated", "small-numbers"},
        ),
        (
            ("kouvolan-varhainen-tuki", "avohuollon-asiakkaat-2016"),
            {"law-change", "reorganisation"},
        ),
        (("kouvolan-varhainen-tuki", "kustannusvaikutus"), {"own-estimate", "period-not-stated"}),
        (("kouvolan-varhainen-tuki", "ostettu-perhetyo"), {"definition-change"}),
        (("imatran-hyvinvointineuvola", "laitoshoidon-menot-2012"), {"concurrent-measures"}),
        (
            ("siikalatvan-varhainen-perhetuki", "asiakkuudet-vuosittain"),
            {"own-estimate", "period-not-stated"},
        ),
        (
            ("siikalatvan-varhainen-perhetuki", "pitkaaikainen-hoito-arvio"),
            {"own-estimate", "period-not-stated"},
        ),
    ],
)
def test_figures_carry_the_caveats_that_the_source_needs(
    case: tuple[str, str], caveats: set[str]
) -> None:
    """More may be said; these must be."""
    assert caveats - set(claim(*case).caveats) == set()


@pytest.mark.parametrize("name", FULL)
def test_every_outcome_says_where_in_its_source_it_stands(name: str) -> None:
    """So that anybody can look it up."""
    assert [o.id for o in entry(name).practice.outcomes if not o.locator] == []


CONTACTS = {
    "imatran-hyvinvointineuvola": [
        ("Tiina Kirmanen", "imatra", "020 617 3303", None, "2013-03-21", True)
    ],
    "kouvolan-varhainen-tuki": [
        ("Sanna-Riitta Junnonen", "kouvola", "020 615 8641", None, "2017-05-18", False)
    ],
    "suhdeperustainen-lastensuojelutyo": [
        (
            "Tuija Tähkäpää",
            "mustijoen-perusturva",
            None,
            "tuija.tahkapaa@mantsala.fi",
            "2017-09-18",
            False,
        ),
        (
            "Arja Tolttila",
            "mustijoen-perusturva",
            None,
            "arja.tolttila@mantsala.fi",
            "2017-09-18",
            False,
        ),
    ],
}


@pytest.mark.parametrize("name", [*FULL, *STUBS])
def test_the_contacts_are_those_of_the_practice_in_its_source(name: str) -> None:
    """No award organisation's press contact, no pattern of addresses, dated by the source."""
    found = [
        (c.name, c.organisation, c.phone, c.email, c.verified.value, c.verified.inferred)
        for c in entry(name).practice.contacts
    ]
    assert found == CONTACTS.get(name, [])


@pytest.mark.parametrize("name", [*FULL, *STUBS])
def test_no_text_besides_the_contacts_has_an_address_or_telephone(name: str) -> None:
    """The award's press contacts answer for the award; patterns of addresses reach nobody."""
    found = entry(name)
    text = found.practice.model_dump_json(exclude={"contacts"}) + "".join(found.texts.values())
    assert re.findall(r"\S+@\S+|\(ät\)|\bpuh\.|\b0\d{1,2} \d{3}", text) == []


SOURCES = {
    "imatran-hyvinvointineuvola": (
        "Imatran hyvinvointineuvola palkittiin Kunnallinen lastensuojeluteko -palkinnolla",
        "2013-03-21",
        "press-release",
        "self",
    ),
    "kouvolan-varhainen-tuki": (
        "Huostaanotot vähentyneet merkittävästi Kouvolassa",
        "2017-05-18",
        "press-release",
        "self",
    ),
    "suhdeperustainen-lastensuojelutyo": (
        "Suhdeperustainen lastensuojelutyö",
        "2017-09-18",
        "catalogue-entry",
        "self",
    ),
    "siikalatvan-varhainen-perhetuki": (
        "Mehiläinen Siikalatva panostaa perheiden tukemiseen"
        " – lastensuojelun asiakkuudet vähentyneet merkittävästi",
        "2021-09-07",
        "press-release",
        "self",
    ),
}


@pytest.mark.parametrize(("name", "expected"), SOURCES.items())
def test_the_source_is_cited_in_full(name: str, expected: tuple[str, ...]) -> None:
    """Its whole title, its date, its kind, and who speaks in it."""
    source = entry(name).practice.sources[0]
    assert source.date is not None
    assert (source.title, source.date.value, source.kind, source.independence) == expected


def test_what_the_giver_of_an_award_says_is_not_the_providers_own_account() -> None:
    """Imatra's release has both: the city tells of its work, and who chose the winner why."""
    found = entry("imatran-hyvinvointineuvola")
    others = [o for o in found.outcomes if o.source.independence == "independent"]
    assert [o.outcome.id for o in others] == ["lastensuojelun-tarve", "perheiden-hyvinvointi"]
    assert all("Pentti Arajärven" in str(o.outcome.statement) for o in others)
    assert len(found.practice.sources) == 2
    for name in STUBS:
        assert [s.independence for s in entry(name).practice.sources] == ["independent"]


@pytest.mark.parametrize(
    ("name", "value", "as_of", "places", "provider_kind"),
    [
        ("imatran-hyvinvointineuvola", "established", "2013-03-21", ("153",), "public"),
        ("kouvolan-varhainen-tuki", "in-use", "2017-05-18", ("286",), "public"),
        ("suhdeperustainen-lastensuojelutyo", "in-use", "2017-09-18", ("505", "611"), "public"),
        ("siikalatvan-varhainen-perhetuki", "in-use", "2021-09-07", ("791",), "private"),
        ("perhekeskus-paijat-hame", "pilot", "unknown", ("paijat-hame-alue",), "public"),
        ("systeeminen-toimintamalli", "in-use", "unknown", ("paijat-hame-alue",), "public"),
    ],
)
def test_status_place_and_provider_are_those_of_the_source(
    name: str, value: str, as_of: str, places: tuple[str, ...], provider_kind: str
) -> None:
    """With the day on which the source says so."""
    practice = entry(name).practice
    assert practice.status.as_of is not None
    assert (practice.status.value, practice.status.as_of.value) == (value, as_of)
    assert (practice.places, practice.provider_kind) == (places, provider_kind)


def test_the_awards_are_those_of_the_sources() -> None:
    """Imatra won, Kouvola's unit got the city's prize, Mäntsälä's award has no name."""
    found = {
        name: [(a.round, a.role) for a in entry(name).practice.awards]
        for name in FULL
        if entry(name).practice.awards
    }
    assert found == {
        "imatran-hyvinvointineuvola": [(ROUND, "winner")],
        "kouvolan-varhainen-tuki": [("kouvolan-tuottavuuspalkinto", "winner")],
        "suhdeperustainen-lastensuojelutyo": [("unknown", "winner")],
    }
    (award,) = entry("kouvolan-varhainen-tuki").practice.awards
    assert award.recipient == "Kotiin vietävät palvelut -yksikkö"


def test_the_award_round_has_the_facts_of_the_release() -> None:
    """Nine candidates, 1000 euros, Thursday 21 March, one man's choice, four criteria."""
    found = real_catalogue().registry.rounds[ROUND]
    assert found.candidates == 9 == len(real_catalogue().by_round[ROUND])
    assert (found.date.value, found.date.inferred) == ("2013-03-21", True)
    assert found.prize is not None
    assert "1000 euroa" in found.prize.fi
    assert found.jury is not None
    assert "Pentti Arajärvi" in found.jury.fi
    assert found.place == "Kuntatalo"
    assert found.organisations == ("lastensuojelun-keskusliitto", "kuntaliitto", "huoltaja-saatio")
    assert [criterion.id for criterion in found.criteria] == [
        "child-and-family",
        "development",
        "client-perspective",
        "small-acts",
    ]


def test_the_inferred_year_is_the_first_after_2012_with_that_thursday() -> None:
    """And the next one is 2019, as the reason says."""
    thursdays = [year for year in range(2013, 2020) if datetime.date(year, 3, 21).isoweekday() == 4]
    assert thursdays == [2013, 2019]


@pytest.mark.parametrize("name", FULL)
def test_every_indicator_that_a_practice_reports_has_questions_to_ask(name: str) -> None:
    """A figure alone misleads."""
    found = [o.indicator.questions.fi for o in entry(name).outcomes]
    assert [questions for questions in found if not 2 <= len(questions) <= 4] == []


# In other languages.


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", [*FULL, *STUBS])
def test_every_practice_has_its_name_and_summary_in_the_sites_languages(
    name: str, language: str
) -> None:
    """With the very figures of the summary."""
    practice = entry(name).practice
    told = practice.translation(language)
    assert told is not None
    figures = re.findall(r"\d+", practice.summary)
    assert sorted(re.findall(r"\d+", told.summary)) == sorted(figures)
