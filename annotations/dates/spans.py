"""Spans of whole days, which may be open on either side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Span:
    """The earliest and the latest day that a record allows; None is open on that side."""

    earliest: date | None
    latest: date | None

    @property
    def known(self) -> bool:
        """True where at least one side is bounded."""
        return self.earliest is not None or self.latest is not None


OPEN = Span(None, None)


def whole_span(spans: Sequence[Span]) -> Span:
    """From the earliest day of any of the spans to the latest; open where there is none."""
    if not spans:
        return OPEN
    starts = [span.earliest for span in spans if span.earliest]
    ends = [span.latest for span in spans if span.latest]
    first = min(starts) if len(starts) == len(spans) else None
    return Span(first, max(ends) if len(ends) == len(spans) else None)


def core_span(spans: Iterable[Span]) -> Span:
    """From the last day on which the first can be to the first on which the last can.

    What goes through all of them was certainly under way from `earliest` to `latest`; where
    nothing is certain both are None.
    """
    known = list(spans)
    starts = [span.latest for span in known if span.latest]
    ends = [span.earliest for span in known if span.earliest]
    if not (starts and ends) or min(starts) > max(ends):
        return OPEN
    return Span(min(starts), max(ends))
