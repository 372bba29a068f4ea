"""Whether saves hold: `python -m tests.benchmarks.saving`.

First a process that saves in a loop is killed at random moments, and after each the tables are
opened again: no accepted save may be lost, and none stand in part. Then two processes save to
one table at once. Prints what was found, and the seconds; ends with 1 if anything was lost.
"""

from __future__ import annotations

import argparse
import itertools
import multiprocessing
import os
import random
import signal
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

from annotations.check.everything import check
from annotations.saving.saves import save
from annotations.store.files.store import CsvStore
from annotations.tables.changes import rows_by_key, started_from
from geodata.commands import run_command
from tests.stores import added, changed, disagreements, path_of, store_in

KILLS, SAVES = 200, 500
LONGEST_LIFE_S = 0.15
SLOTS = 30  # rows that the saves of the first part go round, so that the table stays small
FORK = multiprocessing.get_context("fork")  # a process of its own, without its long start


@dataclass(frozen=True)
class Outcome:
    """What was done, in words with numbers, and everything that is wrong with it."""

    words: str
    faults: Sequence[str]


def killed(folder: Path, kills: int, seed: int = 1) -> Outcome:
    """Kill a process that saves, again and again, and look at the tables after each time."""
    store_in(folder)
    chance, start = random.Random(seed), perf_counter()
    last = accepted = cut_short = 0
    faults: list[str] = []
    for _ in range(kills):
        told = _told_until_killed(folder, last + 1, chance.uniform(0, LONGEST_LIFE_S))
        cut_short += (folder / "annotations" / ".saving.journal").exists()
        store = CsvStore(folder)
        store.recover()
        accepted += len(told)
        faults += faults_after(store, max(told, default=last))
        last = _last_save(store)
    words = f"{kills} kills, {accepted:,} saves accepted and {last - accepted} more completed"
    cut = f"{cut_short} kills after a save had counted and before it was completed"
    return Outcome(f"{words}, {cut}, {_seconds(start)}", faults)


def faults_after(store: CsvStore, accepted: int) -> list[str]:
    """What is wrong once the save of this number was accepted, and the next one perhaps made."""
    last, rows = _last_save(store), rows_by_key(store, "names")
    told = Counter(line.why for line in store.lines())
    faults = [f"{problem}" for problem in check(store)]
    if last - accepted not in (0, 1):
        faults.append(f"save {accepted} was accepted, but {last} is the last that stands")
    for number in range(1, last + 1):
        if told[str(number)] != 2:
            faults.append(f"save {number} has {told[str(number)]} of 2 lines in the history")
    for number in range(max(1, last - SLOTS + 1), last + 1):
        if rows.get(_slot(number), {}).get("reason") != str(number):
            faults.append(f"the row of save {number} is lost")
    return [*faults, *(f"{row} is not as the history tells" for row in disagreements(store))]


def _told_until_killed(folder: Path, first: int, life_s: float) -> list[int]:
    """The saves that a process said were accepted before it was killed."""
    read, write = os.pipe()
    process = FORK.Process(target=_save_on, args=(folder, first, write))
    process.start()
    os.close(write)
    sleep(life_s)
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    with os.fdopen(read) as told:
        return [int(line) for line in told]


def _save_on(folder: Path, first: int, write: int) -> None:
    """Save one row in each of two tables for ever, and say so after each time."""
    store = CsvStore(folder)
    for number in itertools.count(first):
        key, note = _slot(number), str(number)
        is_there = key in rows_by_key(store, "names")
        name = (
            changed(store, "names", key, reason=note)
            if is_there
            else added("names", key, reason=note)
        )
        changes = [name, changed(store, "places", "dalian", note=note)]
        save(store, changes, "the process", note, started_from(changes))
        os.write(write, f"{number}\n".encode())


def _slot(number: int) -> str:
    return f"Row {number % SLOTS}"


def _last_save(store: CsvStore) -> int:
    return int(rows_by_key(store, "places")["dalian"]["note"] or 0)


def crowded(folder: Path, saves: int) -> Outcome:
    """Let two processes add rows to one table at once, and look at what stands then."""
    store, start = store_in(folder), perf_counter()
    begin = FORK.Barrier(2)
    processes = [
        FORK.Process(target=_add_rows, args=(folder, writer, saves, begin)) for writer in "ab"
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    wanted = {_name(writer, number) for writer in "ab" for number in range(saves)}
    words = f"two writers with {saves} saves each at once, {_seconds(start)}"
    return Outcome(words, faults_of_rows(store, path_of(folder, "names").read_text, wanted))


def faults_of_rows(store: CsvStore, text: Callable[[], str], wanted: set[str]) -> list[str]:
    """Each wanted row that does not stand once in the table and once in the history."""
    in_table = Counter(line.partition(",")[0] for line in text().splitlines())
    in_history = Counter(line.key for line in store.lines())
    faults = [
        f"{key} stands {in_table[key]} times in the table, {in_history[key]} in the history"
        for key in sorted(wanted)
        if (in_table[key], in_history[key]) != (1, 1)
    ]
    return [*faults, *map(str, check(store)), *disagreements(store)]


def _add_rows(folder: Path, writer: str, saves: int, begin) -> None:
    store = CsvStore(folder)
    begin.wait()
    for number in range(saves):
        save(store, [added("names", _name(writer, number))], writer, "", {})


def _name(writer: str, number: int) -> str:
    return f"Row {writer}{number}"


def _seconds(start: float) -> str:
    return f"{perf_counter() - start:.1f} s"


def main(arguments: Sequence[str] | None = None) -> int:
    """Do both, and print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.saving", description=__doc__)
    parser.add_argument("--kills", type=int, default=KILLS, help="how often to kill")
    parser.add_argument("--saves", type=int, default=SAVES, help="saves of each writer")
    options = parser.parse_args(arguments)
    faults = 0
    for run, count in ((killed, options.kills), (crowded, options.saves)):
        with tempfile.TemporaryDirectory() as folder:
            outcome = run(Path(folder), count)
        print(f"{outcome.words}: {len(outcome.faults)} faults", *outcome.faults[:20], sep="\n")
        faults += len(outcome.faults)
    return 1 if faults else 0


if __name__ == "__main__":
    run_command(main)
