"""What a lesson can be made of: the records that visitors see, by their titles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from annotations.codes import JOURNEY_KINDS, OUTCOME_KINDS
from annotations.records import Collection, Event, Journey
from annotations.selection import FIRST_YEAR, LAST_YEAR, PUBLIC_RECORD, index
from views.text import date_sentence, is_generalized, labels, short_source, years_beside


class Option(TypedDict):
    """Something to choose: its id, its words, and what else is said of it."""

    id: str
    title: str
    about: str


class OfferedJourney(Option):
    """A journey, with the order and the place of each stop."""

    stops: list[tuple[int, str]]


class Offers(TypedDict):
    """Everything that there is to choose from: see `static/atlas/compose/draft/offers.js`."""

    journeys: list[OfferedJourney]
    events: list[Option]
    sources: list[Option]
    places: list[Option]
    terms: list[Option]
    countries: list[Option]
    kinds: list[Option]
    outcomes: list[Option]
    told_by: list[Option]
    years: tuple[int, int]


def offers(collection: Collection) -> Offers:
    """Everything that the records of a collection offer, by title."""
    known = index(collection)
    texts = [*(source.id for source in collection.sources.values() if source.sha256), PUBLIC_RECORD]
    return {
        "journeys": [_journey(journey) for journey in collection.journeys.values()],
        "events": [_event(event) for event in collection.events.values()],
        "sources": _by_title(
            _option(source.id, source.title, source.publisher)
            for source in collection.sources.values()
        ),
        "places": _places(collection),
        "terms": _by_title(_option(term.id, term.term) for term in collection.glossary.values()),
        "countries": _by_title(_option(code, labels.country(code)) for code in known.countries),
        "kinds": [_option(code, labels.kind(code)) for code in JOURNEY_KINDS],
        "outcomes": [_option(code, labels.outcome(code)) for code in OUTCOME_KINDS],
        "told_by": [
            _option(key, short_source(collection, key)) for key in texts if key in known.sources
        ],
        "years": (FIRST_YEAR, LAST_YEAR),
    }


def _option(key: str, title: str, about: str = "") -> Option:
    return {"id": key, "title": title, "about": about}


def _by_title(options: Iterable[Option]) -> list[Option]:
    return sorted(options, key=lambda option: option["title"].casefold())


def _journey(journey: Journey) -> OfferedJourney:
    stops = [(stop.order, labels.place(stop)) for stop in journey.stops]
    return {**_option(journey.id, journey.title, years_beside(journey)), "stops": stops}


def _event(event: Event) -> Option:
    return _option(event.id, event.title, date_sentence(event.date))


def _places(collection: Collection) -> list[Option]:
    """The places of stops that have a point on the map."""
    stops = (stop for journey in collection.journeys.values() for stop in journey.stops)
    found = {
        stop.place.id: _option(
            stop.place.id, stop.place.name, ", ".join(map(labels.country, stop.place.country))
        )
        for stop in stops
        if stop.place and stop.place.lat is not None and not is_generalized(stop)
    }
    return _by_title(found.values())
