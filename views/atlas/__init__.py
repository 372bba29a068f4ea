"""How is it on the map? Scene, colours and the Folium map."""

from views.atlas.alone import journey_alone
from views.atlas.assets import STATIC, forget_hidden, is_published, prepare, publish
from views.atlas.colours import HAIRLINE, INK, MEN, MUTED, PAGE, TOTAL, WOMEN, colours_of
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

__all__ = [
    "HAIRLINE",
    "INK",
    "MEN",
    "MUTED",
    "PAGE",
    "STATIC",
    "TOTAL",
    "WOMEN",
    "MapState",
    "PackedScene",
    "PlaceChoice",
    "State",
    "atlas_map",
    "colours_of",
    "component_script",
    "forget_hidden",
    "is_published",
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
    "show_script",
    "sketch_script",
]
