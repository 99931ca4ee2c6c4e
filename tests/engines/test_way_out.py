"""The docs-only folder, published by each engine with its own theme, is the same site."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from lxml import html
from playwright.sync_api import Browser

from catalogue.cli import main
from tests.browser.served import Watched, serve

ROOT = Path(__file__).parents[2]
CONFIG = "sivut.yml"
QUIET = {"NO_MKDOCS_2_WARNING": "1", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}
# Each engine's command, and the theme that its configuration names.
ENGINES = {
    "mkdocs": ("mkdocs", "mkdocs"),
    "mkdocs-material": ("mkdocs", "material"),
    "properdocs": ("properdocs", "material"),
    "zensical": ("zensical", "material"),
}
# Of these, each engine makes its own.
OWN_FILES = {"sitemap.xml", "sitemap.xml.gz", "404.html"}


@dataclass(frozen=True)
class Published:
    """A folder as our own command makes it, as other engines get it, and as one publishes it."""

    own: Path
    documents: Path
    site: Path

    def pages(self) -> Iterator[str]:
        """Yield the path of every page that engines publish."""
        for path in sorted(self.documents.rglob("index.md")):
            yield path.relative_to(self.documents).with_suffix(".html").as_posix()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this catalogue in two languages, built in both ways."""
    root = tmp_path_factory.mktemp("luettelo")
    for name in ("docs", "overrides", "practices", "registry", "texts"):
        shutil.copytree(ROOT / name, root / name)
    settings = (ROOT / "catalogue.yml").read_text(encoding="utf-8")
    settings = re.sub(r"(?m)^languages: .*$", "languages: [fi, sv]", settings)
    (root / "catalogue.yml").write_text(settings, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        assert main(["build", "--site-dir", "oma"]) == 0
        assert main(["build", "--docs-only", "sivut"]) == 0
    return root


@pytest.fixture(scope="module")
def publish(made: Path) -> Callable[[str], Published]:
    """A function that publishes the folder with the engine of a name, once."""
    done: dict[str, Published] = {}

    def published(name: str) -> Published:
        if name not in done:
            command, theme = ENGINES[name]
            config = yaml.safe_load((made / CONFIG).read_text(encoding="utf-8"))
            config["theme"]["name"] = theme
            config["site_dir"] = name
            file = made / f"{name}.yml"
            file.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
            subprocess.run(
                (Path(sys.executable).with_name(command), "build", "-f", file.name),
                cwd=made,
                env=QUIET,
                capture_output=True,
                check=True,
            )
            done[name] = Published(made / "oma", made / "sivut", made / name)
        return done[name]

    return published


def read(path: Path) -> html.HtmlElement:
    """The document in the file `path`."""
    return html.fromstring(path.read_text(encoding="utf-8"))


def content(document: html.HtmlElement) -> html.HtmlElement:
    """What the catalogue says on a page: in our own frame, or in another engine's."""
    found = document.xpath("//*[@class='catalogue-main']") or document.xpath("//main")
    assert len(found) == 1
    return found[0]


def said(element: html.HtmlElement) -> list[tuple[str, dict[str, str], str, str]]:
    """Everything in `element`: tags, attributes (links too) and words, in order."""
    return [
        (part.tag, dict(part.attrib), words(part.text), words(part.tail))
        for part in element.iterdescendants()
        if isinstance(part.tag, str)
    ]


def words(text: str | None) -> str:
    """The words of `text`, whatever stands between them."""
    return " ".join((text or "").split())


@pytest.mark.parametrize("engine", ENGINES)
def test_every_page_says_the_same(engine: str, publish: Callable[[str], Published]) -> None:
    """Text, headings and links of the content, element by element, and the title."""
    found = publish(engine)
    pages = list(found.pages())
    assert len(pages) > 200
    for page in pages:
        own, other = read(found.own / page), read(found.site / page)
        assert said(content(other)) == said(content(own)), page
        assert len(other.xpath("//h1")) == 1, page
        title = " ".join(other.xpath("//head/title/text()"))
        if page not in {"index.html", "sv/index.html"}:
            [name] = own.xpath("//head/title/text()")
            assert name.rpartition(" – ")[0] in title, page


@pytest.mark.parametrize("engine", ENGINES)
def test_every_page_is_in_its_own_language(
    engine: str, publish: Callable[[str], Published]
) -> None:
    """An engine knows one language; the content says its own."""
    found = publish(engine)
    for page in found.pages():
        [around] = read(found.site / page).xpath("//*[@class='catalogue']")
        assert around.get("lang") == read(found.own / page).get("lang"), page


@pytest.mark.parametrize("engine", ENGINES)
def test_every_link_leads_to_a_file(engine: str, publish: Callable[[str], Published]) -> None:
    """Addresses of folders, as they are in the site."""
    found = publish(engine)
    for page in found.pages():
        for link in content(read(found.site / page)).xpath(".//a/@href"):
            path = re.split(r"[?#]", link)[0]
            if not path or re.match(r"[a-z]+:", link):
                continue
            target = (found.site / page).parent / path
            there = target / "index.html" if path.endswith(("/", "..", ".")) else target
            assert there.is_file(), (page, link)


@pytest.mark.parametrize("engine", ENGINES)
def test_data_search_index_and_scripts_are_the_same_bytes(
    engine: str, publish: Callable[[str], Published]
) -> None:
    """No engine changes a file that is no page."""
    found = publish(engine)
    files = [
        path.relative_to(found.documents).as_posix()
        for path in found.documents.rglob("*")
        if path.is_file() and path.suffix != ".md" and not path.name.startswith(".")
    ]
    assert "data/practices.json" in files
    for name in set(files) - OWN_FILES:
        assert (found.site / name).read_bytes() == (found.documents / name).read_bytes(), name
        if not name.startswith("assets/catalogue."):
            assert (found.own / name).read_bytes() == (found.documents / name).read_bytes(), name


@pytest.mark.parametrize("engine", [name for name in ENGINES if name != "mkdocs"])
def test_search_and_comparison_work_inside_the_theme(
    engine: str, publish: Callable[[str], Published], browser: Browser
) -> None:
    """The scripts start, in the language of the page, and the colours are the catalogue's."""
    server, url = serve(publish(engine).site)
    try:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        watched = Watched(context.new_page(), url)
        page = watched.page
        page.goto(f"{url}kaytannot/?q=neuvola")
        page.locator(".browse").get_by_text("osumaa haulle").wait_for()
        page.get_by_label("Vertaa").first.check()
        page.locator(".compare-bar").get_by_text("1 käytäntö vertailussa").wait_for()
        heading = page.locator("h1").first
        assert heading.evaluate("e => getComputedStyle(e).color") == "rgb(22, 37, 43)"
        page.goto(f"{url}sv/kaytannot/")
        assert page.evaluate("document.documentElement.lang") == "sv"
        page.goto(f"{url}ilmoita/")
        page.get_by_role("button", name="Aloita").click()
        page.locator("form label").first.wait_for()
        assert page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        )
        assert watched.faults == []
        context.close()
    finally:
        server.shutdown()
        server.server_close()


def test_a_configuration_that_its_owner_changed_stays(made: Path) -> None:
    """Building again writes only the folder."""
    (made / CONFIG).write_text("site_name: Oma\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(made)
        assert main(["build", "--docs-only", "sivut"]) == 0
    assert (made / CONFIG).read_text(encoding="utf-8") == "site_name: Oma\n"


def test_nothing_that_keeps_readers_safe_is_in_the_hook() -> None:
    """It hands over what the core made; escaping, sanitising and the policy are not there."""
    hook = (ROOT / "tools/hooks.py").read_text(encoding="utf-8").lower()
    for word in ("escape", "sanit", "nh3", "policy", "markdown", "markup"):
        assert word not in hook, word


def test_only_the_hooks_know_mkdocs() -> None:
    """So that the engine can be left without touching what makes the pages."""
    importing = re.compile(r"^\s*(?:from|import) mkdocs\b", re.MULTILINE)
    files = {path for path in (ROOT / "tools").rglob("*.py") if importing.search(path.read_text())}
    assert files == {ROOT / "tools" / "hooks.py"}
