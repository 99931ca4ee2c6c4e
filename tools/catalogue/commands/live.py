"""A folder shown on this machine, made anew on every change; open pages renew themselves."""

import io
import sys
import threading
import time
from collections.abc import Callable, Iterable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from watchdog.events import EVENT_TYPE_MODIFIED, FileSystemEvent, FileSystemEventHandler
from watchdog.observers.api import ObservedWatch
from watchdog.observers.polling import PollingObserver

HOST = "127.0.0.1"
_NEWS, _SCRIPT = "/-live", "/-live.js"
_PROGRAM = Path(__file__).with_name("live.js")
# Seconds: between two looks at what is watched; without a change before the site is renewed, since
# an editor writes a file in several steps; and between signs of life to an open page.
_LOOK, _CALM, _SIGN = 0.5, 0.1, 15.0


class LiveServer(ThreadingHTTPServer):
    """Serves a folder, and renews it whenever what is watched changes.

    Pages get a script as a file, since their policy lets no other run. It asks for news, and is
    answered when the site is another than the one that it was served with.

    Attributes:
        whole: Held while the folder is renewed, so that nobody is served half of it.
        shown: Which renewal the folder is of; no two have the same, in this process or the next.
    """

    daemon_threads = True

    def __init__(self, port: int, folder: Path, not_found: str, renew: Callable[[], None]) -> None:
        """Take the port.

        Args:
            port: 1 to 65535, or 0 for one that is free.
            folder: What is served.
            not_found: The file in `folder` that is served where nothing is found.
            renew: Makes the folder anew; what it raises ends the server.

        Raises:
            OSError: The port cannot be had.
        """
        super().__init__((HOST, port), partial(_Handler, directory=str(folder)))
        self.missing = folder / not_found
        self.whole = threading.Condition()
        self.shown = time.time_ns()
        self._renew = renew
        self._changed = threading.Event()
        self._observer = PollingObserver(timeout=_LOOK)
        self._watched: frozenset[Path] = frozenset()
        self._watches: set[ObservedWatch] = set()

    @property
    def address(self) -> str:
        """The address of the front page."""
        return f"http://{HOST}:{self.server_port}/"

    def watch(self, paths: Iterable[Path]) -> None:
        """Have `run` renew the folder if a file at or below one of `paths` changes from now on.

        A path that is not there may come, and one that is may go and come again.
        """
        self._watched = frozenset(path.absolute() for path in paths)
        handler = FileSystemEventHandler()
        handler.on_any_event = self._seen_beside  # type: ignore[method-assign]
        for folder in {path.parent for path in self._watched}:
            self._observer.schedule(handler, str(folder), recursive=False)
        self._watch_folders()
        self._observer.start()

    def _watch_folders(self) -> bool:
        """Watch the folders there are now; say whether one was not watched before."""
        handler = FileSystemEventHandler()
        handler.on_any_event = self._seen  # type: ignore[method-assign]
        # A folder that went is watched no more, also when it has come again.
        at_it = {one.watch for one in self._observer.emitters if one.should_keep_running()}
        for watch in self._watches - at_it:
            self._observer.unschedule(watch)
        self._watches &= at_it
        known = {watch.path for watch in self._watches}
        new = {str(path) for path in self._watched if path.is_dir()} - known
        self._watches |= {self._observer.schedule(handler, one, recursive=True) for one in new}
        return bool(new)

    def _seen(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self._changed.set()

    def _seen_beside(self, event: FileSystemEvent) -> None:
        # What changes in a folder changes the folder too, which is seen in it.
        if event.is_directory and event.event_type == EVENT_TYPE_MODIFIED:
            return
        if any(Path(str(path)) in self._watched for path in (event.src_path, event.dest_path)):
            self._changed.set()

    def run(self) -> None:
        """Serve until interrupted; the interruption is raised."""
        threading.Thread(target=self.serve_forever, daemon=True).start()
        try:
            while True:
                # Windows tells of an interruption only between waits.
                if not self._changed.wait(_LOOK):
                    continue
                while self._changed.is_set():
                    self._changed.clear()
                    time.sleep(_CALM)
                with self.whole:
                    self._renew()
                    self.shown = time.time_ns()
                    self.whole.notify_all()
                if self._watch_folders():
                    # What changed in it before it was watched is seen now.
                    self._changed.set()
        finally:
            self._observer.stop()
            self.shutdown()
            self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a page that was closed before it had all of its files."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    """Serves files as they are now, pages with the script in them."""

    server: LiveServer

    def do_GET(self) -> None:
        """Answer with a file, or when there is news."""
        if urlsplit(self.path).path == _NEWS:
            self._tell_news()
        else:
            super().do_GET()

    def send_head(self) -> io.BytesIO | None:
        """Send the head of a file, of the page that says that there is none, or of a way there."""
        url = urlsplit(self.path).path
        path = _PROGRAM if url == _SCRIPT else Path(self.translate_path(self.path))
        with self.server.whole:
            if url.endswith("/"):
                path /= "index.html"
            elif path.is_dir():
                return super().send_head()  # type: ignore[return-value]
            status = HTTPStatus.OK
            if not path.is_file():
                path, status = self.server.missing, HTTPStatus.NOT_FOUND
            data = path.read_bytes() if path.is_file() else b""
            shown = self.server.shown
        if path.suffix == ".html":
            before, end, after = data.rpartition(b"</body>")
            data = before + b'<script src="%s?%d"></script>' % (_SCRIPT.encode(), shown)
            data += end + after
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        return io.BytesIO(data)

    def _tell_news(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        known = urlsplit(self.path).query
        while True:
            with self.server.whole:
                news = str(self.server.shown) != known or self.server.whole.wait(_SIGN)
            # To a page that was closed meanwhile nothing can be written, which ends the thread.
            self.wfile.write(b"data: new\n\n" if news else b":\n\n")
            if news:
                return

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of each file."""
