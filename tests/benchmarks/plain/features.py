"""Journeys as the rows of a table and as GeoJSON features, for the plain app."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import pandas as pd

from annotations.dates.spans import Period
from annotations.records import Collection, Journey, Stop


def table(collection: Collection) -> pd.DataFrame:
    """A row for each journey that certainly fell in some years and has a point.

    Columns: `id`, `title`, `kind`, `first` and `last` (years).
    """
    rows = [
        (journey.id, journey.title, journey.kind, span.first.year, span.last.year)
        for journey in collection.journeys.values()
        if (span := _certain(journey)) and _stops(journey)
    ]
    return pd.DataFrame(rows, columns=["id", "title", "kind", "first", "last"])


def lines(journeys: Sequence[Journey]) -> list[dict]:
    """The way of each journey through its points, longitude first."""
    return [
        {
            "type": "Feature",
            "properties": {"title": journey.title},
            "geometry": {
                "type": "LineString",
                "coordinates": [[stop.place.lon, stop.place.lat] for stop in _stops(journey)],
            },
        }
        for journey in journeys
    ]


def points(journeys: Sequence[Journey]) -> list[list[dict]]:
    """For each journey its points, longitude first."""
    return [
        [
            {
                "type": "Feature",
                "properties": {"title": journey.title, "role": stop.role},
                "geometry": {"type": "Point", "coordinates": [stop.place.lon, stop.place.lat]},
            }
            for stop in _stops(journey)
        ]
        for journey in journeys
    ]


def _stops(journey: Journey) -> list[Stop]:
    """The first of the stops at each point, in order: a stay at one place is one mark."""
    placed = [stop for stop in journey.stops if stop.place and stop.place.is_point]
    return [next(stay) for _, stay in groupby(placed, key=lambda stop: stop.place.id)]


def _certain(journey: Journey) -> Period | None:
    """When a journey was certainly under way, or else between which days it was."""
    return journey.core or journey.span.period
