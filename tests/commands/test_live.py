"""A folder shown on this machine: files as they are now, and news of the next."""

import contextlib
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from http.client import HTTPMessage
from pathlib import Path

import pytest

from catalogue.commands.live import LiveServer

PAGE = "<!doctype html><html><body><h1>{}</h1></body></html>"


class Live:
    """A served folder, and what makes it anew when `source` changes."""

    def __init__(self, folder: Path) -> None:
        """Begin to serve; the folder holds two pages, a file, and one for what is missing."""
        self.source, self.shown = folder / "source", folder / "shown"
        self.source.mkdir()
        (self.shown / "sivu").mkdir(parents=True)
        (self.shown / "tyhja").mkdir()
        (folder / "secret.txt").write_text("salainen")
        for name in ("index.html", "404.html", "sivu/index.html"):
            (self.shown / name).write_text(PAGE.format(name))
        (self.shown / "data.json").write_text("{}")
        self.renew: Callable[[], None] = lambda: None
        self.server = LiveServer(0, self.shown, "404.html", lambda: self.renew())
        self.later = folder / "later"
        self.server.watch([self.source, self.later, folder / "settings.yml"])

    def get(self, path: str, method: str = "GET") -> tuple[int, HTTPMessage, str]:
        """Return the status, headers and body with which `path` is answered."""
        request = urllib.request.Request(self.server.address + path, method=method)
        with contextlib.suppress(urllib.error.HTTPError), urllib.request.urlopen(request) as found:
            return found.status, found.headers, found.read().decode()
        with pytest.raises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(request)
        return caught.value.code, caught.value.headers, caught.value.read().decode()


class _EndError(Exception):
    """Ends the server, as an interruption does."""


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    """Served while the test runs."""
    made = Live(tmp_path)

    def run() -> None:
        with contextlib.suppress(_EndError):
            made.server.run()

    thread = threading.Thread(target=run)
    thread.start()
    yield made

    def end() -> None:
        raise _EndError

    made.renew = end
    (made.source / "end").touch()
    thread.join(timeout=30)
    assert not thread.is_alive()


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("", 200, "<h1>index.html</h1>"),
        ("sivu/", 200, "<h1>sivu/index.html</h1>"),
        ("sivu/index.html", 200, "<h1>sivu/index.html</h1>"),
        ("sivu", 200, "<h1>sivu/index.html</h1>"),
        ("sivu/?k=a,b", 200, "<h1>sivu/index.html</h1>"),
        ("muu/", 404, "<h1>404.html</h1>"),
        ("tyhja/", 404, "<h1>404.html</h1>"),
        ("data.json/", 404, "<h1>404.html</h1>"),
        ("../secret.txt", 404, "<h1>404.html</h1>"),
        ("%2e%2e/secret.txt", 404, "<h1>404.html</h1>"),
        ("data.json", 200, "{}"),
    ],
)
def test_what_there_is_is_served_and_nothing_else(
    live: Live, path: str, status: int, told: str
) -> None:
    """A folder leads to its page; nothing lists what lies in it or beside it."""
    found, headers, body = live.get(path)
    assert (found, told in body) == (status, True)
    assert "salainen" not in body
    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Length"] == str(len(body.encode()))


def test_pages_have_the_script_and_other_files_are_as_they_are(live: Live) -> None:
    """The script is a file, which may be asked for its head too."""
    script = f"/-live.js?{live.server.shown}"
    assert live.get("")[2].endswith(f'<script src="{script}"></script></body></html>')
    assert "script" not in live.get("data.json")[2]
    status, headers, body = live.get(script[1:])
    assert (status, headers["Content-Type"]) == (200, "text/javascript")
    assert "EventSource" in body
    assert live.get(script[1:], "HEAD")[0::2] == (200, "")


def test_a_change_renews_the_folder_and_is_told_to_open_pages(live: Live) -> None:
    """Who has the old page hears when the new one is there, and gets the whole of it."""
    before = live.server.shown
    live.renew = lambda: (live.shown / "index.html").write_text(PAGE.format("uusi")) and None
    (live.source / "a.md").write_text("x")
    assert live.get(f"-live?{before}")[2] == "data: new\n\n"
    assert "<h1>uusi</h1>" in live.get("")[2]


@pytest.mark.parametrize("name", ["settings.yml", "later/a.md"])
def test_what_comes_later_is_watched_too(live: Live, tmp_path: Path, name: str) -> None:
    """A file beside the folders, and a folder that was not there: what comes, goes and is again."""
    for _ in range(2):
        before = live.server.shown
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
        assert live.get(f"-live?{before}")[2] == "data: new\n\n"
        _settled(live)
        before = live.server.shown
        (tmp_path / name).write_text("another")
        assert live.get(f"-live?{before}")[2] == "data: new\n\n"
        _settled(live)
        before = live.server.shown
        (tmp_path / name).unlink()
        if live.later.is_dir():
            live.later.rmdir()
        assert live.get(f"-live?{before}")[2] == "data: new\n\n"
        _settled(live)


def _settled(live: Live) -> None:
    """Wait until what has changed has been seen by all that look at it."""
    shown = -1
    while shown != live.server.shown:
        shown = live.server.shown
        time.sleep(1.5)


def test_what_lies_beside_is_not_watched(live: Live, tmp_path: Path) -> None:
    """A site that is built beside the content renews nothing."""
    before = live.server.shown
    (tmp_path / "site").mkdir()
    (tmp_path / "log").write_text("x")
    _settled(live)
    assert live.server.shown == before


def test_a_page_of_an_earlier_process_is_told_at_once(live: Live) -> None:
    """Its number is of no renewal of this one."""
    assert live.get("-live?1")[2] == "data: new\n\n"


def test_nobody_is_served_while_the_folder_is_renewed(live: Live) -> None:
    """Not even what the renewal has not come to yet."""
    begun, may_end = threading.Event(), threading.Event()
    answers: list[str] = []

    def renew() -> None:
        begun.set()
        may_end.wait(30)
        (live.shown / "index.html").write_text(PAGE.format("uusi"))

    live.renew = renew
    (live.source / "a.md").write_text("x")
    assert begun.wait(30)
    reader = threading.Thread(target=lambda: answers.append(live.get("")[2]))
    reader.start()
    reader.join(0.5)
    assert answers == []
    may_end.set()
    reader.join(30)
    assert "<h1>uusi</h1>" in answers[0]


def test_a_port_in_use_is_an_error_before_anything_is_made(live: Live) -> None:
    """So that nobody waits for a site that cannot be shown."""
    with pytest.raises(OSError, match="in use"):
        LiveServer(live.server.server_port, live.shown, "404.html", lambda: None)
