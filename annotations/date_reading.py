"""One way to read the words of a date, with the rule by which it was read."""

from __future__ import annotations

from dataclasses import dataclass

from annotations.dates import EdtfDate, parse

WHYS = (
    "as written",
    "month before day",
    "day before month",
    "year of two digits",
    "from one to the other",
    "the whole period that the words name a part of",
    "half of the period that the words name a part of",
    "the winter that begins in the year",
    "the winter that ends in the year",
    "the decade",
    "the whole century",
    "no year is told",
    "the year that it counts from",
    "the year beside the one that it counts from",
    "one of two",
    "open on one side",
    "up to the day that it counts from",
    "the same time",
    "read as about then",
    "counted back",
    "counted forward",
    "a length of time",
    "the same length in days",
    "a length of time without a number",
    "a range of lengths, which one duration cannot hold",
    "one end of a range of lengths",
    "an age",
    "counts from something told",
)


@dataclass(frozen=True)
class Reading:
    """A proposal for the cells of a date mention; a person chooses.

    `value` is EDTF and `duration` ISO 8601, each "" where there is none. `relative` is True
    where the words count from something. `why` is one of `WHYS`.
    """

    value: str
    duration: str
    relative: bool
    why: str


def told(text: str) -> EdtfDate | None:
    """What an EDTF text says, or None for a date that there is not, such as 30 February."""
    try:
        return parse(text)
    except ValueError:
        return None
