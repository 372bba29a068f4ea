"""Links that call a filter's choice by a name that it no longer has: they open what they opened."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

# What addresses called the kind `corridor` before it was the general route.
GENERAL_ROUTE = "The way as such"
ASKED = "general-route-asked"


def followed(make_filters: Callable[[], None]) -> None:
    """Make the filters, with the general route chosen where an old link asks for it.

    Streamlit reads the address when it first makes a widget, and drops what it does not know; so
    the choice is added in a second run.
    """
    asked = GENERAL_ROUTE in st.query_params.get_all("kind")
    if st.session_state.pop(ASKED, False):
        st.session_state["kind"] = [*(st.session_state.get("kind") or ()), "corridor"]
        asked = False
    make_filters()
    if asked:
        st.session_state[ASKED] = True
        st.rerun()
