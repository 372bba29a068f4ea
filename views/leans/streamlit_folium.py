"""streamlit-folium: a map that stays as it is while the page runs, with scripts sent to it.

Leans on: `feature_group_to_add`, whose script is run in the window of the map whenever it is
another, though it is meant for features; `last_active_drawing`, which takes the feature of any
click with a `layer` that is fired on a layer of the map, also where nothing was drawn; a map with
the same script, which is left as it stands; the address of the frame, two levels below the app, and
of its script, named `main` by what it holds; and
`_component_func`, to which `st_folium` gives what it has put together.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Any

import folium
import streamlit as st
import streamlit_folium

from views.leans.folium import SentScript

APP_FROM_FRAME = "../.."
NAME = "streamlit_folium.st_folium"
PICKED = "last_active_drawing"
MARK = "/* the script of this run */"

_component = streamlit_folium._component_func
_asking = Lock()


def frame_script() -> str:
    """The address of the script that a map's frame runs, seen from the frame."""
    folder = Path(streamlit_folium.__file__).parent / "frontend" / "build"
    (script,) = folder.glob("static/js/main.*.js")
    return f"{APP_FROM_FRAME}/component/{NAME}/{script.relative_to(folder).as_posix()}"


class LiveMap:
    """A map that is put together once for each place on a page; each run runs a script in it.

    `st_folium` would put it together at every run, which takes longer than to filter the records.
    It leaves what it was given in the map, so `draw` makes a new one for each place.
    """

    def __init__(self, draw: Callable[[], folium.Map]) -> None:
        self._draw = draw
        self._arguments: dict[tuple[str, int, bool], dict[str, Any]] = {}

    def show(
        self,
        script: str,
        key: str,
        height_px: int,
        on_pick: Callable[[str], None] | None = None,
    ) -> None:
        """The map of this key, with the script run in its window where it is another by now.

        `on_pick` is called with the id of a feature that a click was fired with, "" where it has
        none.
        """
        arguments = self._put_together(key, height_px, bool(on_pick))

        def picked() -> None:
            found = st.session_state.get(arguments["key"])
            feature = found.get(PICKED) if isinstance(found, dict) else None
            if on_pick:
                on_pick(str(feature.get("id", "")) if isinstance(feature, dict) else "")

        sent = arguments["feature_group"].replace(MARK, script)
        _component(**{**arguments, "feature_group": sent, "on_change": picked})

    def _put_together(self, key: str, height_px: int, picks: bool) -> dict[str, Any]:
        """What `st_folium` gives to its component, with a mark in place of the script."""
        asked = key, height_px, picks
        with _asking:
            if asked not in self._arguments:
                streamlit_folium._component_func = lambda **given: given
                try:
                    given = streamlit_folium.st_folium(
                        self._draw(),
                        key=key,
                        height=height_px,
                        use_container_width=True,
                        feature_group_to_add=SentScript("sent", MARK),
                        returned_objects=[PICKED] if picks else [],
                    )
                    # Streamlit looks for tables in lists, at every run.
                    self._arguments[asked] = {
                        name: tuple(one) if isinstance(one, list) else one
                        for name, one in given.items()
                    }
                finally:
                    streamlit_folium._component_func = _component
        return self._arguments[asked]
