"""Days in less detail: in whole months, years or decades, as EDTF."""

from __future__ import annotations

from datetime import date

from annotations.codes import DateLevel
from annotations.dates import Span

UNITS = ("month", "year", "period")


def widened(span: Span, unit: DateLevel) -> str:
    """The EDTF text of the whole months, years or decades that hold a span; "" for an open one.

    A `period` is a decade or several. What comes out depends on nothing but the units that the
    two ends lie in.
    """
    first, last = (_unit(day, unit) if day else "" for day in (span.earliest, span.latest))
    if not first and not last:
        return ""
    if first == last:
        return first
    return f"{_edge(first, 0)}/{_edge(last, 9)}"


def _unit(day: date, unit: DateLevel) -> str:
    if unit == "month":
        return f"{day.year:04}-{day.month:02}"
    # The years before 10 are no decade that EDTF is read with here.
    return f"{day.year:04}" if unit == "year" or day.year < 10 else f"{day.year // 10:03}X"


def _edge(text: str, digit: int) -> str:
    """An end of an interval, in which a decade stands as its first or its last year."""
    return (text or "..").replace("X", str(digit))
