"""Who else has looked? Review by a second person, and what may be published then."""

from annotations.review.acts import OwnWork, accepted, is_own_work, publication_change, sent_back
from annotations.review.desk import Desk, desk
from annotations.review.publication_choice import (
    AS_IT_STANDS,
    CHOICES,
    IN_PART,
    NOTHING_YET,
    as_published,
    choice_of,
    lacks,
    row_of,
)
from annotations.review.unit import CHANGED, NEVER, SENT_BACK, Unit

__all__ = [
    "AS_IT_STANDS",
    "CHANGED",
    "CHOICES",
    "IN_PART",
    "NEVER",
    "NOTHING_YET",
    "SENT_BACK",
    "Desk",
    "OwnWork",
    "Unit",
    "accepted",
    "as_published",
    "choice_of",
    "desk",
    "is_own_work",
    "lacks",
    "publication_change",
    "row_of",
    "sent_back",
]
