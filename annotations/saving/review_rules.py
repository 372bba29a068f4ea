"""What a row says beside whether it was reviewed."""

from __future__ import annotations

from annotations.store import ACCEPTED, REVIEWED, Line
from annotations.tables import Cells, Change, told_cells

STATUS, DRAFT, REVIEWED_ROW = "status", "draft", "reviewed"


def wrote(change: Change) -> bool:
    """True where a change says something else in its row, other than the status."""
    return words(change.before) != words(change.after)


def words(cells: Cells | None) -> Cells | None:
    """What a row says: its cells that are not empty, without its status."""
    told = told_cells(cells)
    return told and {column: text for column, text in told.items() if column != STATUS}


def is_review(line: Line) -> bool:
    """True where somebody besides the writer looked at the row as it then stood.

    Two who take a review back say nothing of the words.
    """
    is_draft = (line.after or {}).get(STATUS) == DRAFT
    takes_back = (bool(line.undoes) or is_draft) and not wrote(line.change)
    by_two = line.act == ACCEPTED and bool(line.reviewers) and not takes_back
    return line.act == REVIEWED or by_two
