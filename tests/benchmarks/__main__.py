"""How quick the linked view is on this machine: `python -m tests.benchmarks`.

Prints the machine and a table, for collections of 26, 1,000 and 10,000 made journeys: what our
app takes, beside a plain app that makes its map anew at every change and an empty one. Everything
is measured in this one run, in a real browser with a real mouse. The progress goes to the
standard error.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Sequence

import psutil
from tqdm import tqdm

from geodata.commands import run_command
from tests.benchmarks.apps import running_apps
from tests.benchmarks.finding import rows_found
from tests.benchmarks.geocoder import loaded, names_a_second
from tests.benchmarks.lessons import lessons
from tests.benchmarks.linked_view import FULL, QUICK, STEPS, Figures, Repeats
from tests.benchmarks.records import journeys_resolved_s, tables_read_ms
from tests.benchmarks.table import SIZES, lines
from tests.browser import chromium


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print the table once all of it is known."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--journeys", type=int, nargs="+", default=SIZES, help="other sizes")
    parser.add_argument("--quick", action="store_true", help="few repetitions, to try it out")
    options = parser.parse_args(arguments)
    repeats = QUICK if options.quick else FULL
    steps = len(options.journeys) * (1 + len(STEPS)) + 1
    with chromium.browser() as browser, tqdm(total=steps, file=sys.stderr) as bar:
        machine = _machine(browser.version)
        by_size = {size: _measured(browser, size, repeats, bar) for size in options.journeys}
        others = _others(bar) | lessons(browser, repeats.loads)
    print(machine, *lines(by_size, others), sep="\n")
    return 0


def _measured(browser, journeys: int, repeats: Repeats, bar: tqdm) -> Figures:
    """All figures of one size."""
    figures: dict[str, float] = {}
    bar.set_description(f"{journeys:,} journeys: starting the apps")
    with running_apps(browser, journeys) as apps:
        bar.update()
        for step in STEPS:
            bar.set_description(f"{journeys:,} journeys: {step.__name__.replace('_', ' ')}")
            figures |= step(apps, repeats)
            bar.update()
    figures |= rows_found(journeys)
    return figures | {"plain_ratio": figures["plain_ms"] / figures["brush_ms"]}


def _others(bar: tqdm) -> Figures:
    """The figures that do not depend on how many journeys there are."""
    bar.set_description("records and geocoder")
    figures = {
        "tables_ms": tables_read_ms(),
        "resolved_s": journeys_resolved_s(),
        "names": names_a_second(),
    } | loaded()
    bar.update()
    return figures


def _machine(version: str) -> str:
    memory_gb = psutil.virtual_memory().total / 1024**3
    return (
        f"{platform.platform()}, {os.cpu_count()} cores, {memory_gb:.0f} GB, "
        f"Python {platform.python_version()}, Chromium {version}"
    )


if __name__ == "__main__":
    run_command(main)
