"""The check in the browser says what `catalogue check` says, of bad inputs and of practices.

Both get the same values: the front matter as the file's reader gives it, and the body. What only a
file can have wrong (its encoding, size and name, and YAML that cannot be read) is outside, because
the form reads no files.
"""

import dataclasses
import datetime
import itertools
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from catalogue.check.practices import check_practices, read_practice, read_practices
from catalogue.check.registry import load_registry
from catalogue.check.reported import disagreement
from catalogue.checked import Inputs, checked
from catalogue.derive.change import change_of
from catalogue.derive.evidence import evidence_of
from catalogue.derive.periods import uneven
from catalogue.messages import LANGUAGES, Messages, messages
from catalogue.model.outcome import Outcome
from catalogue.model.practice import Citation
from catalogue.model.registry import Registry
from catalogue.numerals import Numerals
from catalogue.pages.frame import Frame
from catalogue.source.document import Source, split_practice
from catalogue.source.gate import RefusedError, check_name, decode
from catalogue.submit.form import form
from tests.browser.served import ROOT, serve
from tests.factories import settings
from tests.test_personal import CODES, EMAILS, PHONES, SOUND

# The command knows a field's label as the key too; the form asks by labels, and needs no keys.
SUGGESTION = re.compile(r"\. Tarkoititko ”[^”]*”\?$")
INVALID = ROOT / "tests" / "invalid"
CASES = sorted(INVALID.glob("*.md"))
PRACTICES = sorted((ROOT / "practices").glob("*.md"))
# What the file's reader says, before there are values to check. Characters that are not seen are
# looked for in the values too.
FILE_ONLY = ("yaml-", "front-matter", "no-front-matter", "not-utf8", "line-long", "too-large")
CHECK = """async ([form, practice, today]) => {
  const { check } = await import('/assets/submit/rules/check.js');
  return check(form, practice, today).map(({ field, code, message }) => [field, code, message]);
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """An empty page beside the modules, as the site serves them."""
    folder = tmp_path_factory.mktemp("modules")
    shutil.copytree(ROOT / "overrides" / "assets", folder / "assets")
    (folder / "index.html").write_text("<!doctype html><title>x</title>", encoding="utf-8")
    server, url = serve(folder)
    found = browser.new_page()
    found.goto(url)
    yield found
    found.close()
    server.shutdown()
    server.server_close()


def form_of(inputs: Inputs, texts: Messages) -> dict[str, Any]:
    """The form of a catalogue, as the browser reads it."""
    catalogue = checked(inputs).catalogue
    assert catalogue is not None
    plain: dict[str, Any] = json.loads(json.dumps(form(Frame(catalogue, settings(), texts))))
    return plain


def in_browser(
    page: Page, made: dict[str, Any], source: Source, today: datetime.date
) -> list[tuple[str, str, str]]:
    """What the browser's check finds."""
    practice = {"id": Path(source.path).stem, "data": source.data, "body": source.body}
    found = page.evaluate(CHECK, [made, practice, today.isoformat()])
    return sorted({compared(field, code, message) for field, code, message in found})


def compared(field: str, code: str, message: str) -> tuple[str, str, str]:
    """A finding as both must tell it: which key is suggested for an unknown one may differ."""
    return field, code, SUGGESTION.sub("", message) if code == "unknown-key" else message


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, sound: str, today: datetime.date) -> Inputs:
    """The small repository of the corpus."""
    root = tmp_path_factory.mktemp("small")
    shutil.copytree(ROOT / "registry", root / "registry")
    shutil.copy(ROOT / "catalogue.yml", root)
    (root / "practices").mkdir()
    neighbour = sound.replace("title: Perhetupa", "title: Avoin kohtaamispaikka")
    (root / "practices" / "kohtaamispaikka.md").write_text(neighbour, encoding="utf-8")
    return Inputs(root, root / "practices", root / "registry", today)


