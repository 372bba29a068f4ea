"""What saves, checks and visitors cost as the tables grow: `python -m tests.benchmarks.growth`.

Makes tables of 1,000 and 10,000 journeys, reads and checks them, saves to them, and lets a visitor
come after each save. Then it looks for a contradiction among 1,000 tied stops, and compares files
of 20 MB, which hold nothing that can be read, with a table. Prints each figure beside its target,
in processor time, so that others may work on the machine; ends with 1 where one is not met.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import count, pairwise
from pathlib import Path
from statistics import median
from time import process_time

from streamlit.testing.v1 import AppTest

from annotations.check.everything import problems_of, problems_of_stories
from annotations.collection.load import load_whole
from annotations.dates.constraint_network import Constraint, Contradiction, Point, resolve
from annotations.dates.spans import Span
from annotations.saving.importing import preview
from annotations.saving.saves import save
from annotations.store.files.store import CsvStore
from annotations.store.protocol import Store
from annotations.tables.changes import Change, rows_by_key, started_from
from annotations.tables.schema import TABLES
from geodata.commands import run_command
from tests.benchmarks.table import FIGURE, LABEL, TARGET, Row
from tests.collections import many_journeys
from tests.made_tables import write_tables
from tests.pages.visits import DASHBOARD
from tests.stores import store_in
from views.widgets.app.store import reviewed

SIZES = (1_000, 10_000)
LONGEST_RUN_S = 600
SAVES, TIED, MB = 20, 1_000, 1_000_000
SECONDS, MS = "{:.2f} s", "{:,.0f} ms"
ROWS = (
    Row("load_s", "reading and tying together all tables", SECONDS, (5, 5, 5)),
    Row("check_s", "  and looking for every problem", SECONDS, (6, 6, 6)),
    Row("save_ms", "a save, median", MS, (100, 100, 400)),
    Row("visit_ms", "a visitor's run after a save, median", MS, (1_000,) * 3),
    Row("visit_most_ms", "  the longest", MS, (1_000,) * 3),
    Row("again_ms", "  a run with nothing new, median", MS),
)
OTHERS = (
    Row("tied_s", "a contradiction among 1,000 tied stops", SECONDS, (2, 2, 2)),
    Row("file_s", "a file of 20 MB compared, the slowest", SECONDS, (10, 10, 10)),
)


def figures_of(journeys: int) -> dict[str, float]:
    """The figures of tables of so many journeys."""
    with tempfile.TemporaryDirectory() as folder:
        write_tables(many_journeys(journeys), Path(folder))
        os.environ["WAYS_OUT_TABLES"] = folder
        store: Store = CsvStore(Path(folder))
        start = process_time()
        loaded = load_whole(store.snapshot().tables)
        read = process_time()
        problems = [*problems_of(loaded), *problems_of_stories(store.stories, loaded)]
        checked = process_time()
        if problems:
            raise AssertionError("\n".join(map(str, problems)))
        at = AppTest.from_file(str(DASHBOARD), default_timeout=LONGEST_RUN_S).run()
        store = reviewed()
        saves, visits, again = [], [], []
        for change in _changes(store):
            saves.append(_ms(lambda one=change: save(store, [one], "ada", "", started_from([one]))))
            visits.append(_ms(at.run))
            again.append(_ms(at.run))
        if at.exception:
            raise AssertionError(at.exception)
    return {
        "load_s": read - start, "check_s": checked - start, "save_ms": median(saves),
        "visit_ms": median(visits), "visit_most_ms": max(visits), "again_ms": median(again),
    }  # fmt: skip


def _changes(store: Store) -> Iterator[Change]:
    """Journeys and stops that are rewritten in turn."""
    for number in range(SAVES):
        table, key = (("journeys", "made-5"), ("stops", "made-7:3"))[number % 2]
        row = rows_by_key(store, table)[key]
        yield Change(table, key, row, {**row, "note": f"Nothing new, {number}."})


def _ms(do: Callable[[], object]) -> float:
    start = process_time()
    do()
    return (process_time() - start) * 1_000


def tied_s() -> float:
    """The seconds until the slowest of some contradictions among tied stops is told."""
    ids, day = [f"s{n}" for n in range(TIED)], date(2000, 1, 1)
    order = [Constraint(*pair) for pair in pairwise(ids)]
    counted = [Constraint(*pair, 1, 5, pair[1]) for pair in pairwise(ids)]
    slowest = 0.0
    for days, more in (
        ({500: day, 503: day + timedelta(900)}, []),
        ({0: day, TIED - 1: day + timedelta(100)}, []),
        ({}, [Constraint(ids[-1], ids[0], 1, 3, ids[0])]),
        ({}, [Constraint(ids[2], ids[-3], 0, 20, "more")]),
    ):
        points = [
            Point(key, Span(days[n], days[n]) if n in days else Span(None, None))
            for n, key in enumerate(ids)
        ]
        start = process_time()
        try:
            resolve(points, [*order, *counted, *more])
        except Contradiction:
            slowest = max(slowest, process_time() - start)
    return slowest


def files(size: int) -> Mapping[str, bytes]:
    """Files of stops that are large and bad, by what is bad in them."""
    columns = TABLES["stops"].names
    head, row = f"{TABLES['stops'].header}\n", "a,{}" + "," * (len(columns) - 2) + "\n"
    numbers = count(1)
    some = "".join(row.format(next(numbers)) for _ in range(15_000))
    bad: Mapping[str, str] = {
        "empty lines at the end": row.format(1) + "\n" * size,
        "one line": "x" * size,
        "short rows": "x\n" * size,
        "quotes that open": '"x\n' * size,
        "quotes that never close": ("x" * 50 + '","\n') * (size // 54),
        "NUL": "\0" * size,
        "long cells": ("x" * MB + "," * (len(columns) - 1) + "\n") * (size // MB),
        "line ends of old": some.replace("\n", "\r") + "\r" * size,
        "many rows": some,
    }
    files = {name: f"{head}{text}".encode()[:size] for name, text in bad.items()}
    return {
        **files,
        "many columns": b"," * size,
        "UTF-16": f"{head}{some}".encode("utf-16"),
    }


def file_s(size: int = 20 * MB) -> float:
    """The seconds for which the slowest of some bad files is compared with its table."""
    with tempfile.TemporaryDirectory() as folder:
        store = store_in(Path(folder))
        slowest = max(
            _ms(lambda file=file: preview(store, {"stops": file})) for file in files(size).values()
        )
    return slowest / 1_000


def lines(by_size: Mapping[int, Mapping[str, float]], others: Mapping[str, float]) -> Iterator[str]:
    """The table, a line at a time."""
    heads = "".join(f"{size:>{FIGURE},}{'':{TARGET}}" for size in by_size)
    yield f"{'journeys of nine stops':<{LABEL}}{heads}".rstrip()
    for row in ROWS:
        cells = (row.cell(figures[row.name], size) for size, figures in by_size.items())
        yield f"{row.words:<{LABEL}}{''.join(cells)}".rstrip()
    for row in OTHERS:
        yield f"{row.words:<{LABEL}}{row.cell(others[row.name], SIZES[0])}".rstrip()


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure all of it, and print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.growth", description=__doc__)
    parser.add_argument("--journeys", type=int, nargs="+", default=SIZES, help="which sizes")
    options = parser.parse_args(arguments)
    by_size = {size: figures_of(size) for size in options.journeys}
    table = list(lines(by_size, {"tied_s": tied_s(), "file_s": file_s()}))
    print(*table, sep="\n")
    return 1 if any("NOT met" in line for line in table) else 0


if __name__ == "__main__":
    run_command(main)
