"""How far do two readings of the same agree? Stops and words compared, and what was read again."""

from annotations.readings.agreement import Agreement, agreement, table, verdicts
from annotations.readings.compare import HOW_DATES_LIE, Compared, Reading, compare
from annotations.readings.files import (
    READ,
    VERDICTS,
    Read,
    WrongRow,
    compared,
    numbered_rows,
    read_again,
    reading,
)
from annotations.readings.mentions import Marked, pairs

__all__ = [
    "HOW_DATES_LIE",
    "READ",
    "VERDICTS",
    "Agreement",
    "Compared",
    "Marked",
    "Read",
    "Reading",
    "WrongRow",
    "agreement",
    "compare",
    "compared",
    "numbered_rows",
    "pairs",
    "read_again",
    "reading",
    "table",
    "verdicts",
]