@pytest.fixture(scope="module")
def small_form(small: Inputs, texts: Messages) -> dict[str, Any]:
    """Its form."""
    return form_of(small, texts)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_bad_input_gets_the_same_findings(
    case: Path,
    page: Page,
    small: Inputs,
    small_form: dict[str, Any],
    registry: Registry,
    texts: Messages,
    today: datetime.date,
) -> None:
    """Field, code and sentence are alike; nothing more and nothing less."""
    neighbours = tuple(read_practices(small.practices, "practices"))
    source = read_practice(case, f"tests/invalid/{case.name}")
    if not source.data:
        assert source.findings or case.stem.startswith("file_"), "unread, and no reason given"
        return
    problems = check_practices((*neighbours, source), registry, today, texts).problems
    expected = sorted(
        {
            compared(p.field, p.code, p.message)
            for p in problems
            if p.path == source.path and not p.code.startswith(FILE_ONLY)
        }
    )
    assert in_browser(page, small_form, source, today) == expected


WHOLE = """async ([form, text]) => {
  const { checkWhole } = await import('/assets/submit/rules/check.js');
  return checkWhole(form, text).map(({ code, line, message }) => [code, line ?? 1, message]);
}"""


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: x\n---\nTeksti.\n",
        f"---\ntitle: x\n---\n{'ä' * 10_000}\n",
        f"---\ntitle: x\n---\n\nTeksti.\n{'ä' * 10_001}\n{'b' * 10_002}\n",
        f"---\naliases: [{', '.join(['nimi'] * 3_000)}]\n---\n",
        # As people count, one letter: two units of the browser.
        f"---\ntitle: x\n---\n{chr(0x1F600) * 10_000}\n",
        "a\n" * 131_072,
        "ä\n" * 100_000,
    ],
    ids=["sound", "longest", "long", "front-matter", "astral", "largest", "large"],
)
def test_the_whole_file_is_judged_alike(
    text: str, page: Page, small_form: dict[str, Any], texts: Messages
) -> None:
    """Its size and the length of its lines."""
    expected = []
    try:
        decode(text.encode())
    except RefusedError as refused:
        for found in refused.findings:
            message = texts.get(f"check.{found.code}", **found.params)
            expected.append([found.code, found.line or 1, message])
    assert page.evaluate(WHOLE, [small_form, text]) == expected


NAMES = """async ([form, names]) => {
  const { checkName } = await import('/assets/submit/rules/check.js');
  return names.map((name) => checkName(form, name).map(({ code, message }) => [code, message]));
}"""


def test_names_of_files_are_judged_alike(
    page: Page, small_form: dict[str, Any], texts: Messages
) -> None:
    """What a practice may be called."""
    names = ["a", "a-1", "a--b", "-a", "a-", "Ä", "A", "a_b", "a.b", "", "con", "uusi", "sivu"]
    names += ["a" * 80, "a" * 81, "a b", "kortit", "unknown", "index"]
    expected = [
        [[f.code, texts.get(f"check.{f.code}", **f.params)] for f in check_name(f"{name}.md")]
        for name in names
    ]
    assert page.evaluate(NAMES, [small_form, names]) == expected


def test_an_id_that_is_or_was_in_use_is_refused_in_both(
    page: Page, sound: str, tmp_path: Path, today: datetime.date, texts: Messages
) -> None:
    """Of a removed practice, its former one too, and as a former id of the practice itself."""
    shutil.copytree(ROOT / "registry", tmp_path / "registry")
    shutil.copy(ROOT / "catalogue.yml", tmp_path)
    note = "title: Pois\n  date: 2026-11-22\n  why: Pyydettiin poistamaan.\n"
    (tmp_path / "registry" / "removed.yml").write_text(
        f"poistettu:\n  {note}  former_ids: [poistettu-ennen]\n", encoding="utf-8"
    )
    folder = tmp_path / "practices"
    folder.mkdir()
    title = "title: Perhetupa"
    neighbour = sound.replace(title, "title: Avoin kohtaamispaikka\nformer_ids: [vanha]")
    (folder / "kohtaamispaikka.md").write_text(neighbour, encoding="utf-8")
    inputs = Inputs(tmp_path, folder, tmp_path / "registry", today)
    made = form_of(inputs, texts)
    registry = load_registry(inputs.registry, "registry", texts, frozenset(), ()).registry
    assert registry is not None
    (former := tmp_path / "x.md").write_text(
        sound.replace(title, f"{title}\nformer_ids: [poistettu, vanha, oma, oma, uusi-nimi]"),
        encoding="utf-8",
    )
    neighbours = tuple(read_practices(folder, "practices"))
    for name in ("poistettu", "poistettu-ennen", "vanha", "vapaa"):
        source = dataclasses.replace(read_practice(former, "x"), path=f"practices/{name}.md")
        problems = check_practices((*neighbours, source), registry, today, texts).problems
        expected = sorted({(p.field, p.code, p.message) for p in problems if p.path == source.path})
        assert in_browser(page, made, source, today) == expected
        assert {code for _, code, _ in expected} >= {"removed-id", "repeated"}
        own = [code for field, code, _ in expected if not field]
        assert own == {"vapaa": [], "vanha": ["former-id-used"]}.get(name, ["removed-id"])


