"""The collection once some rows are changed: what they do not touch is the same as before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

from annotations.collection import profiles, readers, statements, testimony
from annotations.collection.changed_rows import MOST_ROWS, ReadWhole, difference
from annotations.collection.changed_stops import with_stops_changed
from annotations.problems import Problems, RowPlace
from annotations.records import Collection, Journey, Mention, Profile, Stop
from annotations.statements import Statement
from annotations.tables import Row, Sheet, Snapshot, WrittenRow, key_of
from geodata.places import Place

Record = TypeVar("Record")
REFERRED = ("sources", "places", "events")  # what so much refers to that all is read if one goes


def reloaded(
    before: Collection,
    places: Mapping[tuple[str, str], RowPlace],
    was: Mapping[str, Sheet],
    now: Mapping[str, Sheet],
) -> tuple[Collection, Mapping[tuple[str, str], RowPlace]]:
    """The collection of changed tables, where those before had no problem and these have none.

    `places` are where its rows stood. Raises `ReadWhole` where a problem may be found, or so much
    is changed that it saves nothing.
    """
    reading = _Reading(before, was, now)
    after = reading.collection()
    return after, MappingProxyType(reading.places(places))


class _Reading:
    """Reads the rows that changed, and those that hold records which changed."""

    def __init__(
        self, before: Collection, was: Mapping[str, Sheet], now: Mapping[str, Sheet]
    ) -> None:
        self._before, self._was, self._now = before, was, now
        self._changed = {name: difference(was[name], sheet) for name, sheet in now.items()}
        if any(self._changed[name].gone for name in REFERRED):
            raise ReadWhole
        self._problems = Problems()
        self._profiles: Mapping[str, RowPlace] | None = None

    def collection(self) -> Collection:
        """Everything, by id, in the order of the tables."""
        old = self._before
        sources = self._table("sources", old.sources, readers.source)
        places = self._table("places", old.places, lambda row: readers.place(row, sources))
        self._refuse_lost_towns(places)
        mentions = self._table(
            "mentions", old.mentions, lambda row: testimony.mention(row, sources, places)
        )
        journeys = self._table(
            "journeys", old.journeys, lambda row: testimony.journey(row, sources)
        )
        events = self._table("events", old.events, lambda row: readers.event(row, sources, places))
        stops = self._fresh(
            "stops", self._touched_stops(),
            lambda row: testimony.stop(row, sources, places, mentions, journeys),
        )  # fmt: skip
        self._refuse_lost_anchors(mentions)
        told = with_stops_changed(
            old.journeys, journeys, stops, events, self._changed["stops"], self._changed["events"]
        )
        arrivals = self._listed(
            "arrivals", old.arrivals, lambda row: readers.arrivals(row, sources)
        )
        stated = self._statements(
            statements.Named(sources, places, mentions, journeys, events, arrivals)
        )
        glossary = self._table("glossary", old.glossary, lambda row: readers.term(row, sources))
        names = self._listed("names", old.names, lambda row: readers.name(row, sources))
        return Collection(
            sources=MappingProxyType(sources),
            places=MappingProxyType(places),
            mentions=MappingProxyType(mentions),
            journeys=MappingProxyType(told),
            events=MappingProxyType(events),
            arrivals=arrivals,
            statements=MappingProxyType(stated),
            glossary=MappingProxyType(glossary),
            names=names,
            publication=MappingProxyType(self._publication(told, places)),
        )

    def places(self, before: Mapping[tuple[str, str], RowPlace]) -> dict[tuple[str, str], RowPlace]:
        """Where each record stands."""
        after = dict(before)
        for name, changed in self._changed.items():
            if changed.is_none or name == profiles.TABLE:
                continue
            for key in changed.gone:
                del after[name, key]
            was = self._was[name].first
            for key, row in changed.now.first.items():
                if was.get(key) is not row:
                    after[name, key] = row.place
        if self._profiles is not None:
            for record in self._before.publication:
                del after[profiles.TABLE, record]
            after |= {(profiles.TABLE, key): place for key, place in self._profiles.items()}
        return after

    def _table(
        self,
        name: str,
        before: Mapping[str, Record],
        build: Callable[[Row], Record],
        others: Mapping[str, WrittenRow] = MappingProxyType({}),
    ) -> dict[str, Record]:
        """The records of a table by key, those of rows that changed, and of others, read anew."""
        changed, was = self._changed[name], self._was[name].first
        if len(before) != len(was) or not all(map(was.__contains__, before)):
            raise ReadWhole  # a key is written in another way than its record has it
        if changed.is_none and not others:
            return dict(before)
        fresh = self._fresh(name, {**others, **changed.rows}.values(), build)
        if list(was) == list(changed.now.first):
            return {**before, **fresh}
        return {key: fresh[key] if key in fresh else before[key] for key in changed.now.first}

    def _statements(self, named: statements.Named) -> dict[str, Statement]:
        """The statements, those read anew that changed or name what did."""
        old, now = self._before.statements, self._changed["statements"].now.first
        changed = {key for name in ("mentions", "journeys")
                   for key in (*self._changed[name].rows, *self._changed[name].gone)}  # fmt: skip
        counts = not self._changed["arrivals"].is_none
        others = {key: now[key] for key in statements.naming(old, changed, counts) if key in now}
        found = self._table("statements", old, lambda row: statements.statement(row, named), others)
        if statements.one_sided(found):
            raise ReadWhole
        return found

    def _listed(
        self, name: str, before: Sequence[Record], build: Callable[[Row], Record]
    ) -> tuple[Record, ...]:
        """The records of a table that have no id."""
        by_key = dict(zip(self._was[name].first, before, strict=True))
        return tuple(self._table(name, by_key, build).values())

    def _fresh(
        self, name: str, rows: Iterable[WrittenRow], build: Callable[[Row], Record]
    ) -> dict[str, Record]:
        """What is read from rows. Raises `ReadWhole` for a problem."""
        found = {}
        for written in rows:
            row = Row(name, written.place, self._now[name].cells(written), self._problems)
            record = build(row)
            key = getattr(record, "id", None) or key_of(name, row.cells)
            if self._problems or not row.ok or key != written.key:
                raise ReadWhole
            found[written.key] = record
        return found

    def _refuse_lost_towns(self, places: Mapping[str, Place]) -> None:
        towns = (
            unit.removeprefix("place:")
            for key in self._changed["places"].rows
            for unit in places[key].extent
            if unit.startswith("place:")
        )
        if not all(town in places for town in towns):
            raise ReadWhole

    def _touched_stops(self) -> list[WrittenRow]:
        """The rows of stops that changed, or that hold a place or words which changed."""
        changed, was = self._changed["stops"], self._was["stops"].first
        if not all(stop.id in was for stop in _stops(self._before)):
            raise ReadWhole  # a key is written in another way than its stop has it
        rows = dict(changed.rows)
        places = self._changed["places"].rows.keys() & self._before.places.keys()
        words = self._changed["mentions"]
        mentions = (words.rows.keys() & self._before.mentions.keys()) | words.gone
        if places or mentions:
            for stop in _stops(self._before):
                if _holds(stop, places, mentions) and stop.id not in changed.gone:
                    rows.setdefault(stop.id, changed.now.first[stop.id])
        if len(rows) > MOST_ROWS:
            raise ReadWhole
        return list(rows.values())

    def _refuse_lost_anchors(self, mentions: Mapping[str, Mention]) -> None:
        """Raise `ReadWhole` where words count from what is not there."""
        stops, changed = self._now["stops"].first, self._changed
        gone = changed["mentions"].gone | changed["stops"].gone
        suspect: Iterable[Mention] = (mentions[key] for key in changed["mentions"].rows)
        if gone:
            suspect = mentions.values()
        for anchor in (mention.anchor for mention in suspect):
            if anchor and not (
                anchor in mentions or anchor in self._now["events"].first or anchor in stops
            ):
                raise ReadWhole

    def _publication(
        self, journeys: Mapping[str, Journey], places: Mapping[str, Place]
    ) -> dict[str, Profile]:
        changed = self._changed
        gone = any(changed[name].gone for name in ("journeys", "stops"))
        if changed[profiles.TABLE].is_none and not gone:
            return dict(self._before.publication)
        known = profiles.Known(journeys, self._now["stops"].first, places)
        tables = Snapshot("", self._now)
        self._profiles, found = profiles.read_profiles(tables, known, self._problems)
        if self._problems:
            raise ReadWhole
        return found


def _stops(collection: Collection) -> Iterator[Stop]:
    return (stop for journey in collection.journeys.values() for stop in journey.stops)


def _holds(stop: Stop, places: Iterable[str], mentions: Iterable[str]) -> bool:
    has_place = stop.place is not None and stop.place.id in places
    return has_place or any(mention.id in mentions for mention in stop.mentions)
