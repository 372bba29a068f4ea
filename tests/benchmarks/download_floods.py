"""Files asked for again and again over one socket: what another visitor waits for a CSV meanwhile.

Somebody asks for a PDF 24 times at once, and then for everything as one file 200 times; another
visitor asks for a CSV every quarter second.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from time import perf_counter

import psutil

from tests.benchmarks.bare_download import OpenPage, open_page
from tests.benchmarks.load import MB
from tests.benchmarks.table import Row
from tests.browser.app import ROOT, Running, run_script

PDFS, FILES = 24, 200
EVERY_S = 0.25
SECONDS = "{:,.2f} s"

ROWS = (
    Row("alone_s", "a visitor's CSV, nobody else there", SECONDS),
    Row("pdf_csv_s", f"a visitor's CSV during {PDFS} requests for a PDF", SECONDS, (2,)),
    Row("chromiums", "  Chromiums at once", "{:,.0f}", (1,)),
    Row("printed", "  PDFs that were given", "{:,.0f}"),
    Row("pdf_s", "  until the last answer", SECONDS),
    Row("pdf_mb", "  memory of all processes", "{:,.0f} MB"),
    Row("closed_s", "a PDF, printed on after its socket closed", SECONDS, (2,)),
    Row("file_csv_s", f"a visitor's CSV during {FILES} requests for a file", SECONDS, (2,)),
    Row("file_s", "  until the last answer", SECONDS),
    Row("file_cpu_s", "  processor time of the server", SECONDS),
)


class Watch:
    """Chromiums and memory of a process and all that it has started, seen every quarter second."""

    def __init__(self, process: int) -> None:
        self._server, self._ended = psutil.Process(process), Event()
        self.chromiums, self.memory_mb = 0, 0.0

    def now(self) -> tuple[int, float]:
        """How many Chromiums run, and the memory of all processes in MB, each page once."""
        whole, chromiums = 0, 0
        for process in [self._server, *self._server.children(recursive=True)]:
            try:
                words = process.cmdline()
                chromiums += "chrom" in words[0] and not any("--type=" in word for word in words)
                whole += process.memory_full_info().pss
            except (psutil.Error, IndexError):
                continue
        return chromiums, whole / MB

    @contextmanager
    def peak(self) -> Iterator[None]:
        """Watch while the context is open."""
        self._ended.clear()
        thread = Thread(target=self._look)
        thread.start()
        try:
            yield
        finally:
            self._ended.set()
            thread.join()

    def worked_s(self) -> float:
        """Seconds of processor time that the server has used so far."""
        times = self._server.cpu_times()
        return times.user + times.system

    def _look(self) -> None:
        while not self._ended.wait(EVERY_S):
            chromiums, memory_mb = self.now()
            self.chromiums = max(self.chromiums, chromiums)
            self.memory_mb = max(self.memory_mb, memory_mb)


def figures() -> dict[str, float]:
    """The figures by their names in `ROWS`."""
    with run_script(ROOT / "dashboard.py") as running:
        return asyncio.run(_measured(running))


async def _measured(running: Running) -> dict[str, float]:
    watch = Watch(running.process)
    visitor = await open_page(running.address)
    await visitor.press("CSV")
    found = {"alone_s": (await visitor.press("CSV")).seconds}
    with watch.peak():
        found |= await _printed(running.address, visitor)
    found |= {"chromiums": watch.chromiums, "pdf_mb": watch.memory_mb}
    found["closed_s"] = await _closed(running.address, watch)
    before = watch.worked_s()
    found |= await _files(running.address, visitor)
    return found | {"file_cpu_s": watch.worked_s() - before}


async def _printed(app: str, visitor: OpenPage) -> dict[str, float]:
    attacker = await open_page(app, "present")
    asked = await attacker.ask(attacker.files["PDF"][:1] * PDFS)
    await asyncio.sleep(1)
    waiting = asyncio.create_task(attacker.answers(asked))
    csv_s = await _slowest(visitor, waiting)
    given = await waiting
    await attacker.leave()
    printed = sum(bool(answer.url) for answer in given)
    return {"pdf_csv_s": csv_s, "pdf_s": given[-1].seconds, "printed": printed}


async def _files(app: str, visitor: OpenPage) -> dict[str, float]:
    attacker = await open_page(app, "", "country=CN")
    asked = await attacker.ask(attacker.files["Everything as one file"] * FILES)
    waiting = asyncio.create_task(attacker.answers(asked))
    csv_s = await _slowest(visitor, waiting)
    given = await waiting
    await attacker.leave()
    return {"file_csv_s": csv_s, "file_s": given[-1].seconds}


async def _slowest(visitor: OpenPage, meanwhile: asyncio.Task) -> float:
    """The longest that a CSV takes while something else goes on, asked for at least once."""
    slowest = 0.0
    while True:
        slowest = max(slowest, (await visitor.press("CSV")).seconds)
        await asyncio.sleep(EVERY_S)
        if meanwhile.done():
            return slowest


async def _closed(app: str, watch: Watch) -> float:
    """How long a Chromium goes on for somebody who has gone."""
    attacker = await open_page(app, "present")
    await attacker.ask(attacker.files["PDF"][-1:])
    while not watch.now()[0]:
        await asyncio.sleep(EVERY_S / 5)
    await attacker.leave()
    start = perf_counter()
    while watch.now()[0]:
        await asyncio.sleep(EVERY_S / 5)
    return perf_counter() - start