def test_most_of_the_corpus_is_read_as_values() -> None:
    """The limit stated above leaves out few cases."""
    read = [case for case in CASES if read_practice(case, case.name).data]
    assert len(read) >= 150


@pytest.mark.parametrize("path", PRACTICES, ids=lambda path: path.stem)
def test_a_published_practice_is_sound_in_both(
    path: Path, page: Page, texts: Messages, today: datetime.date
) -> None:
    """The content of this repository."""
    inputs = Inputs(ROOT, ROOT / "practices", ROOT / "registry", today)
    found = in_browser(page, form_of(inputs, texts), read_practice(path, path.name), today)
    assert found == []


def test_a_changed_practice_is_faulted_alike(
    page: Page, registry: Registry, texts: Messages, today: datetime.date
) -> None:
    """Every field of a full practice, emptied, spoilt or made a list, gets the same findings."""
    source = read_practice(ROOT / "practices" / "siikalatvan-varhainen-perhetuki.md", "x/x.md")
    made = form_of(Inputs(ROOT, ROOT / "practices", ROOT / "registry", today), texts)
    neighbours = tuple(read_practices(ROOT / "practices", "practices"))
    for name in source.data:
        for spoilt in ("", " ", "Ä?", ["Ä?", "Ä?"], {"value": "x"}, []):
            changed = dataclasses.replace(source, data={**source.data, name: spoilt})
            problems = check_practices((*neighbours, changed), registry, today, texts).problems
            expected = {
                compared(p.field, p.code, p.message) for p in problems if p.path == "x/x.md"
            }
            expected = {p for p in expected if p[1] != "title-near"}
            found = {p for p in in_browser(page, made, changed, today) if p[1] != "title-near"}
            assert sorted(found) == sorted(expected), (name, spoilt)


def test_personal_data_is_found_alike(
    page: Page,
    small: Inputs,
    small_form: dict[str, Any],
    registry: Registry,
    texts: Messages,
    sound: str,
    today: datetime.date,
) -> None:
    """What is taken for it, and what only looks like it, in a field and in the body."""
    neighbours = tuple(read_practices(small.practices, "practices"))
    for text in (*PHONES, *EMAILS, *CODES, *SOUND):
        plain = text.replace("<", "").replace(">", "")
        data = {**split_practice("x", sound).data, "no_outcomes_because": f"Kysy {text}"}
        body = split_practice("x", sound).body + f"\nKysy:\n{plain}, `{plain}`\n"
        source = split_practice("x/x.md", sound)
        source = dataclasses.replace(source, data=data, head=f"{source.head}\n{text}", body=body)
        problems = check_practices((*neighbours, source), registry, today, texts).problems
        expected = sorted({(p.field, p.code, p.message) for p in problems if p.path == "x/x.md"})
        assert in_browser(page, small_form, source, today) == expected, text


REPORTED = """async (given) => {
  const { disagreement } = await import('/assets/submit/rules/reported.js');
  return given.map(([outcome, unit]) => disagreement(outcome, unit));
}"""


