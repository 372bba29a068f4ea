"""The map beside the work: the journey as it stands, and the places that a name may mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st
from streamlit_folium import st_folium

from annotations.place_choices import Choice
from views.assets import STATIC, publish
from views.i18n import current_language
from views.map import Sketched, atlas_map, map_script, scene_script
from views.packed import packed
from views.proposals import letter
from views.scene import scene
from views.stops_made import choices_drawn, drawn_sketch
from views.widgets import store
from views.widgets.store import ASSETS
from views.widgets.work import Desk, open_stop
from views.widgets.work_place import choose, chosen

HEIGHT_PX = 300


def map_of_work(desk: Desk, choices: Sequence[Choice]) -> None:
    """The map, built once. The journey goes into the run and into no file: it is not public."""
    row = desk.work.mentions.get(desk.mention)
    meant = chosen(row, choices) if row else ""
    drawn, state = drawn_sketch(desk.sketch, current_language(), desk.stop)
    st_folium(
        atlas_map(ASSETS, _scripts(current_language())),
        key="work-map",
        height=HEIGHT_PX,
        use_container_width=True,
        feature_group_to_add=Sketched(drawn, state, choices_drawn(choices, meant)),
        returned_objects=["last_active_drawing"],
        on_change=lambda: _picked(desk, choices),
    )


@st.cache_resource(show_spinner=False, max_entries=4)
def _scripts(lang: str) -> tuple[str, ...]:
    """The scripts of the map, with a scene that has no journey."""
    nothing = replace(store.collection(), journeys={})
    made = (map_script(STATIC, "choices.js"), scene_script(packed(scene(nothing, lang, None))))
    return tuple(f"{ASSETS}/{publish(script)}" for script in made)


def _picked(desk: Desk, choices: Sequence[Choice]) -> None:
    """Choose the place, or open the stop, that was chosen on the map."""
    feature = (st.session_state.get("work-map") or {}).get("last_active_drawing") or {}
    what, _colon, which = str(feature.get("id", "")).rpartition(":")
    meant = {letter(index): choice for index, choice in enumerate(choices)}
    if what == "choice" and which in meant:
        choose(desk, desk.mention, meant[which])
    elif what == desk.work.journey and which.isdecimal():
        open_stop(int(which))
