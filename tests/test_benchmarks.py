"""The benchmark runs to its end and leaves no figure out. How quick things are it says itself."""

import re
import subprocess
import sys

import pytest

from geodata import ROOT
from tests.benchmarks.table import OTHERS, ROWS, SIZES, lines

FIGURE = re.compile(r"-?[0-9][0-9,]*(?:\.[0-9]+)?\b")


def figures_printed(table: list[str]) -> dict[str, str]:
    """What stands behind the words of each row, by these words."""
    rows = (*ROWS, *OTHERS)
    return {row.words: line.removeprefix(row.words)
            for row in rows for line in table if line.startswith(row.words + " ")}  # fmt: skip


# It uses no browser of the tests, but is run with them, and skipped without one.
def test_the_benchmark_prints_a_number_in_every_row(browser):
    command = [sys.executable, "-m", "tests.benchmarks", "--quick", "--journeys", "26"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    machine, head, *table = done.stdout.splitlines()
    assert "cores" in machine
    assert head.split() == ["journeys", "of", "nine", "stops", "26"]
    printed = figures_printed(table)
    assert printed.keys() == {row.words for row in (*ROWS, *OTHERS)}
    assert {words for words, cell in printed.items() if not FIGURE.search(cell)} == set()
    assert "100%" in done.stderr


def table_of(**figures: float) -> dict[str, str]:
    """The rows of a table for 1,000 journeys in which every other figure is 1."""
    by_size = {1_000: {row.name: 1.0 for row in ROWS} | figures}
    return figures_printed(list(lines(by_size, {row.name: 1.0 for row in OTHERS})))


@pytest.mark.parametrize(
    ("name", "figure", "told"),
    [
        ("brush_ms", 17.0, "17.00 ms  ≤ 17 met"),
        ("brush_ms", 17.4, "17.40 ms  ≤ 17 NOT met"),
        ("plain_ratio", 50.0, "50.0 ×  ≥ 50 met"),
        ("plain_ratio", 49.9, "49.9 ×  ≥ 50 NOT met"),
        ("sent", 1, "1  ≤ 0 NOT met"),
        ("release_kb", 1234.5, "1,234 kB"),
    ],
)
def test_a_figure_stands_beside_its_target_and_whether_it_is_met(name, figure, told):
    row = next(row for row in ROWS if row.name == name)
    assert table_of(**{name: figure})[row.words].strip() == told


def test_a_size_between_two_is_held_to_the_target_of_the_larger():
    row = next(row for row in ROWS if row.name == "plain_ratio")
    sizes = (*SIZES, 500, 20_000)
    assert [row.cell(1, size).split()[3] for size in sizes] == ["30", "50", "100", "50", "100"]


def test_a_row_without_its_figure_is_an_error():
    with pytest.raises(KeyError):
        list(lines({26: {}}, {}))
