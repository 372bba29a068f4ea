"""Records as the scene that the browser draws: marks and legs, with every word they need.

A scene is plain data for `static/atlas/map/atlas.js`, which gets it packed (see `packed.py`).
Positions stay `lat`, `lng` as Leaflet has them; days count from 1 January 1970 and are None on an
open side. Nothing in it is HTML: the script writes every text as text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from annotations.codes import OUTCOME_KINDS
from annotations.dates import Span
from annotations.records import Collection, Journey, Stop
from annotations.selection import FIRST_YEAR, LAST_YEAR, Selection
from geodata.distance import distance_km
from geodata.places import Place, far_land
from views.atlas.colours import journey_colours
from views.atlas.last_scene import LastScene
from views.atlas.scene_data import (
    ENDINGS,
    DayBounds,
    Days,
    Leg,
    LegStyle,
    MapState,
    Mark,
    Scene,
    SceneJourney,
)
from views.text import _, is_generalized, labels, when_sentence

DAY_ZERO = date(1970, 1, 1)
MID_ATLANTIC = -30.0  # degrees east
_LAST = LastScene()


@dataclass(frozen=True)
class Visit:
    """Consecutive stops at one place: what the map shows as one disc or one label."""

    place: Place
    stops: tuple[Stop, ...]


def marks(journey: Journey) -> tuple[Visit, ...]:
    """The marks of a journey in order; stops without a place leave none."""
    placed = [(s.place, s) for s in journey.stops if s.place and _can_be_drawn(s.place)]
    runs = (list(run) for _, run in groupby(placed, key=lambda visit: visit[0].id))
    return tuple(Visit(run[0][0], tuple(stop for _, stop in run)) for run in runs)


def _can_be_drawn(place: Place) -> bool:
    return place.is_point or bool(place.extent) or bool(far_land(place))


def not_on_map(journey: Journey) -> str:
    """Why a journey is not on the map, or nothing where it is.

    A route needs two places, or one that is a point: a single country is no route.
    """
    places = (stop.place for stop in journey.stops)
    found = {place.id: place for place in places if place and _can_be_drawn(place)}
    if not found and any("place" in stop.withheld for stop in journey.stops):
        return _("its place is withheld")
    if not found:
        return _("no place is named that can be found")
    if len(found) == 1 and not any(place.is_point or _town(place) for place in found.values()):
        return _("only one country or region is named")
    return ""


def scene(collection: Collection, lang: str, relief_url: str | None) -> Scene:
    """Everything that the map can show; filters only choose from it.

    Journeys that cannot be drawn are in no list of it: see `not_on_map`.
    """
    colours = journey_colours(collection.journeys.values())
    known = _LAST.known(collection, lang)
    drawn = [j for j in collection.journeys.values() if j.id in known or not not_on_map(j)]
    first_corridor = next((journey.id for journey in drawn if journey.kind == "corridor"), "")
    journeys = [
        known.get(journey.id)
        or _journey(journey, colours[journey.id], collection, journey.id == first_corridor)
        for journey in drawn
    ]
    _LAST.keep(collection, lang, journeys)
    return {
        "lang": lang,
        "years": [FIRST_YEAR, LAST_YEAR],
        "relief": {"url": relief_url, "opacity": 0.35} if relief_url else None,
        "journeys": [
            one | {"colour": colours[one["id"]], "corridor": one["id"] == first_corridor}
            for one in journeys
        ],
        "strings": {
            "map": _("Map of the journeys"),
            "stated": _("stated by the source"),
            "inferred": _("inferred"),
            "external": _("public record"),
            "schematic": _("only the area is known"),
            "sold": _("trafficking"),
            "soft": _("place uncertain"),
            "area": _("somewhere in this area"),
            "corridor": _("general route"),
            "fade": _("ends somewhere in an area"),
            "beside": _("journeys side by side"),
            "ribbon": _("many journeys"),
            **{code: labels.outcome(code) for code in ENDINGS},
            "notTheWay": _("Lines join the places named; they are not the path taken."),
            "leg": _("{title}: {start} to {goal}"),
            "ribbonTip": _("{n} journeys: {start} to {goal}"),
            "near": _("around {place}"),
            "journeysHere": _("{n} journeys here"),
            "stopsHere": _("{n} stops here"),
            "andMore": _("and {n} more"),
            "beyond": _("{place}, beyond the map"),
            "clickToChoose": _("Click to choose one"),
            **{f"outcome {code}": labels.outcome(code) for code in OUTCOME_KINDS},
            "fingers": _("Move the map with two fingers"),
            "wheel": _("Hold Ctrl to zoom with the wheel, or click the map first"),
        },
    }


def _journey(journey: Journey, colour: str, collection: Collection, corridor: bool) -> SceneJourney:
    found = marks(journey)
    places = [_resolved(mark.place, collection) for mark in found]
    return {
        "id": journey.id,
        "title": journey.title,
        "colour": colour,
        "days": day_bounds(journey),
        "marks": [_mark(journey, mark, place) for mark, place in zip(found, places, strict=True)],
        "legs": [_leg(journey, found, places, end) for end in range(1, len(found))],
        "corridor": corridor,
        "outcome": journey.outcome_kind,
    }


def day_bounds(journey: Journey) -> DayBounds | None:
    """The days that decide in which periods a journey lies; None where it is in none.

    It lies possibly in every period that touches `span`, and definitely in those that touch
    `core` or hold one of `stops` whole, as in `annotations.selection`.
    """
    if not any(stop.span.known for stop in journey.stops):
        return None
    spans = [stop.span for stop in journey.stops if stop.span.period]
    return {
        "span": _days(journey.span),
        "core": _days(journey.core.span) if journey.core else None,
        "stops": list(dict.fromkeys(_days(span) for span in spans)),
    }


def _days(span: Span) -> Days:
    return _day(span.earliest), _day(span.latest)


def _day(day: date | None) -> int | None:
    return None if day is None else (day - DAY_ZERO).days


def _resolved(place: Place, collection: Collection) -> Place:
    """A building is drawn where its town is."""
    town = "" if place.is_point else _town(place)
    return collection.places[town] if town else place


def _town(place: Place) -> str:
    """The id of the town that a building lies in, or nothing."""
    towns = (unit.removeprefix("place:") for unit in place.extent if unit.startswith("place:"))
    return next(towns, "")


def _mark(journey: Journey, mark: Visit, place: Place) -> Mark:
    first = mark.stops[0]
    numbers = [stop.order for stop in mark.stops]
    number = f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else f"{numbers[0]}"
    drawn: Mark = {
        "id": first.id,
        "ids": tuple(stop.id for stop in mark.stops),
        "n": "" if journey.kind == "corridor" and not place.is_point else number,
        "label": _spot(mark.place) if journey.kind == "corridor" else labels.place(first),
        "short": _spot(mark.place),
        "told": labels.place(first),
        "left": labels.place(mark.stops[-1]),
        "role": _told_at_once(journey, first),
        "when": when_sentence(first),
        "days": _days(first.span),
        "soft": place.is_point and (first.certainty != "certain" or is_generalized(first)),
    }
    if at := place.point or far_land(place):
        lng = _over_the_pacific(at[1])
        return drawn | {"lat": at[0], "lng": lng, "metres": place.uncertainty_m}
    return drawn | {"codes": place.extent}


def _over_the_pacific(lon: float) -> float:
    """America lies east of the map, not west of it: whoever flies there from Asia goes east."""
    return lon if lon > MID_ATLANTIC else lon + 360


def _spot(place: Place) -> str:
    """The name of a place beside its mark; a cell of a grid is somewhere in its province."""
    is_cell = place.is_point and place.kind == "area"
    return _("somewhere in {place}").format(place=place.name) if is_cell else place.name


def _told_at_once(journey: Journey, stop: Stop) -> str:
    """What happened at a stop, unless it should be announced first: then the details tell it."""
    return "" if journey.care else labels.happened(stop)


def _leg(journey: Journey, found: tuple[Visit, ...], places: list[Place], end: int) -> Leg:
    """The leg that ends at mark `end`; it opens the stop that it leads to."""
    stop = found[end].stops[0]
    style = "sold" if journey.kind == "trafficking" else leg_style(stop, *places[end - 1 : end + 1])
    return {"id": stop.id, "from": end - 1, "to": end, "style": style}


def leg_style(stop: Stop, start: Place, goal: Place) -> LegStyle:
    """Schematic where an end is no point, else what the stop it leads to rests on."""
    return stop.basis if start.is_point and goal.is_point else "schematic"


def leg_km(start: Place | None, goal: Place | None) -> float | None:
    """The computed distance between two points in kilometres; None where an end is no point."""
    if start is None or goal is None or not (start.is_point and goal.is_point):
        return None
    return distance_km(start, goal)


def map_state(selection: Selection, opened: tuple[str, int | None] | None) -> MapState:
    """What `show` of the map takes: the ids selected, what is open, and countries to tint.

    `asked` are the ids under all filters but the period, from which the map chooses by itself
    while a period is being dragged.
    """
    touched = {code for journey in selection.journeys for code in journey.countries}
    return {
        "ids": [journey.id for journey in selection.journeys],
        "open": {"journey": opened[0], "stop": opened[1]} if opened else None,
        "countries": sorted(selection.filters.countries or touched),
        "asked": [journey.id for journey in selection.asked],
        "possibly": selection.filters.possibly,
    }
