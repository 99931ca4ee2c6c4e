"""`catalogue review` and `catalogue from-issue`: what editors do with a submission."""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from catalogue.check.practices import section_headings
from catalogue.check.registry import load_registry
from catalogue.check.report import as_text
from catalogue.check.shape import validated
from catalogue.checked import Inputs, checked
from catalogue.commands.git import git
from catalogue.commands.inputs import inputs_here
from catalogue.commands.outcome import PROBLEMS, SOUND, CannotRunError
from catalogue.commands.record import write_record
from catalogue.derive.completeness import completeness_of
from catalogue.messages import Messages, messages
from catalogue.model.declared import ITEM, declared_fields
from catalogue.model.practice import Practice
from catalogue.model.registry import Registry
from catalogue.problem import Loc
from catalogue.settings import Settings, load_settings
from catalogue.slug import slug
from catalogue.source.document import split_practice
from catalogue.source.gate import RefusedError, decode
from catalogue.submit.issue import practice_of_issue
from catalogue.submit.report import Guides, Reviewed, review_summary, review_text
from catalogue.submit.review import remarks

FORMATS = ("text", "summary")
_BASES = ("origin/main", "main")


def review(given: argparse.Namespace) -> int:
    """Print what an editor should look at in the files given, or in those that have changed."""
    texts, inputs = messages(), inputs_here(os.environ)
    registry = _registry(inputs, texts)
    commit = _commit(inputs, given.base)
    paths = [Path(path) for path in given.files] or _changed(inputs, commit)
    for path in paths:
        if not path.is_file() or path.suffix != ".md":
            raise CannotRunError(texts.get("review.not-practice", path=path))
    if commit is None and given.format == "text":
        print(texts.get("review.no-base"), file=sys.stderr)
    outside = tuple(p for p in paths if p.resolve().parent != inputs.practices.resolve())
    problems = checked(inputs, extra=outside, only_problems=True).problems
    reviewed = []
    for path in paths:
        shown = inputs.shown(path.absolute())
        before = _before(inputs, commit, path)
        now = _practice(path.read_bytes())
        own = tuple(problem for problem in problems if problem.path == shown)
        said = remarks(now, before, registry, inputs.today, texts) if now else {}
        missing = tuple(_missing(now, texts)) if now else ()
        reviewed.append(Reviewed(shown, before is None, own, missing, said))
    if given.format == "text":
        sys.stdout.write(review_text(reviewed, texts))
    else:
        sys.stdout.write(review_summary(reviewed, texts, _guides(inputs, texts)))
    return PROBLEMS if any(one.problems for one in reviewed) else SOUND


def from_issue(given: argparse.Namespace) -> int:
    """Turn the text of an issue form into a practice file, and say what is still wrong with it."""
    texts, inputs = messages(), inputs_here(os.environ)
    registry = _registry(inputs, texts)
    text = Path(given.file).read_text("utf-8") if given.file else sys.stdin.read()
    data, sections = practice_of_issue(text.replace("\r\n", "\n"), registry, inputs.today, texts)
    title = given.title or data.get("title")
    if not isinstance(title, str) or not slug(title):
        raise CannotRunError(texts.get("from-issue.no-title"))
    headings = section_headings(registry, "fi")
    body = {headings[name]: sections[name] for name in headings if name in sections}
    return write_record(inputs, {**data, "title": title}, body, "from-issue.next")


def _guides(inputs: Inputs, texts: Messages) -> Guides:
    """Where it is told how to mend a practice: on the site if it is published, in the repository.

    GitHub tells its workflows which repository they run in.
    """
    settings, _ = load_settings(inputs.root, os.environ, texts)
    site = settings.site_url if settings else None
    server, name = os.environ.get("GITHUB_SERVER_URL"), os.environ.get("GITHUB_REPOSITORY")
    repository = settings.repository if settings else None
    if not repository and server and name:
        repository = f"{server}/{name}"
    branch = settings.branch if settings else Settings.model_fields["branch"].default
    found = []
    if site:
        base = site.rstrip("/")
        found += [("fields", f"{base}/ilmoita/kentat/"), ("handling", f"{base}/ilmoita/kasittely/")]
    if repository:
        found.append(("contributing", f"{repository}/blob/{branch}/CONTRIBUTING.md"))
    return tuple(found)


def _registry(inputs: Inputs, texts: Messages) -> Registry:
    found = load_registry(inputs.registry, inputs.shown(inputs.registry), texts)
    if found.registry is None:
        raise CannotRunError(as_text(found.problems))
    return found.registry


def _practice(data: bytes) -> Practice | None:
    try:
        source = split_practice("", decode(data))
    except RefusedError:
        return None
    return validated(Practice, source.data)[0]


def _missing(practice: Practice, texts: Messages) -> Iterator[str]:
    labels = {
        declared.path: texts.get(f"field.{declared.model.__name__}.{declared.name}.label")
        for declared in declared_fields(Practice)
    }
    for loc in completeness_of(practice).missing:
        path: Loc = tuple(ITEM if isinstance(step, int) else step for step in loc)
        parents = [labels[path[:n]] for n in range(1, len(path) + 1) if path[:n] in labels]
        yield ": ".join(parents)


def _commit(inputs: Inputs, base: str | None) -> str | None:
    for name in (base,) if base else _BASES:
        arguments = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if found := git(inputs.practices, arguments):
            return found.decode().strip()
    return None


def _changed(inputs: Inputs, commit: str | None) -> list[Path]:
    if commit is None:
        return []
    given = ("diff", "--name-only", "-z", "--relative", "--diff-filter=AMR", commit, "--", "*.md")
    names = (git(inputs.practices, given) or b"").decode(errors="surrogateescape").split("\0")
    found = [inputs.practices / name for name in names if name]
    return [path for path in found if path.is_file() and not path.is_symlink()]


def _before(inputs: Inputs, commit: str | None, path: Path) -> Practice | None:
    if commit is None or path.resolve().parent != inputs.practices.resolve():
        return None
    data = git(inputs.practices, ("cat-file", "blob", f"{commit}:./{path.name}"))
    return _practice(data) if data else None
