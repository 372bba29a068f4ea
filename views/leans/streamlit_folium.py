"""streamlit-folium: a map that stays as it is while the page runs, with scripts sent to it.

Leans on: `feature_group_to_add`, whose script is run in the window of the map whenever it is
another, though it is meant for features; `last_active_drawing`, which takes the feature of any
click with a `layer` that is fired on a layer of the map, also where nothing was drawn; a map with
the same script, which is left as it stands; and the address of the frame, two levels below the app.
"""

from __future__ import annotations

from collections.abc import Callable

import folium
import streamlit as st
from streamlit_folium import st_folium

from views.leans.folium import SentScript

APP_FROM_FRAME = "../.."
PICKED = "last_active_drawing"


def live_map(
    drawn: folium.Map,
    sent: SentScript,
    key: str,
    height_px: int,
    on_pick: Callable[[str], None] | None = None,
) -> None:
    """The map, built once; each run of the page runs `sent` in its window.

    `on_pick` is called with the id of a feature that a click was fired with, "" where it has none.
    """

    def picked() -> None:
        found = st.session_state.get(key)
        feature = found.get(PICKED) if isinstance(found, dict) else None
        if on_pick:
            on_pick(str(feature.get("id", "")) if isinstance(feature, dict) else "")

    st_folium(
        drawn,
        key=key,
        height=height_px,
        use_container_width=True,
        feature_group_to_add=sent,
        returned_objects=[PICKED] if on_pick else [],
        on_change=picked,
    )
