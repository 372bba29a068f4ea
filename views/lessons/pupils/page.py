"""The page for pupils, for the app and as a file: the same parts, linked or inside."""

from __future__ import annotations

from collections.abc import Mapping

from views.atlas import PackedScene, map_script, page_script, scene_script, script_json
from views.lessons.document import Parts, document, picture_uri, with_relief
from views.lessons.pupils.data import PupilsData, PupilsStep
from views.text import Markup, el

STYLES = (
    "colours/colours.css",
    "vendor/leaflet.css",
    "map/atlas.css",
    "glossary/glossary.css",
    "pupils/pupils.css",
)
DRAW = "(map) => AtlasMap.atlas(map, window.ATLAS_SCENE)"
START = f"window.pupils = new AtlasPupils.Pupils(window.PUPILS, {DRAW});"


def pupils_page(
    told: PupilsData, scene: PackedScene, parts: Parts, pictures: Mapping[str, bytes]
) -> str:
    """A complete page on which a pupil reads, looks, answers and checks.

    `told` is a story (see `pupils.py`), `pictures` are those that its steps name, by file. Raises
    `FileNotFoundError` where the third-party files have not been put in place.
    """
    steps = [_with_picture(step, pictures) for step in told["steps"]]
    charts = [parts.library("vendor/plotly.min.js")] if told["figures"] else []
    data = script_json({**told, "steps": steps})
    return document(
        scene["lang"],
        told["title"],
        [parts.style(name) for name in STYLES],
        [
            Markup('<body class="pupils">'),
            el("main", cls="pupils-room"),
            parts.script(map_script(parts.static)),
            parts.script(scene_script(with_relief(scene, parts))),
            parts.script(page_script(parts.static, "pupils/index.js", "AtlasPupils")),
            parts.script(f"window.PUPILS = {data};\n{START}"),
            *charts,
            *([parts.script("pupils.timed();")] if charts else []),
            parts.last(),
            Markup("</body>"),
        ],
    )


def _with_picture(step: PupilsStep, pictures: Mapping[str, bytes]) -> PupilsStep:
    picture = step["picture"]
    if picture is None:
        return step
    return {**step, "picture": {**picture, "src": picture_uri(picture["file"], pictures)}}
