"""What is said where a page fails: to the reader kindly, to the log without anybody's words."""

from __future__ import annotations

import logging
import time
import traceback
from collections import Counter

import streamlit as st

from views.leans.streamlit import ASKED, FAILURES, FILE_FAILURES, RUNS, STATE_FAILURES
from views.leans.uvicorn import REQUEST_FAILURES
from views.staff import NotStaff
from views.text import _

AGAIN_S = 60  # after that the same failure is told again
MOST_KNOWN = 1_000
MOST_PLACES = 20  # of where an error arose: the last ones


def say_failure(error: Exception) -> bool:
    """Say on the page that it failed, in place of what Streamlit would show of an error."""
    if isinstance(error, NotStaff):
        st.info(str(error))
        return True
    with st.container(key="failed"):
        st.error(
            _(
                "Something here could not be read or shown. Go back to the last page, or open the "
                "first page and begin again. If it happens again, tell whoever runs this site what "
                "you did."
            )
        )
    return True


def log_without_words() -> None:
    """Let the logs of failures name errors and lines of code, and nothing that anybody wrote."""
    for name in ASKED:
        logging.getLogger(name).addFilter(_without_arguments)
    logging.getLogger(RUNS).addFilter(_is_no_news)
    for name in (FAILURES, FILE_FAILURES, STATE_FAILURES, REQUEST_FAILURES, *ASKED):
        logging.getLogger(name).addFilter(_WITHOUT_WORDS)


def _without_arguments(record: logging.LogRecord) -> bool:
    """Leave numbers and names of errors in what is logged, and nothing that anybody wrote."""
    given = record.args if isinstance(record.args, tuple) else ()
    record.args = tuple(map(_told, given))
    return True


def _is_no_news(record: logging.LogRecord) -> bool:
    """False for what is told of every run that cannot be, however often a page asks for it."""
    return record.levelno >= logging.WARNING


def _told(given: object) -> object:
    if isinstance(given, BaseException):
        return type(given).__name__
    return given if isinstance(given, int) else "…"


class _WithoutWords(logging.Filter):
    """Replaces an error, whose message may quote a draft or an address, by where it arose.

    The same one is told once a minute, and how often it came, and so is what was asked for in vain:
    a visitor can fail their own page, or knock at the door, as fast as they like, and the log lies
    on the disk that the tables need.
    """

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[int, float] = {}
        self._passed_by: Counter[int] = Counter()

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the record; False where the same was told a moment ago."""
        error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
        if error is None and record.levelno < logging.WARNING:
            return True
        what = f"{type(error).__name__}\n{_places(error)}" if error else str(record.msg)
        found = hash((record.name, what))
        if not self._is_due(found):
            return False
        before = self._passed_by.pop(found, 0)
        times = f" × {before + 1:,}" if before else ""
        name, line, places = what.partition("\n") if error else ("", "", "")
        told = f": {name}{times}{line}{places}" if error else times
        record.msg = f"{record.getMessage()}{told}"
        record.args, record.exc_info, record.exc_text = (), None, None
        return True

    def _is_due(self, found: int) -> bool:
        now = time.monotonic()
        if now - self._told.get(found, -AGAIN_S) < AGAIN_S:
            self._passed_by[found] += 1
            return False
        if len(self._told) >= MOST_KNOWN:
            self._told.clear()
            self._passed_by.clear()
        self._told[found] = now
        return True


_WITHOUT_WORDS = _WithoutWords()


def _places(error: BaseException) -> str:
    places = traceback.extract_tb(error.__traceback__, limit=-MOST_PLACES)
    return "\n".join(f"  {each.filename}:{each.lineno} in {each.name}" for each in places)
