"""What a plain save may not do: call a row reviewed, or publish what had no first review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from annotations.collection import AS_IS, TABLE, WITHHELD
from annotations.problems import Problem, RowPlace, shown
from annotations.tables import Cells, Change, Snapshot, Tables, rows_by_key, told_cells

JOURNEYS = "journeys"
STATUS, DRAFT, REVIEWED_ROW = "status", "draft", "reviewed"
PENDING = "Not reviewed yet"
DAYS_TO_REVIEW = 90


def pending(journey_id: str, today: date) -> Cells:
    """The row of `publication.csv` that keeps a new journey back until it has been reviewed."""
    review = (today + timedelta(DAYS_TO_REVIEW)).isoformat()
    return {
        "record": journey_id, "place": WITHHELD, "date": WITHHELD, "names": AS_IS, "role": "",
        "reason": PENDING, "review": review, "asked": "", "note": "",
    }  # fmt: skip


def is_pending(profile: Cells | None) -> bool:
    """True for a row as `pending` gives it, whatever its days."""
    cells = {column: text.strip() for column, text in (profile or {}).items()}
    closed = cells.get("place") == cells.get("date") == WITHHELD
    return closed and cells.get("reason") == PENDING


def with_pending(changes: Iterable[Change], tables: Tables, today: date) -> list[Change]:
    """The changes, and for each new journey without a row of its own the one of `pending`."""
    found = list(changes)
    new = [change.key for change in found if change.table == JOURNEYS and change.before is None]
    if not new:
        return found
    told = {*rows_by_key(tables, TABLE), *(c.key_after for c in found if c.table == TABLE)}
    rows = [pending(key, today) for key in new if key not in told]
    return [*found, *(Change(TABLE, row["record"], None, row) for row in rows)]


def left_to_review(
    before: Snapshot, after: Snapshot, changes: Sequence[Change]
) -> Iterator[Problem]:
    """A problem for each change that only a second person makes, by reviewing."""
    gone = {c.key for c in changes if c.table == JOURNEYS and (not c.after or c.key != c.key_after)}
    for change in changes:
        key = shown(change.key_after)
        if _is_reviewed(change.after) and not _is_reviewed(change.before):
            told = f"of {key} becomes '{REVIEWED_ROW}' without a review"
            remedy = f"Save it as '{DRAFT}': a second person reviews it on the Review page."
            yield _problem(after, change.table, change.key_after, STATUS, f"{told}. {remedy}")
        stays = is_pending(change.after) and change.key == change.key_after
        opens = is_pending(change.before) and not stays
        if change.table == TABLE and opens and change.key not in gone:
            told = f"of {shown(change.key)} keeps back what has not been reviewed yet"
            remedy = "Leave it: whoever reviews the journey says what may be published."
            yield _problem(before, TABLE, change.key, "reason", f"{told}. {remedy}")
    for key in _new_and_open(before, after, changes):
        told = f"{shown(key)} is new, and nothing keeps it from visitors until it is reviewed"
        cells = f"place and date '{WITHHELD}' and the reason '{PENDING}'"
        remedy = f"Give it a row in {TABLE}.csv with {cells}."
        yield _problem(after, JOURNEYS, key, "id", f"{told}. {remedy}")


def _new_and_open(before: Snapshot, after: Snapshot, changes: Sequence[Change]) -> Iterator[str]:
    """The journeys that are new, or wait under another name, and that visitors would see."""
    named = [c for c in changes if c.table == JOURNEYS and c.after is not None and
             (c.before is None or c.key != c.key_after)]  # fmt: skip
    was, now = rows_by_key(before, TABLE), rows_by_key(after, TABLE)
    for change in named:
        waits = change.before is None or is_pending(was.get(change.key))
        if waits and not is_pending(now.get(change.key_after)):
            yield change.key_after


def _problem(tables: Snapshot, table: str, key: str, column: str, told: str) -> Problem:
    sheet = tables.table(table)
    place = sheet.places.get(key, RowPlace(sheet.place.file, 0))
    return Problem(place, column, told, table, key)


def _is_reviewed(cells: Cells | None) -> bool:
    return (cells or {}).get(STATUS, "").strip() == REVIEWED_ROW


def wrote(change: Change) -> bool:
    """True where a change says something else in its row, other than the status."""
    return words(change.before) != words(change.after)


def words(cells: Cells | None) -> Cells | None:
    """What a row says: its cells that are not empty, without its status."""
    told = told_cells(cells)
    return told and {column: text for column, text in told.items() if column != STATUS}
