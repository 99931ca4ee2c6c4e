"""What the first visit to a page of a practice costs, everything included."""

import gzip

from playwright.sync_api import Browser, Response

from tests.factories import FULL

HEAVIEST = 90_000
# What grows with the catalogue: none of it comes along before the reader asks for it.
GROWING = ("haku/", "kaytannot/facets.json", "kaytannot/kortit/", "vertailu/", "data/")


def test_the_first_visit_to_a_practice_is_light_at_any_size_of_the_catalogue(
    browser: Browser, base_url: str
) -> None:
    """All files together are below 90 kB gzipped, and none of them holds other practices."""
    for name in FULL:
        context = browser.new_context()
        page = context.new_page()
        answers: list[Response] = []
        page.on("response", lambda answer, found=answers: found.append(answer))
        page.goto(f"{base_url}kaytannot/{name}/", wait_until="networkidle")
        paths = [answer.url.removeprefix(base_url) for answer in answers]
        weight = sum(len(gzip.compress(answer.body())) for answer in answers if answer.ok)
        context.close()
        assert weight < HEAVIEST, (name, weight)
        assert [path for path in paths if path.startswith(GROWING)] == []
        assert f"kaytannot/{name}/" in paths and len(paths) > 2
