"""The Folium map: our basemap and journeys as elements, served from the app itself."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import folium

from views.atlas.assets import static_file
from views.atlas.scene_data import PackedScene, PlaceChoice, State
from views.atlas.scripts import page_script
from views.leans.folium import BareMap, MapScript, named, rendered

# What our own scripts find there already.
GROUND = ("vendor/leaflet.js", "basemap-data.js")

# Basemap, journeys and legend: the scene that was loaded before, drawn on its map.
DRAW = (
    'map.attributionControl.setPrefix("");window.atlas = AtlasMap.atlas(map, window.ATLAS_SCENE);'
)
# In a frame of its own the map is a page.
FRAMED = "AtlasMap.ownPage(map, window.ATLAS_SCENE);"
# What the page around the map's frame hears when something is shown: see `first-map.js`.
TELL = (
    "(window.frameElement || document)"
    '.dispatchEvent(new CustomEvent("atlas-shown", { bubbles: true }));'
)
TEMPLATE_MARK = re.compile(r"\{(?=[{%#])")


def script_json(data: object) -> str:
    """JSON that can stand inside a script, a template literal, HTML or a Jinja template.

    Every sign that would mean something there is an escape that JSON and scripts read back.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&`\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    # Folium's own elements render a script as a template once more: nothing in it may be run.
    return TEMPLATE_MARK.sub(r"\\u007b", text)


def scene_script(scene: PackedScene) -> str:
    """The script that holds a packed scene (see `packed.py`); it is loaded before the map."""
    # A string that is parsed is read twice as fast as the same data written as a script.
    return f"window.ATLAS_SCENE = JSON.parse({json.dumps(script_json(scene))});"


def map_script(static: Path) -> str:
    """Leaflet and our own scripts as one: a browser asks for one file after the other."""
    ground = (static_file(name, static).read_text(encoding="utf-8") for name in GROUND)
    return "\n".join((*ground, page_script(static, "map/index.js", "AtlasMap")))


def show_script(state: State) -> str:
    """What the map shows now. Sent beside the map, so that a filter never rebuilds it."""
    return f"window.atlas.show({script_json(state)});\n{TELL}"


def sketch_script(scene: PackedScene, state: State, choices: Sequence[PlaceChoice]) -> str:
    """A journey that is being made, and the places that a name may mean: see `choices.js`."""
    calls = (
        f"window.atlas.load({script_json(scene)});",
        f"window.atlas.show({script_json(state)});",
        f"window.atlas.offer({script_json(choices)});",
    )
    return "\n".join(calls)


def rendered_map() -> tuple[str, str]:
    """The element of the map and the script that draws on it, for a page of our own.

    The same every time: a page is named by what is in it.
    """
    return rendered(named(atlas_map(""), "atlas"))


def atlas_map(assets: str, scripts: Sequence[str] = ()) -> folium.Map:
    """The whole map, ready for `st_folium` or to be written to a file.

    `scripts` are the addresses of `map_script` and `scene_script`, which stay out of the page so
    that a browser fetches and keeps them once, however often the page runs. A file that has them
    inside names none. Styles come from `assets`, an address.
    """
    styles = {
        "leaflet_css": f"{assets}/vendor/leaflet.css",
        "colours_css": f"{assets}/colours/colours.css",
        "atlas_css": f"{assets}/map/atlas.css",
    }
    drawn = BareMap(
        scripts,
        styles,
        location=(32, 115),
        zoom_start=4,
        tiles=None,
        # Leaflet's own names: what folium calls min_zoom and max_zoom it tells to tiles alone.
        minZoom=3,
        maxZoom=12,
        zoom_control=True,
        zoom_snap=0.25,
        world_copy_jump=False,
        max_bounds=True,
        min_lat=-12,
        max_lat=64,
        min_lon=58,
        max_lon=166,
        attribution_control=True,
    )
    MapScript("Atlas", DRAW + (FRAMED if scripts else "")).add_to(drawn)
    return drawn
