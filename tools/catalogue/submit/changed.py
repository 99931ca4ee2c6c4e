"""Every difference between two versions of a practice file, in the words of its fields."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from catalogue.messages import Messages
from catalogue.model.declared import ITEM, Declared, declared_fields
from catalogue.model.practice import Practice
from catalogue.model.registry import Registry
from catalogue.model.values import StatedDate, StatedPeriod
from catalogue.problem import Loc
from catalogue.source.document import Source
from catalogue.submit.changed_text import change, changed_text, quoted

# By which of its fields a record in a list is known: the first of these that it has.
_NAMES = ("id", "practice", "round", "place", "name", "role", "organisation")
_WITHIN = " › "
_ABSENT = object()
Key = tuple[str, str, int]


def changes(now: Source, before: Source, registry: Registry, texts: Messages) -> tuple[str, ...]:
    """Return what has changed from `before` to `now`, each change in a sentence of its own.

    What was written is compared, not what it means: a change that the check refuses is told too.
    Of a change that is none in the facts and the texts, as of the order of keys, only that it is
    one is told. Where the front matter of either cannot be read, nothing can be compared.
    """
    if not now.data:
        return ()
    if not before.data:
        return (texts.get("review.change-unreadable"),)
    telling = _Telling(registry, texts)
    found = (
        *telling.values((), (), before.data, now.data),
        *changed_text(now.body, before.body, texts),
    )
    if not found and now.digest != before.digest:
        return (texts.get("review.change-form"),)
    return found


class _Telling:
    """Tells differences by the labels of `texts` and the names of `registry`."""

    def __init__(self, registry: Registry, texts: Messages) -> None:
        self._registry, self._texts = registry, texts

    def values(
        self, path: Loc, names: tuple[str, ...], before: object, now: object
    ) -> Iterator[str]:
        """Yield the differences of two values of the field at `path`, which is called `names`."""
        before, now = self._as_records(path, before, now)
        if before == now:
            return
        if isinstance(before, Mapping) and isinstance(now, Mapping):
            for key in dict.fromkeys((*before, *now)):
                inner = (*path, key)
                old, new = before.get(key, _ABSENT), now.get(key, _ABSENT)
                yield from self.values(inner, (*names, self._label(inner)), old, new)
        elif isinstance(before, list) and isinstance(now, list):
            yield from self._lists(path, names, before, now)
        else:
            old_text, new_text = self._shown(path, before), self._shown(path, now)
            yield change(_called(names), old_text, new_text, self._texts)

    def _lists(
        self, path: Loc, names: tuple[str, ...], before: Sequence[object], now: Sequence[object]
    ) -> Iterator[str]:
        inner = (*path, ITEM)
        old, new = _keyed(before), _keyed(now)
        for key, value in old.items():
            if key not in new:
                yield change(_called(names), self._shown(inner, value), None, self._texts)
        for key, value in new.items():
            if key not in old:
                yield change(_called(names), None, self._shown(inner, value), self._texts)
            else:
                name = self._shown((*inner, key[0]), key[1]) or key[1]
                yield from self.values(inner, (*names, name), old[key], value)
        if [key for key in old if key in new] != [key for key in new if key in old]:
            yield self._texts.get("review.change-order", field=_called(names))

    def _as_records(self, path: Loc, before: object, now: object) -> tuple[object, object]:
        """Both as records, where one has a date as a text and the other as a record."""
        declared = self._fields.get(path)
        if declared and declared.record in (StatedDate, StatedPeriod):
            if isinstance(before, str) and isinstance(now, Mapping):
                return {"value": before}, now
            if isinstance(now, str) and isinstance(before, Mapping):
                return before, {"value": now}
        return before, now

    def _shown(self, path: Loc, value: object) -> str | None:
        """A value in words; None where there is none."""
        if value is _ABSENT:
            return None
        if isinstance(value, Mapping):
            return "; ".join(
                f"{self._label((*path, key))}: {self._shown((*path, key), item)}"
                for key, item in value.items()
            )
        if isinstance(value, list):
            shown = (self._shown((*path, ITEM), item) or "" for item in value)
            return ", ".join(shown) or self._texts.get("review.change-empty")
        text = str(value)
        if not text:
            return self._texts.get("review.change-empty")
        return self._named(path, text) or (quoted(text) if " " in text else text)

    def _named(self, path: Loc, value: str) -> str | None:
        """What the registry calls a value that stands for something; None for another."""
        declared = self._fields.get(path[:-1] if path[-1:] == (ITEM,) else path)
        if declared is None:
            return None
        if declared.choice:
            terms = self._registry.vocabularies[declared.choice.vocabulary].values
            return terms[value].label.get(self._texts.language) if value in terms else None
        if declared.reference:
            return self._names.get((declared.reference.register, value))
        if declared.field.annotation is bool and value in ("true", "false"):
            return self._texts.get(f"review.flag-{value}")
        return None

    def _label(self, path: Loc) -> str:
        """The label of the field at `path`; the key itself of one that there is not."""
        declared = self._fields.get(path)
        if declared is None:
            return quoted(str(path[-1]))
        return self._texts.get(f"field.{declared.model.__name__}.{declared.name}.label")

    @cached_property
    def _fields(self) -> Mapping[Loc, Declared]:
        return {declared.path: declared for declared in declared_fields(Practice)}

    @cached_property
    def _names(self) -> Mapping[tuple[str, str], str]:
        """The name of everything in the registers, by register and id."""
        known = self._registry
        places = {**known.municipalities, **known.counties, **known.areas}
        registers: Mapping[str, Mapping[str, object]] = {
            "organisations": known.organisations,
            "indicators": known.indicators,
            "rounds": known.rounds,
            "places": places,
        }
        return {
            (register, key): item.name.get(self._texts.language)  # type: ignore[attr-defined]
            for register, items in registers.items()
            for key, item in items.items()
        }


def _called(names: tuple[str, ...]) -> str:
    """Where a field stands, in words; a value that is called as its record is told once."""
    kept = [name for n, name in enumerate(names) if not n or name != names[n - 1]]
    return _WITHIN.join(kept)


def _keyed(items: Sequence[object]) -> dict[Key, object]:
    """The items of a list by what tells them apart, wherever they stand."""
    seen: Counter[tuple[str, str]] = Counter()
    found: dict[Key, object] = {}
    for item in items:
        known = item if isinstance(item, Mapping) else {}
        name = next((key for key in _NAMES if isinstance(known.get(key), str)), "")
        mark = (name, str(known[name] if name else item))
        found[(*mark, seen[mark])] = item
        seen[mark] += 1
    return found
