"""What the basemap is made of: provinces and countries, cut to the map, with their label points."""

from __future__ import annotations

from pathlib import Path

from shapely import clip_by_rect, union_all
from shapely.geometry import MultiPolygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import polylabel

from geodata.build import natural_earth
from geodata.build.natural_earth import Province

BOUNDS = (73.0, -2.0, 146.0, 58.0)  # west, south, east, north
WITH_PROVINCES = {"KP", "KR", "CN", "LA", "TH", "VN", "MM", "MN", "KH", "RU"}

# Where the routes run the lines are kept finer. Degrees; the first box that holds a point counts.
DETAIL = (
    (box(124.0, 39.6, 131.2, 43.5), 0.003),
    (box(99.4, 19.4, 103.2, 22.6), 0.004),
    (box(120.5, 33.0, 131.5, 44.0), 0.006),
    (box(97.0, 12.5, 109.5, 26.0), 0.008),
    (box(86.0, 4.0, 143.0, 50.0), 0.018),
    (box(*BOUNDS), 0.03),
)
FAR_TOLERANCE = 0.2
LEAST_ISLAND = 6  # an island smaller than so many squares of the tolerance is left out

# Natural Earth has two provinces under LA-VI, and names of regions on three of Vietnam and a
# torso on one of Cambodia.
CODES = {"Vientiane Prefecture": "LA-VT"}
NAMES = {
    "LA-VT": ("Vientiane Prefecture", "비엔티안시", "万象市"),
    "VN-39": ("Đồng Nai", "동나이성", "同奈省"),
    "VN-53": ("Bắc Kạn", "박깐성", "北𣴓省"),
    "VN-66": ("Hưng Yên", "흥옌성", "兴安省"),
    "RU-YEV": ("Jewish Autonomous Oblast", "유대인 자치주", "犹太自治州"),
    "KH-5": ("Kampong Speu", "캄퐁스페우", "磅士卑省"),
}


def unit_outlines(downloads: Path) -> list[Province]:
    """What the map is made of: provinces where they are shown, else whole countries."""
    single: list[Province] = []
    whole: dict[str, list[BaseGeometry]] = {}
    for province in natural_earth.provinces(downloads):
        outline = in_view(province.outline)
        if outline.is_empty:
            continue
        if province.country in WITH_PROVINCES:
            single.append(_corrected(province, outline))
        else:
            whole.setdefault(province.country, []).append(outline)
    for country, outlines in whole.items():
        outline = union_all(outlines)
        single.append(Province(country, country, {}, outline))
    seen = [_without_specks(unit) for unit in sorted(single, key=lambda u: (u.country, u.code))]
    return [unit for unit in seen if not unit.outline.is_empty]


def unit_properties(unit: Province) -> dict[str, object]:
    """Code and country; where provinces are shown also names and label point."""
    if unit.country not in WITH_PROVINCES:
        return {"country": unit.country, "code": unit.code}
    at, room = label_point(unit.outline)
    return {"country": unit.country, "code": unit.code, **unit.names, "at": at, "room": room}


def tolerance(lon: float, lat: float) -> float:
    """How coarse a line may be there, in degrees: finer where the routes run."""
    for area, degrees in DETAIL:
        west, south, east, north = area.bounds
        if west <= lon <= east and south <= lat <= north:
            return degrees
    return FAR_TOLERANCE


def in_view(shape: BaseGeometry, view: tuple[float, float, float, float] = BOUNDS) -> BaseGeometry:
    """What of a shape lies on the map; empty where nothing does."""
    west, south, east, north = shape.bounds
    if east < view[0] or west > view[2] or north < view[1] or south > view[3]:
        return MultiPolygon()
    return clip_by_rect(shape, *view)


def is_seen(part: BaseGeometry) -> bool:
    """True where an island or lake is large enough to be drawn."""
    if part.is_empty:
        return False
    middle = part.centroid
    return part.area > LEAST_ISLAND * tolerance(middle.x, middle.y) ** 2


def label_point(outline: BaseGeometry) -> tuple[list[float], float]:
    """`[lat, lon]` farthest from the outline of the largest part, and how far, in degrees."""
    largest = max(getattr(outline, "geoms", [outline]), key=lambda part: part.area)
    point = polylabel(largest, tolerance=0.02)
    room = largest.exterior.distance(point)
    return [round(point.y, 3), round(point.x, 3)], round(room, 3)


def _corrected(unit: Province, outline: BaseGeometry) -> Province:
    code = CODES.get(unit.names["en"], unit.code)
    names = dict(zip(("en", "ko", "zh"), NAMES[code], strict=True)) if code in NAMES else unit.names
    return Province(code, unit.country, names, outline)


def _without_specks(unit: Province) -> Province:
    parts = sorted(getattr(unit.outline, "geoms", [unit.outline]), key=lambda part: -part.area)
    kept = [part for n, part in enumerate(parts) if (n == 0 and unit.country) or is_seen(part)]
    return Province(unit.code, unit.country, unit.names, MultiPolygon(kept))
