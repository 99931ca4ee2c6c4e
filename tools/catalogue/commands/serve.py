"""`catalogue serve`: the site on this machine, renewed in a blink when the content changes."""

import argparse
import contextlib
import errno
import gc
import hashlib
import os
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from catalogue.build import made_site
from catalogue.check.report import as_text
from catalogue.checked import Inputs
from catalogue.commands.changes import git_changes
from catalogue.commands.files import move_below, unwritable, write_tree
from catalogue.commands.history import GitHistory
from catalogue.commands.inputs import inputs_here
from catalogue.commands.live import LiveServer
from catalogue.commands.outcome import SOUND, CannotRunError
from catalogue.messages import messages
from catalogue.pages.page import NOT_FOUND
from catalogue.problem import Problem
from catalogue.remembered import Remembered
from catalogue.renewal import Ledger, Piece

_NO_PORT = (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL)


class Preview:
    """A site in a folder of its own, renewed in place by a process that remembers the last look."""

    def __init__(self, folder: Path) -> None:
        """The folder is empty."""
        self._folder = folder
        self._remembered = Remembered()
        self._ledger = Ledger()
        self._written: dict[str, bytes] = {}

    def renew(self, inputs: Inputs) -> tuple[tuple[Problem, ...], str]:
        """Make the site of `inputs`; return what stands against it, and what was checked, in words.

        What has problems leaves the site as it was.

        Raises:
            OSError: The system does not let it be written; the next time all of it is made.
        """
        history = GitHistory(inputs.practices)
        made = made_site(inputs, history, changes=git_changes, remembered=self._remembered)
        if made.site is None:
            return made.problems, made.summary
        self._renew(made.site.renewed(self._ledger))
        dead = tuple(made.site.written.dead_links(self._has, messages()))
        return dead, messages().get("cli.problems", count=len(dead)) if dead else made.summary

    def _has(self, url: str) -> bool:
        return f"{url}index.html" in self._written

    def _renew(self, pieces: Iterable[Piece]) -> None:
        # If this fails midway nothing is as it was: then there is no ledger.
        self._ledger, ledger, names = Ledger(), Ledger(), set[str]()
        new: dict[str, bytes] = {}
        for piece in pieces:
            for name, data in piece.made:
                # The folder of the search index has a new name after every change, and nearly all
                # of its thousands of files are as they were.
                if self._written and not piece.key and name not in self._written:
                    new[name] = data
                else:
                    self._write(name, data)
            names.update(piece.was, (name for name, _ in piece.made))
            if piece.key:
                was = piece.was or {name: "" for name, _ in piece.made}
                ledger[piece.name] = Piece(piece.name, piece.key, piece.found, (), was)
        self._take_over(new, self._written.keys() - names)
        for name in self._written.keys() - names:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(f"{self._folder}/{name}")  # noqa: PTH108
            del self._written[name]
        self._ledger = ledger

    def _take_over(self, new: Mapping[str, bytes], gone: Iterable[str]) -> None:
        """Give the names of `new` to files that are `gone` and say the same; write the others."""
        left = {self._written[name]: name for name in gone}
        for name, data in new.items():
            digest = _digest(data)
            was = left.pop(digest, None)
            if was is None:
                self._write(name, data)
            else:
                # Until it has moved, nobody knows what lies there.
                self._written[was] = b""
                move_below(self._folder, was, name)
                self._written[name] = digest
                del self._written[was]

    def _write(self, name: str, data: bytes) -> None:
        digest = _digest(data)
        if self._written.get(name) != digest:
            # Nobody is shown a file while the site is being renewed: the server waits.
            self._written[name] = b""
            write_tree(self._folder, [(name, data)])
            self._written[name] = digest


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()


def serve(given: argparse.Namespace) -> int:
    """Show the site of the working directory, and renew it on every change until interrupted."""
    texts = messages()
    inputs = inputs_here(os.environ)
    with tempfile.TemporaryDirectory(prefix="catalogue-") as name:
        folder = Path(name)
        preview = Preview(folder)

        def renew() -> None:
            try:
                problems, summary = preview.renew(inputs_here(os.environ))
            except CannotRunError as error:
                print(f"catalogue: {error}", file=sys.stderr)
                return
            except OSError as error:
                print(f"catalogue: {unwritable(folder, error)}", file=sys.stderr)
                return
            sys.stderr.write(as_text(problems))
            told = (
                texts.get("cli.serve.not-renewed") if problems else texts.get("cli.serve.renewed")
            )
            print(summary, told, file=sys.stderr)

        try:
            server = LiveServer(given.port, folder, NOT_FOUND, renew)
        except OSError as error:
            if error.errno not in _NO_PORT:
                raise
            reason = error.strerror or str(error)
            raise CannotRunError(
                texts.get("cli.serve.no-port", port=given.port, reason=reason)
            ) from error
        server.watch(inputs.watched)
        renew()
        # What was made now lives as long as the process: to look through its millions of objects
        # for garbage takes longer than to renew the site. What comes later is looked through.
        gc.freeze()
        gc.enable()
        print(texts.get("cli.serve.at", address=server.address), file=sys.stderr)
        server.run()
    return SOUND
