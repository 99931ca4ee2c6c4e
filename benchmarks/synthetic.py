"""A catalogue of any size, made up of the sentences and vocabularies of the real one.

For tests and measurements only, and never published: what it says is not true of anybody. The same
number and seed give the same files.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from benchmarks.rare import add_rare

ROOT = Path(__file__).parents[1]
NOMINEES = 25
_SWEDISH_EVERY = 20
# The real catalogue has no practice described in Swedish yet.
_SWEDISH = (
    "Familjer får stöd i ett tidigt skede.",
    "Arbetet görs tillsammans med familjen, hemma eller på familjecentret.",
    "Barnet träffar samma arbetstagare hela tiden.",
    "Socialarbetaren, skolan och rådgivningen möts varje månad.",
    "Personalen har fått utbildning och handledning.",
    "Behovet av stöd bedöms på nytt efter tre månader.",
    "Föräldrarna beskriver själva vad de behöver.",
    "Besluten om placering minskade under uppföljningen.",
)
_HEADINGS = {
    "fi": ("Tarve ja tavoitteet", "Ratkaisu", "Tulokset", "Käyttöönoton ehdot"),
    "sv": ("Behov och mål", "Lösning", "Resultat", "Förutsättningar för införande"),
}
# What people write: YAML, and each of them one problem.
_MISTAKES = (
    ("\nkind: ", "\nkind: palvelu-"),
    ("\n- practice: kaytanto-", "\n- practice: kaytanot-"),
    ("\nplaces:\n- '", "\nplaces:\n- 'imatra"),
    ("\nprovider: ", "\nprovider: uusi-"),
    ("\nstarted: '", "\nstarted: 'noin "),
    ("\n  min: '0'", "\n  min: nolla"),
)
_WORD = re.compile(r"[a-zåäö]{5,14}")


def write_catalogue(folder: Path, practices: int, seed: int = 1, bad: int = 0) -> None:
    """Write a whole catalogue with `practices` practices, `bad` of them wrong, to `folder`.

    Registry, texts and theme are those of the real one; award rounds are added, so that no round
    grows with the catalogue beyond `NOMINEES` nominees.
    """
    for name in ("registry", "docs", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("catalogue.yml", "mkdocs.yml"):
        shutil.copy(ROOT / name, folder / name)
    made = dict(files(practices, seed))
    step = max(len(made) // bad, 1) if bad else 1
    for turn, name in enumerate(sorted(made)[: bad * step : step]):
        made[name] = _spoilt(made[name], turn)
    (folder / "practices").mkdir()
    for name, text in made.items():
        (folder / "practices" / name).write_text(text, encoding="utf-8")
    pattern = yaml.safe_load(_read("registry/awards/kunnallinen-lastensuojeluteko-2013.yml"))
    for number in range(_rounds(practices)):
        pattern["name"] = {
            "fi": f"Palkinto {number}",
            "sv": f"Pris {number}",
            "en": f"Award {number}",
        }
        pattern["candidates"] = str(NOMINEES)
        text = yaml.safe_dump(pattern, allow_unicode=True, sort_keys=False)
        (folder / "registry" / "awards" / f"palkinto-{number}.yml").write_text(text, "utf-8")


def files(practices: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Yield the name and text of each practice file."""
    maker = _Maker(seed, practices)
    for number in range(practices):
        yield maker.file(number)


