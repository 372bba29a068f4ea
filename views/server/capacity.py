"""What the server may use of the machine: threads for answers, open files for sockets; and how
often one address may ask for what takes the machine long."""

from __future__ import annotations

import asyncio
import sys
import time
from concurrent.futures import ThreadPoolExecutor

if sys.platform != "win32":
    import resource

# More than wait for files at most (see `views.widgets.app.files`), so that one is always free.
THREADS = 96
# What is open besides sockets: tables, scripts, requests, and 128 sessions that their pages have
# left, which Streamlit keeps for two minutes.
OTHERS = 600
ENOUGH = 16_384
MOST_ADDRESSES = 10_000


def files_for_sockets() -> int:
    """How many open files are left for sockets, once the limit is raised as far as is useful."""
    if sys.platform == "win32":  # it has no such limit
        return ENOUGH
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = ENOUGH if hard == resource.RLIM_INFINITY else min(hard, ENOUGH)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
        soft = most
    return ENOUGH if soft == resource.RLIM_INFINITY else max(soft - OTHERS, 0)


def enough_threads() -> None:
    """Let that many requests be answered at once by the loop that runs, on a machine of any size.

    A press of a button for a file has a thread for as long as the file is made; by itself Python
    has four more threads for that than the machine has processors.
    """
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS, "answer"))


class Pace:
    """How often something may be asked for: so many times at once, and so many more a second."""

    def __init__(self, a_s: float, at_once: float) -> None:
        self._a_s, self._at_once = a_s, at_once
        self._left, self._since = at_once, time.monotonic()

    def wait_s(self) -> float:
        """Take one, and say how long it has to wait until it is due."""
        self._left, self._since = self._now() - 1, time.monotonic()
        return max(0.0, -self._left / self._a_s)

    def is_due(self) -> bool:
        """Take one where one is due at once; False where none is."""
        return self._now() >= 1 and self.wait_s() == 0

    @property
    def is_full(self) -> bool:
        """True where nothing has been asked for in a while."""
        return self._now() >= self._at_once

    def _now(self) -> float:
        gained = (time.monotonic() - self._since) * self._a_s
        return min(self._at_once, self._left + gained)


class Paces:
    """A pace for each address; those that asked for nothing in a while are forgotten."""

    def __init__(self, a_s: float, at_once: float) -> None:
        self._a_s, self._at_once = a_s, at_once
        self._paces: dict[str, Pace] = {}

    def of(self, address: str) -> Pace:
        """That of an address."""
        if address not in self._paces and len(self._paces) >= MOST_ADDRESSES:
            self._paces = {one: pace for one, pace in self._paces.items() if not pace.is_full}
        return self._paces.setdefault(address, Pace(self._a_s, self._at_once))
