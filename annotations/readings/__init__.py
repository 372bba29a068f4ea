"""How far do two readings of the same agree? Stops and words compared, and what was read again."""

from annotations.readings.agreement import Agreement, agreement, table, verdicts
from annotations.readings.compare import Compared, Reading, compare
from annotations.readings.files import Read, compared, read_again, reading
from annotations.readings.mentions import Marked, pairs

__all__ = [
    "Agreement",
    "Compared",
    "Marked",
    "Read",
    "Reading",
    "agreement",
    "compare",
    "compared",
    "pairs",
    "read_again",
    "reading",
    "table",
    "verdicts",
]
