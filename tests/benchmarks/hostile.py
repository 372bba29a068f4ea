"""Whether hostile rows stay text: `python -m tests.benchmarks.hostile`.

Holds 10,000 of them (`tests.hostile_rows`) against a copy of the project's tables: each must be
refused with its line, or be exactly what it says. Those are saved, looked at on the pages in a
real browser, and downloaded. Prints what was found; ends with 1 if anything ran or was lost.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from annotations.saving.importing import Preview, preview, sound_part
from annotations.saving.saves import commit, save
from annotations.store.acts import Act
from annotations.store.files.store import CsvStore
from annotations.store.lines import REVIEWED
from annotations.tables.changes import started_from
from annotations.tables.schema import key_of
from geodata.commands import run_command
from tests.benchmarks.hostile_downloads import download_faults, formulas
from tests.benchmarks.hostile_pages import Seen, addresses, see_addresses, see_previews, see_records
from tests.browser import chromium
from tests.browser.staff_apps import for_one_person
from tests.hostile_rows import HostileFile, carriers, hostile_files
from tests.stores import tables_copied

ROWS = 10_000
WHO, WHY = "the benchmark", "hostile rows"


@dataclass
class Found:
    """What became of the rows; `faults` are those that are neither refused nor text."""

    rows: int = 0
    refused: int = 0
    shown: int = 0
    faults: list[str] = field(default_factory=list)
    slowest_s: float = 0.0


def held(store: CsvStore, files: Sequence[HostileFile]) -> Found:
    """Compare each file with its table, and save its rows that have no problem."""
    found = Found()
    for file in files:
        start = perf_counter()
        told = preview(store, {file.table: file.data})
        found.slowest_s = max(found.slowest_s, perf_counter() - start)
        part = sound_part(store, told) if told.problems else told
        _count(file, part, found)
        if part.changes:
            save(store, part.changes, WHO, WHY, started_from(part.changes))
    return found


def _count(file: HostileFile, part: Preview, found: Found) -> None:
    refused = {problem.line for problem in part.problems}
    saved = {change.key: change.after for change in part.changes}
    for row in file.rows:
        found.rows += 1
        is_saved = row.cells is not None and saved.get(key_of(file.table, row.cells)) == row.cells
        if row.line in refused and row.refused:
            found.refused += 1
        elif is_saved and not row.refused:
            found.shown += 1
        else:
            found.faults.append(f"{file.table}.csv:{row.line} ({row.kind})")


@contextmanager
def hostile_tables(rows: int) -> Iterator[tuple[CsvStore, list[HostileFile]]]:
    """A copy of the project's tables that the rows can be compared with, and the rows."""
    with tempfile.TemporaryDirectory() as folder:
        store = tables_copied(Path(folder))
        # As if a second person had reviewed them: what is hostile in them has to be shown.
        commit(store, carriers(rows), Act(WHO, WHY, REVIEWED), {})
        yield store, list(hostile_files(rows))


def looked_at(
    browser, store: CsvStore, files: Sequence[HostileFile], each: int
) -> tuple[Found, Seen]:
    """What became of the rows, and of the pages with their files and with the rows saved."""
    seen = Seen()
    with for_one_person(tables=store.root) as running, chromium.visit(browser) as visit:
        app, opened = running.address, visit.page
        opened.on("dialog", lambda dialog: (seen.faults.append("a dialog"), dialog.dismiss()))
        see_previews(visit, app, [file for file in files if len(file.rows) > 1], seen)
        found = held(store, files)
        see_records(visit, app, seen)
        see_addresses(visit, app, addresses(files, each), seen)
    return found, seen


def main(arguments: Sequence[str] | None = None) -> int:
    """Do all of it, and print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.hostile", description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS, help="how many rows")
    parser.add_argument("--each", type=int, default=1, help="rows of a kind to open")
    options = parser.parse_args(arguments)
    start = perf_counter()
    with hostile_tables(options.rows) as (store, files), chromium.browser() as browser:
        found, seen = looked_at(browser, store, files, options.each)
        faults = [*found.faults, *seen.faults, *download_faults(store, seen.files)]
    lines = (
        ("hostile rows", f"{found.rows:,}"),
        ("refused, each with its line", f"{found.refused:,}"),
        ("saved as the text that they are", f"{found.shown:,}"),
        ("the slowest preview of a file", f"{found.slowest_s:.1f} s"),
        ("pages looked at in a browser", f"{seen.pages:,}"),
        ("scripts that ran", f"{seen.scripts:,}"),
        ("addresses of other hosts asked for", f"{seen.asked:,}"),
        ("files downloaded", f"{len(seen.files):,}"),
        ("formulas in the workbook", f"{formulas(seen.files['ways-out.xlsx']):,}"),
        ("faults", f"{len(faults):,}"),
        ("everything", f"{perf_counter() - start:.0f} s"),
    )
    print(*(f"{words:<36}{figure:>8}" for words, figure in lines), *faults[:20], sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    run_command(main)
