"""What we use of Leaflet and xstatic-leaflet without a promise of theirs."""

import re

from views.atlas.assets import STATIC
from views.leans import leaflet

OWN = {"ratio", "leastPx"}  # what our own scripts add


def leans() -> set[str]:
    """The names of Leaflet's own that its published types do not have."""
    text = (STATIC / "leaflet.d.ts").read_text(encoding="utf-8")
    return set(re.findall(r"^    (\w+)\??[:(]", text, re.MULTILINE)) - OWN


def test_the_package_has_leaflet_and_its_styles():
    missing = [str(path) for path in leaflet.files().values() if not path.is_file()]
    assert missing == [], "xstatic-leaflet keeps Leaflet somewhere else now"


def test_leaflet_still_has_what_the_canvas_of_the_map_leans_on():
    source = leaflet.files()["leaflet.js"].read_text(encoding="utf-8")
    names = leans()
    assert {"_animatingZoom", "_latLngToNewLayerPoint", "_update"} <= names
    missing = {name for name in names if not re.search(rf"\b{name}\b", source)}
    assert missing == set(), "Leaflet's canvas no longer calls or has these"


def test_only_one_script_names_what_leaflet_keeps_to_itself():
    named = set()
    for path in (STATIC / "map").rglob("*.js"):
        text = path.read_text(encoding="utf-8")
        if re.search(r"\b_(?:animatingZoom|latLngToNewLayerPoint|initContainer)\b", text):
            named.add(path.name)
    assert named == {"canvas.js"}
