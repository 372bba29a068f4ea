"""A view for a page elsewhere, and the HTML that a visitor takes along to put it there."""

from __future__ import annotations

import streamlit as st

from annotations.records import Collection
from annotations.selection import Selection
from views.panels import BOTH, foot, frame_code, headline, parts, selection_sentence
from views.text import _, labels
from views.widgets.app import reader
from views.widgets.atlas import controls

WHOLE = "both"


def parts_asked() -> tuple[str, ...]:
    """The parts of the view that the address asks for: map, timeline or both."""
    return parts(reader.parameter(controls.EMBEDDED))


def foot_line(collection: Collection, selection: Selection) -> None:
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
        st.html(foot(f"{said}.", controls.address()))


def embed_code(title: str) -> None:
    """The `<iframe>` of what is on the screen, to be copied into a page elsewhere."""
    with st.popover(_("Embed"), key="embed-code"):
        view = st.segmented_control(
            _("What to show"),
            (WHOLE, *BOTH),
            default=WHOLE,
            required=True,
            key="embed-view",
            format_func=labels.embedded,
        )
        address = st.context.url or ""
        code = frame_code(address, view, controls.address(), title)
        st.code(code, language="html", wrap_lines=True)
        st.caption(
            _(
                "Put this where the view should appear in your page. It needs this app to be "
                "running."
            )
            if address
            else _("Put the address of this app before “/?embed”.")
        )
