"""Files judged by several processes are judged as by one."""

import pytest
from benchmarks.synthetic import write_catalogue

from catalogue.check import shared
from catalogue.check.practices import check_practices, read_practices
from catalogue.check.registry import load_registry
from catalogue.check.shared import SIZE, Judging, judged_by
from catalogue.checked import Inputs, checked
from catalogue.messages import messages
from catalogue.problem import Problem
from catalogue.source.document import stem_of
from tests.factories import TODAY


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    """A few lots of synthetic practices, some of them bad, and a file that is none."""
    folder = tmp_path_factory.mktemp("shared") / "catalogue"
    write_catalogue(folder, 4 * SIZE + 7, seed=4, bad=15)
    (folder / "practices" / "muistio.txt").write_text("Ei käytäntö.", encoding="utf-8")
    return Inputs(folder, folder / "practices", folder / "registry", TODAY, jobs=2)


def judging(inputs: Inputs) -> Judging:
    """The work on the files of `inputs`."""
    ids = frozenset(stem_of(path.name) for path in inputs.practices.iterdir())
    found = load_registry(inputs.registry, "registry", messages(), ids)
    assert found.registry, found.problems[:3]
    return Judging(inputs.practices, "practices", found.registry, ids, TODAY)


@pytest.mark.parametrize("processes", [2, 3])
def test_what_several_processes_find_is_what_one_finds(inputs: Inputs, processes: int) -> None:
    """Practices, sources and problems, and when each was told."""
    work = judging(inputs)
    told: list[list[tuple[Problem, ...]]] = [[], []]
    alone, together = (
        check_practices(
            sources, work.registry, TODAY, messages(), ids=work.ids, told=told[number].append
        )
        for number, sources in enumerate(
            (read_practices(inputs.practices, "practices"), judged_by(processes, work))
        )
    )
    assert len(alone.problems) >= 15
    assert together.problems == alone.problems
    assert told[1] == told[0]
    assert dict(together.practices) == dict(alone.practices)
    assert list(together.sources) == list(alone.sources)
    for name, source in together.sources.items():
        assert source == alone.sources[name]
        assert (source.head, source.digest, source.stem) == (
            alone.sources[name].head,
            alone.sources[name].digest,
            alone.sources[name].stem,
        )


def test_a_large_catalogue_is_read_by_as_many_processes_as_asked_for(
    inputs: Inputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what is wrong is told in the same order."""
    alone = checked(inputs)
    asked: list[int] = []
    monkeypatch.setattr("catalogue.checked._WORTH_PROCESSES", 100)
    monkeypatch.setattr(
        "catalogue.checked.judged_by",
        lambda processes, work: (asked.append(processes), shared.judged_by(processes, work))[1],
    )
    together = checked(inputs)
    assert asked == [2]
    assert together.problems == alone.problems
    assert together.problems
