"""Journeys on a map beside a timeline the usual way: each change makes a new map.

The collection is made here, `JOURNEYS` of the environment says how large. Records become rows
and features once; a run only chooses from them.
"""

import os

import folium
import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from streamlit_folium import st_folium

from tests.benchmarks.plain.features import lines, points, table
from tests.benchmarks.plain.leaflet import local_map
from tests.collections import many_journeys

YEARS = (1990, 2027)
COLOUR = "#0B6A94"
FEW = 100  # journeys: so many are drawn mark by mark


@st.cache_resource
def records() -> tuple[pd.DataFrame, list[dict], list[list[dict]]]:
    """A row, a line and the points of every journey that is on the map and has a date."""
    collection = many_journeys(int(os.environ["JOURNEYS"]))
    frame = table(collection)
    journeys = [collection.journeys[key] for key in frame["id"]]
    return frame, lines(journeys), points(journeys)


@st.cache_resource
def bars() -> go.Figure:
    """Journeys by the year in which they began."""
    counts = records()[0]["first"].value_counts().sort_index()
    figure = go.Figure(go.Bar(x=counts.index + 0.5, y=counts))
    figure.update_layout(height=200, dragmode="select", selectdirection="h", margin=dict(t=10))
    figure.update_xaxes(range=YEARS)
    return figure


def chosen_years() -> tuple[float, float]:
    """The edges of the box that was dragged over the chart, or all years."""
    boxes = st.session_state.get("timeline", {}).get("selection", {}).get("box", [])
    return tuple(sorted(boxes[0]["x"])) if boxes else YEARS


def map_of(rows: pd.Index) -> folium.Map:
    """A new map with the journeys of these rows."""
    frame, ways, stops = records()
    drawn = local_map()
    few = len(frame) <= FEW
    (add_each if few else add_together)(drawn, [ways[r] for r in rows], [stops[r] for r in rows])
    return drawn


def add_each(drawn: folium.Map, ways: list[dict], stops: list[list[dict]]) -> None:
    """A line for each journey and a mark for each stop, as every introduction does it."""
    for way, members in zip(ways, stops, strict=True):
        title = way["properties"]["title"]
        points = [stop["geometry"]["coordinates"][::-1] for stop in members]
        if len(points) > 1:
            folium.PolyLine(points, color=COLOUR, weight=2, tooltip=title).add_to(drawn)
        for point, stop in zip(points, members, strict=True):
            words = f"{title}: {stop['properties']['role']}"
            folium.CircleMarker(point, radius=4, color=COLOUR, fill=True, tooltip=words).add_to(
                drawn
            )


def add_together(drawn: folium.Map, ways: list[dict], stops: list[list[dict]]) -> None:
    """One layer of lines and one of points: with thousands nothing else can be waited for."""
    folium.GeoJson(
        {"type": "FeatureCollection", "features": ways},
        style_function=lambda _feature: {"color": COLOUR, "weight": 1.2, "opacity": 0.4},
        tooltip=folium.GeoJsonTooltip(["title"]),
    ).add_to(drawn)
    folium.GeoJson(
        {"type": "FeatureCollection", "features": [stop for way in stops for stop in way]},
        marker=folium.CircleMarker(radius=3, weight=1, color=COLOUR, fill=True),
        tooltip=folium.GeoJsonTooltip(["title", "role"]),
    ).add_to(drawn)


st.set_page_config(layout="wide")
st.title("Plain")
frame = records()[0]
first, last = chosen_years()
chosen = frame[(frame["first"] + 0.5 <= last) & (frame["last"] + 0.5 >= first)]
st_folium(
    map_of(chosen.index), key="map", height=400, use_container_width=True, returned_objects=[]
)
with st.container(key="time-room"):
    st.plotly_chart(bars(), key="timeline", on_select="rerun", selection_mode="box")
with st.container(key="panel-room"):
    st.html(f'<p class="counters">{len(chosen)} journeys</p>')
    st.dataframe(chosen, height=200)
