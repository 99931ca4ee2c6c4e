"""What the steps of the audit found and could not run, and how both are told."""

import sys
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

SHOWN = 30


@dataclass(frozen=True)
class Site:
    """The built site: its folder, where it is served (ending in `/`), and its other languages."""

    folder: Path
    url: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """What is wrong, and where."""

    text: str


@dataclass(frozen=True)
class NotRun:
    """What of a step could not be run here, and why."""

    text: str


class NotRunError(Exception):
    """A step, or what is left of it, cannot be run here; says why."""


Said = Finding | NotRun
Step = Callable[[Site], Iterable[Said]]


def progress(text: str) -> None:
    """Say on the standard error stream what is being done."""
    print(f"audit: {text}", file=sys.stderr, flush=True)


def report(steps: Mapping[str, Step], site: Site) -> int:
    """Run `steps` by name and tell what each found; return 1 if anything was found, else 0.

    What could not be run is told as such, and told again at the end, but is not a finding.
    """
    found = 0
    missed: list[str] = []
    for name, step in steps.items():
        progress(name)
        findings, not_run = _said(step, site)
        found += len(findings)
        missed += [f"{name}: {why}" for why in not_run]
        _tell(name, findings, not_run)
    print(f"Audit: {found} found" if found else "Audit: nothing found", flush=True)
    for line in missed:
        print(f"  NOT RUN: {line}", flush=True)
    return int(found > 0)


def _said(step: Step, site: Site) -> tuple[list[str], list[str]]:
    # What was said before a step had to be given up is told too.
    findings: list[str] = []
    not_run: list[str] = []
    try:
        for said in step(site):
            (findings if isinstance(said, Finding) else not_run).append(said.text)
    except NotRunError as reason:
        not_run.append(str(reason))
    except Exception as error:
        # A fault of the audit itself must neither pass for a sound site nor hide the other steps.
        traceback.print_exc()
        findings.append(f"the step failed: {error!r}")
    return findings, not_run


def _tell(name: str, findings: list[str], not_run: list[str]) -> None:
    if findings:
        print(f"{name}: {len(findings)} found", flush=True)
    elif not not_run:
        print(f"{name}: nothing found", flush=True)
    for line in findings[:SHOWN]:
        print(f"  {line}", flush=True)
    if len(findings) > SHOWN:
        print(f"  … and {len(findings) - SHOWN} more", flush=True)
    for line in not_run:
        print(f"{name}: NOT RUN: {line}", flush=True)
