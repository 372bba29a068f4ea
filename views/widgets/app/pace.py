"""Lets what was sent stand on the screen before something heavy follows it.

A browser draws what arrives together together. Plotly's chart keeps it busy for longer than
map, counters and list do, so these are given a moment to be drawn first. To wait costs the server
nothing but a sleeping thread.
"""

from __future__ import annotations

import time

import streamlit as st

FIRST_S = 0.7  # the map's window loads its scripts
AGAIN_S = 0.06


def before_the_chart() -> None:
    """Wait a moment; longer when a visitor sees the page for the first time."""
    time.sleep(AGAIN_S if "paced" in st.session_state else FIRST_S)
    st.session_state["paced"] = True
