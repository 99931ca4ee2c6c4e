"""`catalogue build`."""

import argparse
import gc
import itertools
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from functools import partial
from pathlib import Path

from catalogue.build import made_site, workers
from catalogue.check.report import as_text
from catalogue.checked import JOBS, PRACTICES, REGISTRY, Inputs
from catalogue.commands.changes import git_changes
from catalogue.commands.cluster import cluster
from catalogue.commands.files import (
    MARK,
    beside,
    remove_remains,
    replace_folder,
    replaceable,
    restore_folder,
    save_cache,
    write_tree,
    write_whole,
)
from catalogue.commands.history import GitHistory
from catalogue.commands.inputs import inputs_here
from catalogue.commands.lock import alone_at
from catalogue.commands.merge import publish_part, wanted_shard
from catalogue.commands.outcome import PROBLEMS, SOUND
from catalogue.commands.progress import step
from catalogue.commands.renew import ledger_file, read_ledger, write_into, write_renewed
from catalogue.commands.takeaway import offering, wanted, write_takeaways
from catalogue.headers import FILE as HEADERS
from catalogue.messages import messages
from catalogue.pages.elsewhere import engine_config
from catalogue.problem import Problem
from catalogue.renewal import Ledger
from catalogue.shard import MANIFEST
from catalogue.site import Site


def build(given: argparse.Namespace) -> int:
    """Check the content and build the site, or with `--docs-only` the files for any engine."""
    with cluster(given.scheduler) as executor:
        return _built(given, executor)


def _built(given: argparse.Namespace, others: Executor | None) -> int:
    kinds = wanted(given)
    shard = wanted_shard(given)
    environment = _environment(given)
    sign = MARK if given.docs_only else MANIFEST if shard else HEADERS
    said = "cli.shard.not-a-part" if shard else "cli.not-empty"
    target = replaceable(Path(given.docs_only or given.site_dir), sign, said)
    inputs = replace(inputs_here(environment), executor=others)
    step("check")
    made = made_site(inputs, GitHistory(inputs.practices), given.skip_bad, git_changes)
    if made.site is None:
        return _refused(made.problems, made.summary)
    # The catalogue stays to the end: nobody need look through it for garbage, in no process.
    gc.freeze()
    gc.enable()
    site = offering(made.site, kinds)
    if made.skipped:
        sys.stderr.write(as_text(made.skipped))
        files = len({problem.path for problem in made.skipped})
        print(messages().get("cli.skipped", count=files), file=sys.stderr)
    if made.doubted:
        sys.stderr.write(as_text(made.doubted))
        print(messages().get("cli.doubted"), file=sys.stderr)
    with alone_at(target):
        remove_remains(target)
        restore_folder(target)
        if shard:
            dead: tuple[Problem, ...] = ()
            with workers(inputs, site) as executor:
                publish_part(site, shard, inputs, target, executor)
        else:
            dead = _publish(site, target, inputs, bool(given.docs_only))
    if dead:
        return _refused(dead, messages().get("cli.problems", count=len(dead)))
    if given.docs_only:
        _offer_config(site, target)
    kept = site.kept
    # What is kept for the next build needs the room of the catalogue, which is needed no more.
    del made, site
    for note in kept.notes(messages()):
        print(note, file=sys.stderr)
    save_cache(inputs.cache, kept.to_bytes())
    if shard:
        done = messages().get("cli.shard.done", number=shard.number, of=shard.of, path=target)
    else:
        shown = target if given.docs_only else f"{target}/index.html"
        done = messages().get("cli.done", path=shown)
    print(done, file=sys.stderr)
    return SOUND


def _offer_config(site: Site, target: Path) -> None:
    """Write a configuration for other engines beside `target`; one that is there is its owner's."""
    path = target.with_name(f"{target.name}.yml")
    if not path.exists():
        write_whole(path, engine_config(site.frame.settings, target.name).encode())


def _refused(problems: Sequence[Problem], summary: str) -> int:
    sys.stderr.write(as_text(problems))
    print(summary, messages().get("cli.not-built"), file=sys.stderr)
    return PROBLEMS


def _publish(site: Site, target: Path, inputs: Inputs, documents: bool) -> tuple[Problem, ...]:
    """Write the site, or what engines make one from, and put it in the place of `target`.

    Return the dead links that stand against that; then `target` is as it was.
    """
    step("generate")
    ledger = Ledger()
    with beside(target) as new:
        if documents:
            write_tree(new, itertools.chain(site.documents(), [(MARK, b"")]))
        else:
            with workers(inputs, site, partial(write_into, new)) as executor:
                pieces = site.renewed(_last(target, inputs), executor)
                ledger = write_renewed(new, target, pieces)
        page = "index.md" if documents else "index.html"
        exists: Callable[[str], bool] = lambda url: (new / url / page).is_file()  # noqa: E731
        if dead := tuple(site.written.dead_links(exists, messages())):
            return dead
        write_takeaways(site, new)
        step("replace")
        replace_folder(new, target)
    if ledger:
        save_cache(inputs.cache, {ledger_file(target): ledger.to_bytes()})
    return ()


def _last(target: Path, inputs: Inputs) -> Ledger:
    """What is known of the site that stands in `target`."""
    kept = inputs.cache / ledger_file(target)
    last, sound = read_ledger(kept, target)
    if not sound:
        print(messages().get("cli.cache-unusable", path=kept.name), file=sys.stderr)
    return last


def _environment(given: argparse.Namespace) -> dict[str, str]:
    """The environment with what the command line says."""
    options = {PRACTICES: given.practices, REGISTRY: given.registry, JOBS: given.jobs}
    given_options = {name: str(value) for name, value in options.items() if value}
    return {**os.environ, **given_options}
