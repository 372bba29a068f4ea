"""Take a record or a person out of everything: `python -m annotations.withdraw ID [--dry-run]`.

ID is a journey, an event, a statement, a mention or a source, of the tables, of their history or
of a proposal alone; `--person NAME` takes out everything about somebody. Printed is where it
stood, one line each; then everything that is left is searched for what tells of it. The end says
what is out of reach.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from annotations.problems import why_not_done
from annotations.store import BrokenHistory, Busy, CsvStore, Interrupted
from annotations.withdraw.plan import planned, withdraw
from annotations.withdraw.proof import OUT_OF_REACH, proof
from annotations.withdraw.subject import Subject
from annotations.withdraw.tables import NotWithdrawn
from geodata import ROOT
from geodata.commands import run_command


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the record out and print where it stood; 1 where that cannot be done, else 0."""
    parser = argparse.ArgumentParser(prog="python -m annotations.withdraw", description=__doc__)
    parser.add_argument(
        "id", nargs="?", help="id of a journey, an event, a statement, a mention or a source"
    )
    parser.add_argument(
        "--person", action="append", default=[], metavar="NAME",
        help="a person instead; give it again for each other name or spelling",
    )  # fmt: skip
    parser.add_argument("--dry-run", action="store_true", help="print only, and write nothing")
    parser.add_argument(
        "--root", type=Path, help="folder with annotations/ and geodata/ (default: this project)"
    )
    options = parser.parse_args(arguments)
    root = options.root or ROOT
    if bool(options.id) == bool(options.person):
        parser.error("Give either an id or --person NAME.")
    if not (root / "annotations").is_dir():
        parser.error(f"--root {root} is not a folder with annotations/. Give one that has it.")
    store = CsvStore(root, served=ROOT)
    do = planned if options.dry_run else withdraw
    try:
        plan = do(store, Subject(options.id or "", tuple(options.person)))
    except (BrokenHistory, Busy, Interrupted, NotWithdrawn, OSError) as reason:
        print(why_not_done(reason), file=sys.stderr)
        return 1
    report = (*plan.report, *plan.to_read)
    try:
        found = proof(store, plan, is_done=not options.dry_run)  # also where nobody reads on
    except OSError as reason:
        print(*report, sep="\n")
        print(why_not_done(reason), file=sys.stderr)
        return 1
    print(*report, *found.lines, OUT_OF_REACH, sep="\n")
    would = "would be " if options.dry_run else ""
    counts = f"{_files(plan.written)} {would}written, {plan.removed} {would}removed"
    print(counts, file=sys.stderr)
    return 1 if found.found else 0


def _files(count: int) -> str:
    return f"{count} file{'' if count == 1 else 's'}"


if __name__ == "__main__":
    run_command(main)
