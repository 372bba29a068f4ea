"""What the basemap can draw as an area or a river: its units by code, read from the built file.

A code is ISO 3166-1 alpha-2 for a country, ISO 3166-2 for a province (and the numbers that
China's provinces had until 2017), or `river:` and an English name. `basemap_waters.csv` lists
the rivers. The file is made by `geodata.build_basemap`; here it is only read.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TypedDict

from geodata import ROOT

DATA = ROOT / "static" / "atlas" / "basemap-data.js"


class Named(TypedDict, total=False):
    """What the basemap says of a unit, a river or a country.

    `at` is `[lat, lon]` of its name, and `room` how far that is from the outline, in degrees.
    """

    code: str
    country: str
    en: str
    ko: str
    zh: str
    at: list[float]
    room: float


class Geometry(TypedDict):
    """A geometry of TopoJSON, of which only the properties are read here."""

    properties: Named


class GeometryCollection(TypedDict):
    """Geometries of one kind."""

    geometries: list[Geometry]


class Topology(TypedDict):
    """TopoJSON: its objects by kind (`units`, `rivers`, `lakes`, `far`)."""

    objects: dict[str, GeometryCollection]


class Basemap(TypedDict):
    """What of `window.ATLAS_BASEMAP` is read here."""

    credit: str
    topology: Topology
    aliases: dict[str, str]
    countries: list[Named]


class UnknownUnit(LookupError):
    """No unit of the basemap has this code."""


@cache
def data(path: Path = DATA) -> Basemap:
    """What the script sets as `window.ATLAS_BASEMAP`: TopoJSON, names and label points."""
    text = path.read_text(encoding="utf-8")
    read: Basemap = json.loads(text[text.index("{") : text.rindex("}") + 1])
    return read


def unit_codes() -> frozenset[str]:
    """Every code that an extent may name."""
    return frozenset(_points()) | frozenset(data()["aliases"])


def anchor(code: str) -> tuple[float, float]:
    """`lat, lon` of the point where a unit's name stands: in its outline, or on its river.

    Raises `UnknownUnit` for a code that the basemap does not have.
    """
    points = _points()
    try:
        return points[data()["aliases"].get(code, code)]
    except KeyError:
        raise UnknownUnit(f"The basemap has no unit {code!r}; see geodata.basemap.") from None


@cache
def _points() -> dict[str, tuple[float, float]]:
    objects = data()["topology"]["objects"]
    drawn = [unit["properties"] for unit in objects["units"]["geometries"]]
    drawn += [river["properties"] for river in objects["rivers"]["geometries"]]
    named = [row for row in drawn if "at" in row] + data()["countries"]
    return {row["code"]: (row["at"][0], row["at"][1]) for row in named if row.get("code")}
