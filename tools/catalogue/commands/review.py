"""`catalogue review`: what an editor should look at in a submission."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from catalogue.check.practices import read_practice
from catalogue.check.shape import validated
from catalogue.checked import Inputs, checked
from catalogue.commands.compared import base_commit, changed_files, version_at
from catalogue.commands.inputs import inputs_here, registry_here
from catalogue.commands.outcome import PROBLEMS, SOUND, CannotRunError
from catalogue.derive.completeness import completeness_of
from catalogue.messages import Messages, messages
from catalogue.model.declared import ITEM, declared_fields
from catalogue.model.practice import Practice
from catalogue.model.registry import Registry
from catalogue.problem import Loc, Problem
from catalogue.settings import Settings, load_settings
from catalogue.source.document import Source
from catalogue.submit.changed import changes
from catalogue.submit.report import Guides, Reviewed, review_summary, review_text
from catalogue.submit.review import remarks

FORMATS = ("text", "summary")


def review(given: argparse.Namespace) -> int:
    """Print what an editor should look at in the files given, or in those that have changed."""
    texts, inputs = messages(), inputs_here(os.environ)
    registry = registry_here(inputs, texts)
    settings, _ = load_settings(inputs.root, os.environ, texts)
    branch = settings.branch if settings else Settings.model_fields["branch"].default
    commit = base_commit(inputs, given.base, branch)
    if given.base and commit is None:
        raise CannotRunError(texts.get("review.unknown-base", base=given.base))
    changed = changed_files(inputs.practices, commit, "*.md") if commit else []
    names = {inputs.practices / one.name: one.was for one in changed}
    paths = [Path(path) for path in given.files] or [path for path in names if _is_text(path)]
    for path in paths:
        if not path.is_file() or path.suffix != ".md":
            raise CannotRunError(texts.get("review.not-practice", path=path))
    if commit is None and given.format == "text":
        print(texts.get("review.no-base"), file=sys.stderr)
    # One of the repository's own files may be named by another way to it.
    paths = [inputs.practices / p.name if _is_ours(p, inputs) else p for p in paths]
    outside = tuple(p for p in paths if not _is_ours(p, inputs))
    problems = checked(inputs, extra=outside, only_problems=True).problems
    reviewed = []
    for path in paths:
        was = names.get(inputs.practices / path.name, path.name)
        before = version_at(inputs, commit, was) if _is_ours(path, inputs) else None
        now = read_practice(path, path.name)
        reviewed.append(_reviewed(path, was, now, before, problems, inputs, registry, texts))
    others = () if given.files or not commit else tuple(_others(inputs, commit, paths, texts))
    if given.format == "text":
        sys.stdout.write(review_text(reviewed, texts, others))
    else:
        sys.stdout.write(review_summary(reviewed, texts, _guides(settings, branch), others))
    return PROBLEMS if any(one.problems for one in reviewed) else SOUND


def _reviewed(
    path: Path,
    was: str,
    now: Source,
    before: Source | None,
    problems: Sequence[Problem],
    inputs: Inputs,
    registry: Registry,
    texts: Messages,
) -> Reviewed:
    shown = inputs.shown(path.absolute())
    own = tuple(problem for problem in problems if problem.path == shown)
    practice, last = _practice(now), _practice(before) if before else None
    said = remarks(practice, last, registry, inputs.today, texts) if practice else {}
    missing = tuple(_missing(practice, texts)) if practice else ()
    told = changes(now, before, registry, texts) if before else ()
    if before and was != path.name:
        told = (texts.get("review.renamed", before=was, after=path.name), *told)
    return Reviewed(shown, before is None, own, missing, {"changes": told, **said})


def _others(
    inputs: Inputs, commit: str, reviewed: Sequence[Path], texts: Messages
) -> Iterator[str]:
    """The files that have changed beside those `reviewed`: others, and practices that are gone."""
    folders = dict.fromkeys((inputs.root.absolute(), inputs.practices.absolute()))
    kinds = {
        folder / one.name: one.kind for folder in folders for one in changed_files(folder, commit)
    }
    told = {path.absolute() for path in reviewed}
    for path in sorted(kinds.keys() - told):
        word = {"A": "added", "D": "removed"}.get(kinds[path], "changed")
        yield texts.get(f"review.file-{word}", path=inputs.shown(path))


def _is_ours(path: Path, inputs: Inputs) -> bool:
    return path.resolve().parent == inputs.practices.resolve()


def _is_text(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _guides(settings: Settings | None, branch: str) -> Guides:
    """Where it is told how to mend a practice: on the site if it is published, in the repository.

    GitHub tells its workflows which repository they run in.
    """
    site = settings.site_url if settings else None
    server, name = os.environ.get("GITHUB_SERVER_URL"), os.environ.get("GITHUB_REPOSITORY")
    repository = settings.repository if settings else None
    if not repository and server and name:
        repository = f"{server}/{name}"
    found = []
    if site:
        found += [("fields", f"{site}/ilmoita/kentat/"), ("handling", f"{site}/ilmoita/kasittely/")]
    if repository:
        found.append(("contributing", f"{repository}/blob/{branch}/CONTRIBUTING.md"))
    return tuple(found)


def _practice(source: Source) -> Practice | None:
    return validated(Practice, source.data)[0] if source.data else None


def _missing(practice: Practice, texts: Messages) -> Iterator[str]:
    labels = {
        declared.path: texts.get(f"field.{declared.model.__name__}.{declared.name}.label")
        for declared in declared_fields(Practice)
    }
    for loc in completeness_of(practice).missing:
        path: Loc = tuple(ITEM if isinstance(step, int) else step for step in loc)
        parents = [labels[path[:n]] for n in range(1, len(path) + 1) if path[:n] in labels]
        yield ": ".join(parents)
