"""A Dask cluster in the place of this machine's processes: `catalogue build --scheduler`.

The workers share nothing with this machine but what is sent. What is sent to them and what comes
back is read with pickle: a cluster must be one's own.
"""

import contextlib
import importlib
import logging
import pickle
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import Any, ParamSpec, TypeVar

from catalogue.commands.outcome import CannotRunError
from catalogue.messages import messages
from catalogue.portion import finished
from catalogue.program import program_digest

P = ParamSpec("P")
T = TypeVar("T")
# How long the scheduler may take to answer, and how long a build waits for a worker, in seconds.
SECONDS = 20.0
# How often it is asked whether there still are workers, in seconds.
_WATCH = 2.0
# How often work that failed is tried again, beside what Dask itself does when a worker is lost.
_AGAIN = 2
# What a scheduler tells to listen at; Dask waits long for what cannot be an address.
_ADDRESS = re.compile(r"(?:(?:tcp|tls)://)?(?:[\w.-]+|\[[0-9a-fA-F:]+\]):[0-9]{1,5}")
# Work that holds all it needs. What is not named here is done on this machine: the search index
# reads the words that lie in its cache, and would have to analyse them all anew elsewhere.
_SENT: frozenset[Callable[..., object]] = frozenset({finished})


@contextlib.contextmanager
def cluster(address: str | None) -> Iterator[Executor | None]:
    """Give an executor of the cluster whose scheduler is at `address`; None without an address.

    Raises:
        CannotRunError: The extra is not installed, the scheduler is not reached, or its workers
            are none or have another version of the program.
    """
    if address is None:
        yield None
        return
    with _quiet(), _connected(address) as client:
        _check_workers(client, address)
        with ClusterExecutor(client, address) as executor:
            yield executor


class ClusterExecutor(Executor):
    """Sends work to a cluster, and fails in bounded time, with a reason, when it is lost."""

    def __init__(self, client: Any, address: str) -> None:
        """Send work through `client`, whose scheduler is at `address`."""
        self._client = client
        self._address = address
        self._remote: Executor = client.get_executor(pure=False, retries=_AGAIN)
        self._near: ProcessPoolExecutor | None = None
        self._waited_for: set[Future[Any]] = set()
        self._over = threading.Event()
        self._watch = threading.Thread(target=self._watched, daemon=True)
        self._watch.start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Let the cluster, or for what needs this machine a process of it, do `fn`."""
        if fn in _SENT:
            return self._sent(fn, args, kwargs)
        if self._near is None:
            # Not forked: the connection to the cluster has threads in this process.
            self._near = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        return self._near.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Send no more; work that is still under way is not waited for."""
        self._over.set()
        if self._near:
            self._near.shutdown(wait=wait, cancel_futures=True)

    def _sent(
        self, fn: Callable[..., T], args: Sequence[Any], kwargs: Mapping[str, Any]
    ) -> Future[T]:
        future: Future[T] = Future()
        try:
            # As bytes: the scheduler reads what it passes on, but need not read into these.
            work = pickle.dumps((fn, args, kwargs), pickle.HIGHEST_PROTOCOL)
            sent = self._remote.submit(_in_version, program_digest(), work)
        except Exception as error:
            raise self._lost() from error
        self._waited_for.add(future)
        sent.add_done_callback(partial(self._settle, future))
        return future

    def _settle(self, future: Future[T], sent: Future[T]) -> None:
        """Tell `future` how what was `sent` has ended."""
        self._waited_for.discard(future)
        with contextlib.suppress(Exception):  # The watch may have given it up at this moment.
            if sent.cancelled():
                future.set_exception(self._lost())
            elif error := sent.exception():
                future.set_exception(_failed(error))
            else:
                future.set_result(sent.result())

    def _watched(self) -> None:
        """Give up what is waited for when there has been no worker for long."""
        seen = time.monotonic()
        while not self._over.wait(_WATCH):
            if _has_workers(self._client):
                seen = time.monotonic()
            elif time.monotonic() - seen >= SECONDS:
                for future in list(self._waited_for):
                    with contextlib.suppress(Exception):
                        future.set_exception(self._lost())

    def _lost(self) -> CannotRunError:
        return CannotRunError(messages().get("cli.cluster.lost", address=self._address))


class OtherVersionError(Exception):
    """The worker has another version of the program than the one that sends the work."""


def _in_version(digest: str, work: bytes) -> Any:
    """Do `work` if the program is that of `digest`: workers may join while a build is going on."""
    if program_digest() != digest:
        raise OtherVersionError
    fn, args, kwargs = pickle.loads(work)
    return fn(*args, **kwargs)


def _failed(error: BaseException) -> CannotRunError:
    t = messages().get
    if isinstance(error, OtherVersionError | ImportError):
        return CannotRunError(t("cli.cluster.other-version-met"))
    reason = f"{type(error).__name__}: {error}".partition("\n")[0]
    return CannotRunError(t("cli.cluster.failed", reason=reason))


@contextlib.contextmanager
def _connected(address: str) -> Iterator[Any]:
    t = messages().get
    if not _ADDRESS.fullmatch(address):
        raise CannotRunError(t("cli.cluster.bad-address", address=address))
    try:
        distributed = importlib.import_module("distributed")
    except ImportError as error:
        raise CannotRunError(t("cli.cluster.no-extra")) from error
    try:
        client = distributed.Client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError, ImportError, RuntimeError) as error:
        raise CannotRunError(
            t("cli.cluster.unreached", address=address, seconds=round(SECONDS))
        ) from error
    try:
        yield client
    finally:
        with contextlib.suppress(Exception):
            client.close(timeout=SECONDS)


def _check_workers(client: Any, address: str) -> None:
    """Raise CannotRunError unless there are workers and all have this version of the program."""
    t = messages().get
    try:
        client.wait_for_workers(1, timeout=SECONDS)
    except TimeoutError as error:
        raise CannotRunError(t("cli.cluster.no-workers", address=address)) from error
    except Exception as error:
        raise CannotRunError(t("cli.cluster.lost", address=address)) from error
    found: dict[str, object] = {}
    # The scheduler reads what it passes on, and needs the program for that.
    with contextlib.suppress(ImportError, AttributeError):
        found[address] = None
        found[address] = _asked(client.run_on_scheduler, address)
    found |= _asked(partial(client.run, on_error="return"), address)
    own = program_digest()
    others = sorted(name for name, digest in found.items() if digest != own)
    if others:
        raise CannotRunError(t("cli.cluster.other-version", machines=", ".join(others)))


def _asked(run: Callable[..., Any], address: str) -> Any:
    """What `run` says of the version of the program."""
    try:
        return run(program_digest, callback_timeout=SECONDS)
    except (ImportError, AttributeError):
        raise
    except Exception as error:
        raise CannotRunError(messages().get("cli.cluster.lost", address=address)) from error


def _has_workers(client: Any) -> bool:
    """Whether there is a worker; there is none where the scheduler does not answer."""
    try:
        return bool(client.sync(client.scheduler.ncores, callback_timeout=_WATCH))
    except Exception:
        return False


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep the log of the connection, with its tracebacks, from the reader of the messages."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)
