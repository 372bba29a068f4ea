"""How many edits by hand are lost to saves: `python -m tests.benchmarks.hand_edits`.

Somebody edits a table at a random moment of a save of the same table, in the file itself and by
putting another file in its place. Prints how many edits are gone afterwards, how many savers were
told, and the seconds; ends with 1 if an edit is gone.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Thread
from time import perf_counter, sleep

from annotations.store.protocol import Busy
from annotations.tables.changes import Refused
from geodata.commands import run_command
from tests.stores import changed, path_of, saved, store_in

EDITS = 250
LONGEST_S = 0.02  # about as long as a save of a small table takes
LINE = b"by-hand,By hand,,,town,CN,38.9,121.6,5000,interview[2]\n"


def in_the_file(path: Path, data: bytes) -> None:
    """Write to the file itself, as most scripts do."""
    path.write_bytes(data)


def by_another_file(path: Path, data: bytes) -> None:
    """Put another file in its place, as most editors do."""
    new = path.with_name("edited.tmp")
    new.write_bytes(data)
    os.replace(new, path)


def edited_while_saved(folder: Path, edit: Callable[[Path, bytes], None], wait_s: float) -> str:
    """How an edit at this moment of a save ends: "lost", "told" or "saved"."""
    store, path = store_in(folder), path_of(folder, "places")
    change, outcome = changed(store, "places", "dalian", note="A port."), "saved"

    def later() -> None:
        sleep(wait_s)
        edit(path, path.read_bytes() + LINE)

    thread = Thread(target=later)
    thread.start()
    try:
        saved(store, change)
    except (Busy, Refused):  # edited by hand, or read while the editor was writing
        outcome = "told"
    thread.join()
    return outcome if LINE in path.read_bytes() else "lost"


def outcomes(edit: Callable[[Path, bytes], None], edits: int, seed: int = 1) -> list[str]:
    """How so many edits end."""
    chance = random.Random(seed)
    found = []
    for _ in range(edits):
        with tempfile.TemporaryDirectory() as folder:
            found.append(edited_while_saved(Path(folder), edit, chance.uniform(0, LONGEST_S)))
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Edit and save, and print how it ended."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.hand_edits")
    parser.add_argument("--edits", type=int, default=EDITS, help="how many of each kind")
    options = parser.parse_args(arguments)
    lost = 0
    for edit in (in_the_file, by_another_file):
        start = perf_counter()
        found = outcomes(edit, options.edits)
        lost += found.count("lost")
        words = edit.__name__.replace("_", " ")
        told = f"{found.count('told')} savers told, {perf_counter() - start:.1f} s"
        print(f"{options.edits} edits {words} during a save, {told}: {found.count('lost')} lost")
    return 1 if lost else 0


if __name__ == "__main__":
    run_command(main)
