"""What became public, when and by whom? Saves as visitors saw them, and what stands of each."""

from annotations.audit.occasions import (
    Effect,
    Occasion,
    PublicRow,
    is_alone,
    occasion,
    records_around,
)
from annotations.audit.past_tables import tables_around
from annotations.audit.shown_again import shown_again
from annotations.audit.sight import Sight, Sights
from annotations.audit.since import Audit, Fate, Since, audit, changes_anything

__all__ = [
    "Audit",
    "Effect",
    "Fate",
    "Occasion",
    "PublicRow",
    "Sight",
    "Sights",
    "Since",
    "audit",
    "changes_anything",
    "is_alone",
    "occasion",
    "records_around",
    "shown_again",
    "tables_around",
]
