"""Wrong cells in the files of both readings: a journey that is not there, no known verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from os.path import isdir
from pathlib import Path

from annotations.dates import parse
from annotations.problems import Problem, RowPlace, did_you_mean, shown, why_not_done
from annotations.readings import HOW_DATES_LIE, READ, VERDICTS, WrongRow, numbered_rows
from annotations.records import Collection
from geodata.cells import parts

Row = Mapping[str, str]
Fault = tuple[str, str]  # a column, and what is wrong in it
JOURNEYS, STOPS = "journeys.csv", "stops.csv"
MOST_DIGITS = 4
COLUMNS = {
    JOURNEYS: ("journey", "texts", "read", "when", "verdict", "unseen", "what"),
    STOPS: ("journey", "first", "second", "dates"),
}


def check_readings(folder: Path, collection: Collection) -> list[Problem]:
    """A problem for each wrong cell of both files in a folder; none where there is no folder."""
    if not isdir(folder):  # nor can be looked at: then no table can be read either, and is named
        return []
    read, not_read = _rows(folder / JOURNEYS)
    compared, not_compared = _rows(folder / STOPS)
    found = [*not_read, *not_compared]
    if not found:
        found += _alone(JOURNEYS, read, {row["journey"] for row in compared.values()}, STOPS)
        found += _alone(STOPS, compared, {row["journey"] for row in read.values()}, JOURNEYS)
    seen: set[str] = set()
    for line, row in read.items():
        found += _problems(JOURNEYS, line, _faults_of_journey(row, collection, seen))
    last: dict[tuple[str, str], int] = {}
    for line, row in compared.items():
        found += _problems(STOPS, line, _faults_of_stop(row, collection, last))
    return found


def _rows(file: Path) -> tuple[dict[int, Row], list[Problem]]:
    """The rows of a file by their lines, or none and why it cannot be read."""
    try:
        return dict(numbered_rows(file, COLUMNS[file.name])), []
    except WrongRow as wrong:
        return {}, _problems(file.name, wrong.line, [("", wrong.message)])
    except OSError as error:
        return {}, _problems(file.name, 0, [("", why_not_done(error))])


def _problems(file: str, line: int, faults: Iterable[Fault]) -> list[Problem]:
    return [Problem(RowPlace(f"readings/{file}", line), *fault) for fault in faults]


def _alone(file: str, rows: Mapping[int, Row], there: set[str], other: str) -> list[Problem]:
    """A problem for each row whose journey the other file does not have."""
    remedy = f"has no row in readings/{other}. Add one, or remove this one."
    return [
        problem
        for line, row in rows.items()
        if row["journey"] not in there
        for problem in _problems(file, line, [("journey", f"{shown(row['journey'])} {remedy}")])
    ]


def _faults_of_journey(row: Row, collection: Collection, seen: set[str]) -> Iterator[Fault]:
    """What is wrong in a row of what was read again; `seen` are the journeys before it."""
    key = row["journey"]
    yield from _faults_of_id(key, collection)
    if key in seen:
        yield "journey", f"{shown(key)} has a row already. Keep one."
    seen.add(key)
    yield from _none_of("texts", row, ("yes", ""))
    yield from _none_of("read", row, READ)
    yield from _none_of("verdict", row, VERDICTS)
    if not _is_day(row["when"]):
        yield "when", f"is {shown(row['when'])}. Write a day, as in 2026-11-30."
    journey = collection.journeys.get(key)
    orders = {str(stop.order) for stop in journey.stops} if journey else set()
    for number in parts(row["unseen"]):
        if journey and number not in orders:
            remedy = "Write numbers of its stops, between semicolons."
            yield "unseen", f"names stop {shown(number)}, which {key} does not have. {remedy}"


def _faults_of_stop(
    row: Row, collection: Collection, last: dict[tuple[str, str], int]
) -> Iterator[Fault]:
    """What is wrong in a row of a stop; `last` is the highest number before it in each reading."""
    yield from _faults_of_id(row["journey"], collection)
    for reading in ("first", "second"):
        if not (number := row[reading]):
            continue
        before = last.get((row["journey"], reading), 0)
        if not (_is_number(number) and int(number) > before):
            higher = f"a whole number above {before}, the one before it" if before else "1 or more"
            yield reading, f"is {shown(number)}. Stops stand in their order: write {higher}."
        else:
            last[row["journey"], reading] = int(number)
    if row["first"] and row["second"]:
        yield from _none_of("dates", row, HOW_DATES_LIE)
    elif row["dates"]:
        yield "dates", f"is {shown(row['dates'])}, but one reading lacks the stop. Empty the cell."
    elif not (row["first"] or row["second"]):
        yield (
            "first",
            "is empty, and so is second. Say which reading has the stop, or remove the row.",
        )


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS


def _faults_of_id(key: str, collection: Collection) -> Iterator[Fault]:
    if key not in collection.journeys:
        remedy = "Write the id of one, or remove the row."
        guess = did_you_mean(key, collection.journeys)
        yield "journey", f"{shown(key)} is the id of no journey.{guess} {remedy}"


def _none_of(column: str, row: Row, words: Sequence[str]) -> Iterator[Fault]:
    if row[column] not in words:
        allowed = ", ".join(word or "nothing" for word in words)
        yield column, f"is {shown(row[column])}. Write one of: {allowed}."


def _is_day(text: str) -> bool:
    try:
        return parse(text).precision == "day"
    except ValueError:
        return False
