"""The map of one journey alone, as it is before it is public, and of places to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from annotations.records import Collection
from views.atlas import (
    STATIC,
    PlaceChoice,
    journey_alone,
    map_script,
    publish,
    scene_script,
    sketch_script,
)
from views.text import current_language
from views.widgets.app import ASSETS, kept, made, store
from views.widgets.atlas.live import live_map

HEIGHT_PX = 300


def map_alone(
    collection: Collection,
    journey: str,
    key: str,
    opened: int = 0,
    choices: Sequence[PlaceChoice] = (),
    picked: Callable[[str], None] | None = None,
) -> None:
    """The map, built once; the journey is sent with each run, and no visitor can ask for it.

    `choices` are places as `map/choices.js` takes them. `picked` is called with the id of a stop or
    `choice:` and a letter.
    """
    drawn, state = journey_alone(collection, journey, current_language(), opened)
    script = sketch_script(drawn, state, choices)
    with st.container(key=f"alone-{key}"):
        live_map(_current_scripts(current_language())).show(script, key, HEIGHT_PX, picked)


def _current_scripts(lang: str) -> tuple[str, ...]:
    """Those scripts, made again where somebody has removed them."""
    if not made.are_there(*_scripts(lang)):
        _scripts.clear()
        made.are_there(*_scripts(lang))
    return _scripts(lang)


@kept(4)
def _scripts(lang: str) -> tuple[str, ...]:
    """The scripts of the map, with a scene that has no journey."""
    nothing, _state = journey_alone(store.collection(), "", lang)
    scripts = (map_script(STATIC), scene_script(nothing))
    return tuple(f"{ASSETS}/{publish(script)}" for script in scripts)
