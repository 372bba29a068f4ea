"""One journey alone on a map, whoever may see it: it goes into the run of a page, into no file."""

from __future__ import annotations

from dataclasses import replace

from annotations.records import Collection
from views.atlas.colours import colours_of
from views.atlas.packed import packed, packed_state
from views.atlas.scene import scene
from views.atlas.scene_data import MapState, PackedScene, State


def journey_alone(
    collection: Collection, key: str, lang: str, opened: int = 0
) -> tuple[PackedScene, State]:
    """A journey as a packed scene, and the state that shows it; `opened` is a stop or 0.

    Both are of nothing where there is no such journey, or it cannot be drawn.
    """
    journeys = {key: collection.journeys[key]} if key in collection.journeys else {}
    alone = scene(replace(collection, journeys=journeys), lang, None)
    alone["journeys"] = [one | {"colour": colours_of(collection)[key]} for one in alone["journeys"]]
    drawn = packed(alone)
    state: MapState = {
        "ids": drawn["id"],
        "asked": drawn["id"],
        "open": {"journey": key, "stop": opened or None} if drawn["id"] else None,
        "countries": [],
        "possibly": False,
    }
    return drawn, packed_state(state, drawn["id"])
