"""All journeys of a collection as columns of numbers, so that thousands are chosen at once.

It answers which countries, kind, sources and outcome each has, and how it lies in a period.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from annotations.dates import OPEN, Period, Span
from annotations.records import Journey

Mask = NDArray[np.bool_]
Days = NDArray[np.int32]

OPEN_BEFORE, OPEN_AFTER = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True)
class Spans:
    """Spans of days as two columns of day numbers, and which of them are known at all."""

    early: Days
    late: Days
    known: Mask

    def touch(self, period: Period) -> Mask:
        """Which spans have a day, or may have one, in a period."""
        first, last = period.first.toordinal(), period.last.toordinal()
        return self.known & (self.early <= last) & (self.late >= first)

    def inside(self, period: Period) -> Mask:
        """Which spans lie in the period with all their days."""
        first, last = period.first.toordinal(), period.last.toordinal()
        return self.known & (self.early >= first) & (self.late <= last)


@dataclass(frozen=True)
class Lying:
    """How each journey lies in a period; one in none of the three does not lie in it."""

    definitely: Mask
    possibly: Mask
    undated: Mask


@dataclass(frozen=True)
class JourneyIndex:
    """A row for each journey, in the order of its table; masks have one truth a row.

    `stop_rows` gives for each span of `stops` the row of its journey.
    """

    journeys: tuple[Journey, ...]
    countries: Mapping[str, Mask]
    kinds: Mapping[str, Mask]
    sources: Mapping[str, Mask]
    outcomes: Mapping[str, Mask]
    spans: Spans
    cores: Spans
    stops: Spans
    stop_rows: NDArray[np.int_]

    def under(
        self,
        countries: frozenset[str],
        kinds: frozenset[str],
        sources: frozenset[str],
        outcomes: frozenset[str],
    ) -> Mask:
        """Which journeys have one of each of these sets; an empty set asks none."""
        asked = np.ones(len(self.journeys), dtype=bool)
        for chosen, masks in (
            (countries, self.countries),
            (kinds, self.kinds),
            (sources, self.sources),
            (outcomes, self.outcomes),
        ):
            if chosen:
                found = [masks[code] for code in chosen if code in masks]
                asked &= np.logical_or.reduce(found) if found else False
        return asked

    def lying(self, period: Period) -> Lying:
        """How all journeys lie in a period: definitely where some part certainly fell in it.

        That is all of it, a day of its core, or the whole of a stop. A journey that is open on
        both sides may still have a stop of which one side is stated.
        """
        outside = self.spans.known & ~self.spans.touch(period)
        definitely = self.spans.inside(period) | self.cores.touch(period)
        definitely |= self._of_any_stop(self.stops.inside(period))
        definitely &= ~outside
        dated = self.spans.known | self._of_any_stop(self.stops.known)
        return Lying(definitely, dated & ~definitely & ~outside, ~dated)

    def _of_any_stop(self, stops: Mask) -> Mask:
        """Which journeys have any of these stops."""
        journeys = np.zeros(len(self.journeys), dtype=bool)
        journeys[self.stop_rows[stops]] = True
        return journeys

    def those(self, mask: Mask) -> tuple[Journey, ...]:
        """The journeys of a mask, in the order of the table."""
        return tuple(compress(self.journeys, mask.tolist()))


def index_of(
    journeys: Iterable[Journey], told_by: Callable[[Journey], frozenset[str]]
) -> JourneyIndex:
    """The index of some journeys; `told_by` gives the sources that a journey is found under."""
    rows = tuple(journeys)
    return JourneyIndex(
        journeys=rows,
        countries=masks_of([journey.countries for journey in rows]),
        kinds=masks_of([{journey.kind} for journey in rows]),
        sources=masks_of([told_by(journey) for journey in rows]),
        outcomes=masks_of([{journey.outcome_kind} for journey in rows]),
        spans=spans_of([journey.span for journey in rows]),
        cores=spans_of([journey.core.span if journey.core else OPEN for journey in rows]),
        stops=spans_of([stop.span for journey in rows for stop in journey.stops]),
        stop_rows=np.repeat(np.arange(len(rows)), [len(journey.stops) for journey in rows]),
    )


def masks_of(words: Sequence[Iterable[str]]) -> dict[str, Mask]:
    """For each word the rows that have it."""
    rows: dict[str, list[int]] = {}
    for row, own in enumerate(words):
        for word in own:
            rows.setdefault(word, []).append(row)
    masks = {word: np.zeros(len(words), dtype=bool) for word in rows}
    for word, mask in masks.items():
        mask[rows[word]] = True
    return masks


def spans_of(spans: Sequence[Span]) -> Spans:
    """Spans as columns; open sides reach as far as days can be counted."""
    early = [span.earliest.toordinal() if span.earliest else OPEN_BEFORE for span in spans]
    late = [span.latest.toordinal() if span.latest else OPEN_AFTER for span in spans]
    return Spans(
        np.array(early, dtype=np.int32),
        np.array(late, dtype=np.int32),
        np.array([span.known for span in spans], dtype=bool),
    )
