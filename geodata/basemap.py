"""What the basemap can draw as an area or a river: its units by code, read from the built file.

A code is ISO 3166-1 alpha-2 for a country, ISO 3166-2 for a province (and the numbers that
China's provinces had until 2017), or `river:` and an English name. `basemap_waters.csv` lists
the rivers. The file is made by `geodata.build_basemap`; here it is only read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypedDict, cast

from geodata import ROOT

DATA = ROOT / "static" / "atlas" / "basemap-data.js"
NEAR = (55, 160), (-8, 56)  # degrees: what a picture of the routes may show beside them

Point = tuple[float, float]  # longitude, latitude


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


def whole(path: Path = DATA) -> Basemap:
    """What the script sets as `window.ATLAS_BASEMAP`: TopoJSON, names and label points."""
    text = path.read_text(encoding="utf-8")
    read: Basemap = json.loads(text[text.index("{") : text.rindex("}") + 1])
    return read


@cache
def data() -> Basemap:
    """The same without the shapes, which are 80,000 points that only a browser draws."""
    read = whole()
    kinds = read["topology"]["objects"]
    objects: dict[str, GeometryCollection] = {
        kind: {"geometries": [{"properties": one["properties"]} for one in found["geometries"]]}
        for kind, found in kinds.items()
        if kind in ("units", "rivers")
    }
    return {**read, "topology": {"objects": objects}}


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


@lru_cache(maxsize=1)
def land(step: float) -> tuple[tuple[Point, ...], ...]:
    """The rings of land around the routes, on a grid of `step` degrees that swallows small ones."""
    topology = cast("dict[str, Any]", whole()["topology"])
    arcs = [list(_walked(arc, topology["transform"], step)) for arc in topology["arcs"]]
    shapes = (topology["objects"][kind]["geometries"] for kind in ("far", "units"))
    rings = (ring for shape in shapes for unit in shape for ring in _rings(unit))
    drawn = (tuple(_once(_joined(ring, arcs))) for ring in rings)
    return tuple(ring for ring in drawn if len(set(ring)) > 3 and any(map(_is_near, ring)))


def _is_near(point: Point) -> bool:
    (west, east), (south, north) = NEAR
    return west < point[0] < east and south < point[1] < north


def _rings(unit: dict[str, Any]) -> Iterator[list[int]]:
    """The outer rings of a unit, each as the numbers of its arcs."""
    parts = [unit["arcs"]] if unit["type"] == "Polygon" else unit["arcs"]
    yield from (part[0] for part in parts)


def _walked(
    arc: list[list[int]], transform: dict[str, list[float]], step: float
) -> Iterator[Point]:
    """The points of an arc, each told by how far it lies from the one before, on the grid."""
    (width, height), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    for right, up in arc:
        x, y = x + right, y + up
        yield round((x * width + west) / step) * step, round((y * height + south) / step) * step


def _joined(ring: list[int], arcs: list[list[Point]]) -> Iterator[Point]:
    """The points of a ring; an arc that is walked from its end has the number `~n`."""
    for number in ring:
        yield from arcs[number] if number >= 0 else reversed(arcs[~number])


def _once(points: Iterator[Point]) -> Iterator[Point]:
    """The points without those that lie where the one before does."""
    before: Point | None = None
    for point in points:
        if point != before:
            yield point
        before = point
