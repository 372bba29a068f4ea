"""The Folium map: our basemap and journeys as elements, served from the app itself."""

from __future__ import annotations

import json
import re

import folium
from branca.element import MacroElement
from folium.elements import JSCSSMixin
from folium.template import Template

SCRIPTS = (
    *("basemap-data.js", "shapes.js", "basemap.js", "labels.js"),
    *("records.js", "journeys.js", "flows.js", "stops.js", "legend.js", "atlas.js"),
)

TEMPLATE_MARK = re.compile(r"\{(?=[{%#])")


def script_json(data: object) -> str:
    """JSON that can stand inside a script, a template literal, HTML or a Jinja template.

    Every sign that would mean something there is an escape that JSON and scripts read back.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&`\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    # Folium renders a script as a template once more, which would run what a record has in braces.
    return TEMPLATE_MARK.sub(r"\\u007b", text)


def scene_script(scene: dict) -> str:
    """The script that holds a packed scene (see `views.packed`); it is loaded before the map."""
    # A string that is parsed is read twice as fast as the same data written as a script.
    return f"window.ATLAS_SCENE = JSON.parse({json.dumps(script_json(scene))});"


class AtlasMap(folium.Map):
    """An empty map that loads only Leaflet, from `assets` (an address, no slash at its end)."""

    def __init__(self, assets: str) -> None:
        super().__init__(
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
        self.default_js = [("leaflet", f"{assets}/vendor/leaflet.js")]
        self.default_css = [
            ("leaflet_css", f"{assets}/vendor/leaflet.css"),
            ("atlas_css", f"{assets}/atlas.css"),
        ]


class Atlas(JSCSSMixin, MacroElement):
    """Basemap, journeys and legend: draws the scene of `scene_url` on its map.

    The scene is a script of its own (see `scene_script`), so that a browser fetches and keeps
    it once, however often the page runs. Without an address it has been loaded already.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        {{ this._parent.get_name() }}.attributionControl.setPrefix("");
        var atlas = window.atlas = L.atlas({{ this._parent.get_name() }}, window.ATLAS_SCENE);
        {% endmacro %}
        """
    )

    def __init__(self, assets: str, scene_url: str) -> None:
        super().__init__()
        self._name = "Atlas"
        self.default_js = [(name, f"{assets}/{name}") for name in SCRIPTS]
        if scene_url:
            self.default_js.append(("scene", scene_url))
        self.default_css = []


class Shown(folium.FeatureGroup):
    """What the map shows now. Sent beside the map, so that a filter never rebuilds it."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.featureGroup();
        window.atlas.show({{ this.state }});
        {% endmacro %}
        """
    )

    def __init__(self, state: dict) -> None:
        super().__init__(name="shown")
        self.state = script_json(state)


def atlas_map(assets: str, scene_url: str = "") -> folium.Map:
    """The whole map with its scene, ready for `st_folium` or to be written to a file."""
    drawn = AtlasMap(assets)
    Atlas(assets, scene_url).add_to(drawn)
    return drawn
