"""An app with nothing in it: an empty map, an empty chart, and a button that only runs it again."""

import plotly.graph_objects as go
import streamlit as st
from streamlit_folium import st_folium

from tests.benchmarks.plain.leaflet import local_map

st.set_page_config(layout="wide")
st.title("Empty")
st.button("Again", key="again")
st_folium(local_map(), key="map", height=400, use_container_width=True, returned_objects=[])
st.plotly_chart(go.Figure(), key="timeline")
st.session_state["runs"] = st.session_state.get("runs", 0) + 1
with st.container(key="panel-room"):
    st.html(f'<p class="counters">{st.session_state["runs"]}</p>')
