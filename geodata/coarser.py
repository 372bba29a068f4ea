"""Where, in less detail: the cell of a grid, the province or the country of a place.

Nothing here is random, and nothing of the answer but the cell or the area depends on the place:
whoever knows this code and the answer learns no more than the answer says.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from itertools import product

from geopy.distance import geodesic

from geodata.basemap import data
from geodata.places import MOST_LAT, MOST_LON, Place, PlaceKind

STEP_M = 10_000


@lru_cache(maxsize=4096)
def in_cell(place: Place, degrees: float) -> Place:
    """The middle of the cell of the grid that a point lies in, under the name of its province.

    `degrees` is the side of a cell, 0.1 or 1. The uncertainty is half the diagonal of the cell
    and that of the place together, rounded up to ten kilometres so that it tells no town by its
    size. A place without a point is shown as its province, or as its countries.
    """
    if not place.point:
        return in_province(place)
    lat = _middle(place.point[0], degrees, MOST_LAT)
    lon = _middle(place.point[1], degrees, MOST_LON)
    whole_m = half_diagonal_m(lat, lon, degrees) + (place.uncertainty_m or 0)
    name, _code = _province(place) or _countries(place)
    return _area(
        f"cell-{lat:g}-{lon:g}",
        place,
        name,
        lat=lat,
        lon=lon,
        uncertainty_m=float(math.ceil(whole_m / STEP_M) * STEP_M),
    )


def in_province(place: Place) -> Place:
    """The province of a place as an area; its countries where no province is known."""
    found = _province(place)
    if not found:
        return in_country(place)
    name, code = found
    return _area(code.lower(), place, name, kind="province", admin1=name, extent=(code,))


def in_country(place: Place) -> Place:
    """The country of a place as an area, or all of them for one on a border."""
    name, codes = _countries(place)
    kind: PlaceKind = "country" if len(codes) == 1 else "area"
    extent = tuple(code for code in codes if code in _country_names())
    return _area("-".join(codes).lower() or "somewhere", place, name, kind=kind, extent=extent)


def half_diagonal_m(lat: float, lon: float, degrees: float) -> float:
    """From the middle of a cell to the farthest of its corners, in metres."""
    corners = product(
        (lat - degrees / 2, lat + degrees / 2), (lon - degrees / 2, lon + degrees / 2)
    )
    return max(float(geodesic((lat, lon), corner).meters) for corner in corners)


def _middle(degree: float, side: float, most: int) -> float:
    """The middle of the cell, counted in whole cells so that no rounding moves it."""
    cells = round(1 / side)
    number = math.floor(round(degree * cells, 6))
    number = min(max(number, -most * cells), most * cells - 1)
    return round((number + 0.5) / cells, 2)


def _area(
    key: str,
    place: Place,
    name: str,
    kind: PlaceKind = "area",
    admin1: str = "",
    lat: float | None = None,
    lon: float | None = None,
    uncertainty_m: float | None = None,
    extent: tuple[str, ...] = (),
) -> Place:
    """A place of which nothing is kept but its countries and what is said here."""
    return Place(
        key, name, "", "", (), kind, place.country, admin1, lat, lon, uncertainty_m,
        geonames="", geo_source="", sources="", note="", extent=extent,
    )  # fmt: skip


def _province(place: Place) -> tuple[str, str] | None:
    """The name and the code of the one province that a place lies in, as the basemap has it."""
    if len(place.country) != 1 or place.kind in ("country", "river", "area"):
        return None
    code = _province_codes().get((place.country[0], place.admin1))
    return (place.admin1, code) if code else None


def _countries(place: Place) -> tuple[str, tuple[str, ...]]:
    names = (_country_names().get(code, code) for code in place.country)
    return "–".join(names), place.country


@cache
def _province_codes() -> dict[tuple[str, str], str]:
    units = (unit["properties"] for unit in data()["topology"]["objects"]["units"]["geometries"])
    return {(unit["country"], unit["en"]): unit["code"] for unit in units if unit.get("en")}


@cache
def _country_names() -> dict[str, str]:
    return {row["code"]: row["en"] for row in data()["countries"]}
