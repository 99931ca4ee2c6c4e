"""Printing with Chromium, for which the extra `handbook` has the libraries."""

import contextlib
import importlib.util
import io
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from catalogue.commands.outcome import CannotRunError
from catalogue.messages import messages

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Imported where they are used: they are big, an extra, and no other command needs them.
LIBRARIES = ("playwright", "pypdf")
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
# The numbers stand where they were left room for: the second printing has them, the third shows it.
_PRINTINGS = 3
_ARGUMENTS = ("--disable-gpu", "--disable-background-networking", "--no-first-run")


def found_chromium() -> str:
    """Return the path of Chromium.

    Raises:
        CannotRunError: It, or a library that drives it, is not there; the message says which.
    """
    if not all(map(importlib.util.find_spec, LIBRARIES)):
        raise CannotRunError(messages().get("cli.handbook.no-library"))
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        raise CannotRunError(messages().get("cli.handbook.no-browser"))
    return found


def numbered(document: Callable[[Mapping[str, int]], str]) -> bytes:
    """Return the PDF of the HTML that `document` makes of the pages on which its ids stand.

    Raises:
        CannotRunError: There is no Chromium, or it does not print.
    """
    executable = found_chromium()
    from playwright.sync_api import Error

    numbers: Mapping[str, int] = {}
    try:
        with _browser_page(executable) as page:
            for _ in range(_PRINTINGS):
                pdf = _printed(page, document(numbers))
                found = _numbers(pdf)
                if found == numbers:
                    return pdf
                numbers = found
    except Error as error:
        reason = str(error).partition("\n")[0]
        raise CannotRunError(messages().get("cli.handbook.failed", reason=reason)) from error
    raise CannotRunError(messages().get("cli.handbook.unsettled"))


@contextlib.contextmanager
def _browser_page(executable: str) -> Iterator["Page"]:
    """An empty window that runs no script and asks nothing of the network."""
    from playwright.sync_api import sync_playwright

    root = hasattr(os, "geteuid") and os.geteuid() == 0
    # Chromium has no sandbox for root, as in containers; all that it opens is our own document.
    arguments = [*_ARGUMENTS, *(["--no-sandbox"] if root else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=arguments)
        context = browser.new_context(java_script_enabled=False, offline=True)
        yield context.new_page()
        browser.close()


def _printed(page: "Page", document: str) -> bytes:
    page.set_content(document, wait_until="load", timeout=0)
    return page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)


def _numbers(pdf: bytes) -> dict[str, int]:
    """The page of each id to which a link leads, from 1."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(pdf))
    return {
        name.removeprefix("/"): number + 1
        for name, target in reader.named_destinations.items()
        if (number := reader.get_destination_page_number(target)) is not None
    }
