"""Where did they go, and when? The map beside the timeline, also in a page elsewhere."""

import streamlit as st

from views.panels import headline, summary
from views.widgets.app import frame, store
from views.widgets.atlas import (
    controls,
    downloads,
    embedded_view,
    guided_look,
    map_stands,
    panel,
    picture_button,
    present,
    show_map,
    show_timeline,
)
from views.widgets.compose import add_view

records = store.collection()
if frame.embedded():
    embedded_view(records)
    st.stop()
controls.layers()
selection = controls.selection(records)
opened, _stop = controls.opened(records)

journey = records.journeys.get(opened)
frame.heading(
    headline(selection, journey),
    summary(records, selection, journey),
    None if journey else present.start_here(),
    guided_look(),
)
picture_button(records, selection)
with st.container(key="atlas"):
    map_room, time_room, panel_room = (
        st.container(key=key) for key in ("map-room", "time-room", "panel-room")
    )
    with map_room:
        show_map(records, selection)
    with panel_room:
        panel(records, selection)
downloads(records, selection)
add_view(records, selection)
with time_room:
    if map_stands():
        show_timeline(records, selection)
