"""The files of the second reading, and any other reading that somebody has made."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotations.readings.compare import Compared, Reading
from geodata.cells import parts

FOLDER = Path(__file__).parent
STOPS, JOURNEYS = FOLDER / "stops.csv", FOLDER / "journeys.csv"
# What the cells of `journeys.csv` may say.
READ = ("whole", "excerpts", "none")
VERDICTS = ("agrees", "first", "second", "none")


class WrongRow(ValueError):
    """A row of a reading that cannot be read, or its whole file: the line, and what to do."""

    def __init__(self, file: Path, line: int, message: str) -> None:
        super().__init__(f"{file.name}:{line}  {message}")
        self.line, self.message = line, message


@dataclass(frozen=True)
class Read:
    """What of a journey was read again, and what came of it.

    `read` is `whole`, `excerpts` or `none`, `when` a day in EDTF. `verdict` is `agrees`, `first` or
    `second`: whose reading the rows follow where they differed. `unseen` are the numbers of stops
    of which nothing that was read again speaks.
    """

    journey: str
    texts: bool
    read: str
    when: str
    verdict: str
    unseen: tuple[int, ...]
    what: str


def compared() -> dict[str, list[Compared]]:
    """Both readings as they were before anything was settled, by journeys."""
    found: dict[str, list[Compared]] = {}
    for row in rows(STOPS):
        stop = Compared(int(row["first"] or 0), int(row["second"] or 0), row["dates"])
        found.setdefault(row["journey"], []).append(stop)
    return found


def read_again() -> dict[str, Read]:
    """What was read again, by journeys."""
    return {
        row["journey"]: Read(
            row["journey"],
            row["texts"] == "yes",
            row["read"],
            row["when"],
            row["verdict"],
            tuple(map(int, parts(row["unseen"]))),
            row["what"],
        )
        for row in rows(JOURNEYS)
    }


def reading(file: Path) -> dict[str, list[Reading]]:
    """A reading by journeys: a CSV with the columns `journey`, `place` and `date` at least.

    Its rows stand in the order of the stops. Raises what `numbered_rows` raises.
    """
    found: dict[str, list[Reading]] = {}
    for row in rows(file, ("journey", "place", "date")):
        found.setdefault(row["journey"], []).append(Reading(row["place"], row["date"]))
    return found


def rows(file: Path, columns: Sequence[str] = ()) -> list[dict[str, str]]:
    """The rows of a CSV that must have these columns; raises what `numbered_rows` raises."""
    return [row for _line, row in numbered_rows(file, columns)]


def numbered_rows(file: Path, columns: Sequence[str] = ()) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV that must have these columns, each with its line.

    Raises `WrongRow` for what does not fit or is no CSV, and what opening a file raises.
    """
    if file.exists() and not file.is_file():  # a pipe would be waited for
        raise WrongRow(file, 0, "This is no file. Put one in its place, or remove it.")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        read = csv.DictReader(opened, strict=True)
        try:
            for column in columns:
                if column not in (read.fieldnames or ()):
                    raise WrongRow(file, 1, f"There is no column {column}. Add it.")
            for row in read:
                if None in row or None in row.values():
                    few = "The row has not as many cells as the header. Give each column one."
                    raise WrongRow(file, read.line_num, few)
                yield read.line_num, row
        except csv.Error as error:
            remedy = f"This is no CSV: {error}. Correct its quotes."
            raise WrongRow(file, read.line_num, remedy) from error
        except UnicodeDecodeError as error:
            raise WrongRow(file, 0, "The file is not in UTF-8. Save it so.") from error