def test_a_reported_change_is_held_against_the_values_alike(page: Page) -> None:
    """With every unit and precision, rounded in every way."""
    given: list[tuple[dict[str, Any], str]] = []
    values = ("0", "1", "33", "14", "1.4", "-3", "700000", "0.000001", "999999999999.999999")
    changes = ("0", "-19", "-57.6", "-60", "50", "-0.1", "0.5", "999999999999.999999", "x")
    for before, after, told, precision in itertools.product(
        values, values, changes, ("exact", "about", "over", "under")
    ):
        for unit, of, own in (
            *(("count", "count", "exact"), ("count", "percent", "about"), ("eur", "eur", "exact")),
            *(("percent", "percent", "exact"), ("count", "eur", "exact"), ("fte", "fte", "over")),
        ):
            change = {"value": told, "unit": of, "precision": precision}
            outcome: dict[str, Any] = {"baseline": {"value": before, "precision": own}}
            outcome |= {"follow_up": {"value": after}, "change_reported": change}
            given.append((outcome, unit))
    expected = [disagreement(outcome, unit) for outcome, unit in given]
    for pair, made, wanted in zip(given, page.evaluate(REPORTED, given), expected, strict=True):
        assert made == wanted, pair
    assert len({wanted is None for wanted in expected}) == 2


NUMERALS = """async ([form, dates, outcomes]) => {
  const { change, date, figure } = await import('/assets/submit/numerals.js');
  return [dates.map((value) => date(form, value)), outcomes.map(([outcome, unit]) => (
    [figure(form, outcome.baseline, unit) ?? null, change(form, outcome, unit) ?? null]))];
}"""
_DATES = (
    *("2016", "2016-05", "2016-05-18", "2017-01/2017-04", "2016-11/2017-02", "2016/2017"),
    *("2016-05-18/2017-01-03", "2016/2017-05", "unknown", "2016-05/2016-05"),
)
_VALUES = ("0", "33.5", "-0.0", "1234", "-1234567.125", "14.000", "999999999999", "0.000001")
_UNITS = ("count", "percent", "eur", "fte", "qualitative")


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_dates_and_changes_are_written_as_on_the_page(
    language: str, page: Page, small: Inputs
) -> None:
    """In each language, with every unit and precision."""
    texts = messages(language)
    numerals = Numerals(texts)
    outcomes: list[tuple[dict[str, Any], str]] = []
    for unit, precision, before, after in itertools.product(
        _UNITS, ("exact", "about", "over"), _VALUES, ("", *_VALUES)
    ):
        outcome: dict[str, Any] = {"id": "x", "indicator": "x", "source": "a"}
        outcome["baseline"] = {"value": before, "precision": precision}
        outcome["follow_up"] = {"value": after} if after else {"period": "2016"}
        outcomes.append((outcome, unit))
    for unit, precision, value, of in itertools.product(
        _UNITS, ("exact", "about", "over"), _VALUES, ("percent", "ratio", "eur")
    ):
        outcome = {"id": "x", "indicator": "x", "source": "a"}
        outcome["change_reported"] = {"value": value, "unit": of, "precision": precision}
        outcomes.append((outcome, unit))
    expected = []
    for outcome, unit in outcomes:
        told = Outcome.model_validate(outcome)
        changed = change_of(told, unit)
        written = numerals.change(changed) if changed else None
        expected.append([numerals.figure(told.baseline, unit), written])
    dates, figures = page.evaluate(NUMERALS, [form_of(small, texts), _DATES, outcomes])
    assert dates == [numerals.date(value) for value in _DATES]
    for given, made, wanted in zip(outcomes, figures, expected, strict=True):
        assert made == wanted, given


UNEVEN = """async (outcomes) => {
  const { change } = await import('/assets/submit/numerals.js');
  const { uneven } = await import('/assets/submit/periods.js');
  return outcomes.map((outcome) => {
    const apart = uneven(outcome, 'flow');
    const reckoned = change({ language: 'fi', texts: {} }, outcome, 'count', apart);
    return [apart, uneven(outcome, 'stock'), reckoned !== undefined];
  });
}"""


