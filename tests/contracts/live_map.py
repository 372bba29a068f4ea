"""A page with one live map, for `test_streamlit_folium.py`: each press sends it another script."""

import streamlit as st

from views.leans.folium import BareMap, MapScript
from views.leans.streamlit_folium import LiveMap


def pick(key: str) -> None:
    """Keep what was picked on the map."""
    st.session_state["picked"] = key


count = st.session_state["count"] = st.session_state.get("count", 0) + 1
st.button("Run", key="run")
drawn = BareMap(["../../app/static/vendor/leaflet.js"], {}, tiles=None)
MapScript("One", "window.layer = L.layerGroup().addTo(map);").add_to(drawn)
LiveMap(drawn).show(f"window.told = {count};", "map", 300, pick)
st.html(f"<p class='picked'>{st.session_state.get('picked', '')}</p>")
