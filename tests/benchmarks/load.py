"""What a crowd costs this machine: processors and memory, watched while it is there."""

from __future__ import annotations

from statistics import mean
from threading import Event, Thread
from time import perf_counter

import psutil
from tqdm import tqdm

MB = 1024**2
EVERY_S = 1


class Load:
    """Watches a server, this process and its browser every second, within a `with`.

    `server` is the id of its process, which this process has started.
    """

    def __init__(self, server: int, bar: tqdm) -> None:
        self._server, self._bar = psutil.Process(server), bar
        self._memory_mb: list[float] = []
        self._ended = Event()
        self._thread = Thread(target=self._watch)

    def __enter__(self) -> None:
        self._before = self._worked_s()
        self._thread.start()

    def __exit__(self, *_error: object) -> None:
        self._ended.set()
        self._thread.join()
        after = self._worked_s()
        self._worked = {name: after[name] - before for name, before in self._before.items()}

    def processors(self) -> dict[str, float]:
        """How much of one processor each has used, in per cent."""
        worked = dict(self._worked)
        passed = worked.pop("passed") / 100
        everything = worked.pop("all")
        worked["other"] = max(everything - sum(worked.values()), 0.0)
        return {f"{name}_cpu": used / passed for name, used in worked.items()}

    def server_s(self) -> float:
        """The seconds of one processor that the server has used."""
        return self._worked["server"]

    def memory(self) -> dict[str, float]:
        """The mean memory of the server in the first and the last third, and its growth."""
        third = max(1, len(self._memory_mb) // 3)
        first, last = mean(self._memory_mb[:third]), mean(self._memory_mb[-third:])
        return {"first_mb": first, "last_mb": last, "growth": (last / first - 1) * 100}

    def memory_every(self, seconds: int) -> list[float]:
        """The memory at the start and every so many seconds from then, and at the end, in MB."""
        return [*self._memory_mb[: -1 : seconds // EVERY_S], self._memory_mb[-1]]

    def _watch(self) -> None:
        while True:
            self._memory_mb.append(self._server.memory_info().rss / MB)
            if self._ended.wait(EVERY_S):
                return
            self._bar.update(EVERY_S)

    def _worked_s(self) -> dict[str, float]:
        """Seconds that each has worked so far, and what the clock says."""
        here, whole = psutil.Process(), psutil.cpu_times()
        ours = {process.pid: _used_s(process) for process in here.children(recursive=True)}
        server = ours.pop(self._server.pid)
        return {
            "passed": perf_counter(),
            "all": whole.user + whole.nice + whole.system + whole.irq + whole.softirq,
            "server": server,
            "client": _used_s(here),
            "browser": sum(ours.values()),
        }


def _used_s(process: psutil.Process) -> float:
    times = process.cpu_times()
    return times.user + times.system
