"""Made places: the nine of a made way in order, and towns around each of its towns."""

from __future__ import annotations

import math
import random

from geodata.places import Place

# Nine places on the way, in order: id, kind, country, lat, lon, uncertainty in metres.
ROUTE = (
    ("made-start", "country", "KP", None, None, None),
    ("made-bank", "river", "KP;CN", None, None, None),
    ("made-border-town", "town", "CN", 42.97, 129.84, 3_000.0),
    ("made-city", "town", "CN", 43.88, 125.32, 20_000.0),
    ("made-port", "town", "CN", 38.91, 121.6, None),
    ("made-south", "area", "CN", None, None, None),
    ("made-crossing", "town", "LA", 20.96, 101.4, 40_000.0),
    ("made-camp", "town", "TH", 13.75, 100.5, 15_000.0),
    ("made-end", "town", "KR", 37.57, 126.98, 10_000.0),
)
MADE_PAGE = "made-page"
NEIGHBOURS = 12
NEIGHBOURS_KM = (20, 200)
KM_A_DEGREE = 111.2


def made_routes(chance: random.Random) -> list[tuple[Place, ...]]:
    """For each of the nine stops of a way the places that it may be at, those of `WAY` first.

    A town has twelve others around it; a country, a river and an area stand alone.
    """
    return [(_place(*told), *_neighbours(told, chance)) for told in ROUTE]


def _neighbours(told: tuple, chance: random.Random) -> list[Place]:
    """Towns of the same country, 20 to 200 km from a town in any direction."""
    key, kind, country, lat, lon, radius_m = told
    if kind != "town":
        return []
    found = []
    for number in range(1, NEIGHBOURS + 1):
        away, bearing = chance.uniform(*NEIGHBOURS_KM) / KM_A_DEGREE, chance.uniform(0, math.tau)
        north = round(lat + away * math.cos(bearing), 4)
        east = round(lon + away * math.sin(bearing) / math.cos(math.radians(lat)), 4)
        found.append(_place(f"{key}-{number}", kind, country, north, east, radius_m))
    return found


def _place(
    key: str, kind: str, country: str, lat: float | None, lon: float | None, radius_m: float | None
) -> Place:
    name = key.replace("-", " ").capitalize()
    return Place(
        id=key, name=name, name_ko="", name_zh="", variants=(), kind=kind,
        country=tuple(country.split(";")), admin1="", lat=lat, lon=lon, uncertainty_m=radius_m,
        geonames="", geo_source="made", sources=MADE_PAGE, note="",
        extent=("KP",) if kind == "country" else (),
    )  # fmt: skip
