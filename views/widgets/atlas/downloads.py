"""What is on the screen, to download."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from annotations.records import Collection
from annotations.selection import Selection
from annotations.stories import LAYERS
from views.lessons import selection_story
from views.panels import account, geojson, headline, stops_csv
from views.text import _, current_language, el
from views.widgets.app import made
from views.widgets.atlas import controls
from views.widgets.atlas.embed import embed_code


def downloads(collection: Collection, selection: Selection) -> None:
    """Buttons that make their file when they are pressed, from what is selected."""
    opened, stop = controls.opened(collection)
    title = headline(selection, collection.journeys.get(opened))

    def one_file() -> str:
        story = selection_story(
            collection,
            selection,
            title,
            (opened, stop) if opened in selection.ids else None,
            frozenset(name for name in LAYERS if st.session_state.get(name)),
        )
        words = account(collection, selection)
        return made.story_page(story, current_language(), account=words)

    with st.sidebar:
        st.html(el("p", _("Download"), cls="eyebrow"))
        with st.container(horizontal=True, key="take-along"):
            file_button("CSV", lambda: stops_csv(collection, selection), "journeys.csv", "text/csv")
            file_button(
                "GeoJSON",
                lambda: geojson(collection, selection),
                "journeys.geojson",
                "application/geo+json",
            )
            file_button(_("Everything as one file"), one_file, "ways-out.html", "text/html")
            embed_code(title)
        st.caption(
            _(
                "The address of this page brings this view back. The camera above the "
                "timeline saves the timeline as a picture."
            )
        )


def file_button(label: str, make: Callable[[], str | bytes], name: str, kind: str) -> None:
    """A button that makes its file when it is pressed; `make` returns text or bytes."""
    st.download_button(
        label, make, file_name=name, mime=kind, key=f"download-{name}", on_click="ignore"
    )
