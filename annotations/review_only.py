"""What a plain save may not do: call a row reviewed, or publish what waits for its first review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from annotations.changes import Cells, Change
from annotations.problems import Problem, shown
from annotations.profiles import AS_IS, TABLE, WITHHELD
from annotations.table_text import TableText

STATUS, DRAFT, REVIEWED = "status", "draft", "reviewed"
PENDING = "Not reviewed yet"
DAYS_TO_REVIEW = 90


def pending(journey_id: str, today: date) -> Cells:
    """The row of `publication.csv` that keeps a new journey back until it has been reviewed."""
    review = (today + timedelta(DAYS_TO_REVIEW)).isoformat()
    return {
        "record": journey_id, "place": WITHHELD, "date": WITHHELD, "names": AS_IS, "role": "",
        "reason": PENDING, "review": review, "note": "",
    }  # fmt: skip


def is_pending(profile: Cells | None) -> bool:
    """True for a row as `pending` gives it, whatever its days."""
    cells = {column: text.strip() for column, text in (profile or {}).items()}
    closed = cells.get("place") == cells.get("date") == WITHHELD
    return closed and cells.get("reason") == PENDING


def left_to_review(
    held: Mapping[str, TableText], changed: Mapping[str, TableText], changes: Sequence[Change]
) -> Iterator[Problem]:
    """A problem for each change that only a second person makes, by reviewing."""
    removed = {c.key for c in changes if c.table == "journeys" and c.after is None}
    for change in changes:
        key = shown(change.key_after)
        if _is_reviewed(change.after) and not _is_reviewed(change.before):
            piece = changed[change.table].by_key.get(change.key_after)
            line = piece.line if piece else 0
            told = f"of {key} becomes '{REVIEWED}' without a review"
            remedy = f"Save it as '{DRAFT}': a second person reviews it on the Review page."
            yield Problem(f"{change.table}.csv", line, STATUS, f"{told}. {remedy}")
        opens = is_pending(change.before) and not is_pending(change.after)
        if change.table == TABLE and opens and change.key not in removed:
            line = held[change.table].by_key[change.key].line
            told = f"of {key} keeps back what has not been reviewed yet"
            remedy = "Leave it: whoever reviews the journey says what may be published."
            yield Problem(f"{change.table}.csv", line, "reason", f"{told}. {remedy}")


def _is_reviewed(cells: Cells | None) -> bool:
    return (cells or {}).get(STATUS, "").strip() == REVIEWED
