"""The command line: one parser, and a function for each command."""

import argparse
import gc
import sys
from collections.abc import Callable, Mapping, Sequence

from catalogue.commands.outcome import CANNOT_RUN, CannotRunError
from catalogue.messages import messages

COLLECTED_AFTER = (200_000, 20, 100)
"""How many new objects are looked through for garbage at once, for `gc.set_threshold`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments` name and return its exit code.

    0: done; 1: problems in the content; 2: the command cannot run.
    """
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
    finally:
        if collected:
            gc.enable()


def parser(wanted: Sequence[str] | None = None) -> argparse.ArgumentParser:
    """Return the parser of the command line.

    Of the commands not in `wanted` it knows no more than the name: their modules are not loaded.
    """
    t = messages().get
    top = argparse.ArgumentParser(prog="catalogue", description=t("cli.description"))
    commands = top.add_subparsers(metavar=t("cli.commands"), required=True)
    for name, (said, arguments) in COMMANDS.items():
        one = commands.add_parser(name, help=t(said))
        if wanted is None or name in wanted:
            arguments(one)
    return top


def _check(one: argparse.ArgumentParser) -> None:
    from catalogue.check.report import FORMATS as CHECK_FORMATS
    from catalogue.commands.check import check

    t = messages().get
    one.add_argument("paths", nargs="*", metavar="PATH", help=t("cli.check.paths"))
    one.add_argument("--format", choices=CHECK_FORMATS, default="text", help=t("cli.check.format"))
    one.set_defaults(run=check)


def _build(one: argparse.ArgumentParser) -> None:
    from catalogue.commands.build import build

    t = messages().get
    one.add_argument("--practices", metavar="DIR", help=t("cli.build.practices"))
    one.add_argument("--registry", metavar="DIR", help=t("cli.build.registry"))
    one.add_argument("--site-dir", metavar="DIR", default="site", help=t("cli.build.site-dir"))
    one.add_argument("--docs-only", metavar="DIR", help=t("cli.build.docs-only"))
    one.add_argument("--skip-bad", action="store_true", help=t("cli.build.skip-bad"))
    one.add_argument("--jobs", metavar="N", type=int, help=t("cli.build.jobs"))
    one.add_argument("--scheduler", metavar="ADDRESS", help=t("cli.cluster.help"))
    one.add_argument("--shard", metavar="I/N", help=t("cli.shard.help"))
    one.add_argument("--archive", action="store_true", help=t("cli.build.archive"))
    one.add_argument("--handbook", action="store_true", help=t("cli.build.handbook"))
    one.set_defaults(run=build)


def _merge(one: argparse.ArgumentParser) -> None:
    from catalogue.commands.merge import merge

    t = messages().get
    one.add_argument("parts", nargs="+", metavar="DIR", help=t("cli.merge.parts"))
    one.add_argument("--site-dir", metavar="DIR", default="site", help=t("cli.build.site-dir"))
    one.set_defaults(run=merge)


def _serve(one: argparse.ArgumentParser) -> None:
    from catalogue.commands.serve import serve

    t = messages().get
    one.add_argument("--port", type=int, default=8000, help=t("cli.serve.port"))
    one.set_defaults(run=serve)


def _new(one: argparse.ArgumentParser) -> None:
    from catalogue.commands.new import new

    one.set_defaults(run=new)


def _init(one: argparse.ArgumentParser) -> None:
    from catalogue.commands.init import init

    t = messages().get
    one.add_argument("folder", metavar="DIR", help=t("init.folder"))
    one.set_defaults(run=init)


def _review(one: argparse.ArgumentParser) -> None:
    from catalogue.commands.review import FORMATS as REVIEW_FORMATS
    from catalogue.commands.review import review

    t = messages().get
    one.add_argument("files", nargs="*", metavar="FILE", help=t("review.file"))
    one.add_argument("--base", metavar="REF", help=t("review.base"))
    one.add_argument(
        "--format", choices=tuple(REVIEW_FORMATS), default="text", help=t("review.format")
    )
    one.set_defaults(run=review)


def _from_issue(one: argparse.ArgumentParser) -> None:
    from catalogue.commands.review import from_issue

    t = messages().get
    one.add_argument("file", nargs="?", metavar="FILE", help=t("from-issue.file"))
    one.add_argument("--title", metavar="TEXT", help=t("from-issue.title"))
    one.set_defaults(run=from_issue)


def _export(one: argparse.ArgumentParser) -> None:
    from catalogue.commands.export import FORMATS as EXPORT_FORMATS
    from catalogue.commands.export import export
    from catalogue.export.columns import TABLES

    t = messages().get
    formats = tuple(EXPORT_FORMATS)
    one.add_argument("--format", choices=formats, required=True, help=t("cli.export.format"))
    one.add_argument("--table", choices=tuple(TABLES), help=t("cli.export.table"))
    one.add_argument("-o", "--output", metavar="FILE", help=t("cli.export.output"))
    one.set_defaults(run=export)


def _handbook(one: argparse.ArgumentParser) -> None:
    from catalogue.commands.handbook import handbook

    t = messages().get
    one.add_argument("-o", "--output", metavar="FILE", help=t("cli.handbook.output"))
    one.add_argument("--language", metavar="LANG", help=t("cli.handbook.language"))
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
