"""Search, from any page: a button that a key presses too, and a window with what was found."""

from __future__ import annotations

import streamlit as st

from annotations.search import LONGEST, PublicSearch, public_search
from views.panels import found_in_all, search_examples, search_results
from views.text import _, el
from views.widgets.app import frame, store
from views.widgets.app.kept import kept

DIALOG = "search"


def search_button() -> None:
    """The button, and the window once it was pressed."""
    st.button(
        _("Search"), key="search", shortcut="Ctrl+K", type="tertiary",
        on_click=frame.open_dialog, args=(DIALOG,),
    )  # fmt: skip
    frame.show_dialog(DIALOG, _("Search"), _window)


def _window() -> None:
    """A field for words, and what has all of them."""
    collection = store.collection()
    asked = st.text_input(
        _("Names, places, sources or words, in English, Korean or Chinese, then Enter"),
        key="search-words", max_chars=LONGEST, placeholder=search_examples(collection),
    )  # fmt: skip
    if asked.strip():
        answers = _search(store.tables_version()).answers(asked)
        st.html(el("p", found_in_all(answers), cls="muted", role="status"))
        st.html(search_results(collection, answers))


@kept(2)
def _search(version: str) -> PublicSearch:
    return public_search(store.collection())
