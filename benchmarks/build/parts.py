"""What parts of our build take by themselves: the search index, the preview pictures, `serve`.

Run in the folder of a catalogue: `python -m benchmarks.build.parts`, and with `serve` for that.

The builders compared make neither, so their CPU is told apart and taken off. Both are measured in
a process of their own, on the same catalogue: the index with no word analysed before and with all
of them, the pictures as they are drawn. `serve` builds once and then renews the site in the same
process: what that takes after a sentence was added to one practice is the middle of three times.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from catalogue.browse.place import known_places
from catalogue.browse.text import search_record
from catalogue.checked import JOBS, checked
from catalogue.cli import COLLECTED_AFTER
from catalogue.commands.inputs import inputs_here
from catalogue.commands.serve import Preview
from catalogue.pages.frame import Frame, frame_of
from catalogue.pages.picture import drawn_picture, of_practice
from catalogue.search import SynonymGroup, build_index
from catalogue.search.kept import WordCaches

SERVE = "serve"
_SENTENCE = "Tuki alkaa viikon kuluessa yhteydenotosta."


def main() -> None:
    """Print seconds of CPU as JSON, by part."""
    # As the command does: a build ends before it is worth looking for garbage.
    gc.disable()
    print(json.dumps(_living() if sys.argv[1:] == [SERVE] else _apart()))


def _apart() -> dict[str, float]:
    found = checked(inputs_here({**os.environ, JOBS: "1"}))
    assert found.catalogue and found.settings
    frame = frame_of(found.catalogue, found.settings)
    with tempfile.TemporaryDirectory() as name:
        kept = WordCaches(Path(name))
        return {
            "index_cold": _timed(lambda: _index(frame, kept)),
            "index_warm": _timed(lambda: _index(frame, kept)),
            "pictures": _timed(lambda: _pictures(frame)),
        }


def _index(frame: Frame, kept: WordCaches) -> None:
    synonyms = tuple(SynonymGroup(group) for group in frame.catalogue.registry.synonyms)
    records = [search_record(frame, entry) for entry in frame.catalogue.entries]
    names = known_places(frame.catalogue.registry).words
    for language in dict.fromkeys(record.language for record in records):
        analyser = kept.analyser(language)
        build_index(records, language=language, analyser=analyser, synonyms=synonyms, names=names)


def _pictures(frame: Frame) -> None:
    for entry in frame.catalogue.entries:
        drawn_picture(of_practice(frame, entry))


def _living() -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name:
        preview = Preview(Path(name))

        def renew() -> None:
            problems, summary = preview.renew(inputs_here({**os.environ, JOBS: "1"}))
            assert not problems, summary

        first = _timed(renew)
        # As the command does: what the first time makes is not looked through for garbage.
        gc.freeze()
        gc.set_threshold(*COLLECTED_AFTER)
        gc.enable()
        practices = sorted(Path("practices").glob("*.md"))
        changes = []
        for part in (1, 2, 3):
            path = practices[len(practices) * part // 4]
            text = path.read_text(encoding="utf-8")
            path.write_text(text.rstrip("\n") + f" {_SENTENCE}\n", encoding="utf-8")
            changes.append(_timed(renew))
            path.write_text(text, encoding="utf-8")
    return {"living_first": first, "living_change": statistics.median(changes)}


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
