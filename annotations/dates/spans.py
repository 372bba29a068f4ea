"""Spans of whole days, which may be open on either side."""

from __future__ import annotations

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
