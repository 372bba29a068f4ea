"""What every page does for whoever reads it by ear or by key: see `page.js`."""

from __future__ import annotations

import streamlit as st

from views.atlas import STATIC, component_script
from views.text import _, current_language

_page = st.components.v2.component(
    "page",
    js=component_script(STATIC, "widgets/page.js"),
    isolate_styles=False,
)


def page_script(said: str) -> None:
    """The language of the page, a voice that says `said` where it is another, and its keys."""
    keys = {"title": _("Keys"), "close": _("Close"), "keys": _keys()}
    with st.container(key="page-script"):
        _page(
            key="page",
            data={
                "lang": current_language(),
                "room": st.context.theme.type,
                "said": said,
                "keys": keys,
            },
            on_room_change=lambda: None,
        )


def _keys() -> list[tuple[str, str]]:
    return [
        (_("Tab, Shift + Tab"), _("on to the next, and back")),
        ("Enter", _("open the stop, journey or event that has the focus")),
        ("Esc", _("back to the list")),
        ("← →", _("on the timeline: from mark to mark; on an end of the period: by a year")),
        (_("Page Up, Page Down"), _("on an end of the period: by five years")),
        ("← → ↑ ↓, +, −", _("on the map: move it, nearer, farther")),
        (_("/ or Ctrl + K"), _("search")),
        ("?", _("this list")),
    ]
