"""How do rows become records? Every table read and tied together."""

from annotations.collection import readers, testimony
from annotations.collection.chronology import days_between, not_all_true, resolve_journey, told_span
from annotations.collection.claims import followed_sources, other_claims
from annotations.collection.groups import told_together
from annotations.collection.load import Loaded, load
from annotations.collection.profiles import (
    AS_IS,
    EVERYTHING,
    ROLE,
    TABLE,
    WITHHELD,
    hides,
    is_closed,
)
from annotations.collection.readers import NO_POINTS, source
from annotations.collection.unlike import quoted_sources, unlike

__all__ = [
    "AS_IS",
    "EVERYTHING",
    "NO_POINTS",
    "ROLE",
    "TABLE",
    "WITHHELD",
    "Loaded",
    "days_between",
    "followed_sources",
    "hides",
    "is_closed",
    "load",
    "not_all_true",
    "other_claims",
    "quoted_sources",
    "readers",
    "resolve_journey",
    "source",
    "testimony",
    "told_span",
    "told_together",
    "unlike",
]
