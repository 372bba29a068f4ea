"""What is on the screen, to download."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import streamlit as st

from annotations.records import Collection
from annotations.references import Citation
from annotations.selection import Selection, select
from annotations.stories import LAYERS
from views.lessons import selection_story
from views.panels import account, geojson, headline, stops_csv
from views.text import _, citations_of, current_language, el
from views.widgets.app import cite, file_button, made, reader, store
from views.widgets.atlas import controls
from views.widgets.atlas.embed import embed_code
from views.widgets.atlas.links.readable import CAMERA, readable


def downloads(collection: Collection, selection: Selection) -> None:
    """Buttons that make their file when they are pressed, from what the filters leave then.

    A page may have been open since before something was hidden: nothing of that is in a file.
    """
    opened, stop = controls.opened(collection)
    title = headline(selection, collection.journeys.get(opened))

    layers = frozenset(name for name in LAYERS if st.session_state.get(name))
    language = current_language()
    camera = reader.camera_asked(CAMERA)
    choice = (selection.filters, opened, stop, layers, camera, language)

    def left_of(records: Collection) -> Selection:
        return selection if records is collection else select(records, selection.filters)

    def now() -> tuple[Collection, Selection]:
        records = store.collection()
        return records, left_of(records)

    def cited(records: Collection) -> tuple[str, Iterable[Citation]]:
        chosen = left_of(records)
        return headline(chosen, records.journeys.get(opened)), _cited(chosen)

    def one_file() -> str:
        records, chosen = now()
        told = headline(chosen, records.journeys.get(opened))
        at = (opened, stop) if opened in chosen.ids else None
        story = selection_story(records, chosen, told, at, layers, camera)
        return made.story_page(story, language, account=account(records, chosen))

    with st.sidebar:
        words = _(
            "The address of this page brings this view back. “Take a picture” above the map makes "
            "a picture of it."
        )
        st.html(el("p", _("Download"), cls="eyebrow") + el("p", words, cls="muted"))
        with st.container(horizontal=True, key="take-along"):
            for label, make, name, kind in (
                ("CSV", lambda: stops_csv(*now()), "journeys.csv", "text/csv"),
                ("GeoJSON", lambda: geojson(*now()), "journeys.geojson", "application/geo+json"),
                (_("Everything as one file"), one_file, "ways-out.html", "text/html"),
            ):
                file_button(label, make, name, kind, choice)
            embed_code(collection, title)
            cite(cited, "cite-view", asked=readable)


def _cited(selection: Selection) -> Iterator[Citation]:
    """All that the selected journeys, events and arrivals cite."""
    for journey in selection.journeys:
        yield from citations_of(journey)
    for event in selection.events:
        yield from event.sources
    for row in selection.arrivals:
        yield from row.sources
