"""The maps that stand while a page runs, one for all visitors who load the same scripts."""

from __future__ import annotations

from functools import lru_cache, partial

from views.atlas import atlas_map
from views.leans.streamlit_folium import LiveMap
from views.widgets.app import ASSETS


@lru_cache(maxsize=8)
def live_map(scripts: tuple[str, ...]) -> LiveMap:
    """The map that loads the scripts at these addresses."""
    return LiveMap(partial(atlas_map, ASSETS, scripts))
