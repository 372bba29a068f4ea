"""Prints every problem of all records: `python -m annotations.check [--texts DIR]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from annotations.check.everything import check
from annotations.store import CsvStore, TextFolder
from geodata import ROOT
from geodata.commands import run_command


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the problems, one a line; 1 where there is any, else 0."""
    parser = argparse.ArgumentParser(prog="python -m annotations.check", description=__doc__)
    parser.add_argument("--texts", type=Path, help="folder of the texts, to check quotes against")
    parser.add_argument(
        "--root", type=Path, help="folder with annotations/ and geodata/ (default: this project)"
    )
    options = parser.parse_args(arguments)
    for name, folder in (("--texts", options.texts), ("--root", options.root)):
        if folder and not folder.is_dir():
            parser.error(f"{name} {folder} is not a folder. Give one that exists.")
    root = options.root or ROOT
    texts = TextFolder(options.texts) if options.texts else None
    store = CsvStore(root, texts)
    readings = root / "annotations" / "readings"
    problems = check(store.snapshot(), store.texts, store.stories, readings=readings)
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problem{'' if len(problems) == 1 else 's'}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    run_command(main)
