"""When the chart may follow the map: once the browser has drawn it.

What arrives together a browser draws together, and Plotly's chart keeps it busy for longer than
map, counters and list do. So a visit's first page comes without its chart, and the browser asks for
the rest when the map stands. From then on the order of the page is enough.
"""

from __future__ import annotations

import streamlit as st

from views.atlas import STATIC, component_script

ASKED = "asked-for-the-chart"
PATIENCE_S = 4

_ask = st.components.v2.component("first_map", js=component_script(STATIC, "widgets/first-map.js"))


def map_stands() -> bool:
    """False in the first run of a visit; the browser runs the page again when its map is drawn."""
    if ASKED in st.session_state:
        return True
    st.session_state[ASKED] = False
    _ask(key="first-map", on_drawn_change=lambda: None)
    _ask_anyway()
    return False


@st.fragment(run_every=PATIENCE_S)
def _ask_anyway() -> None:
    """Run the page again where no map is drawn in time, or the script that says so may not run."""
    if st.session_state[ASKED]:
        st.rerun()
    st.session_state[ASKED] = True
