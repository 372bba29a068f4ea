"""Where did they go, and when? For a page elsewhere: the map, the timeline or both."""

import streamlit as st

from views.panels import MAP, TIMELINE
from views.widgets.app import store
from views.widgets.atlas import controls, embed, map_stands, show_map, show_timeline

records = store.collection()
selection = controls.selection(records)
parts = embed.parts_asked()

with st.container(key="embed"):
    map_room, time_room = (st.container(key=key) for key in ("map-room", "time-room"))
    embed.foot_line(records, selection)
    if MAP in parts:
        with map_room:
            show_map(records, selection)
    if TIMELINE in parts:
        with time_room:
            if MAP not in parts or map_stands():
                show_timeline(records, selection)
