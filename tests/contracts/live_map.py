"""A page with one live map, for `test_streamlit_folium.py`: each press sends it another script."""

import streamlit as st

from views.leans.folium import BareMap, MapScript
from views.leans.streamlit_folium import LiveMap


def pick(key: str) -> None:
    """Keep what was picked on the map."""
    st.session_state["picked"] = key


def drawn() -> BareMap:
    """A map with one layer and no tiles."""
    bare = BareMap(["../../app/static/vendor/leaflet.js"], {}, tiles=None)
    MapScript("One", "window.layer = L.layerGroup().addTo(map);").add_to(bare)
    return bare


count = st.session_state["count"] = st.session_state.get("count", 0) + 1
st.button("Run", key="run")
LiveMap(drawn).show(f"window.told = {count};", "map", 300, pick)
st.html(f"<p class='picked'>{st.session_state.get('picked', '')}</p>")
