"""TopoJSON: outlines that share a line keep it once, with the kind of line that it is."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

Point = tuple[int, int]
Arcs = list[list[list[int]]]  # of a multipolygon: the arcs of each ring of each polygon
Kinds = tuple[str, str, str]  # the letters of coast, border and line of provinces
GRID = 100_000  # vertices are compared as whole numbers of 0.00001 degree (about a metre)
QUANTUM = 0.0007  # degrees: what a step in the written file is worth


@dataclass
class Topology:
    """Lines, each once, with a letter for its kind.

    c coast, b border of countries, p province, q province of a country in `quiet` (named only
    when near), e edge of the map, l lake, r river, f and g coast and border of the far land.
    """

    bounds: tuple[float, float, float, float]
    tolerance: Callable[[float, float], float]
    quiet: frozenset[str] = frozenset()
    arcs: list[list[Point]] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    _known: dict[tuple[Point, ...], int] = field(default_factory=dict)

    def add_areas(
        self, areas: list[tuple[str, BaseGeometry]], kinds: Kinds = ("c", "b", "p")
    ) -> list[Arcs]:
        """Multipolygon arc numbers of each (country, outline), in TopoJSON's way of writing.

        The outlines must be a coverage: neighbours have the same vertices along their common
        line. `kinds` are the letters for coast, border of countries, line of provinces.
        """
        rings = [[_rings(part) for part in _polygons(area)] for _, area in areas]
        corners = self._junctions(
            ring for polygons in rings for polygon in polygons for ring in polygon
        )
        numbered = [
            [[self._cut(ring, corners) for ring in polygon] for polygon in polygons]
            for polygons in rings
        ]
        self._name_kinds(numbered, [country for country, _ in areas], kinds)
        return numbered

    def add_lines(self, lines: Iterable[BaseGeometry], kind: str) -> list[list[int]]:
        """Arc numbers of lines that share nothing with others."""
        numbers = []
        for line in lines:
            numbers.append([self._number([_whole(p) for p in line.coords], kind)])
        return numbers

    def written(self) -> dict[str, object]:
        """`transform` and `arcs` as TopoJSON wants them, simplified; and the letters of `kinds`."""
        x0, y0 = self.bounds[0], self.bounds[1]
        return {
            "transform": {"scale": [QUANTUM, QUANTUM], "translate": [x0, y0]},
            "arcs": [self._deltas(arc, x0, y0) for arc in self.arcs],
            "kinds": "".join(self.kinds),
        }

    def _junctions(self, rings: Iterable[list[Point]]) -> set[Point]:
        """Vertices where lines meet, and where a coast leaves the edge of the map."""
        beside: dict[Point, frozenset[Point]] = {}
        found: set[Point] = set()
        for ring in rings:
            for before, here, after in _corners(ring):
                pair = frozenset((before, after))
                if beside.setdefault(here, pair) != pair:
                    found.add(here)
                if self._on_edge(before, here) != self._on_edge(here, after):
                    found.add(here)
        return found

    def _on_edge(self, a: Point, b: Point) -> bool:
        west, south, east, north = (round(v * GRID) for v in self.bounds)
        return (a[0] == b[0] and a[0] in (west, east)) or (a[1] == b[1] and a[1] in (south, north))

    def _cut(self, ring: list[Point], corners: set[Point]) -> list[int]:
        starts = [i for i, point in enumerate(ring) if point in corners] or [ring.index(min(ring))]
        numbers = []
        for start, end in pairwise([*starts, starts[0] + len(ring)]):
            points = [ring[i % len(ring)] for i in range(start, end + 1)]
            numbers.append(self._number(points, "e" if self._on_edge(*points[:2]) else "?"))
        return numbers

    def _number(self, points: list[Point], kind: str) -> int:
        backwards = points[::-1]
        turned = backwards < points
        key = tuple(backwards if turned else points)
        if key not in self._known:
            self._known[key] = len(self.arcs)
            self.arcs.append(list(key))
            self.kinds.append(kind)
        return ~self._known[key] if turned else self._known[key]

    def _name_kinds(self, numbered: list[Arcs], countries: list[str], kinds: Kinds) -> None:
        beside: dict[int, list[str]] = {}
        for country, polygons in zip(countries, numbered, strict=True):
            for ring in (ring for polygon in polygons for ring in polygon):
                for number in ring:
                    beside.setdefault(number if number >= 0 else ~number, []).append(country)
        coast, border, province = kinds
        for number, sides in beside.items():
            if self.kinds[number] == "?":
                inner = province if len(set(sides)) == 1 else border
                inner = "q" if inner == "p" and sides[0] in self.quiet else inner
                self.kinds[number] = coast if len(sides) == 1 else inner

    def _deltas(self, arc: list[Point], x0: float, y0: float) -> list[list[int]]:
        points = simplified([(x / GRID, y / GRID) for x, y in arc], self.tolerance)
        steps: list[list[int]] = []
        last = (0, 0)
        for lon, lat in points:
            here = (round((lon - x0) / QUANTUM), round((lat - y0) / QUANTUM))
            if not steps or here != last:
                steps.append([here[0] - last[0], here[1] - last[1]])
            last = here
        return steps if len(steps) > 1 else [*steps, [0, 0]]


def simplified(
    points: list[tuple[float, float]], tolerance: Callable[[float, float], float]
) -> list[tuple[float, float]]:
    """The line without its least corners (Visvalingam and Whyatt 1993); both ends stay.

    `tolerance(lon, lat)` in degrees: a corner goes while its triangle is smaller than its square.
    """
    last = len(points) - 1
    left, right = list(range(-1, last)), list(range(1, last + 2))
    size = [0.0] * (last + 1)
    gone = [False] * (last + 1)
    keep_at_least = 4 if points[0] == points[-1] else 2

    def weight(i: int) -> float:
        (ax, ay), (bx, by), (cx, cy) = points[left[i]], points[i], points[right[i]]
        area = abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2
        return area / tolerance(bx, by) ** 2

    heap = []
    for i in range(1, last):
        size[i] = weight(i)
        heap.append((size[i], i))
    heapq.heapify(heap)
    remaining = last + 1
    while heap and remaining > keep_at_least:
        least, i = heapq.heappop(heap)
        if gone[i] or least != size[i]:
            continue
        if least >= 1:
            break
        gone[i] = True
        remaining -= 1
        before, after = left[i], right[i]
        right[before], left[after] = after, before
        for neighbour in (before, after):
            if 0 < neighbour < last:
                # A corner never counts less than the one whose removal sharpened it.
                size[neighbour] = max(weight(neighbour), least)
                heapq.heappush(heap, (size[neighbour], neighbour))
    return [point for point, dropped in zip(points, gone, strict=True) if not dropped]


def _polygons(area: BaseGeometry) -> list[Polygon]:
    parts = getattr(area, "geoms", [area])
    return [part for part in parts if part.geom_type == "Polygon" and not part.is_empty]


def _rings(polygon: Polygon) -> list[list[Point]]:
    # All outer rings turn one way: a reader may then join them and fill what is left of each.
    polygon = orient(polygon)
    rings = []
    for line in (polygon.exterior, *polygon.interiors):
        points = [_whole(point) for point in line.coords[:-1]]
        ring = [
            p for p, before in zip(points, points[-1:] + points[:-1], strict=True) if p != before
        ]
        if len(ring) > 2:
            rings.append(ring)
    return rings


def _corners(ring: list[Point]) -> Iterable[tuple[Point, Point, Point]]:
    return zip(ring[-1:] + ring[:-1], ring, ring[1:] + ring[:1], strict=True)


def _whole(point: tuple[float, ...]) -> Point:
    return round(point[0] * GRID), round(point[1] * GRID)
