"""A Folium map that asks no other host for its Leaflet."""

from __future__ import annotations

import folium

# From inside the component's frame the app's static files lie two levels up.
VENDOR = "../../app/static/vendor"


def local_map() -> folium.Map:
    """An empty map of the ways, drawn on a canvas, with only Leaflet and no tiles to load."""
    drawn = folium.Map(location=(32, 115), zoom_start=4, tiles=None, prefer_canvas=True)
    drawn.default_js = [("leaflet", f"{VENDOR}/leaflet.js")]
    drawn.default_css = [("leaflet_css", f"{VENDOR}/leaflet.css")]
    return drawn
