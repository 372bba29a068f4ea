"""What is on the screen as a step of a story that is still to be written."""

from __future__ import annotations

from collections.abc import Collection as Several

from annotations.records import Collection
from annotations.selection import Selection
from annotations.stories import LAYERS, Camera, Step
from views.panels import headline, selection_sentence


def step_of_view(
    collection: Collection,
    selection: Selection,
    opened: tuple[str, int | None],
    layers: Several[str],
    camera: Camera | None = None,
    event: str = "",
) -> Step:
    """The step that shows what the map shows now: the same filters, layers and camera.

    `opened` is a journey, empty where none is, and its stop. A journey that the filters leave out
    is on no map, so a step does not open it. One that is open gives its sources and content notes,
    and so does an event.
    """
    journey = collection.journeys.get(opened[0]) if opened[0] in selection.ids else None
    told = journey or collection.events.get(event)
    return Step(
        heading=told.title if told and not journey else headline(selection, journey),
        text=f"{selection_sentence(collection, selection)}.",
        care=told.care if told else "",
        opened=opened if journey else None,
        filters=selection.filters,
        layers=frozenset(layers) & frozenset(LAYERS),
        camera=camera,
        sources=told.sources if told else (),
        event="" if journey else event,
    )
