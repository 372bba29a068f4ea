"""How far: lengths along the Earth's surface, computed and never told."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from geopy.distance import geodesic

from geodata.places import Place


class NoPoint(ValueError):
    """A distance was asked to or from a place that has no position of its own."""

    def __init__(self, place: Place) -> None:
        super().__init__(
            f"'{place.id or place.name}' is known only as a {place.kind}, so nothing can be "
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


def _point(place: Place) -> tuple[float, float]:
    if place.lat is None or place.lon is None:
        raise NoPoint(place)
    return place.lat, place.lon
