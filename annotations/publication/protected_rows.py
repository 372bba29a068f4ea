"""Which rows of the tables tell what visitors see in less detail, or not at all."""

from __future__ import annotations

from annotations.collection import hides
from annotations.records import Collection


def protected_rows(collection: Collection, table: str) -> frozenset[str]:
    """The keys of the rows of a table that publication.csv hides anything of.

    `collection` is whole, as the tables have it. A source is among them where every journey that
    cites it is; marked words are where a stop that rests on them is.
    """
    hidden = {record for record, profile in collection.publication.items() if hides(profile)}
    stops = [
        stop
        for journey in collection.journeys.values()
        for stop in journey.stops
        if {journey.id, stop.id, stop.place.id if stop.place else ""} & hidden
    ]
    if table == "publication":
        return frozenset(collection.publication)
    if table == "stops":
        return frozenset(stop.id for stop in stops)
    if table == "mentions":
        return frozenset(mention.id for stop in stops for mention in stop.mentions)
    if table == "sources":
        return _sources(collection, hidden)
    return frozenset(hidden & {*collection.journeys, *collection.places, *collection.events})


def _sources(collection: Collection, hidden: set[str]) -> frozenset[str]:
    cited: dict[str, set[str]] = {}
    for journey in collection.journeys.values():
        for citation in journey.sources:
            cited.setdefault(citation.source, set()).add(journey.id)
    return frozenset(source for source, journeys in cited.items() if journeys <= hidden)
