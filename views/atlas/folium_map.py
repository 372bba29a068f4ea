"""The Folium map: our basemap and journeys as elements, served from the app itself."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import folium
from branca.element import Element, Figure, MacroElement
from folium.template import Template

from views.atlas.scene_data import PackedScene, PlaceChoice, State
from views.atlas.scripts import page_script

# What our own scripts find there already.
GROUND = ("vendor/leaflet.js", "basemap-data.js")

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
    ground = ((static / name).read_text(encoding="utf-8") for name in GROUND)
    return "\n".join((*ground, page_script(static, "map/index.js", "AtlasMap")))


class _Written(Element):
    """A piece of the page that stands as it is."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def render(self, **_kwargs: object) -> str:
        return self._text


class _WrittenOnce(MacroElement):
    """Puts what its template gives into the page.

    Folium compiles each piece as a template once more, at every run of a page: five milliseconds.
    """

    def render(self, **kwargs: object) -> str:
        macros, figure = self._template.module, self.get_root()
        for part in ("header", "html", "script"):
            if macro := getattr(macros, part, None):
                written = _Written(macro(self, kwargs))
                getattr(figure, part).add_child(written, name=self.get_name())
        for child in self._children.values():
            child.render(**kwargs)
        return ""  # all of it stands in the figure


class AtlasMap(folium.Map, _WrittenOnce):
    """An empty map that loads these scripts, and its styles from `assets` (an address)."""

    def __init__(self, assets: str, scripts: Sequence[str]) -> None:
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
        self.default_js = [(url, url) for url in scripts]
        self.default_css = [
            ("leaflet_css", f"{assets}/vendor/leaflet.css"),
            ("atlas_css", f"{assets}/map/atlas.css"),
        ]


class Atlas(_WrittenOnce):
    """Basemap, journeys and legend: draws the scene that was loaded before on its map."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        {{ this._parent.get_name() }}.attributionControl.setPrefix("");
        var atlas = AtlasMap.atlas({{ this._parent.get_name() }}, window.ATLAS_SCENE);
        window.atlas = atlas;
        {% endmacro %}
        """
    )

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca has no types here
        self._name = "Atlas"


class Shown(folium.FeatureGroup, _WrittenOnce):
    """What the map shows now. Sent beside the map, so that a filter never rebuilds it."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.featureGroup();
        window.atlas.show({{ this.state }});
        {% endmacro %}
        """
    )

    def __init__(self, state: State) -> None:
        super().__init__(name="shown")
        self.state = script_json(state)


class Sketched(folium.FeatureGroup, _WrittenOnce):
    """A journey that is being made, and the places that a name may mean: see `choices.js`."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.featureGroup();
        window.atlas.load({{ this.scene }});
        window.atlas.show({{ this.state }});
        window.atlas.offer({{ this.choices }});
        {% endmacro %}
        """
    )

    def __init__(self, scene: PackedScene, state: State, choices: Sequence[PlaceChoice]) -> None:
        super().__init__(name="sketched")
        self.scene, self.state = script_json(scene), script_json(state)
        self.choices = script_json(choices)


def rendered_map() -> tuple[str, str]:
    """The element of the map and the script that draws on it, for a page of our own."""
    figure = atlas_map("").get_root()
    assert isinstance(figure, Figure)  # folium puts every map into one
    figure.render()
    return figure.html.render(), figure.script.render()


def atlas_map(assets: str, scripts: Sequence[str] = ()) -> folium.Map:
    """The whole map, ready for `st_folium` or to be written to a file.

    `scripts` are the addresses of `map_script` and `scene_script`, which stay out of the page so
    that a browser fetches and keeps them once, however often the page runs. A file that has them
    inside names none.
    """
    drawn = AtlasMap(assets, scripts)
    Atlas().add_to(drawn)
    return drawn
