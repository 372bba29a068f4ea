"""Small routes for the tests of the views: a journey over a few places, each stop as stated."""

from __future__ import annotations

from collections.abc import Mapping

from annotations.records import Collection, Journey
from tests.collections import collection_of

# A duration that is meant to the day, whatever leeway durations have by themselves.
EXACT = {"tolerance": "P0D"}
NO_POINT = {"lat": "", "lon": "", "coordinateUncertaintyInMeters": ""}
PLACES = (
    {},
    {"id": "beijing", "name": "Beijing", "lat": "39.9", "lon": "116.4"},
    {"id": "tumen", "name": "Tumen", "lat": "42.97", "lon": "129.84"},
    {"id": "seoul", "name": "Seoul", "country": "KR", "lat": "37.57", "lon": "126.98"},
    {"id": "china", "name": "China", "kind": "country", "extent": "CN", **NO_POINT},
    {
        "id": "north-korea",
        "name": "North Korea",
        "kind": "country",
        "country": "KP",
        "extent": "KP",
        **NO_POINT,
    },
    {
        "id": "embassy",
        "name": "An embassy, Beijing",
        "kind": "building",
        "extent": "place:beijing",
        **NO_POINT,
    },
    {"id": "mountain", "name": "A mountain hut", "kind": "area", **NO_POINT},
)
HOSTILE = (
    "</script><script>alert(1)</script> `${alert(1)}` {{ 7*7 }} {% raw %} \"quoted\" 'q' \\ "
    '<b>bold</b> <a href="https://example.org/x">x</a> &amp; \u2028\u2029 [x](https://example.org)'
)


def stop_rows(journey: str, *stops: Mapping[str, str]) -> list[Mapping[str, str]]:
    """Rows of stops.csv in order, each at Dalian from the public record unless told otherwise."""
    common = {"journey": journey, "basis": "external", "mentions": ""}
    return [{**common, "order": str(order), **stop} for order, stop in enumerate(stops, start=1)]


def route(*stops: Mapping[str, str], **cells: str) -> tuple[Collection, Journey]:
    """A collection with one journey of these stops, and that journey; `cells` are the journey's."""
    records = collection_of(
        places=list(PLACES), journeys=[cells], stops=stop_rows("by-sea", *stops)
    )
    return records, records.journeys["by-sea"]
