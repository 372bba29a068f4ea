"""Who else has looked? A second look at what is in the tables, and what may be published."""

from annotations.review.acts import (
    accept,
    is_own_work,
    publication_change,
    return_for_changes,
)
from annotations.review.desk import Desk, desk
from annotations.review.lone_rows import LoneRow, accept_row, lone_rows
from annotations.review.publication_choice import (
    AS_IT_STANDS,
    CHOICES,
    IN_PART,
    NOTHING_YET,
    as_published,
    choice_of,
    missing_cells,
    row_of,
    stories_left_out,
)
from annotations.review.unit import CHANGED, NEVER, RETURNED, Unit
from annotations.review.writers import still_theirs

__all__ = [
    "AS_IT_STANDS",
    "CHANGED",
    "CHOICES",
    "IN_PART",
    "NEVER",
    "NOTHING_YET",
    "RETURNED",
    "Desk",
    "LoneRow",
    "Unit",
    "accept",
    "accept_row",
    "as_published",
    "choice_of",
    "desk",
    "is_own_work",
    "lone_rows",
    "missing_cells",
    "publication_change",
    "return_for_changes",
    "row_of",
    "still_theirs",
    "stories_left_out",
]
