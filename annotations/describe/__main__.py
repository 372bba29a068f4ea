"""Writes what describes the tables: `python -m annotations.describe [--check]`.

`datapackage.json` and the columns in `docs/data/tables.md` follow from the schema.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence

from annotations.describe.columns import columns_page
from annotations.describe.datapackage import datapackage
from geodata import ROOT
from geodata.commands import run_command

PACKAGE, PAGE = "datapackage.json", "docs/data/tables.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write both files, or compare them: then 1 where one is not as it should be, else 0."""
    parser = argparse.ArgumentParser(prog="python -m annotations.describe", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, and end with 1 if old")
    options = parser.parse_args(arguments)
    old = outdated()
    for path, text in old.items():
        if options.check:
            print(f"{path} is not what the schema says. Run: {parser.prog}", file=sys.stderr)
        else:
            (ROOT / path).write_text(text, encoding="utf-8")
            print(f"{path} is written")
    return 1 if options.check and old else 0


def outdated() -> Mapping[str, str]:
    """The files that are not as the schema says, by path, and what should stand in each."""
    page = (ROOT / PAGE).read_text(encoding="utf-8")
    package = json.dumps(datapackage(), ensure_ascii=False, indent=2) + "\n"
    there = (ROOT / PACKAGE).read_text(encoding="utf-8") if (ROOT / PACKAGE).is_file() else ""
    wanted = {PACKAGE: (there, package), PAGE: (page, columns_page(page))}
    return {path: new for path, (old, new) in wanted.items() if old != new}


if __name__ == "__main__":
    run_command(main)
