"""What every page shares: page settings, the look, and problems of the tables said in the open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from annotations.tables import Problem
from views.i18n import _, ngettext
from views.markup import el

STYLE = Path(__file__).with_name("style.css")
MOST_SHOWN = 200


def settings() -> None:
    """Page title, width and the style sheet."""
    st.set_page_config(page_title=_("Ways out"), layout="wide", initial_sidebar_state="auto")
    st.html(STYLE)


def say_problems(problems: Sequence[Problem]) -> None:
    """The problems of the tables, as lines that name file, line and remedy."""
    if not problems:
        return
    title = ngettext(
        "{n} problem in the tables", "{n} problems in the tables", len(problems)
    ).format(n=len(problems))
    with st.expander(
        _("{title}. Rows that cannot stand are left out; the rest is shown.").format(title=title),
        key="problems",
        icon=":material/rule:",
    ):
        st.code(
            "\n".join(str(problem) for problem in problems[:MOST_SHOWN]),
            language=None,
            wrap_lines=True,
        )
        if len(problems) > MOST_SHOWN:
            st.caption(
                _("And {n} more: python -m annotations.check lists them all.").format(
                    n=len(problems) - MOST_SHOWN
                )
            )


def heading(title: str, sentence: str) -> None:
    """The title that answers the reader's question, and the selection as a sentence."""
    st.html(el("header", el("h1", title), el("p", sentence), cls="heading"))
