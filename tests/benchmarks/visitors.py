"""Whether many can filter at once: `python -m tests.benchmarks.visitors`.

Starts the app with the project's own tables and lets visitors without a browser filter, each in a
session of its own, at moments that chance gives from one seed. Every answer is compared with what
the filters leave: counters, list, map and timeline. One more visitor filters in a real browser.
Prints how long answers took, and processor time and memory; ends with 1 if any answer was wrong
or missed. The progress goes to the standard error.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter

from tqdm import tqdm

from annotations.collection.load import load
from annotations.publication.publish import published
from annotations.store.files.store import CsvStore
from geodata.commands import run_command
from tests.benchmarks.bare_visitor import Answer, Visitor
from tests.benchmarks.browser_visitor import browser_visitor
from tests.benchmarks.filtering import Answers
from tests.benchmarks.load import Load
from tests.benchmarks.table import LABEL, MS, SIZES, Row
from tests.browser.app import ROOT, Running, run_script

VISITORS, SECONDS, EVERY_S, WARM_S = 60, 180, 2, 20
UNEVEN = 0.25  # of the time between two clicks: so much later than it is due a click may come
BETWEEN_ARRIVALS_S = 0.3
SEED = 1
MOST_TOLD = 10

ROWS = (
    Row("answered", "answers to filters", "{:,.0f}"),
    Row("errors", "  wrong, missed or with an error", "{:,.0f}", (0,) * 3),
    Row("median_ms", "filter to the whole answer, median", MS),
    Row("p95_ms", "  95th percentile", MS, (1_500,) * 3),
    Row("most_ms", "  the slowest", MS),
    Row("seen", "seen in a browser at the same time", "{:,.0f}"),
    Row("seen_ms", "  click to the changed screen, median", MS),
    Row("seen_p95_ms", "  95th percentile", MS, (1_500,) * 3),
    Row("filter_ms", "processor time of the server for one filter", "{:.1f} ms", (18,) * 3),
    Row("server_cpu", "of one core: the server", "{:.0f} %"),
    Row("client_cpu", "  the visitors without a browser", "{:.0f} %"),
    Row("browser_cpu", "  the browser", "{:.0f} %"),
    Row("other_cpu", "  everything else on the machine", "{:.0f} %"),
    Row("first_mb", "memory of the server, mean of the first third", "{:,.1f} MB"),
    Row("last_mb", "  of the last third", "{:,.1f} MB"),
    Row("growth", "  more than in the first", "{:.1f} %", (5,) * 3),
)


@dataclass(frozen=True)
class Measured:
    """The figures by their names in `ROWS`, the server's memory now and then, and all faults."""

    figures: dict[str, float]
    memory_mb: list[float]
    faults: Counter[str]


@dataclass(frozen=True)
class Crowd:
    """How many visitors, each filtering every so many seconds, and for how long."""

    visitors: int
    seconds: float
    every_s: float
    warm_s: float = WARM_S


async def crowd(
    app: str, answers: Answers, size: Crowd, meanwhile: AbstractContextManager, seed: int = SEED
) -> list[Answer]:
    """All answers that the visitors got once all of them were there, and had filtered for a while.

    `meanwhile` is open for as long. What went wrong before is among the answers too.
    """
    visitors = [Visitor(app, answers, seed + number) for number in range(size.visitors)]
    before = await asyncio.gather(*map(_come, visitors, range(size.visitors)))
    before += await _together(visitors, size, size.warm_s, seed)
    with meanwhile:
        given = await _together(visitors, size, size.seconds, seed + 1)
    await asyncio.gather(*(visitor.leave() for visitor in visitors))
    return [*(answer for answer in before if answer.faults), *given]


async def _come(visitor: Visitor, number: int) -> Answer:
    await asyncio.sleep(number * BETWEEN_ARRIVALS_S)
    return await visitor.open()


async def _together(
    visitors: Sequence[Visitor], size: Crowd, seconds: float, seed: int
) -> list[Answer]:
    """Let all of them filter for some seconds, each from a moment that chance gives."""
    start, chance = perf_counter(), random.Random(seed)
    starts = [start + chance.uniform(0, size.every_s) for _ in visitors]
    runs = (
        _visit(visitor, first, start + seconds, size.every_s, random.Random(chance.random()))
        for visitor, first in zip(visitors, starts, strict=True)
    )
    return [answer for given in await asyncio.gather(*runs) for answer in given]


async def _visit(
    visitor: Visitor, first: float, end: float, every_s: float, chance: random.Random
) -> list[Answer]:
    """Filter again and again until the end; a click that had to wait counts from its due time."""
    given, due = [], first
    while due < end:
        click = due + chance.uniform(0, UNEVEN * every_s)
        await asyncio.sleep(max(0.0, click - perf_counter()))
        given.append(await visitor.filter(click))
        due += every_s
    return given


def measured(running: Running, answers: Answers, size: Crowd, bar: tqdm) -> Measured:
    """Let the visitors come, one of them with a browser."""
    watch = Load(running.process, bar)
    with browser_visitor(running.address, size.every_s) as browser:

        @contextmanager
        def meanwhile() -> Iterator[None]:
            browser.send(size.seconds)
            with watch:
                yield

        given = asyncio.run(crowd(running.address, answers, size, meanwhile()))
        seen = browser.recv()
    taken = [answer.ms for answer in given]
    figures = {
        "answered": len(given),
        "errors": sum(bool(answer.faults) for answer in given),
        "median_ms": median(taken),
        "p95_ms": quantiles(taken, n=20)[-1],
        "most_ms": max(taken),
        "seen": len(seen),
        "seen_ms": median(seen),
        "seen_p95_ms": quantiles(seen, n=20)[-1],
        "filter_ms": watch.server_s() / (len(given) + len(seen)) * 1000,
    }
    faults = Counter(fault for answer in given for fault in answer.faults)
    return Measured(figures | watch.processors() | watch.memory(), watch.memory_every(30), faults)


def lines(size: Crowd, measured: Measured) -> Iterator[str]:
    """What was measured, a line at a time, and the faults that came most often."""
    often = f"every {size.every_s:g} s for {size.seconds:g} s"
    yield f"{size.visitors} visitors at once, each filtering {often}"
    for row in ROWS:
        yield f"{row.words:<{LABEL}}{row.cell(measured.figures[row.name], SIZES[0])}".rstrip()
    yield f"  every 30 s: {', '.join(f'{mb:.0f}' for mb in measured.memory_mb)} MB"
    for fault, times in measured.faults.most_common(MOST_TOLD):
        yield f"{times} × {fault}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Let them come, and print what came of it."""
    parser = argparse.ArgumentParser("python -m tests.benchmarks.visitors", description=__doc__)
    parser.add_argument("--visitors", type=int, default=VISITORS, help="how many at once")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="how long they filter")
    parser.add_argument("--every", type=float, default=EVERY_S, help="seconds between two clicks")
    parser.add_argument("--waves", type=int, default=1, help="how often all come, and leave")
    options = parser.parse_args(arguments)
    size = Crowd(options.visitors, options.seconds, options.every)
    answers, wrong = Answers(published(load(CsvStore()).collection)), 0
    with run_script(ROOT / "dashboard.py") as running:
        for _ in range(options.waves):
            with tqdm(total=round(size.seconds), file=sys.stderr) as bar:
                found = measured(running, answers, size, bar)
            print(*lines(size, found), sep="\n", flush=True)
            wrong += found.faults.total()
    return 1 if wrong else 0


if __name__ == "__main__":
    run_command(main)
