"""Whole days: spans that may be open on either side, and periods that are closed on both."""

from __future__ import annotations

from collections.abc import Iterable
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


def covering(spans: Iterable[Span]) -> Span:
    """From the first to the last day that any of the spans allows; open where any is, or none."""
    days = [(span.earliest, span.latest) for span in spans]
    starts = [first for first, _ in days if first]
    ends = [last for _, last in days if last]
    return Span(
        min(starts) if starts and len(starts) == len(days) else None,
        max(ends) if ends and len(ends) == len(days) else None,
    )
