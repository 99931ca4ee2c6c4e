"""The command line: one parser, and a function for each command."""

import argparse
import gc
import sys
from collections.abc import Sequence

from catalogue.check.report import FORMATS as CHECK_FORMATS
from catalogue.commands.build import build
from catalogue.commands.check import check
from catalogue.commands.export import FORMATS as EXPORT_FORMATS
from catalogue.commands.export import export
from catalogue.commands.handbook import handbook
from catalogue.commands.init import init
from catalogue.commands.merge import merge
from catalogue.commands.new import new
from catalogue.commands.outcome import CANNOT_RUN, CannotRunError
from catalogue.commands.review import FORMATS as REVIEW_FORMATS
from catalogue.commands.review import from_issue, review
from catalogue.commands.serve import serve
from catalogue.export.columns import TABLES
from catalogue.messages import messages

_COLLECTED_AFTER = (100_000, 20, 100)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments` name and return its exit code.

    0: done; 1: problems in the content; 2: the command cannot run.
    """
    texts = messages()
    # A build makes millions of objects that stay, and looking through them all again and again
    # for rings of garbage takes a fifth of its time.
    gc.set_threshold(*_COLLECTED_AFTER)
    given = parser().parse_args(arguments)
    try:
        return int(given.run(given))
    except CannotRunError as error:
        print(f"catalogue: {error}", file=sys.stderr)
        return CANNOT_RUN
    except KeyboardInterrupt:
        print(texts.get("cli.stopped"), file=sys.stderr)
        return 130


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    t = messages().get
    top = argparse.ArgumentParser(prog="catalogue", description=t("cli.description"))
    commands = top.add_subparsers(metavar=t("cli.commands"), required=True)

    one = commands.add_parser("check", help=t("cli.check.help"))
    one.add_argument("paths", nargs="*", metavar="PATH", help=t("cli.check.paths"))
    one.add_argument("--format", choices=CHECK_FORMATS, default="text", help=t("cli.check.format"))
    one.set_defaults(run=check)

    one = commands.add_parser("build", help=t("cli.build.help"))
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

    one = commands.add_parser("merge", help=t("cli.merge.help"))
    one.add_argument("parts", nargs="+", metavar="DIR", help=t("cli.merge.parts"))
    one.add_argument("--site-dir", metavar="DIR", default="site", help=t("cli.build.site-dir"))
    one.set_defaults(run=merge)

    one = commands.add_parser("serve", help=t("cli.serve.help"))
    one.add_argument("--port", type=int, default=8000, help=t("cli.serve.port"))
    one.set_defaults(run=serve)

    one = commands.add_parser("new", help=t("cli.new.help"))
    one.set_defaults(run=new)

    one = commands.add_parser("init", help=t("init.help"))
    one.add_argument("folder", metavar="DIR", help=t("init.folder"))
    one.set_defaults(run=init)

    one = commands.add_parser("review", help=t("review.help"))
    one.add_argument("files", nargs="*", metavar="FILE", help=t("review.file"))
    one.add_argument("--base", metavar="REF", help=t("review.base"))
    one.add_argument(
        "--format", choices=tuple(REVIEW_FORMATS), default="text", help=t("review.format")
    )
    one.set_defaults(run=review)

    one = commands.add_parser("from-issue", help=t("from-issue.help"))
    one.add_argument("file", nargs="?", metavar="FILE", help=t("from-issue.file"))
    one.add_argument("--title", metavar="TEXT", help=t("from-issue.title"))
    one.set_defaults(run=from_issue)

    one = commands.add_parser("export", help=t("cli.export.help"))
    formats = tuple(EXPORT_FORMATS)
    one.add_argument("--format", choices=formats, required=True, help=t("cli.export.format"))
    one.add_argument("--table", choices=tuple(TABLES), help=t("cli.export.table"))
    one.add_argument("-o", "--output", metavar="FILE", help=t("cli.export.output"))
    one.set_defaults(run=export)

    one = commands.add_parser("handbook", help=t("cli.handbook.help"))
    one.add_argument("-o", "--output", metavar="FILE", help=t("cli.handbook.output"))
    one.add_argument("--language", metavar="LANG", help=t("cli.handbook.language"))
    one.set_defaults(run=handbook)
    return top


if __name__ == "__main__":
    sys.exit(main())
