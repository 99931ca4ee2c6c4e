"""The builders in turn: cold, again without a change, and after a change of one article."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.build.content import Article, article
from benchmarks.build.growth import Spread
from benchmarks.build.measure import Output, Run, output, run
from benchmarks.build.ours import catalogue
from benchmarks.build.peer import Peer, Tool

COLD, WARM, CHANGE = "cold", "warm", "change"
STEPS = (COLD, WARM, CHANGE)
Key = tuple[str, int, str]


@dataclass
class Results:
    """What was measured: runs by builder, size and step, and what each left on the disk.

    Attributes:
        runs: The runs that ended well.
        outputs: The site of a cold build, by builder and size.
        notes: What was not run or did not end, and why.
        out: The builders that failed or were cut, and are not run again.
    """

    runs: dict[Key, list[Run]] = field(default_factory=lambda: defaultdict(list))
    outputs: dict[tuple[str, int], Output] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    out: set[str] = field(default_factory=set)

    def spread(self, name: str, size: int, step: str, what: str) -> Spread | None:
        """Return the `cpu`, `wall` or `peak` of the runs; None where there are none."""
        runs = self.runs.get((name, size, step))
        return Spread(tuple(getattr(each, what) for each in runs)) if runs else None


def compete(
    results: Results,
    peers: Sequence[Peer],
    tools: Mapping[str, Tool],
    size: int,
    repeats: int,
    cap: float,
    folder: Path,
) -> None:
    """Run every builder at `size`, `repeats` times, in turn, each run at most `cap` seconds.

    What is measured is added to `results`; a builder that failed or was cut there is left out.
    """
    source = folder / f"content-{size}"
    catalogue(source, size)
    projects: dict[str, Path] = {}
    for number, peer in enumerate(peers):
        if peer.most is not None and size > peer.most:
            why = f": {peer.why}" if peer.why else ""
            results.notes.append(f"{peer.name} was not run at {size:,}{why}.")
        elif peer.name not in results.out:
            projects[peer.name] = folder / f"project-{number}-{size}"
            peer.write(projects[peer.name], articles(source / "practices"))
    for repeat in range(repeats):
        for peer in peers:
            if peer.name in projects and peer.name not in results.out:
                tool, project = tools[peer.tool], projects[peer.name]
                problem = _turn(results, peer, tool, project, size, cap, repeat)
                if problem:
                    results.notes.append(problem)
                    results.out.add(peer.name)
    for project in (*projects.values(), source):
        shutil.rmtree(project, ignore_errors=True)


def articles(folder: Path) -> Iterator[Article]:
    """Yield the practices in `folder` as articles."""
    for path in sorted(folder.glob("*.md")):
        yield article(path.name, path.read_text("utf-8"))


def _turn(
    results: Results, peer: Peer, tool: Tool, project: Path, size: int, cap: float, repeat: int
) -> str:
    """Run one builder once, cold, warm and after a change; return what went wrong, or nothing."""
    site = project / peer.site
    for name in (peer.site, *peer.caches):
        shutil.rmtree(project / name, ignore_errors=True)
    for step in STEPS:
        if step == CHANGE:
            pages = sorted((project / peer.page).glob("*.md"))
            with pages[len(pages) // 2].open("a", encoding="utf-8") as file:
                file.write(f"\nKorjattu kerran {repeat}.\n")
        done = run(peer.command(tool.program), project, cap, peer.environment)
        took = f"{done.cpu:.1f} s CPU, {done.wall:.1f} s"
        print(f"  {size:>6} {peer.name}, {step}: {took}", flush=True)
        if done.code is None:
            return f"{peer.name} was cut at {size:,} ({step}): it took more than {cap:,.0f} s."
        if done.code:
            said = done.said.strip().splitlines()
            last = said[-1].strip() if said else ""
            return f"{peer.name} failed at {size:,} ({step}), exit code {done.code}: {last[:200]}"
        results.runs[peer.name, size, step].append(done)
        if step == COLD:
            results.outputs[peer.name, size] = output(site)
    return ""
