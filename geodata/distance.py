"""How far: lengths along the Earth's surface, computed and never told."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from geopy.distance import geodesic

from geodata.places import Place

BOXES = Path(__file__).with_name("country_boxes.csv")
Box = tuple[float, float, float, float]  # south, west, north, east
EDGES = ("south", "west", "north", "east")


class NoPoint(ValueError):
    """A distance was asked to or from a place that has no position of its own."""

    def __init__(self, place: Place) -> None:
        what = f"{'an' if place.kind[0] in 'aeiou' else 'a'} {place.kind}"
        super().__init__(
            f"'{place.id or place.name}' is known only as {what}, so nothing can be "
            "measured from it. Measure from a town that the source names, or leave the leg out."
        )
        self.place = place


def distance_km(a: Place, b: Place) -> float:
    """Distance along the Earth's surface, in kilometres (geodesic, WGS 84).

    Raises `NoPoint` for a place known only as an area: see `Place.kind`.
    """
    return float(geodesic(_point(a), _point(b)).kilometers)


def path_km(places: Iterable[Place]) -> float:
    """Sum of the legs from each place to the next, in kilometres; 0 for fewer than two places.

    It is the shortest way over the ground through these places, not the way that was walked.
    Raises `NoPoint` if one of them is known only as an area.
    """
    return sum(distance_km(a, b) for a, b in pairwise(places))


def km_from_countries(point: tuple[float, float], countries: Iterable[str]) -> float | None:
    """From `lat, lon` to the nearest of the boxes around these countries, in kilometres.

    It is 0 within a box, which holds more than its country, and None where no box of any of these
    ISO codes is known.
    """
    known = _boxes()
    near = [_nearest(point, box) for code in countries for box in known.get(code, ())]
    return min((float(geodesic(point, edge).kilometers) for edge in near), default=None)


@cache
def _boxes() -> Mapping[str, Sequence[Box]]:
    """The boxes of each country, as `geodata.build_basemap` made them."""
    found: dict[str, list[Box]] = defaultdict(list)
    with BOXES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            south, west, north, east = (float(row[edge]) for edge in EDGES)
            found[row["country"]].append((south, west, north, east))
    return found


def _nearest(point: tuple[float, float], box: Box) -> tuple[float, float]:
    """The point of a box that is nearest, as its edges run."""
    (lat, lon), (south, west, north, east) = point, box
    beside = lon if west <= lon <= east else min((west, east), key=lambda edge: _turn(lon, edge))
    return max(south, min(lat, north)), beside


def _turn(one: float, other: float) -> float:
    """Degrees between two meridians, over the date line where that is shorter."""
    apart = abs(one - other) % 360
    return min(apart, 360 - apart)


def _point(place: Place) -> tuple[float, float]:
    if place.lat is None or place.lon is None:
        raise NoPoint(place)
    return place.lat, place.lon
