"""How far the second reading agreed with the first: `python -m annotations.readings`.

With `--compare FILE` another reading of stops is compared with the tables as they are now: a CSV
with the columns journey, place and date, its rows in the order of the stops. `--save` writes what
came out stop by stop, with neither places nor dates. With `--mentions FILE` another reading of the
four texts is compared with ours: a CSV with the columns of `mentions.csv`.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Mapping, Sequence, Set
from pathlib import Path
from typing import TypeVar

from annotations.readings.agreement import table, verdicts, written
from annotations.readings.compare import Compared, compare
from annotations.readings.files import compared, read_again, reading, rows
from annotations.readings.mentions import marked, mention_row
from geodata import ROOT
from geodata.commands import run_command

Found = TypeVar("Found")
MARKED = ("kind", "start", "end", "value", "certainty")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; 1 with a sentence where a file cannot be read, else 0."""
    parser = argparse.ArgumentParser(prog="python -m annotations.readings", description=__doc__)
    parser.add_argument("--compare", type=Path, metavar="FILE", help="another reading")
    parser.add_argument("--save", type=Path, metavar="FILE", help="where to write it stop by stop")
    parser.add_argument("--mentions", type=Path, metavar="FILE", help="another reading of words")
    options = parser.parse_args(arguments)
    try:
        told = _of_mentions(options.mentions) if options.mentions else _of_stops(options)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    print(told)
    return 0


def _of_stops(options: argparse.Namespace) -> str:
    found = _with_tables(options.compare) if options.compare else compared()
    if options.save:
        _save(options.save, found)
    reads = read_again()
    texts = {key for key, read in reads.items() if read.texts}
    told = [table(_grouped(found, texts))]
    if not options.compare:
        told.append(verdicts(_grouped(reads, texts)))
    return "\n\n".join(told)


def _grouped(found: Mapping[str, Found], texts: Set[str]) -> dict[str, list[Found]]:
    return {
        "the four texts": [one for key, one in found.items() if key in texts],
        "other sources": [one for key, one in found.items() if key not in texts],
        "all": list(found.values()),
    }


def _with_tables(file: Path) -> dict[str, list[Compared]]:
    given, ours = reading(file), reading(ROOT / "annotations" / "stops.csv")
    if unknown := given.keys() - ours.keys():
        raise ValueError(
            f"{file.name}  No journey has the id {min(unknown)!r}. Take that of the table."
        )
    return {key: compare(ours[key], stops) for key, stops in given.items()}


def _of_mentions(file: Path) -> str:
    ours = [marked(row) for row in rows(ROOT / "annotations" / "mentions.csv")]
    theirs = [marked(row) for row in rows(file, ("source", *MARKED))]
    lines = []
    for source in dict.fromkeys(one.source for one in ours):
        given = [[one for one in some if one.source == source] for some in (ours, theirs)]
        lines.append(mention_row(f"`{source}`", *given))
    for kind in ("place", "date"):
        given = [[one for one in some if one.kind == kind] for some in (ours, theirs)]
        lines.append(mention_row(f"{kind}s", *given))
    names = ("ours", "theirs", "both", "F1", "same span", "same value", "same certainty")
    return written(names, [*lines, mention_row("all", ours, theirs)])


def _save(file: Path, found: Mapping[str, Sequence[Compared]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(("journey", "first", "second", "dates"))
        for key, stops in found.items():
            writer.writerows(
                (key, stop.first or "", stop.second or "", stop.dates) for stop in stops
            )


if __name__ == "__main__":
    run_command(main)
