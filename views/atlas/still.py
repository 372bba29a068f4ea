"""A still of the map, until the map itself is drawn: land, and the legs between known places.

It says less than the map and nothing else: a leg of which an end is only an area is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from math import asinh, radians, tan

from annotations.codes import PATTERNS
from annotations.records import Collection, Journey
from annotations.selection import Selection
from geodata.basemap import land
from views.atlas.colours import colours_of
from views.atlas.scene import marks
from views.text import Markup, el

WORLD = 3_000  # units around the earth
STEP = 0.4  # degrees
MOST = 150  # journeys: of thousands the first, as in the list
# What the map shows at first, whatever its size: from the Tumen to Bangkok.
LEFT, TOP, WIDTH, HEIGHT = 2_278, 1_074, 317, 353


def still(collection: Collection, selection: Selection) -> Markup:
    """The picture for these journeys, in the colours of the page that it stands in."""
    colours = colours_of(collection)
    routes = (
        el("path", d=_legs(journey), style=f"stroke:{colours[journey.id]}")
        for journey in selection.journeys[:MOST]
        if journey.kind not in PATTERNS
    )
    return el(
        "svg",
        el("path", d=_land(), cls="land"),
        el("g", *(route for route in routes if " d=" in route), cls="routes"),
        viewBox=f"{LEFT} {TOP} {WIDTH} {HEIGHT}",
        aria_hidden="true",
        cls="still",
    )


@cache
def _land() -> str:
    return "".join(f"M{_line(ring)}z" for ring in land(STEP))


def _legs(journey: Journey) -> str:
    """The legs of a journey between places that are points."""
    places = [visit.place for visit in marks(journey)]
    ends = ((one, other) for one, other in pairwise(places) if one.is_point and other.is_point)
    legs = (((a.lon or 0, a.lat or 0), (b.lon or 0, b.lat or 0)) for a, b in ends)
    return "".join(f"M{_line(leg)}" for leg in legs)


def _line(points: Iterable[tuple[float, float]]) -> str:
    """The points as a path says them: each by how far it lies from the one before."""
    spots = [_at(lon, lat) for lon, lat in points]
    moves = (f"{x - left} {y - top}" for (left, top), (x, y) in pairwise(spots))
    return f"{spots[0][0]} {spots[0][1]}l{' '.join(moves)}".replace(" -", "-")


def _at(lon: float, lat: float) -> tuple[int, int]:
    """Where a point lies on the Mercator map that the web's maps use."""
    down = 0.5 - asinh(tan(radians(lat))) / radians(360)
    return round((lon + 180) / 360 * WORLD), round(down * WORLD)