def test_periods_are_uneven_alike(page: Page) -> None:
    """As a year, months, days across months, and a leap year beside another."""
    dates = (
        *("2015", "2016", "2016/2017", "2017-01/2017-04", "2017-02", "2016-02", "2016-05-18"),
        *("2016-01-31/2016-02-29", "2016-01-30/2016-02-29", "2015-05-18/2016-05-17"),
        *("2016-05-18/2017-05-17", "2016-08-10/2017-06-03", "2017-08-09/2018-06-01"),
        *("2015-01-01/2015-04-20", "2015-01-02/2015-12-31", "unknown", "9999-12-31"),
        *("2015-12-31/2016-01-30", "2015-01/2015-12", "0001"),
    )
    outcomes = []
    for before, after in itertools.product(dates, dates):
        told: dict[str, Any] = {"id": "x", "indicator": "x", "source": "a"}
        told["baseline"] = {"value": "3", "period": before}
        told["follow_up"] = {"value": "2", "period": {"value": after}}
        outcomes.append(told)
    expected = []
    for told in outcomes:
        made = Outcome.model_validate(told)
        apart = uneven(made, "flow")
        expected.append([apart, False, change_of(made, "count", uneven=apart) is not None])
    found = page.evaluate(UNEVEN, outcomes)
    for given, shown, wanted in zip(outcomes, found, expected, strict=True):
        assert shown == wanted, given


EVIDENCE = """async (pairs) => {
  const { evidenceOf } = await import('/assets/submit/evidence.js');
  const { uneven } = await import('/assets/submit/periods.js');
  return pairs.map(([outcome, source]) => {
    const { level, reason, lifts } = evidenceOf(outcome, source, uneven(outcome, 'flow'));
    return [level, reason, lifts];
  });
}"""
_FIGURES: tuple[dict[str, Any], ...] = (
    {},
    {"period": "2015"},
    {"value": "3"},
    {"value": "3", "period": "2015"},
    {"value": "3", "period": "unknown"},
    {"value": "3", "period": {"value": "2015", "inferred": "true", "why": "Syy."}},
    {"value": "3", "period": "2017-01/2017-04"},
)
_CHANGES: tuple[dict[str, Any], ...] = (
    {},
    {"value": "-1", "unit": "count"},
    {"value": "2", "unit": "ratio"},
    {"value": "-1", "unit": "count", "period": "2015/2016"},
)
_COMPARED = {"place": "285", "baseline": {"value": "1", "period": "2015-01/2015-12"}}


def test_the_evidence_level_is_the_one_that_the_site_computes(page: Page) -> None:
    """Level, reason and what would lift it, for every combination of what an outcome may tell."""
    source = {"id": "a", "title": "A", "kind": "study", "independence": "self"}
    pairs = []
    for before, after, change, design, kind, compared in itertools.product(
        _FIGURES,
        _FIGURES,
        _CHANGES,
        (None, "rct", "systematic-review"),
        ("study", "article"),
        (0, 1, 2),
    ):
        outcome: dict[str, Any] = {"id": "x", "indicator": "care-orders", "source": "a"}
        comparators = [{**_COMPARED, "follow_up": {"value": "2", "period": "2015"}}]
        told = {
            "baseline": before,
            "follow_up": after,
            "change_reported": change,
            "design": design,
            "comparators": [[], [_COMPARED], comparators][compared],
        }
        outcome |= {key: value for key, value in told.items() if value}
        pairs.append((outcome, {**source, "kind": kind}))
    expected = []
    for outcome, its in pairs:
        told = Outcome.model_validate(outcome)
        its = Citation.model_validate(its)
        found = evidence_of(told, its, uneven=uneven(told, "flow"))
        lifts = [lift.code for lift in found.lifts]
        expected.append([found.level, found.reason.code, lifts])
    assert page.evaluate(EVIDENCE, pairs) == expected
    assert {level for level, _, _ in expected} >= {0, 1, 2, 3, 4, 5}
