"""Whole days: spans that may be open on either side, and periods that are closed on both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Period:
    """The days from a first to a last one, both included."""

    first: date
    last: date

    @property
    def span(self) -> Span:
        """The same days where others may be open on a side."""
        return Span(self.first, self.last)


@dataclass(frozen=True)
class Span:
    """The earliest and the latest day that a record allows; None is open on that side."""

    earliest: date | None
    latest: date | None

    @property
    def known(self) -> bool:
        """True where at least one side is bounded."""
        return self.earliest is not None or self.latest is not None

    @property
    def period(self) -> Period | None:
        """The span as a period; None where a side is open."""
        if self.earliest is None or self.latest is None:
            return None
        return Period(self.earliest, self.latest)


OPEN = Span(None, None)


def whole_span(spans: Sequence[Span]) -> Span:
    """From the earliest day of any of the spans to the latest; open where there is none."""
    starts = [span.earliest for span in spans if span.earliest]
    ends = [span.latest for span in spans if span.latest]
    first = min(starts) if starts and len(starts) == len(spans) else None
    return Span(first, max(ends) if ends and len(ends) == len(spans) else None)


def core_of(spans: Iterable[Span]) -> Period | None:
    """From the last day on which the first can be to the first on which the last can.

    What goes through all of them was certainly under way in this period; None where nothing is
    certain.
    """
    known = list(spans)
    starts = [span.latest for span in known if span.latest]
    ends = [span.earliest for span in known if span.earliest]
    if not (starts and ends) or min(starts) > max(ends):
        return None
    return Period(min(starts), max(ends))
