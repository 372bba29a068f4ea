"""A view for a page elsewhere, and the HTML that a visitor takes along to put it there."""

from __future__ import annotations

import streamlit as st

from annotations.records import Collection
from annotations.selection import Selection
from views.panels import (
    BOTH,
    MAP,
    TIMELINE,
    foot,
    frame_code,
    headline,
    parts,
    selection_sentence,
)
from views.text import _, labels
from views.widgets.app import page_script, reader
from views.widgets.atlas import controls
from views.widgets.atlas.first_map import map_stands
from views.widgets.atlas.links.readable import readable
from views.widgets.atlas.map_and_timeline import show_map, show_timeline

WHOLE = "both"


def embedded_view(collection: Collection) -> None:
    """Map, timeline or both, as the address asks for it, and a line below."""
    selection = controls.selection(collection)
    asked = parts(reader.parameter(controls.EMBEDDED))
    with st.container(key="embed"):
        map_room, time_room = (st.container(key=key) for key in ("map-room", "time-room"))
        _foot_line(collection, selection)
        if MAP in asked:
            with map_room:
                show_map(collection, selection)
        if TIMELINE in asked:
            with time_room:
                if MAP not in asked or map_stands():
                    show_timeline(collection, selection)


def _foot_line(collection: Collection, selection: Selection) -> None:
    """The small line below an embedded view, and the way back from an open journey."""
    journey = collection.journeys.get(controls.opened(collection)[0])
    said = headline(selection, journey) if journey else selection_sentence(collection, selection)
    with st.container(horizontal=True, vertical_alignment="center", key="foot"):
        if journey:
            st.button(
                _("‹ All journeys"),
                key="back",
                type="tertiary",
                on_click=controls.close,
                shortcut="Esc",
            )
        st.html(foot(f"{said}.", readable(collection)))
    page_script(f"{said}.")


def embed_code(collection: Collection, title: str) -> None:
    """The `<iframe>` of what is on the screen, to be copied into a page elsewhere."""
    popover = st.popover(_("Embed"), key="embed-code", on_change="rerun")
    if not popover.open:
        return
    with popover:
        view = st.segmented_control(
            _("What to show"),
            (WHOLE, *BOTH),
            default=WHOLE,
            required=True,
            key="embed-view",
            format_func=labels.embedded,
        )
        address = reader.address()
        code = frame_code(address, view, readable(collection), title)
        st.code(code, language="html", wrap_lines=True)
        st.caption(
            _(
                "Put this where the view should appear in your page. It needs this app to be "
                "running."
            )
            if address
            else _("Put the address of this app before “/?embed”.")
        )
