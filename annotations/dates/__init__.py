"""When, exactly? Dates and durations as spans of whole days, and a network of both."""

from annotations.dates.constraint_network import (
    MAYBE_FEWER,
    Constraint,
    Contradiction,
    Point,
    resolve,
)
from annotations.dates.durations import Duration, parse_duration, usual_tolerance
from annotations.dates.edtf import EdtfDate, Interval, OneOf, parse
from annotations.dates.edtf_single import MONTHS, SEASON_FIRST_MONTH, SingleDate, Unit
from annotations.dates.spans import OPEN, Period, Span, core_of, whole_span

__all__ = [
    "MAYBE_FEWER",
    "MONTHS",
    "OPEN",
    "SEASON_FIRST_MONTH",
    "Constraint",
    "Contradiction",
    "Duration",
    "EdtfDate",
    "Interval",
    "OneOf",
    "Period",
    "Point",
    "SingleDate",
    "Span",
    "Unit",
    "core_of",
    "parse",
    "parse_duration",
    "resolve",
    "usual_tolerance",
    "whole_span",
]
