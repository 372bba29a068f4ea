"""What is on the screen, to take along."""

from __future__ import annotations

import streamlit as st

from annotations.records import Collection
from annotations.selection import Selection
from views.account import account, preface
from views.exports import geojson, stops_csv
from views.headline import headline
from views.i18n import _, current_language
from views.one_file import map_file
from views.packed import packed_state
from views.widgets import controls, store
from views.widgets.embed import embed_code
from views.widgets.map_and_timeline import shown_state


def downloads(collection: Collection, selection: Selection) -> None:
    """Buttons that make their file when they are pressed, from what is selected."""
    journey = collection.journeys.get(controls.opened(collection)[0])
    title = headline(selection, journey)

    def one_file() -> str:
        scene = store.current_scene(current_language())
        return map_file(
            scene.packed,
            packed_state(shown_state(collection, selection), scene.order),
            title,
            preface=preface(collection, selection, title),
            account=account(collection, selection),
        )

    with st.sidebar:
        st.html(f"<p class='eyebrow'>{_('Take along')}</p>")
        with st.container(horizontal=True, key="take-along"):
            _button("CSV", lambda: stops_csv(collection, selection), "journeys.csv", "text/csv")
            _button(
                "GeoJSON",
                lambda: geojson(collection, selection),
                "journeys.geojson",
                "application/geo+json",
            )
            _button(_("Map as one file"), one_file, "map.html", "text/html")
            embed_code(title)
        st.caption(
            _(
                "The address of this page brings this view back. The camera above the timeline "
                "saves it as a picture."
            )
        )


def _button(label: str, make, name: str, kind: str) -> None:
    st.download_button(
        label, make, file_name=name, mime=kind, key=f"download-{name}", on_click="ignore"
    )