class _Maker:
    """Puts records together from the real catalogue's words."""

    def __init__(self, seed: int, practices: int) -> None:
        self.practices = practices
        self.random = random.Random(seed)
        registry = {
            name: yaml.load(_read(f"registry/{name}.yml"), yaml.BaseLoader)
            for name in ("vocabularies", "indicators", "organisations", "places")
        }
        self.vocabularies = {
            name: [value for value in vocabulary["values"] if value != "unknown"]
            for name, vocabulary in registry["vocabularies"].items()
        }
        self.indicators = registry["indicators"]
        self.organisations = list(registry["organisations"])
        self.places = [
            (place["code"], place["name"]["fi"]) for place in registry["places"]["municipalities"]
        ]
        texts = [path.read_text("utf-8") for path in sorted((ROOT / "practices").glob("*.md"))]
        bodies = " ".join(text.split("\n---\n", 1)[1] for text in texts)
        plain = re.sub(r"^(#.*|[-*|>].*)$|[\[\]*_`]|\([^)]*\)", "", bodies, flags=re.MULTILINE)
        self.sentences = [
            s.strip() for s in re.split(r"(?<=[.!?])\s+", plain) if 30 < len(s.strip()) < 220
        ]
        self.words = sorted(set(_WORD.findall(plain.lower())))

    def file(self, number: int) -> tuple[str, str]:
        """Return the name and the text of practice `number`."""
        language = "sv" if number % _SWEDISH_EVERY == 7 else "fi"
        name = f"kaytanto-{number:06d}"
        head = yaml.dump(
            self._record(number, language),
            Dumper=yaml.CSafeDumper,
            allow_unicode=True,
            sort_keys=False,
            width=10_000,
        )
        return f"{name}.md", f"---\n{head}---\n\n{self._body(language)}"

    def _record(self, number: int, language: str) -> dict[str, Any]:
        pick, some = self.random.choice, self._some
        code, place = pick(self.places)
        themes = some("theme", 3)
        record: dict[str, Any] = {
            "title": self._title(place),
            "aliases": [f"{pick(self.words)} {pick(self.words)}"],
            "language": language,
            "summary": self._prose(language, 2)[:300],
            "kind": pick(self.vocabularies["kind"]),
            "status": {"value": pick(self.vocabularies["status"]), "as_of": self._year(2018, 2026)},
            "started": self._year(2005, 2017),
            "service_levels": some("service_level", 2),
            "themes": themes,
            "target_groups": some("target_group", 2),
            "age": {"min": "0", "max": str(self.random.randint(6, 20))},
            "keywords": self.random.sample(self.words, 5),
            "places": list(dict.fromkeys([code, pick(self.places)[0]])),
            "provider": pick(self.organisations),
            "provider_kind": pick(self.vocabularies["provider_kind"]),
            "resources": {
                "staff": {"headcount": str(self.random.randint(2, 60))},
                "cost": {
                    "amount": str(self.random.randint(5, 900) * 1000),
                    "currency": "EUR",
                    "price_year": self._year(),
                },
                "funding": pick(self.vocabularies["funding"]),
                "note": self._prose(language, 1),
            },
            "participation": {
                "level": pick(self.vocabularies["participation"]),
                "note": self._prose(language, 1),
            },
        }
        if number % 5 == 1:
            record["model"] = f"malli-{number // 25}"
        if number % 12 == 3:
            record["no_outcomes_because"] = self._prose(language, 1)
        else:
            record["outcomes"] = [
                self._outcome(n, code, language) for n in range(self.random.randint(1, 4))
            ]
        if number % 5 == 0:
            award = f"palkinto-{number // 5 % _rounds(self.practices)}"
            record["awards"] = [{"round": award, "role": pick(["nominee", "finalist"])}]
        record["contacts"] = [
            {
                "role": "vastuuhenkilö",
                "organisation": record["provider"],
                "verified": f"{self._year()}-05-01",
            }
        ]
        record["sources"] = [
            {
                "id": "lahde",
                "title": f"Selvitys: {record['title']}",
                "publisher": place,
                # No source tells of what came after it.
                "date": f"{max(self._year(), *_measured(record))}-05-18",
                "url": f"https://esimerkki.invalid/{number}",
                "kind": pick(["press-release", "evaluation", "article", "register"]),
                "independence": pick(["self", "funder", "independent"]),
            }
        ]
        if number > 30:
            other = self.random.randrange(max(0, number - 500), number)
            record["related"] = [
                {"practice": f"kaytanto-{other:06d}", "how": self._prose(language, 1)}
            ]
        record["reviewed"] = f"2026-0{self.random.randint(1, 9)}-11"
        shares = {name for name, item in self.indicators.items() if item["unit"] == "percent"}
        add_rare(record, number, lambda: self._prose(language, 1), self.vocabularies, shares)
        return record

    def _outcome(self, position: int, place: str, language: str) -> dict[str, Any]:
        pick = self.random.choice
        indicator = pick(list(self.indicators))
        outcome: dict[str, Any] = {
            "id": f"tulos-{position}",
            "indicator": indicator,
            "statement": self._prose(language, 1),
            "population": pick(self.vocabularies["population"]),
            "place": place,
        }
        unit = self.indicators[indicator]["unit"]
        if unit != "qualitative" and self.random.random() < 0.8:
            top = 95 if unit == "percent" else 400
            before, after = (self.random.randint(2, top) for _ in range(2))
            year = self.random.randint(2010, 2023)
            outcome["baseline"] = {"value": str(before), "period": str(year)}
            if self.random.random() < 0.8:
                outcome["follow_up"] = {
                    "value": str(after),
                    "period": str(year + self.random.randint(1, 3)),
                }
                outcome["observed"] = ("unchanged", "increased", "decreased")[
                    (after > before) - (after < before)
                ]
            if self.random.random() < 0.3:
                outcome["comparators"] = [
                    {
                        "place": pick(self.places)[0],
                        "baseline": {
                            "value": str(self.random.randint(2, top)),
                            "period": str(year),
                        },
                        "follow_up": {
                            "value": str(self.random.randint(2, top)),
                            "period": str(year + 1),
                        },
                    }
                ]
        else:
            outcome["observed"] = pick(self.vocabularies["observed"])
        outcome |= {"source": "lahde", "locator": "1. kappale", "caveats": self._some("caveat", 2)}
        return outcome

    def _title(self, place: str) -> str:
        words = self.random.sample(self.words, 4)
        return f"{words[0].capitalize()} {words[1]} ja {words[2]} {words[3]}, {place}"

    def _year(self, first: int = 2008, last: int = 2025) -> str:
        return str(self.random.randint(first, last))

    def _some(self, vocabulary: str, most: int) -> list[str]:
        values = self.vocabularies[vocabulary]
        return self.random.sample(values, self.random.randint(1, most))

    def _prose(self, language: str, sentences: int) -> str:
        pool: Any = _SWEDISH if language == "sv" else self.sentences
        return " ".join(self.random.choice(pool) for _ in range(sentences))

    def _body(self, language: str) -> str:
        parts = []
        for heading in _HEADINGS[language]:
            paragraphs = [self._prose(language, self.random.randint(2, 5)) for _ in range(3)]
            items = "\n".join(
                f"- **{self.random.choice(self.words)}**: {self._prose(language, 1)}"
                for _ in range(3)
            )
            parts.append(f"## {heading}\n\n" + "\n\n".join([paragraphs[0], items, *paragraphs[1:]]))
        return "\n\n".join(parts) + "\n"


def _spoilt(text: str, turn: int) -> str:
    """The file `text` with one mistake, of many kinds in turn."""
    mistakes = [(right, wrong) for right, wrong in _MISTAKES if right in text]
    return text.replace(*mistakes[turn % len(mistakes)], 1)


def _measured(record: dict[str, Any]) -> list[str]:
    """The years of all figures of a practice, and one before any."""
    outcomes = record.get("outcomes", [])
    figures = [each for outcome in outcomes for each in (outcome, *outcome.get("comparators", []))]
    found = [each.get(key) for each in figures for key in ("baseline", "follow_up")]
    return ["0", *(figure["period"] for figure in found if figure)]


def _rounds(practices: int) -> int:
    """How many award rounds a fifth of the practices fills."""
    return max(practices // 5 // NOMINEES, 1)


def _read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def main() -> None:
    """Write a catalogue where the command line says."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.synthetic")
    parser.add_argument("practices", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bad", type=int, default=0, help="how many of them are wrong")
    given = parser.parse_args()
    write_catalogue(given.folder, given.practices, given.seed, given.bad)


if __name__ == "__main__":
    main()
