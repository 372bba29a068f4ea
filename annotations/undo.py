"""Propose to undo a save: `python -m annotations.undo SAVE`; without one, print the last ones."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from annotations.problems import why_not_done
from annotations.proposals import Overlay
from annotations.saving import undo
from annotations.store import (
    BrokenHistory,
    Busy,
    CsvStore,
    Interrupted,
    Line,
    at_this_machine,
    saves_of,
)
from annotations.tables import Conflict, Refused
from geodata import ROOT
from geodata.commands import run_command

SHOWN = 10


def main(arguments: Sequence[str] | None = None) -> int:
    """Propose, or print; 1 where the save cannot be undone, and the reason, else 0."""
    parser = argparse.ArgumentParser(prog="python -m annotations.undo", description=__doc__)
    parser.add_argument("save", nargs="?", help="the id of the save to undo")
    parser.add_argument("--who", help="who undoes it (default: the user of this machine)")
    parser.add_argument(
        "--root", type=Path, help="folder with annotations/ and geodata/ (default: this project)"
    )
    options = parser.parse_args(arguments)
    root = options.root or ROOT
    if not (root / "annotations").is_dir():
        parser.error(f"--root {root} is not a folder with annotations/. Give one that has it.")
    store = CsvStore(root)
    try:
        if options.save:
            done = undo(Overlay(store), options.save, options.who or at_this_machine())
            rows = len(done.changes)
            told = [
                f"{done.id} proposes to undo {options.save}, {rows} row{'' if rows == 1 else 's'}. "
                "The Review page has it."
            ]
        else:
            told = _last_saves(store.lines()) or ["Nothing has been saved yet."]
    except (BrokenHistory, Busy, Conflict, Interrupted, LookupError, OSError, Refused) as error:
        print(why_not_done(error), file=sys.stderr)
        return 1
    print(*told, sep="\n")
    return 0


def _last_saves(lines: Sequence[Line]) -> list[str]:
    """The last saves, the newest first: id, time, who, how many rows of which tables, why."""
    return [
        f"{save}  {own[0].time}  {own[0].who}  "
        f"{len(own)} × {', '.join(sorted({line.table for line in own}))}  {own[0].why}"
        for save, own in islice(saves_of(lines).items(), SHOWN)
    ]


if __name__ == "__main__":
    run_command(main)
