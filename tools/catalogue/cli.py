"""The command line: one parser, and a function for each command."""

import argparse
import contextlib
import gc
import os
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import BrokenExecutor

from catalogue.commands.outcome import CANNOT_RUN, CannotRunError
from catalogue.messages import messages
from catalogue.parser import Parser, whole

COLLECTED_AFTER = (200_000, 20, 100)
"""How many new objects are looked through for garbage at once, for `gc.set_threshold`."""
NOT_READ = 141
"""What a shell says of a command that ended because nobody read it any more (128 + SIGPIPE)."""
LAST_PORT = 65_535
TRACED = "CATALOGUE_TRACEBACK"
"""The environment variable with which a fault of the program is told with its traceback."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments` name and return its exit code.

    0: done; 1: problems in the content; 2: the command cannot run; 130: interrupted; 141: who read
    what it prints has stopped reading.
    """
    try:
        try:
            return _run(arguments)
        finally:
            # What is still to be printed is printed here, where nobody may be left to read it.
            sys.stdout.flush()
    except BrokenPipeError:
        # Python would print the rest once more as it ends, and fail aloud.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOT_READ


def _run(arguments: Sequence[str] | None) -> int:
    texts = messages()
    given = parser(sys.argv[1:] if arguments is None else arguments).parse_args(arguments)
    # To read the content makes millions of objects that stay until the end; to look through them
    # again and again for rings of garbage takes a fifth of the time.
    collected = gc.isenabled()
    gc.set_threshold(*COLLECTED_AFTER)
    gc.disable()
    try:
        return int(given.run(given))
    except CannotRunError as error:
        print(f"catalogue: {error}", file=sys.stderr)
        return CANNOT_RUN
    except KeyboardInterrupt:
        print(texts.get("cli.stopped"), file=sys.stderr)
        return 130
    except BrokenExecutor:
        from catalogue.checked import JOBS

        print(f"catalogue: {texts.get('cli.worker-lost', variable=JOBS)}", file=sys.stderr)
        return CANNOT_RUN
    except BrokenPipeError:
        raise
    except Exception as error:
        # Whoever calls takes 1 for faults of the content; this is a fault of the program.
        if os.environ.get(TRACED):
            traceback.print_exc()
        said = texts.get("cli.crashed", error=f"{type(error).__name__}: {error}", variable=TRACED)
        print(f"catalogue: {said}", file=sys.stderr)
        return CANNOT_RUN
    finally:
        if collected:
            gc.enable()


def parser(wanted: Sequence[str] | None = None) -> Parser:
    """Return the parser of the command line.

    Of the commands not in `wanted` it knows no more than the name: their modules are not loaded.
    """
    t = messages().get
    top = Parser(prog="catalogue", description=t("cli.description"))
    commands = top.add_subparsers(
        title=t("cli.commands"), metavar=t("cli.command"), required=True, dest="command"
    )
    for name, (said, arguments) in COMMANDS.items():
        one = commands.add_parser(name, help=t(said))
        if wanted is None or name in wanted:
            arguments(one)
    return top


def _check(one: argparse.ArgumentParser) -> None:
    from catalogue.check.report import FORMATS as CHECK_FORMATS
    from catalogue.commands.check import check

    t = messages().get
    one.add_argument("paths", nargs="*", metavar=t("cli.metavar.path"), help=t("cli.check.paths"))
    one.add_argument("--format", choices=CHECK_FORMATS, default="text", help=t("cli.check.format"))
    one.set_defaults(run=check)


def _build(one: argparse.ArgumentParser) -> None:
    from catalogue.checked import MOST_JOBS
    from catalogue.commands.build import build

    t = messages().get
    folder, number = t("cli.metavar.folder"), t("cli.metavar.number")
    one.add_argument("--practices", metavar=folder, help=t("cli.build.practices"))
    one.add_argument("--registry", metavar=folder, help=t("cli.build.registry"))
    one.add_argument("--site-dir", metavar=folder, default="site", help=t("cli.build.site-dir"))
    one.add_argument("--docs-only", metavar=folder, help=t("cli.build.docs-only"))
    one.add_argument("--skip-bad", action="store_true", help=t("cli.build.skip-bad"))
    jobs = t("cli.build.jobs", last=MOST_JOBS)
    one.add_argument("--jobs", metavar=number, type=whole(1, MOST_JOBS), help=jobs)
    one.add_argument("--scheduler", metavar=t("cli.metavar.address"), help=t("cli.cluster.help"))
    one.add_argument("--shard", metavar="I/N", help=t("cli.shard.help"))
    one.add_argument("--archive", action="store_true", help=t("cli.build.archive"))
    one.add_argument("--handbook", action="store_true", help=t("cli.build.handbook"))
    one.set_defaults(run=build)


