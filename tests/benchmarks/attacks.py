"""What an attack on the app costs it, and its other visitors: `python -m tests.benchmarks.attacks`.

Each part starts the app anew, does to it what somebody who means ill would do, and measures. Ends
with 1 if a figure is beyond what is asked of it.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence

from geodata.commands import run_command
from tests.benchmarks import (
    download_floods,
    hostile_sayings,
    hostile_sockets,
    hostile_uploads,
)
from tests.benchmarks.table import LABEL, SIZES, Row

Figures = Mapping[str, float]
# Each part measures figures by name, and has a row for each of them.
PARTS: tuple[tuple[Callable[[], Figures], tuple[Row, ...]], ...] = (
    (hostile_uploads.figures, hostile_uploads.ROWS),
    (download_floods.figures, download_floods.ROWS),
    (hostile_sayings.figures, hostile_sayings.ROWS),
    (hostile_sockets.figures, hostile_sockets.ROWS),
)
ROWS = tuple(row for _measure, rows in PARTS for row in rows)


def is_met(row: Row, figure: float) -> bool:
    """True where a figure is what is asked of it, or nothing is."""
    if not row.targets:
        return True
    return figure >= row.targets[0] if row.least else figure <= row.targets[0]


def lines(rows: Sequence[Row], figures: Figures) -> Iterator[str]:
    """The figures, a line each, beside what is asked of them."""
    for row in rows:
        yield f"{row.words:<{LABEL}}{row.cell(figures[row.name], SIZES[0])}".rstrip()


def main(arguments: Sequence[str] | None = None) -> int:
    """Attack, and print what came of it."""
    parser = argparse.ArgumentParser("python -m tests.benchmarks.attacks", description=__doc__)
    parser.parse_args(arguments)
    missed = 0
    for measure, rows in PARTS:
        figures = measure()
        print(*lines(rows, figures), sep="\n", flush=True)
        missed += sum(not is_met(row, figures[row.name]) for row in rows)
    return 1 if missed else 0


if __name__ == "__main__":
    run_command(main)
