"""When the chart may follow the map: once the browser has drawn it.

What arrives together a browser draws together, and Plotly's chart keeps it busy for longer than
map, counters and list do. So a visit's first page comes without its chart, and the browser asks for
the rest when the map stands. From then on the order of the page is enough.
"""

from __future__ import annotations

import streamlit as st

from views.atlas import STATIC, component_script

ASKED = "asked-for-the-chart"

_ask = st.components.v2.component("first_map", js=component_script(STATIC, "widgets/first-map.js"))


def map_stands() -> bool:
    """False in the first run of a visit; the browser runs the page again when its map is drawn."""
    if ASKED in st.session_state:
        return True
    st.session_state[ASKED] = True
    _ask(key="first-map", on_drawn_change=lambda: None)
    return False
