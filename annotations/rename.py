"""Give a record another id: `python -m annotations.rename OLD NEW [--dry-run]`.

OLD is the id of a source, a place, a mention, a journey, an event, a statement or a word of the
glossary. Tables, stories, history and proposals name it by NEW then, and nothing tells OLD. Printed
is each place, and what still says OLD in words. An old link of a journey or an event that is public
as it stands leads to it; any other gets the same sentence as an unknown id.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from annotations.problems import why_not_done
from annotations.renaming import NotRenamed, planned, rename
from annotations.store import BrokenHistory, Busy, CsvStore, Interrupted, at_this_machine
from geodata import ROOT
from geodata.commands import run_command


def main(arguments: Sequence[str] | None = None) -> int:
    """Rename and print; 1 where that cannot be done, and the reason, else 0."""
    parser = argparse.ArgumentParser(prog="python -m annotations.rename", description=__doc__)
    parser.add_argument("old", help="the id that the record has")
    parser.add_argument("new", help="the id that it gets")
    parser.add_argument("--dry-run", action="store_true", help="print only, and write nothing")
    parser.add_argument(
        "--no-redirect", action="store_true", help="no old link leads to the record"
    )
    parser.add_argument("--who", help="who renames it (default: the user of this machine)")
    parser.add_argument(
        "--root", type=Path, help="folder with annotations/ and geodata/ (default: this project)"
    )
    options = parser.parse_args(arguments)
    root = options.root or ROOT
    if not (root / "annotations").is_dir():
        parser.error(f"--root {root} is not a folder with annotations/. Give one that has it.")
    store, who = CsvStore(root), options.who or at_this_machine()
    try:
        if options.dry_run:
            plan = planned(store, options.old, options.new, who, not options.no_redirect)
        else:
            plan = rename(store, options.old, options.new, who, not options.no_redirect)
    except (BrokenHistory, Busy, Interrupted, NotRenamed, OSError) as reason:
        print(why_not_done(reason), file=sys.stderr)
        return 1
    print(*plan.report, sep="\n")
    return 0


if __name__ == "__main__":
    run_command(main)
