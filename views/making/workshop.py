"""Files made a few at a time, for visitors who each ask for one at a time."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock

from views.making.shelf import Shelf

Request = Future[bytes]
Wanted = Callable[[], bool]
TRIES = 3


class Refused(Exception):
    """A file is not made now; the message says why, for the log."""


class Abandoned(Refused):
    """The making was stopped because nobody waited for the file any more."""


@dataclass(frozen=True)
class Order:
    """A file to make.

    `key` says what it is made of at the moment when it is asked, with the version of the records:
    equal keys mean equal files. Without one the file is for whoever asks alone. `make` gets
    a function that says whether somebody still waits, and raises `Abandoned` if it heeds that.
    """

    make: Callable[[Wanted], bytes | str]
    key: Callable[[], Hashable] | None = None


@dataclass(frozen=True)
class Limits:
    """How many files are made at once, how many are in work or in line, how many people wait
    for them in all, and for how many seconds at most; and how many files and people of these may
    be of one network."""

    workers: int
    jobs: int
    people: int
    seconds: float
    jobs_of_one: int
    people_of_one: int


@dataclass(eq=False)
class Visitor:
    """Somebody with a page open, and what they wait for in each workshop.

    `network` is the address that they come from, None where nobody can tell it.
    """

    network: str | None = None
    waits: dict[Workshop, tuple[Job, Request]] = field(default_factory=dict)

    def leave(self) -> None:
        """Wait for nothing any more."""
        for _job, request in list(self.waits.values()):
            request.cancel()


@dataclass(eq=False)
class Job:
    """A file in line or in work, for a network first, and who waits for it, from which network."""

    key: Hashable
    order: Order
    network: str | None
    requests: dict[Request, str | None] = field(default_factory=dict)

    def is_wanted(self) -> bool:
        """True while anybody waits for it."""
        return any(not request.done() for request in self.requests)


class Workshop:
    """Makes files in threads of its own; a file for several people is made once.

    Networks take turns: however many files one of them asks for, another one waits for one.
    """

    def __init__(self, limits: Limits, shelf: Shelf) -> None:
        self.limits, self._shelf = limits, shelf
        self._pool = ThreadPoolExecutor(limits.workers, "workshop")
        self._jobs: dict[Hashable, Job] = {}
        self._lines: dict[str | None, list[Job]] = {}  # the network whose turn it is first
        self._lock = Lock()

    def file(self, visitor: Visitor, order: Order) -> bytes:
        """The file, as soon as it is made.

        A visitor who asks again for the same file waits for the same job, and the earlier request
        is let go. Raises `Refused`, or what went wrong while the file was made.
        """
        key = order.key() if order.key else object()
        with self._lock:
            found = self._shelf.get(key)
            if found is not None:
                return found
            request = self._request(visitor, key, order)
        try:
            return request.result(self.limits.seconds)
        except CancelledError:
            raise Refused("Nobody waits for this request any more.") from None
        except TimeoutError:
            raise Refused("There was no time to make it.") from None
        finally:
            request.cancel()
            with self._lock:
                if visitor.waits.get(self, (None, None))[1] is request:
                    del visitor.waits[self]

    def clear(self) -> None:
        """Let go of all files that were made."""
        with self._lock:
            self._shelf.clear()

    def _request(self, visitor: Visitor, key: Hashable, order: Order) -> Request:
        """One more request for a file, in line. Raises `Refused` where there is no room."""
        earlier, its_request = visitor.waits.get(self, (None, None))
        if earlier and its_request and not its_request.done():
            if earlier.key != key:
                raise Refused("Another file is still being made for the same visitor.")
            its_request.cancel()
        job, request = self._job(key, order, visitor.network), Request()
        job.requests[request] = visitor.network
        visitor.waits[self] = job, request
        if key not in self._jobs:
            self._jobs[key] = job
            self._lines.setdefault(job.network, []).append(job)
            self._pool.submit(self._work)
        return request

    def _job(self, key: Hashable, order: Order, network: str | None) -> Job:
        """The job for that file: one that is there, or a new one where there is room for it."""
        limits = self.limits
        open_ = [job for job in self._jobs.values() if job.is_wanted() or job.key == key]
        waiting = [each for job in open_ for each in _networks(job)]
        if len(waiting) >= limits.people or _is_full(waiting, network, limits.people_of_one):
            raise Refused("Too many people are waiting for a file.")
        jobs = [job.network for job in open_]
        if key not in self._jobs and (
            len(jobs) >= limits.jobs or _is_full(jobs, network, limits.jobs_of_one)
        ):
            raise Refused("Too many files are being made.")
        return self._jobs.get(key) or Job(key, order, network)

    def _next(self) -> Job:
        """The file whose turn it is; its network then has its turn after all others."""
        with self._lock:
            network = next(iter(self._lines))
            line = self._lines.pop(network)
            job = line.pop(0)
            if line:
                self._lines[network] = line
            return job

    def _work(self) -> None:
        """Make a file, and give it to everybody who waits for it then."""
        job = self._next()
        while True:
            made, error = self._tried(job)
            with self._lock:
                if not (isinstance(error, Abandoned) and job.is_wanted()):  # nobody came since
                    del self._jobs[job.key]
                    break
        for request in filter(Request.set_running_or_notify_cancel, job.requests):
            request.set_exception(error) if error else request.set_result(made)

    def _tried(self, job: Job) -> tuple[bytes, BaseException | None]:
        """The file, or what went wrong: whoever waits has to know."""
        try:
            return self._made(job), None
        except BaseException as error:
            return b"", error

    def _made(self, job: Job) -> bytes:
        """The file, made of what it still is made of once it is there."""
        order, key = job.order, job.key
        for _ in range(TRIES):
            if not job.is_wanted():
                raise Abandoned
            made = order.make(job.is_wanted)
            content = made.encode("utf-8") if isinstance(made, str) else made
            if order.key is None:
                return content
            before, key = key, order.key()
            if before == key:
                with self._lock:
                    self._shelf.put(key, content)
                return content
        raise Refused("The records change faster than the file is made.")


def _networks(job: Job) -> list[str | None]:
    """Of everybody who waits for it, from where."""
    return [network for request, network in job.requests.items() if not request.done()]


def _is_full(taken: list[str | None], network: str | None, most: int) -> bool:
    return network is not None and taken.count(network) >= most
