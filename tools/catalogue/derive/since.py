"""What has changed in an award round since its nominees were frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from catalogue.check.raw import records_at, text_at
from catalogue.derive.difference import Difference, differences
from catalogue.snapshot import Snapshot
from catalogue.source.document import split_practice


@dataclass(frozen=True, slots=True)
class Nominated:
    """A nominee's file as it is now, and the ids by which it may have been known before."""

    text: str
    former_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Since:
    """The changes since the freezing.

    Attributes:
        commit: The version that was frozen; "" when the history is not at hand.
        day: The day of that version.
        changed: What differs in each nominee, by id; nothing for one that has not changed.
        added: Ids of those who are nominees now and were not in the frozen version.
        removed: Titles of those who were nominees then and are not now.
    """

    commit: str = ""
    day: str = ""
    changed: Mapping[str, tuple[Difference, ...]] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether the frozen version could be read."""
        return bool(self.commit)


def since_frozen(award_round: str, snapshot: Snapshot, now: Mapping[str, Nominated]) -> Since:
    """Compare the nominees of `award_round` as they are `now`, by id, with `snapshot`."""
    if not snapshot.known:
        return Since()
    then = {
        name: data
        for name, text in snapshot.texts.items()
        if _nominated(data := split_practice("", text).data, award_round)
    }
    changed: dict[str, tuple[Difference, ...]] = {}
    added: list[str] = []
    met: set[str] = set()
    for name, nominee in now.items():
        old = next((n for n in (name, *nominee.former_ids) if n in then), None)
        if old is None:
            added.append(name)
            continue
        met.add(old)
        if found := differences(snapshot.texts[old], nominee.text):
            changed[name] = found
    gone = (name for name in then if name not in met)
    removed = tuple(text_at(then[name], "title") or name for name in gone)
    return Since(snapshot.commit, snapshot.day, changed, tuple(added), removed)


def _nominated(data: Mapping[str, object], award_round: str) -> bool:
    return any(text_at(award, "round") == award_round for _, award in records_at(data, "awards"))