def _merge(one: argparse.ArgumentParser) -> None:
    from catalogue.commands.merge import merge

    t = messages().get
    folder = t("cli.metavar.folder")
    one.add_argument("parts", nargs="+", metavar=folder, help=t("cli.merge.parts"))
    one.add_argument("--site-dir", metavar=folder, default="site", help=t("cli.build.site-dir"))
    one.set_defaults(run=merge)


def _serve(one: argparse.ArgumentParser) -> None:
    from catalogue.commands.serve import serve

    t = messages().get
    name, port, said = t("cli.metavar.port"), whole(1, LAST_PORT), t("cli.serve.port")
    one.add_argument("--port", metavar=name, type=port, default=8000, help=said)
    one.set_defaults(run=serve)


def _new(one: argparse.ArgumentParser) -> None:
    from catalogue.commands.new import new

    one.set_defaults(run=new)


def _init(one: argparse.ArgumentParser) -> None:
    from catalogue.commands.init import init

    t = messages().get
    one.add_argument("folder", metavar=t("cli.metavar.folder"), help=t("init.folder"))
    one.set_defaults(run=init)


def _review(one: argparse.ArgumentParser) -> None:
    from catalogue.commands.review import FORMATS as REVIEW_FORMATS
    from catalogue.commands.review import review

    t = messages().get
    one.add_argument("files", nargs="*", metavar=t("cli.metavar.file"), help=t("review.file"))
    one.add_argument("--base", metavar=t("cli.metavar.version"), help=t("review.base"))
    one.add_argument(
        "--format", choices=tuple(REVIEW_FORMATS), default="text", help=t("review.format")
    )
    one.set_defaults(run=review)


def _from_issue(one: argparse.ArgumentParser) -> None:
    from catalogue.commands.from_issue import from_issue

    t = messages().get
    one.add_argument("file", nargs="?", metavar=t("cli.metavar.file"), help=t("from-issue.file"))
    one.add_argument("--title", metavar=t("cli.metavar.name"), help=t("from-issue.title"))
    one.set_defaults(run=from_issue)


def _export(one: argparse.ArgumentParser) -> None:
    from catalogue.commands.export import FORMATS as EXPORT_FORMATS
    from catalogue.commands.export import export
    from catalogue.export.columns import TABLES

    t = messages().get
    formats = tuple(EXPORT_FORMATS)
    one.add_argument("--format", choices=formats, required=True, help=t("cli.export.format"))
    one.add_argument("--table", choices=tuple(TABLES), help=t("cli.export.table"))
    one.add_argument("-o", "--output", metavar=t("cli.metavar.file"), help=t("cli.export.output"))
    one.set_defaults(run=export)


def _handbook(one: argparse.ArgumentParser) -> None:
    from catalogue.commands.handbook import handbook

    t = messages().get
    one.add_argument("-o", "--output", metavar=t("cli.metavar.file"), help=t("cli.handbook.output"))
    language = t("cli.metavar.language")
    one.add_argument("--language", metavar=language, help=t("cli.handbook.language"))
    one.set_defaults(run=handbook)


COMMANDS: Mapping[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "check": ("cli.check.help", _check),
    "build": ("cli.build.help", _build),
    "merge": ("cli.merge.help", _merge),
    "serve": ("cli.serve.help", _serve),
    "new": ("cli.new.help", _new),
    "init": ("init.help", _init),
    "review": ("review.help", _review),
    "from-issue": ("from-issue.help", _from_issue),
    "export": ("cli.export.help", _export),
    "handbook": ("cli.handbook.help", _handbook),
}


if __name__ == "__main__":
    sys.exit(main())
