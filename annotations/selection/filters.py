"""Which records a reader asks for: by period, country, kind, outcome and source, surely or not."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property

import numpy as np

from annotations.codes import JourneyKind, OutcomeKind
from annotations.dates import Period, Span
from annotations.derived import once
from annotations.records import Arrivals, Collection, Event, Journey
from annotations.selection.journey_index import JourneyIndex, Mask, index_of

FIRST_YEAR, LAST_YEAR = 1990, 2026
PUBLIC_RECORD = "public-record"


class Within(Enum):
    """How a span of days lies in a period."""

    DEFINITELY = "definitely"
    POSSIBLY = "possibly"
    NOT = "not"
    UNDATED = "undated"


@dataclass(frozen=True)
class Filters:
    """What a reader chose; an empty set means no choice, so everything.

    `sources` holds ids of annotated texts and `PUBLIC_RECORD` for what none of them tells.
    `first` and `last` are years, both included. With `possibly` the records that only may lie
    in the period come along.
    """

    first: int = FIRST_YEAR
    last: int = LAST_YEAR
    possibly: bool = False
    countries: frozenset[str] = frozenset()
    kinds: frozenset[JourneyKind] = frozenset()
    sources: frozenset[str] = frozenset()
    outcomes: frozenset[OutcomeKind] = frozenset()

    @property
    def whole_time(self) -> bool:
        """True where no period was chosen, so that undated records belong too."""
        return self.first <= FIRST_YEAR and self.last >= LAST_YEAR

    @property
    def how_many(self) -> int:
        """How many filters are set: the period, how surely in it, and what was chosen of a kind."""
        chosen = (self.countries, self.kinds, self.sources, self.outcomes)
        return (not self.whole_time) + self.possibly + sum(map(bool, chosen))

    @property
    def period(self) -> Period:
        """The first and the last day of the chosen years."""
        return Period(date(self.first, 1, 1), date(self.last, 12, 31))


@dataclass(frozen=True)
class Selection:
    """The records that the filters leave, and those that only their date keeps out.

    `possible` may lie in the period but need not; `undated` have no date at all. Both are
    empty where they are part of the selection. `asked` and `asked_events` are what all filters
    but the period leave.
    """

    filters: Filters
    journeys: tuple[Journey, ...]
    events: tuple[Event, ...]
    arrivals: tuple[Arrivals, ...]
    possible: tuple[Journey, ...] = field(default=())
    undated: tuple[Journey, ...] = field(default=())
    asked: tuple[Journey, ...] = field(default=())
    asked_events: tuple[Event, ...] = field(default=())

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of the selected journeys, the same for every view."""
        return frozenset(journey.id for journey in self.journeys)

    @cached_property
    def stop_count(self) -> int:
        """How many stops the selected journeys have together."""
        return sum(len(journey.stops) for journey in self.journeys)


def lies(span: Span, period: Period) -> Within:
    """How a span, open sides included, lies in a period."""
    if not span.known:
        return Within.UNDATED
    early, late = span.earliest or date.min, span.latest or date.max
    if late < period.first or early > period.last:
        return Within.NOT
    if early >= period.first and late <= period.last:
        return Within.DEFINITELY
    return Within.POSSIBLY


def select(collection: Collection, filters: Filters) -> Selection:
    """What the filters leave of a collection, in the order of its tables."""
    journeys = index(collection)
    asked = journeys.under(filters.countries, filters.kinds, filters.sources, filters.outcomes)
    definitely, possibly, undated = _placed(journeys, asked, filters)
    events = tuple(event for event in collection.events.values() if _asked_for(event, filters))
    wanted = {Within.DEFINITELY} | ({Within.POSSIBLY} if filters.possibly else set())
    return Selection(
        filters=filters,
        journeys=journeys.those(definitely | possibly if filters.possibly else definitely),
        events=tuple(event for event in events if _event_lies(event, filters, wanted)),
        arrivals=tuple(row for row in collection.arrivals if _counts(row, filters)),
        possible=() if filters.possibly else journeys.those(possibly),
        undated=journeys.those(undated),
        asked=journeys.those(asked),
        asked_events=events,
    )


@once
def index(collection: Collection) -> JourneyIndex:
    """The journeys of a collection as they are chosen from; its masks know every filter's codes."""
    annotated = {source.id for source in collection.sources.values() if source.sha256}
    return index_of(collection.journeys.values(), lambda journey: told_by(journey, annotated))


def _placed(journeys: JourneyIndex, asked: Mask, filters: Filters) -> tuple[Mask, Mask, Mask]:
    """Which of the journeys asked for lie in the period definitely, possibly, or have no date.

    In the whole time all of them lie definitely.
    """
    if filters.whole_time:
        none = np.zeros_like(asked)
        return asked, none, none
    lying = journeys.lying(filters.period)
    return asked & lying.definitely, asked & lying.possibly, asked & lying.undated


def told_by(journey: Journey, annotated: set[str]) -> frozenset[str]:
    """The annotated texts that tell a journey, or `PUBLIC_RECORD` where none does."""
    texts = {citation.source for citation in journey.sources} & annotated
    return frozenset(texts or {PUBLIC_RECORD})


def _asked_for(event: Event, filters: Filters) -> bool:
    """Events have no kind; a choice of sources is a choice of testimony, and keeps them."""
    return not filters.countries or bool(filters.countries & set(event.countries))


def _event_lies(event: Event, filters: Filters, wanted: set[Within]) -> bool:
    return filters.whole_time or lies(event.span, filters.period) in wanted


def _counts(row: Arrivals, filters: Filters) -> bool:
    """True where any year of the row lies in the chosen period."""
    return (row.start_year or 0) <= filters.last and row.end_year >= filters.first
