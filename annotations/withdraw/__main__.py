"""Take a record out of tables and stories: `python -m annotations.withdraw ID [--dry-run]`.

ID is a journey, an event or a mention, of the tables or of their history alone. Printed is where it
stood, one line each: history, drafts, texts and pages that were made lose it too. What pages show,
downloads and one-file lessons are made from the tables and follow by themselves; files that
somebody has downloaded, and older versions in a repository, do not.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from annotations.store import Busy, CsvStore, Interrupted
from annotations.withdraw.plan import planned, withdraw
from annotations.withdraw.tables import NotWithdrawn
from geodata import ROOT


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the record out and print where it stood; 1 where that cannot be done, else 0."""
    parser = argparse.ArgumentParser(prog="python -m annotations.withdraw", description=__doc__)
    parser.add_argument("id", help="id of a journey, an event or a mention")
    parser.add_argument("--dry-run", action="store_true", help="print only, and write nothing")
    parser.add_argument(
        "--root", type=Path, help="folder with annotations/ and geodata/ (default: this project)"
    )
    options = parser.parse_args(arguments)
    root = options.root or ROOT
    if not (root / "annotations").is_dir():
        parser.error(f"--root {root} is not a folder with annotations/. Give one that has it.")
    try:
        do = planned if options.dry_run else withdraw
        plan = do(CsvStore(root), options.id)
    except (Busy, Interrupted, NotWithdrawn) as reason:
        print(reason.args[0], file=sys.stderr)
        return 1
    print(*plan.report, sep="\n")
    would = "would be " if options.dry_run else ""
    counts = f"{_files(plan.written)} {would}written, {plan.removed} {would}removed"
    print(counts, file=sys.stderr)
    return 0


def _files(count: int) -> str:
    return f"{count} file{'' if count == 1 else 's'}"


if __name__ == "__main__":
    sys.exit(main())
