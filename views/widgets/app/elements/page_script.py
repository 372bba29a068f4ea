"""What every page does for whoever reads it by ear or by key: see `page.js`."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from views.text import _, current_language
from views.widgets.app.elements.component import component

_page = component("page", "widgets/page.js", sheet="widgets/look.css")


def page_script(said: str, look: Mapping[str, object] | None = None) -> None:
    """The language of the page, a voice that says `said` where it is another, and its keys.

    `look` is its guided look, where it has one: see `look.js`.
    """
    keys = {"title": _("Keys"), "close": _("Close"), "keys": _keys()}
    _page(
        key="page",
        data={
            "lang": current_language(),
            "room": st.context.theme.type,
            "said": said,
            "keys": keys,
            "look": look,
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
