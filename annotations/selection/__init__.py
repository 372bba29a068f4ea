"""Which records lie in the filters? Definitely, possibly or not."""

from annotations.selection.filters import (
    FIRST_YEAR,
    LAST_YEAR,
    PUBLIC_RECORD,
    Filters,
    Selection,
    Within,
    index,
    select,
)
from annotations.selection.journey_index import Mask, Spans, masks_of, spans_of
from annotations.selection.own_arrivals import OwnArrivals, own_arrivals, undated_arrivals

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "PUBLIC_RECORD",
    "Filters",
    "Mask",
    "OwnArrivals",
    "Selection",
    "Spans",
    "Within",
    "index",
    "masks_of",
    "own_arrivals",
    "select",
    "spans_of",
    "undated_arrivals",
]
