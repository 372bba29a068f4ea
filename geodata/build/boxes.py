"""Where each country of the world lies: boxes around its land, a far island in one of its own."""

from __future__ import annotations

import csv
import io
import math
from collections import defaultdict
from pathlib import Path

from geodata.build import natural_earth

Box = tuple[float, float, float, float]  # west, south, east, north
COLUMNS = ("country", "south", "west", "north", "east")
NEAR = 2.0  # degrees: land as near as this shares a box


def country_boxes(downloads: Path) -> str:
    """The boxes as `country_boxes.csv` has them, in degrees, rounded outwards to a tenth."""
    land: dict[str, list[Box]] = defaultdict(list)
    for province in natural_earth.provinces(downloads):
        for part in getattr(province.outline, "geoms", [province.outline]):
            land[province.country].append(part.bounds)
    del land[""]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for country, parts in sorted(land.items()):
        writer.writerows((country, *_written(box)) for box in sorted(joined(parts)))
    return text.getvalue()


def joined(boxes: list[Box]) -> list[Box]:
    """As few boxes as hold the same, each of those that were near one another made into one."""
    found: list[Box] = []
    for box in boxes:
        near = next((other for other in found if _is_near(box, other)), None)
        if near is None:
            found.append(box)
        else:
            found[found.index(near)] = _around(box, near)
    return found if len(found) == len(boxes) else joined(found)


def _is_near(one: Box, other: Box) -> bool:
    (west, south, east, north), (left, low, right, high) = one, other
    beside = west <= right + NEAR and left <= east + NEAR
    return beside and south <= high + NEAR and low <= north + NEAR


def _around(one: Box, other: Box) -> Box:
    west, south = map(min, one[:2], other[:2])
    east, north = map(max, one[2:], other[2:])
    return west, south, east, north


def _written(box: Box) -> list[str]:
    west, south, east, north = box
    low = (math.floor(edge * 10) / 10 for edge in (south, west))
    high = (math.ceil(edge * 10) / 10 for edge in (north, east))
    return [f"{edge:.1f}" for edge in (*low, *high)]
