"""What is said where a page fails: to the reader kindly, to the log without anybody's words."""

from __future__ import annotations

import logging
import traceback

import streamlit as st

from views.leans.streamlit import FAILURES, FILE_FAILURES, STATE_FAILURES
from views.staff import NotStaff
from views.text import _


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
    for name in (FAILURES, FILE_FAILURES, STATE_FAILURES):
        logging.getLogger(name).addFilter(_WITHOUT_WORDS)


class _WithoutWords(logging.Filter):
    """Replaces an error, whose message may quote a draft or an address, by where it arose."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the record; it is always logged."""
        error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
        if error is not None:
            record.msg = f"{record.getMessage()}: {type(error).__name__}\n{_places(error)}"
            record.args, record.exc_info, record.exc_text = (), None, None
        return True


_WITHOUT_WORDS = _WithoutWords()


def _places(error: BaseException) -> str:
    places = traceback.extract_tb(error.__traceback__)
    return "\n".join(f"  {each.filename}:{each.lineno} in {each.name}" for each in places)
