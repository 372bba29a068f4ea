"""One way to read the words of a date, with the rule by which it was read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from annotations.dates import EdtfDate, parse


class Why(StrEnum):
    """The rule by which words were read."""

    AS_WRITTEN = "as written"
    MONTH_FIRST = "month before day"
    DAY_FIRST = "day before month"
    SHORT_YEAR = "year of two digits"
    FROM_TO = "from one to the other"
    WHOLE = "the whole period that the words name a part of"
    HALF = "half of the period that the words name a part of"
    WINTER_BEGINS = "the winter that begins in the year"
    WINTER_ENDS = "the winter that ends in the year"
    DECADE = "the decade"
    CENTURY = "the whole century"
    NO_YEAR = "no year is told"
    SAME_YEAR = "the year that it counts from"
    YEAR_BESIDE = "the year beside the one that it counts from"
    ONE_OF_TWO = "one of two"
    OPEN = "open on one side"
    UP_TO = "up to the day that it counts from"
    SAME_TIME = "the same time"
    ABOUT_THEN = "read as about then"
    BACK = "counted back"
    FORWARD = "counted forward"
    LENGTH = "a length of time"
    IN_DAYS = "the same length in days"
    NO_NUMBER = "a length of time without a number"
    RANGE = "a range of lengths, which one duration cannot hold"
    RANGE_END = "one end of a range of lengths"
    AGE = "an age"
    TOLD = "counts from something told"


@dataclass(frozen=True)
class Reading:
    """A proposal for the cells of a date mention; a person chooses.

    `value` is EDTF and `duration` ISO 8601, each "" where there is none. `relative` is True
    where the words count from something.
    """

    value: str
    duration: str
    relative: bool
    why: Why


def date_of(text: str) -> EdtfDate | None:
    """What an EDTF text says, or None for a date that there is not, such as 30 February."""
    try:
        return parse(text)
    except ValueError:
        return None
