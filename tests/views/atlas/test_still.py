"""The still says less than the map, nothing else, and is light."""

import re

import brotli
import pytest

from annotations.collection import load
from annotations.selection import Filters, select
from annotations.store import CsvStore
from geodata.basemap import land
from views.atlas import still
from views.atlas.scene import marks


@pytest.fixture(scope="module")
def records():
    return load(CsvStore().snapshot()).collection


def routes(picture: str) -> list[str]:
    """The lines of journeys in it."""
    return re.findall(r"<path[^>]*stroke:[^>]*>", picture)


def test_only_legs_between_places_that_are_points_are_drawn(records):
    selection = select(records, Filters())
    drawn = [
        journey
        for journey in selection.journeys
        if journey.kind != "corridor"
        and any(
            one.place.is_point and other.place.is_point
            for one, other in zip(marks(journey), marks(journey)[1:], strict=False)
        )
    ]
    assert 0 < len(drawn) == len(routes(still(records, selection)))


def test_what_is_not_selected_is_not_drawn(records):
    nothing = select(records, Filters(kinds=frozenset({"corridor"})))
    assert routes(still(records, nothing)) == []


def test_it_is_light_and_says_no_word(records):
    picture = still(records, select(records, Filters()))
    assert len(brotli.compress(picture.encode(), quality=9)) < 15_000
    assert re.sub(r"<[^>]*>", "", picture) == ""


def test_seoul_is_on_land_and_the_middle_of_the_east_china_sea_is_not():
    rings = land(0.4)
    assert any(inside((127.2, 37.4), ring) for ring in rings)
    assert not any(inside((125.0, 30.0), ring) for ring in rings)


def inside(point, ring) -> bool:
    """True where a line from the point to the east crosses a ring an odd number of times."""
    (x, y), crossings = point, 0
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            crossings += 1
    return crossings % 2 == 1
