"""`catalogue build --scheduler`: a Dask cluster makes the same bytes, or the message says why not.

The schedulers and workers are processes of their own, in another working directory, with an empty
home and nothing of this process's environment: they share with it only what is sent.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from benchmarks.synthetic import write_catalogue

from catalogue.cli import main
from catalogue.commands import cluster as own
from catalogue.portion import SIZE, finished
from tests.commands.conftest import EPOCH, ROOT, in_one_language

pytest.importorskip("distributed")

_RUN = "from distributed.cli.dask_{} import main; main()"
# Fails what opens a file below the folder of the one who builds.
_GUARD = """
import sys

def watch(event, arguments):
    if event == "open" and str(arguments[0]).startswith({root!r}):
        raise PermissionError(arguments[0])

sys.addaudithook(watch)
"""
# Stands in the place of the work: its process dies, or never ends.
_DIES = "import catalogue.portion, os; catalogue.portion.finished = lambda work: os._exit(1)"
_HANGS = "import catalogue.portion, time; catalogue.portion.finished = lambda work: time.sleep(600)"


class Machines:
    """A scheduler and workers on this machine's loopback."""

    def __init__(self, folder: Path) -> None:
        """Start a scheduler; its files and those of its workers lie in `folder`."""
        self._folder = folder
        (folder / "home").mkdir(parents=True)
        self.running: list[subprocess.Popen[bytes]] = []
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{port}"

    def start(
        self, what: str, *arguments: str, before: str = "", path: Path = ROOT / "tools"
    ) -> "subprocess.Popen[bytes]":
        """Start a `scheduler` or a `worker` that first does `before`."""
        home = str(self._folder / "home")
        environment = {"HOME": home, "PATH": os.defpath, "PYTHONPATH": str(path)}
        process = subprocess.Popen(
            [sys.executable, "-c", f"{before}\n{_RUN.format(what)}", *arguments, "--no-dashboard"],
            cwd=self._folder,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.running.append(process)
        return process

    def scheduler(self, before: str = "") -> "subprocess.Popen[bytes]":
        """Start the scheduler and wait until it listens."""
        host, port = self.address.removeprefix("tcp://").split(":")
        process = self.start("scheduler", "--host", host, "--port", port, before=before)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            with socket.socket() as asked:
                if asked.connect_ex((host, int(port))) == 0:
                    return process
            time.sleep(0.1)
        raise TimeoutError("the scheduler does not listen")

    def workers(
        self, befores: Sequence[str], path: Path = ROOT / "tools"
    ) -> "list[subprocess.Popen[bytes]]":
        """Start workers, and wait until the scheduler knows them."""
        from distributed import Client

        options = ("--nthreads", "1", "--no-nanny", "--host", "127.0.0.1")
        started = [
            self.start("worker", self.address, *options, before=before, path=path)
            for before in befores
        ]
        with Client(self.address, timeout=60, set_as_default=False) as client:
            before = len(client.scheduler_info(n_workers=-1)["workers"])
            client.wait_for_workers(max(before, len(befores)), timeout=60)
        return started

    def stop(self) -> None:
        """End every process."""
        for process in self.running:
            process.kill()
            process.wait()


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    """A cluster of this test alone."""
    found = Machines(tmp_path / "elsewhere")
    yield found
    found.stop()


def _content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _build(machines: Machines, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code and the messages of a build on the cluster."""
    capsys.readouterr()
    code = main(["build", "--scheduler", machines.address])
    return code, capsys.readouterr().err


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A synthetic catalogue of three portions, and the working directory in it."""
    root = tmp_path / "many"
    write_catalogue(root, 2 * SIZE + 10, seed=7)
    in_one_language(root)
    monkeypatch.chdir(root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    return root


def test_a_cluster_makes_the_bytes_of_one_process(
    many: Path,
    machines: Machines,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The workers read nothing of the builder's, and every portion is made by them."""
    assert main(["build", "--site-dir", "alone", "--jobs", "1"]) == 0
    machines.scheduler()
    guard = _GUARD.format(root=str(many))
    machines.workers([guard, guard])
    sent: list[object] = []
    through = own.ClusterExecutor._sent

    def counted(self: own.ClusterExecutor, fn: Callable[..., object], *more: object) -> object:
        sent.append(fn)
        return through(self, fn, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(own.ClusterExecutor, "_sent", counted)
    assert _build(machines, capsys) == (0, "Valmis: site/index.html\n")
    assert sent == [finished] * 3
    assert _content(many / "site") == _content(many / "alone")
    # A part of the site can be made there too.
    part = ["build", "--shard", "1/1", "--site-dir", "part", "--scheduler", machines.address]
    assert main(part) == 0
    assert main(["merge", "part", "--site-dir", "merged"]) == 0
    assert _content(many / "merged") == _content(many / "alone")


def test_a_worker_that_is_lost_on_the_way_is_done_without(
    tree: Path, machines: Machines, capsys: pytest.CaptureFixture[str]
) -> None:
    """Dask gives its work to another one."""
    assert main(["build", "--site-dir", "alone", "--jobs", "1"]) == 0
    machines.scheduler()
    [dying] = machines.workers([_DIES])
    with_another = subprocess.Popen(
        [sys.executable, "-m", "catalogue.cli", "build", "--scheduler", machines.address],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
    )
    dying.wait(60)
    machines.workers([""])
    _, error = with_another.communicate(timeout=120)
    assert (with_another.returncode, error) == (0, "Valmis: site/index.html\n")
    assert _content(tree / "site") == _content(tree / "alone")


@pytest.fixture
def last_good(tree: Path) -> Path:
    """The folder of the last good site."""
    (tree / "site").mkdir()
    (tree / "site" / "index.html").write_text("vanha", encoding="utf-8")
    # By this file a site is known as one: nothing else is replaced.
    (tree / "site" / "_headers").write_bytes(b"")
    return tree / "site"


def _untouched(site: Path) -> bool:
    left = [path.name for path in site.parent.iterdir() if path.name.startswith("site")]
    return left == ["site"] and _content(site) == {"index.html": b"vanha", "_headers": b""}


def test_a_scheduler_that_dies_midway_leaves_the_last_good_site(
    last_good: Path, machines: Machines
) -> None:
    """A message, no traceback, exit code 2."""
    scheduler = machines.scheduler()
    machines.workers([_HANGS])
    building = subprocess.Popen(
        [sys.executable, "-m", "catalogue.cli", "build", "--scheduler", machines.address],
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 60
    while not list(last_good.parent.glob("site.new-*")) and time.monotonic() < deadline:
        time.sleep(0.1)
    time.sleep(0.5)
    scheduler.send_signal(signal.SIGKILL)
    _, error = building.communicate(timeout=60)
    assert building.returncode == 2
    assert error == (
        f"catalogue: yhteys Dask-klusteriin katkesi: {machines.address}. "
        "Edellinen sivusto on ennallaan.\n"
    )
    assert _untouched(last_good)


def test_a_cluster_that_loses_all_workers_is_not_waited_for_for_ever(
    last_good: Path,
    machines: Machines,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Although its scheduler would wait."""
    machines.scheduler()
    machines.workers([_DIES])
    monkeypatch.setattr(own, "SECONDS", 3.0)
    code, error = _build(machines, capsys)
    assert code == 2
    assert "yhteys Dask-klusteriin katkesi" in error
    assert _untouched(last_good)


def test_machines_with_another_version_are_named(
    last_good: Path, machines: Machines, capsys: pytest.CaptureFixture[str]
) -> None:
    """A worker whose package differs by one character, and one without the package."""
    other = last_good.parent.parent / "other"
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "tools" / "catalogue", other / "catalogue", ignore=ignore)
    with (other / "catalogue" / "templates" / "home.html").open("a") as file:
        file.write("\n")
    machines.scheduler()
    [worker] = machines.workers([""], path=other)
    code, error = _build(machines, capsys)
    assert code == 2
    assert "näissä Dask-klusterin osoitteissa on ohjelman, Pythonin tai kirjastojen" in error
    assert error.count("tcp://") == 1
    worker.kill()
    worker.wait()
    machines.workers(["import sys; sys.modules['catalogue'] = None"])
    code, error = _build(machines, capsys)
    assert code == 2
    assert "tai ohjelmaa ei ole: tcp://127.0.0.1:" in error
    assert _untouched(last_good)


def test_a_scheduler_without_the_program_or_without_workers_is_of_no_use(
    last_good: Path,
    machines: Machines,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It reads what it passes on."""
    machines.scheduler("import sys; sys.modules['catalogue'] = None")
    monkeypatch.setattr(own, "SECONDS", 3.0)
    code, error = _build(machines, capsys)
    assert code == 2
    assert f"Dask-ajoittajalla {machines.address} ei ole yhtään työntekijää" in error
    machines.workers([""])
    monkeypatch.setattr(own, "SECONDS", 20.0)
    code, error = _build(machines, capsys)
    assert code == 2
    assert f"tai ohjelmaa ei ole: {machines.address}." in error
    assert _untouched(last_good)


@pytest.mark.parametrize("address", ["", "moi", "http://127.0.0.1:1", "tcp://:1", "tcp://x", "x:y"])
def test_what_is_no_address_is_refused_at_once(
    last_good: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With an example."""
    assert main(["build", "--scheduler", address]) == 2
    error = capsys.readouterr().err
    assert f"esimerkiksi tcp://10.0.0.5:8786; saatiin ”{address}”" in error
    assert _untouched(last_good)


def test_a_scheduler_that_is_not_there_is_waited_for_a_bounded_time(
    last_good: Path,
    machines: Machines,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Then the message names the address."""
    monkeypatch.setattr(own, "SECONDS", 1.0)
    code, error = _build(machines, capsys)
    assert code == 2
    assert f"Dask-ajoittajaan ei saada yhteyttä 1 sekunnissa: {machines.address}." in error
    assert _untouched(last_good)


def test_without_the_extra_the_message_tells_how_to_install_it(
    last_good: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything else is done."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert main(["build", "--scheduler", "tcp://127.0.0.1:8786"]) == 2
    error = capsys.readouterr().err
    assert "--scheduler tarvitsee lisäosan cluster" in error
    assert "requirements/cluster.txt" in error
    assert _untouched(last_good)
