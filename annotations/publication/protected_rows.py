"""Which rows of the tables say more than visitors see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from annotations.collection import hides
from annotations.dates import OPEN
from annotations.derived import once
from annotations.publication.publish import published
from annotations.records import Collection, Journey, Stop

Keys = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Protected:
    """The keys of protected rows by table, and of all rows that could be read as records."""

    keys: Keys
    known: Keys

    def has(self, table: str, key: str) -> bool:
        """True for a row of which visitors see less than the table has, or nothing.

        A row that cannot be read as a record is never shown, and publication.csv itself isn't.
        """
        unread = table in self.known and key not in self.known[table]
        return table == "publication" or unread or key in self.keys.get(table, ())

    def __or__(self, other: Protected) -> Protected:
        """What either protects; `other` may know rows that are not in this one."""
        return Protected(_both(self.keys, other.keys), _both(self.known, other.known))


@once
def protected_rows(collection: Collection) -> Protected:
    """The rows that publication.csv keeps back or lets be seen in less detail only.

    `collection` is whole, as the tables have it. A source is among them where every journey and
    stop that cites it is, and so are marked words where every stop that rests on them is.
    """
    stops = frozenset(stop.id for stop in _stops(collection))
    tables = ("sources", "places", "mentions", "journeys", "events", "statements", "glossary")
    known = {table: frozenset(getattr(collection, table)) for table in tables} | {"stops": stops}
    nothing_hidden = not any(map(hides, collection.publication.values()))
    return Protected({} if nothing_hidden else _protected(collection), known)


def _protected(collection: Collection) -> Keys:
    shown = published(collection)
    records, seen = _records(collection), _records(shown)
    named = {record for record, profile in collection.publication.items() if hides(profile)}
    keys = {
        table: frozenset(
            key for key, row in rows.items() if key in named or seen[table].get(key) != row
        )
        for table, rows in records.items()
    }
    stops = keys["stops"] | {stop.id for stop in _stops(collection) if _records_of(stop) & named}
    names = {name.name for name in collection.names} - {name.name for name in shown.names}
    return keys | {
        "stops": stops,
        "mentions": keys["mentions"] | _only_of(_mentions(collection), stops),
        "sources": keys["sources"] | _only_of(_sources(collection), keys["journeys"] | stops),
        "names": frozenset(names),
    }


def _records(collection: Collection) -> Mapping[str, Mapping[str, object]]:
    """What is written in the rows of each table, by key."""
    return {
        "sources": collection.sources,
        "places": collection.places,
        "mentions": collection.mentions,
        "journeys": {key: _alone(each) for key, each in collection.journeys.items()},
        "stops": {stop.id: _undated(stop) for stop in _stops(collection)},
        "events": collection.events,
        "statements": collection.statements,
        "glossary": collection.glossary,
    }


def _alone(journey: Journey) -> Journey:
    return replace(journey, stops=())


def _undated(stop: Stop) -> Stop:
    """A stop without its computed days, which are in no row."""
    return replace(stop, span=OPEN, computed_from=())


def _stops(collection: Collection) -> Iterator[Stop]:
    return (stop for journey in collection.journeys.values() for stop in journey.stops)


def _records_of(stop: Stop) -> set[str]:
    return {stop.id, stop.journey, stop.place.id if stop.place else ""}


def _mentions(collection: Collection) -> Iterator[tuple[str, str]]:
    return ((mention.id, stop.id) for stop in _stops(collection) for mention in stop.mentions)


def _sources(collection: Collection) -> Iterator[tuple[str, str]]:
    """Each source with each journey and stop that cites it."""
    for journey in collection.journeys.values():
        yield from ((citation.source, journey.id) for citation in journey.sources)
    for stop in _stops(collection):
        yield from ((citation.source, stop.id) for citation in stop.sources)


def _only_of(uses: Iterator[tuple[str, str]], protected: frozenset[str]) -> frozenset[str]:
    """What nothing but protected records uses."""
    users: dict[str, set[str]] = {}
    for used, user in uses:
        users.setdefault(used, set()).add(user)
    return frozenset(used for used, by in users.items() if by <= protected)


def _both(one: Keys, other: Keys) -> Keys:
    none: frozenset[str] = frozenset()
    return {table: one.get(table, none) | other.get(table, none) for table in {*one, *other}}
