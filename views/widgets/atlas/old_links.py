"""Links with a name or an id of long ago: they open what they opened."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from annotations.records import Collection
from annotations.renaming import may_be_led_to
from views.widgets.app import reader, store

# What addresses called the kind `corridor` before it was the general route.
GENERAL_ROUTE = "The way as such"
ASKED = "general-route-asked"


def followed(make_filters: Callable[[], None]) -> None:
    """Make the filters, with the general route chosen where an old link asks for it.

    Streamlit reads the address when it first makes a widget, and drops what it does not know; so
    the choice is added in a second run.
    """
    asked = GENERAL_ROUTE in reader.parameters("kind")
    if st.session_state.pop(ASKED, False):
        st.session_state["kind"] = [*(st.session_state.get("kind") or ()), "corridor"]
        asked = False
    make_filters()
    if asked:
        st.session_state[ASKED] = True
        st.rerun()


def lead_to_renamed(collection: Collection) -> None:
    """Put the id that a journey or an event has now into an address that has an earlier one.

    Where whoever guesses an id may not learn whose it was, it stays an unknown id.
    """
    for part, known in (("journey", collection.journeys), ("event", collection.events)):
        old = reader.parameter(part)
        if old and old not in known:
            new = store.reviewed().redirects.follow(old)
            if new and new in known and may_be_led_to(store.reviewed(), new):
                st.query_params[part] = new
