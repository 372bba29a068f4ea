"""When the chart may follow the map: once the browser has drawn it.

What arrives together a browser draws together, and Plotly's chart keeps it busy for longer than
map, counters and list do. So a visit's first page comes without its chart, and the browser asks for
the rest when the map stands, and says how wide it is. From then on the order of the page is enough.
"""

from __future__ import annotations

import streamlit as st

from views.widgets.app import component, reader

ASKED, WIDTH = "asked-for-the-chart", "width-of-the-browser"
PATIENCE_S = 4
NARROW_PX = 600
WIDEST_PX = 100_000
PHONE = "Mobi"  # in what a browser says of itself

_ask = component("first_map", "widgets/first-map.js")


def map_stands() -> bool:
    """False in the first run of a visit; the browser runs the page again when its map is drawn."""
    if ASKED in st.session_state:
        return True
    st.session_state[ASKED] = False
    _ask(key="first-map", on_drawn_change=_keep_width)
    _ask_anyway()
    return False


def is_narrow() -> bool:
    """True where the browser said that it is as narrow as a phone, or else that it is one."""
    width = st.session_state.get(WIDTH)
    return width <= NARROW_PX if width else PHONE in (st.context.headers.get("User-Agent") or "")


def _keep_width() -> None:
    keep_width(reader.message("first-map", "drawn"))


def keep_width(told: object) -> None:
    """Take note of the width that the browser tells, at first or when it is another one."""
    st.session_state[WIDTH] = reader.whole(told, 1, WIDEST_PX)


@st.fragment(run_every=PATIENCE_S)
def _ask_anyway() -> None:
    """Run the page again where no map is drawn in time, or the script that says so may not run."""
    if st.session_state[ASKED]:
        st.rerun()
    st.session_state[ASKED] = True
