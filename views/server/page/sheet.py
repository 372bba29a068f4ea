"""The style sheet of all pages, which comes once with the page and not with each of its runs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from views.atlas import SHEET, STATIC
from views.leans import plotly, streamlit
from views.leans.streamlit_page import BODY_START, PLACE_OF_PAGE
from views.text import _, current_language

SHEETS = (SHEET, streamlit.STYLE, plotly.STYLE, STATIC / "widgets" / "style.css")


def with_sheet(page: bytes) -> bytes:
    """Streamlit's page with the sheet before all else in its body; any other page as it is.

    Where it and Streamlit's own rules, in the head, weigh the same, the sheet holds.
    """
    if PLACE_OF_PAGE not in page:
        return page
    return page.replace(BODY_START, BODY_START + _style(current_language()), 1)


@cache
def _style(_language: str) -> bytes:
    words = {
        "file-refused": _("This file cannot be made just now. Please try again in a minute."),
        "menu": _("Menu"),
        "close": _("Close"),
    }
    rules = "\n".join(sheet.read_text(encoding="utf-8") for sheet in SHEETS)
    return f"<style>{rules}:root {{{sheet_words(words)}}}</style>".encode()


def sheet_words(words: Mapping[str, str]) -> str:
    """The words that a style sheet writes: see `views/leans/streamlit.css`."""
    return "".join(f'--{name}: "{_quoted(text)}";' for name, text in words.items())


def _quoted(text: str) -> str:
    return "".join(f"\\{ord(sign):x} " if sign in '"\\<' or sign < " " else sign for sign in text)
