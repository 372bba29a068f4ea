"""Where: the project's own table of places, with how sure each position is."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from geodata.cells import parts

PlaceKind = Literal["town", "river", "province", "country", "area", "building"]

KINDS: tuple[PlaceKind, ...] = get_args(PlaceKind)
FAR_LANDS = {"US": (39.8, -98.6)}
MOST_LAT, MOST_LON, MOST_UNCERTAINTY_M = 90, 180, 2_000_000


@dataclass(frozen=True)
class Place:
    """A row of `places.csv`: a name that a source uses, and where it can be found.

    `lat` and `lon` are degrees (WGS 84) or None: a country, an area or a river is not a
    point. `uncertainty_m` is a radius in metres or None where it is unknown, never 0.
    `country` holds ISO 3166-1 alpha-2 codes, several for a river on a border. `extent` names
    the basemap units that make up an area (ISO 3166-1 or 3166-2 codes, or `river:Name`); for
    a building without a position of its own it names the town it lies in (`place:id`).
    """

    id: str
    name: str
    name_ko: str
    name_zh: str
    variants: tuple[str, ...]
    kind: PlaceKind
    country: tuple[str, ...]
    admin1: str
    lat: float | None
    lon: float | None
    uncertainty_m: float | None
    geonames: str
    geo_source: str
    sources: str
    note: str
    extent: tuple[str, ...] = ()

    @property
    def point(self) -> tuple[float, float] | None:
        """`lat, lon` where the place has a position of its own, else None."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)

    @property
    def is_point(self) -> bool:
        """True where the place has a position of its own."""
        return self.point is not None

    @property
    def whole_country(self) -> str:
        """The ISO code of the one country that it lies in; "" for a border, a sea or a region."""
        return self.country[0] if len(self.country) == 1 else ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names in English, Korean and Chinese, as far as known, without the variants."""
        return tuple(filter(None, (self.name, self.name_ko, self.name_zh)))


def far_land(place: Place) -> tuple[float, float] | None:
    """`lat, lon` of the middle of a country that the basemap does not reach; None for others.

    The map names such a country at its edge, where the line to it leaves. It is no point of it.
    """
    return FAR_LANDS.get(place.whole_country) if place.kind == "country" else None


def place_from_cells(cells: Mapping[str, str]) -> Place:
    """The place that a row of `places.csv` describes, its cells by column name.

    Raises `ValueError` for an unknown kind, and where a number is none or lies off the Earth.
    Sources are not looked up: whoever checks the tables does that.
    """
    return Place(
        id=cells["id"],
        name=cells["name"],
        name_ko=cells["name_ko"],
        name_zh=cells["name_zh"],
        variants=parts(cells["variants"]),
        kind=kind_of(cells["kind"]),
        country=parts(cells["country"]),
        admin1=cells["admin1"],
        lat=_number(cells["lat"], MOST_LAT),
        lon=_number(cells["lon"], MOST_LON),
        uncertainty_m=_number(cells["coordinateUncertaintyInMeters"], MOST_UNCERTAINTY_M) or None,
        geonames=cells["geonames"],
        geo_source=cells["geo_source"],
        sources=cells["sources"],
        note=cells["note"],
        extent=parts(cells["extent"]),
    )


def places_of_text(table: str) -> Iterator[Place]:
    """The places of a whole `places.csv`, for look-up; a row that is no place is passed over.

    `annotations.check` is what names such rows: geocoding goes on with the others.
    """
    for cells in csv.DictReader(io.StringIO(table, newline="")):
        try:
            yield place_from_cells(cells)
        except (KeyError, ValueError, AttributeError):
            continue


def kind_of(code: str) -> PlaceKind:
    """The kind of place that a code means. Raises `ValueError` where it means none."""
    found = next((kind for kind in KINDS if kind == code), None)
    if found is None:
        raise ValueError(f"{code!r} is not a kind of place. Write one of {', '.join(KINDS)}.")
    return found


def _number(cell: str, most: float) -> float | None:
    if not cell.strip():
        return None
    number = float(cell)
    if not abs(number) <= most:  # in this form it refuses nan too
        raise ValueError(f"{cell.strip()} lies outside -{most} to {most}.")
    return number
