"""How is it on the map? Scene, colours and the Folium map."""

from views.atlas.alone import journey_alone
from views.atlas.assets import BETWEEN_SWEEPS_S, STATIC, MadeFiles, prepare, publish, static_file
from views.atlas.colours import (
    GREY,
    HAIRLINE,
    INK,
    MEN,
    MUTED,
    PAGE,
    SHEET,
    SOFT_INK,
    WOMEN,
    as_css,
    colours_of,
    dark_pairs,
    in_dark,
    see_through,
)
from views.atlas.folium_map import (
    atlas_map,
    map_script,
    rendered_map,
    scene_script,
    script_json,
    show_script,
    sketch_script,
)
from views.atlas.packed import packed, packed_state
from views.atlas.scene import leg_km, map_state, not_on_map, scene
from views.atlas.scene_data import MapState, PackedScene, PlaceChoice, State
from views.atlas.scripts import component_script, page_script
from views.atlas.still import still

__all__ = [
    "BETWEEN_SWEEPS_S",
    "GREY",
    "HAIRLINE",
    "INK",
    "MEN",
    "MUTED",
    "PAGE",
    "SHEET",
    "SOFT_INK",
    "STATIC",
    "WOMEN",
    "MadeFiles",
    "MapState",
    "PackedScene",
    "PlaceChoice",
    "State",
    "as_css",
    "atlas_map",
    "colours_of",
    "component_script",
    "dark_pairs",
    "in_dark",
    "journey_alone",
    "leg_km",
    "map_script",
    "map_state",
    "not_on_map",
    "packed",
    "packed_state",
    "page_script",
    "prepare",
    "publish",
    "rendered_map",
    "scene",
    "scene_script",
    "script_json",
    "see_through",
    "show_script",
    "sketch_script",
    "static_file",
    "still",
]
