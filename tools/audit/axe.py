"""Accessibility of chosen pages by axe, wide in light and narrow in dark."""

import asyncio
import contextlib
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from playwright.async_api import Browser, Error, Page, Playwright, async_playwright

from audit.programs import chromium, node_package, reason
from audit.report import Finding, NotRun, NotRunError, Said, Site, progress
from audit.sample import of_every_kind

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ASK = f"() => axe.run({{runOnly: {json.dumps(RULES)}, resultTypes: ['violations']}})"
WAYS: tuple[tuple[int, Literal["light", "dark"]], ...] = ((1280, "light"), (360, "dark"))
HEIGHT = 800
# No sandbox for root in containers; nothing that Chromium does of its own accord.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
# Seconds for a page in every way and for all pages: many times what a quiet machine takes.
PAGE_LIMIT = 60.0
LIMIT = 600.0
PATIENCE = 10.0


def newest_axe(site: Site) -> Iterator[Said]:
    """Pages of every kind by the newest axe."""
    script = node_package("axe-core") / "axe.min.js"
    yield from asyncio.run(axe(site.url, of_every_kind(site), script))


async def axe(
    url: str,
    names: Sequence[str],
    script: Path,
    page_limit: float = PAGE_LIMIT,
    limit: float = LIMIT,
) -> list[Said]:
    """Return what the axe in the file `script` says of the pages `names` below `url`.

    A page that takes longer than `page_limit` seconds is told of and left; so are those whose turn
    does not come in `limit` seconds.

    Raises:
        NotRunError: Chromium cannot be started at all.
    """
    source = script.read_text(encoding="utf-8")
    said: list[Said] = []
    ends = time.monotonic() + limit
    async with async_playwright() as playwright:
        browser = await _started(playwright)
        for number, name in enumerate(names, 1):
            left = min(page_limit, ends - time.monotonic())
            if left <= 0:
                said.append(NotRun(f"{_shown(name)}: no time was left of {limit:.0f} s"))
                continue
            progress(f"axe {number}/{len(names)} {_shown(name)}")
            if not await _looked(browser, url, name, source, left, said):
                # Whatever ails the page must not reach the next.
                await _ended(browser)
                browser = await _started(playwright)
        await _ended(browser)
    return said


async def _looked(
    browser: Browser, url: str, name: str, source: str, limit: float, said: list[Said]
) -> bool:
    """Look at one page, add what axe says to `said`, and tell whether all went well."""
    try:
        # The limit is kept here: a page that never yields answers to no limit of its own.
        async with asyncio.timeout(limit):
            page = await browser.new_page(reduced_motion="reduce")
            answer = await page.goto(url + name, wait_until="load", timeout=0)
            if answer is None or not answer.ok:
                said.append(NotRun(f"{_shown(name)}: the page did not open"))
                return False
            await page.evaluate(source)
            for width, scheme in WAYS:
                said += await _violations(page, name, width, scheme)
            await page.context.close()
    except TimeoutError:
        said.append(NotRun(f"{_shown(name)}: not ready in {limit:.0f} s"))
        return False
    except Error as error:
        said.append(NotRun(f"{_shown(name)}: {reason(error.message)}"))
        return False
    return True


async def _violations(
    page: Page, name: str, width: int, scheme: Literal["light", "dark"]
) -> list[Finding]:
    await page.set_viewport_size({"width": width, "height": HEIGHT})
    await page.emulate_media(color_scheme=scheme)
    result = await page.evaluate(ASK)
    return [
        Finding(f"{_shown(name)} ({width}, {scheme}): {violation['id']}: {node['target']}")
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


async def _started(playwright: Playwright) -> Browser:
    try:
        return await playwright.chromium.launch(
            executable_path=chromium(), args=ARGUMENTS, timeout=PAGE_LIMIT * 1000
        )
    except Error as error:
        raise NotRunError(f"Chromium did not start ({reason(error.message)})") from error


async def _ended(browser: Browser) -> None:
    with contextlib.suppress(Error, TimeoutError):
        async with asyncio.timeout(PATIENCE):
            await browser.close()


def _shown(name: str) -> str:
    return f"/{name}"
