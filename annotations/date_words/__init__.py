"""When, as people say it? Words of dates and lengths, read into EDTF and ISO 8601."""

from annotations.date_words.reading import Reading, Why
from annotations.date_words.readings import readings

__all__ = [
    "Reading",
    "Why",
    "readings",
]
