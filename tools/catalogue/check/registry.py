"""Reading and checking the registry."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from catalogue.check.dates import inferred_with_reason
from catalogue.check.listed import (
    AWARDS,
    FILES,
    OPTIONAL_FILES,
    Listed,
    check_round_name,
    listed_files,
)
from catalogue.check.personal import check_personal
from catalogue.check.references import Faulty, check_references, registers
from catalogue.check.removed import check_removed
from catalogue.check.resolve import resolve
from catalogue.check.rounds import check_round
from catalogue.check.shape import validated
from catalogue.check.translations import TRANSLATED, check_translations
from catalogue.messages import Messages
from catalogue.model.declared import declared_fields
from catalogue.model.practice import Practice
from catalogue.model.registry import (
    Indicator,
    Organisation,
    Places,
    Registry,
    Removed,
    Round,
    Synonyms,
    Vocabulary,
    organisations_of,
)
from catalogue.model.values import SLUG_PATTERN, Record
from catalogue.problem import Finding, Problem
from catalogue.source.document import Source, whole_yaml
from catalogue.source.gate import RefusedError, read_text, visible

R = TypeVar("R", bound=Record)
SECTION_VOCABULARY = "section"
_MODELS = (Practice, Indicator, Organisation, Round)
_OTHER_VOCABULARIES = frozenset(
    {SECTION_VOCABULARY, "completeness", "evidence_level", "place_size", "result"}
)


@dataclass(frozen=True, slots=True)
class CheckedRegistry:
    """The registry, or None where it cannot be used, and everything wrong with it.

    Attributes:
        registry: What practices may point to, if nothing is wrong with it.
        problems: What is wrong with it.
        part: Of a registry with faults, what has none.
        faulty: And what has: nothing that points to it is wrong for that.
    """

    registry: Registry | None
    problems: tuple[Problem, ...]
    part: Registry | None = None
    faulty: Faulty = field(default_factory=Faulty)


def load_registry(
    folder: Path,
    shown: str,
    texts: Messages,
    practices: frozenset[str] | None = None,
    languages: Sequence[str] = (),
) -> CheckedRegistry:
    """Read the registry in `folder`; problems name its files as `shown/<file>`.

    What it says of practices is held against `practices`, the ids there are, where they are given,
    and its own words must be there in each of `languages`.
    """
    problems: list[Problem] = []
    sources = {}
    listed = listed_files(folder)
    for name, finding in listed.strays:
        problems += resolve(Source(f"{shown}/{name}", {}, {}, "", 1), [finding], texts)
    optional = (name for name in OPTIONAL_FILES if (folder / name).exists())
    for name in (*FILES, *optional, *listed.rounds):
        source = read_source(folder / name, f"{shown}/{name}")
        named = check_round_name(Path(name).name) if name.startswith(AWARDS) else ()
        personal = check_personal(source.data)
        problems += resolve(source, (*source.findings, *named, *personal), texts)
        sources[name] = source
    vocabularies = _each(sources["vocabularies.yml"], Vocabulary, texts, problems)
    if not sources["vocabularies.yml"].findings:
        lacking = list(_vocabularies(vocabularies))
        problems += resolve(sources["vocabularies.yml"], lacking, texts)
        for finding in lacking:
            vocabularies.pop(str(finding.loc[0]) if finding.loc else "", None)
    for name in TRANSLATED:
        problems += resolve(sources[name], check_translations(sources[name].data, languages), texts)
    indicators = _each(sources["indicators.yml"], Indicator, texts, problems)
    organisations = _each(sources["organisations.yml"], Organisation, texts, problems)
    places = _whole(sources["places.yml"], Places, texts, problems)
    synonyms = _whole(sources["synonyms.yml"], Synonyms, texts, problems)
    notes = sources.get("removed.yml")
    removed = _each(notes, Removed, texts, problems) if notes else {}
    if notes:
        problems += resolve(notes, check_removed(notes.data, practices), texts)
    rounds = {
        Path(name).stem: _whole(source, Round, texts, problems)
        for name, source in sources.items()
        if name.startswith(AWARDS)
    }
    of_places = {
        name: found
        for name, found in (organisations_of(places) if places else {}).items()
        if name not in organisations
    }
    registry = Registry(
        vocabularies,
        indicators,
        {**organisations, **of_places},
        {name: found for name, found in rounds.items() if found},
        {county.id: county for county in places.counties} if places else {},
        {area.id: area for area in places.areas} if places else {},
        {item.code: item for item in places.municipalities} if places else {},
        places.sources if places else (),
        places.as_of if places else {},
        synonyms.groups if synonyms else (),
        removed,
        tuple(of_places),
    )
    faulty = _faulty(sources, registry, places, listed)
    for source, findings in _references(sources, places, registry, faulty):
        problems += resolve(source, findings, texts)
    if problems:
        return CheckedRegistry(None, tuple(sorted(problems)), registry, faulty)
    return CheckedRegistry(registry, ())


def read_source(path: Path, shown: str) -> Source:
    """Read one registry file; a file that cannot be read is a source with findings."""
    try:
        return whole_yaml(shown, read_text(path))
    except RefusedError as refused:
        return Source(shown, {}, {}, "", 1, refused.findings)
    except FileNotFoundError:
        return Source(shown, {}, {}, "", 1, (Finding((), "file-missing"),))
    except OSError as error:
        params = {"found": error.strerror or str(error)}
        return Source(shown, {}, {}, "", 1, (Finding((), "unreadable", params),))


def _each(source: Source, model: type[R], texts: Messages, problems: list[Problem]) -> dict[str, R]:
    """Validate every value of a file that maps ids to records."""
    records: dict[str, R] = {}
    for key, value in source.data.items():
        findings: Iterable[Finding]
        if isinstance(value, Mapping):
            record, findings = validated(model, value)
            findings = [*findings, *inferred_with_reason(value)]
        else:
            record, findings = None, [_no_record(value)]
        # Ids become addresses of pages and names of files.
        if model is not Vocabulary and not re.fullmatch(SLUG_PATTERN, key):
            findings = [*findings, Finding((), "slug", {"found": f"”{visible(key)}”"})]
        problems += resolve(source, _below(key, findings), texts)
        if record is not None:
            records[key] = record
    return records


def _no_record(value: object) -> Finding:
    if value == "":
        return Finding((), "empty")
    text = isinstance(value, str)
    found = {"found": f"”{visible(str(value))}”"} if text else {"found_shape": "list"}
    return Finding((), "mapping-expected", found)


def _vocabularies(found: Mapping[str, Vocabulary]) -> Iterator[Finding]:
    """Every vocabulary that the model and the pages rely on is there; its values are slugs."""
    needed = {d.choice.vocabulary for m in _MODELS for d in declared_fields(m) if d.choice}
    for name in sorted(needed | _OTHER_VOCABULARIES):
        if name not in found:
            yield Finding((), "vocabulary-missing", {"expected": name})
    for name in ("need", "solution", "results", "conditions"):
        if SECTION_VOCABULARY in found and name not in found[SECTION_VOCABULARY].values:
            yield Finding(
                (SECTION_VOCABULARY, "values"), "vocabulary-value-missing", {"expected": name}
            )
    for name, vocabulary in found.items():
        for value in vocabulary.values:
            if not re.fullmatch(SLUG_PATTERN, value):
                yield Finding((name, "values", value), "slug", {"found": f"”{visible(value)}”"})


def _whole(source: Source, model: type[R], texts: Messages, problems: list[Problem]) -> R | None:
    if source.findings and not source.data:
        return None
    record, findings = validated(model, source.data)
    problems += resolve(source, (*findings, *inferred_with_reason(source.data)), texts)
    return record


def _below(key: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    for finding in findings:
        yield replace(finding, loc=(key, *finding.loc))


def _faulty(
    sources: Mapping[str, Source], registry: Registry, places: Places | None, listed: Listed
) -> Faulty:
    """What practices may point to although its record or its file has faults."""
    held = {"indicators": registry.indicators, "organisations": registry.organisations}
    ids = {name: sources[f"{name}.yml"].data.keys() - items.keys() for name, items in held.items()}
    in_awards = {Path(name).stem for name in (*listed.rounds, *(name for name, _ in listed.strays))}
    ids["rounds"] = in_awards - registry.rounds.keys()
    unread = {name for name in held if sources[f"{name}.yml"].findings}
    return Faulty(
        {name: frozenset(found) for name, found in ids.items()},
        frozenset(unread if places else unread | {"places"}),
    )


def _references(
    sources: Mapping[str, Source], places: Places | None, registry: Registry, faulty: Faulty
) -> Iterator[tuple[Source, Iterable[Finding]]]:
    known = registers(registry, faulty=faulty)
    section = registry.vocabularies.get(SECTION_VOCABULARY)
    for name, model in (("indicators.yml", Indicator), ("organisations.yml", Organisation)):
        for key, value in sources[name].data.items():
            if isinstance(value, Mapping):
                yield sources[name], _below(key, check_references(model, value, known))
    for name, source in sources.items():
        if name.startswith(AWARDS):
            yield source, check_references(Round, source.data, known)
            if section:
                yield source, check_round(source.data, section.values.keys())
    if places:
        yield sources["places.yml"], _places(places)


def _places(places: Places) -> Iterator[Finding]:
    """Every municipality lies in a county of the file, and no code or id stands twice."""
    counties = {county.code for county in places.counties}
    seen: set[str] = set()
    for register in ("counties", "areas", "municipalities"):
        for position, place in enumerate(getattr(places, register)):
            for key in ("code", "id"):
                value = getattr(place, key, None)
                mark = f"{register if key == 'code' else 'id'}:{value}"
                if value and mark in seen:
                    yield Finding((register, position, key), "id-repeated", {"found": value})
                seen.add(mark)
    for position, municipality in enumerate(places.municipalities):
        if municipality.county not in counties:
            loc = ("municipalities", position, "county")
            yield Finding(loc, "unknown-county", {"found": municipality.county})
