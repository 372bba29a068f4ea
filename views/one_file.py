"""The map as one HTML file that opens by a double click, with no network and no server."""

from __future__ import annotations

import base64
import re
from pathlib import Path

from views.assets import STATIC
from views.map import atlas_map, map_script, scene_script, script_json
from views.markup import Markup, el

NOTHING = Markup("")
# A mark that is chosen leads to its words below the map.
LEAD = 'atlas.on("click", (event) => { location.hash = event.layer.toGeoJSON().id; });'
URL = re.compile(r"url\((vendor/[\w-]+\.woff2)\)")


def map_file(
    scene: dict,
    state: dict,
    title: str,
    static: Path = STATIC,
    preface: Markup = NOTHING,
    account: Markup = NOTHING,
) -> str:
    """A complete page: Leaflet, basemap, journeys and what is shown, all inside it.

    `scene` and `state` are packed (see `views.packed`).
    `preface` stands above the map, `account` below it; a mark that is chosen on the map leads
    to the element of the account that has its stop's id. The same scripts as on the page draw
    it. Raises `FileNotFoundError` where the third-party files have not been put in place (see
    `views.assets.prepare`).
    """
    relief = scene["relief"] and scene["relief"] | {
        "url": _data_uri(static / "relief.webp", "image/webp")
    }
    drawn = atlas_map("")
    figure = drawn.get_root()
    figure.render()
    body, script = figure.html.render(), figure.script.render()
    styles = [
        _style(static / "vendor" / "leaflet.css"),
        _style(static / "atlas.css", fonts=static),
        _style(static / "one-file.css"),
    ]
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="en"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            el("title", title),
            *(f"<style>{style}</style>" for style in styles),
            "</head><body>",
            preface,
            body,
            account,
            f"<script>{_inside_script(map_script(static))}</script>",
            f"<script>{scene_script(scene | {'relief': relief})}</script>",
            f"<script>{script}\natlas.show({script_json(state)});\n{LEAD}</script>",
            "</body></html>",
        )
    )


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _inside_script(code: str) -> str:
    return code.replace("</script", "<\\/script")


def _data_uri(path: Path, kind: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode('ascii')}"


def _style(path: Path, fonts: Path | None = None) -> str:
    """A style sheet with its typefaces inside; pictures that Leaflet names are left out."""
    css = _read(path)
    if fonts:
        return URL.sub(lambda match: f"url({_data_uri(fonts / match[1], 'font/woff2')})", css)
    return re.sub(r"url\(images/[^)]+\)", "none", css)
