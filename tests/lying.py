"""How one journey lies in a period, told step by step: what counting thousands is checked with."""

from __future__ import annotations

from annotations.dates import Period
from annotations.records import Journey
from annotations.selection import Within
from annotations.selection.filters import lies


def journey_lies(journey: Journey, period: Period) -> Within:
    """How a journey lies in a period: definitely where some part of it certainly fell in it."""
    whole = lies(journey.span, period)
    if whole in (Within.DEFINITELY, Within.NOT):
        return whole
    if journey.core and lies(journey.core.span, period) is not Within.NOT:
        return Within.DEFINITELY
    stops = {lies(stop.span, period) for stop in journey.stops}
    if Within.DEFINITELY in stops:
        return Within.DEFINITELY
    # A journey that is open on both sides may still have a stop of which one side is stated.
    return Within.POSSIBLY if stops - {Within.UNDATED} else Within.UNDATED
