"""Points and countries that do not go together: a point far off, a country without a place."""

from __future__ import annotations

from collections.abc import Iterator

from annotations.codes import EventCategory
from annotations.collection import Loaded, unlike
from annotations.problems import Problem
from annotations.records import Collection, Event
from geodata.distance import km_from_countries
from geodata.places import MOST_LAT, Place

FAR_KM = 100  # borders and islets of the boxes are coarser than any town is uncertain
NOWHERE = "0, 0 is no position. Look the place up, or leave lat and lon empty."
Point = tuple[float, float]

# What happens to people happens somewhere; a law or a border may concern a country from afar.
AT_PLACES: tuple[EventCategory, ...] = ("entry", "arrest", "arrival")


def check_countries(loaded: Loaded, other: Collection | None = None) -> list[Problem]:
    """A problem for each point far from its country, and for each event's country without a place.

    With an `other` collection, records in which the same would be found may be left out.
    """
    return [*_far_points(loaded, other), *_empty_countries(loaded, other)]


def _far_points(loaded: Loaded, other: Collection | None) -> Iterator[Problem]:
    for place in unlike(loaded.collection.places, other.places if other else None):
        if not place.point:
            continue
        if not place.country and not any(place.point):
            yield loaded.problem("places", place.id, "lat", NOWHERE)
        elif away_km := _beyond_km(place, place.point):
            column, remedy = _likely(place, place.point)
            told = f"lies {away_km:,.0f} km from {' and '.join(place.country)}"
            point = ", ".join(f"{degrees:g}" for degrees in place.point)
            yield loaded.problem("places", place.id, column, f"at {point} {told}. {remedy}")


def _beyond_km(place: Place, point: Point) -> float:
    """How far a point lies from the countries of a place; 0 where it may be in one of them."""
    away_km = km_from_countries(point, place.country) or 0
    return away_km if away_km > FAR_KM + (place.uncertainty_m or 0) / 1000 else 0


def _likely(place: Place, point: Point) -> tuple[str, str]:
    """The column to look at, and what it looks like with its remedy."""
    lat, lon = point
    if lat == lon == 0:
        return "lat", NOWHERE
    if abs(lon) <= MOST_LAT and not _beyond_km(place, (lon, lat)):
        return "lat", f"It looks swapped. Write {lon:g} as lat and {lat:g} as lon."
    for column, sign in (("lon", (1, -1)), ("lat", (-1, 1)), ("lat", (-1, -1))):
        turned = lat * sign[0], lon * sign[1]
        if not _beyond_km(place, turned):
            told = "a lost minus" if min(turned) < min(point) else "a minus too many"
            remedy = f"Write {turned[0]:g} as lat and {turned[1]:g} as lon."
            return column, f"It looks like {told}. {remedy}"
    return "lat", "Correct the point, or the country."


def _empty_countries(loaded: Loaded, other: Collection | None) -> Iterator[Problem]:
    collection = loaded.collection
    for event in _events(collection, other):
        if event.category not in AT_PLACES or not event.places:
            continue
        there = {code for key in event.places for code in collection.places[key].country}
        for code in dict.fromkeys(event.countries):
            if code not in there:
                told = f"names {code}, where none of its places lies"
                rule = f"The filters show it as something that happened in {code}"
                remedy = "Name a place there in places, or leave the country out."
                yield loaded.problem("events", event.id, "countries", f"{told}. {rule}. {remedy}")


def _events(now: Collection, other: Collection | None) -> Iterator[Event]:
    """The events that another collection has otherwise, or that lie in places it has otherwise."""
    changed = {place.id for place in unlike(now.places, other.places)} if other else set()
    own = {event.id for event in unlike(now.events, other.events if other else None)}
    return (e for e in now.events.values() if e.id in own or not changed.isdisjoint(e.places))
