"""The frozen collection: every table read, tied together, and told when it contradicts itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from threading import Lock
from types import MappingProxyType
from typing import TypeVar

from annotations.collection import profiles, readers, statements, testimony
from annotations.collection.changed_rows import ReadWhole
from annotations.collection.chronology import not_all_true
from annotations.collection.groups import resolve_together, told_together
from annotations.collection.reload import reloaded
from annotations.dates import Contradiction, Span
from annotations.problems import Problem, Problems, RowPlace, shown
from annotations.records import Collection, Event, Journey, Stop
from annotations.tables import Row, Sheet, Snapshot, Tables, set_apart, sheets
from geodata.places import Place

Record = TypeVar("Record")


@dataclass(frozen=True)
class Loaded:
    """What could be read, every problem that was met on the way, and where each record stands."""

    collection: Collection
    problems: Problems
    places: Mapping[tuple[str, str], RowPlace]
    sheets: Mapping[str, Sheet] = field(repr=False, compare=False)

    def problem(self, table: str, key: str, column: str, message: str) -> Problem:
        """A problem of the record `key`, by the place of its row."""
        place = self.places[table, key]
        return Problem(place, column, f"of '{key}' {message}", table, key)


MOST_KNOWN = 4


class _Recent:
    """The tables that were loaded last, which may be asked for again or have changed a little."""

    def __init__(self) -> None:
        self._loaded: tuple[Loaded, ...] = ()
        self._lock = Lock()

    def nearest(self, now: Mapping[str, Sheet]) -> Loaded | None:
        """Those that have the most tables in common with these."""
        return max(reversed(self._loaded), key=lambda each: _same(each, now), default=None)

    def put(self, found: Loaded) -> None:
        """Have these at hand the next time."""
        with self._lock:
            others = tuple(each for each in self._loaded if each is not found)
            self._loaded = (*others, found)[-MOST_KNOWN:]


_RECENT = _Recent()


def load(tables: Tables) -> Loaded:
    """The collection of all rows that can stand, with the problems of those that cannot.

    A broken row leaves its own record out and nothing else: what refers to it is reported
    by its own line. Tables that were loaded a moment ago give the same answer, and of those in
    which a few rows have changed since only these are read: what they cannot touch is the same.
    """
    now = sheets(tables)
    known = _RECENT.nearest(now)
    same = 0 if known is None else _same(known, now)
    found = known if same == len(now) else None
    if known and not found and 2 * same >= len(now):
        found = load_changes(known, now)
    found = found or load_whole(now)
    _RECENT.put(found)
    return found


def _same(known: Loaded, now: Mapping[str, Sheet]) -> int:
    """How many tables are the same."""
    return sum(known.sheets[name] is sheet for name, sheet in now.items())


def load_changes(known: Loaded, now: Mapping[str, Sheet]) -> Loaded | None:
    """What a few changed rows make of what is known; None where all has to be read."""
    if known.problems:
        return None
    try:
        collection, places = reloaded(known.collection, known.places, known.sheets, now)
    except ReadWhole:
        return None
    return Loaded(collection, Problems(), places, now)


def load_whole(now: Mapping[str, Sheet]) -> Loaded:
    """What `load` gives, from every row."""
    with set_apart(sum(len(sheet.rows) for sheet in now.values())):
        return _all_rows(now)


def _all_rows(now: Mapping[str, Sheet]) -> Loaded:
    tables = Snapshot("", now)
    problems = Problems()
    stand: dict[tuple[str, str], RowPlace] = {}

    def read(name: str, build: Callable[[Row], Record]) -> tuple[dict[str, Row], dict[str, Record]]:
        rows, records = readers.read(tables, name, build, problems)
        stand.update({(name, key): row.place for key, row in rows.items()})
        return rows, records

    _, sources = read("sources", readers.source)
    place_rows, places = read("places", lambda row: readers.place(row, sources))
    _leave_out_lost_towns(places, place_rows)
    mention_rows, mentions = read("mentions", lambda row: testimony.mention(row, sources, places))
    journey_rows, journeys = read("journeys", lambda row: testimony.journey(row, sources))
    stop_rows, stops = read(
        "stops", lambda row: testimony.stop(row, sources, places, mentions, journeys)
    )
    _, events = read("events", lambda row: readers.event(row, sources, places))
    _, arrivals = read("arrivals", lambda row: readers.arrivals(row, sources))
    named = statements.Named(sources, places, mentions, journeys, events, tuple(arrivals.values()))
    statement_rows, stated = read("statements", lambda row: statements.statement(row, named))
    _, glossary = read("glossary", lambda row: readers.term(row, sources))
    _, names = read("names", lambda row: readers.name(row, sources))

    testimony.check_mention_anchors(mentions, mention_rows, (*events, *stops))
    by_journey = _stops_by_journey(stops.values(), stop_rows)
    for key, row in journey_rows.items():
        if key not in by_journey:
            row.warn("id", "has no stop in stops.csv. Say at least where it began or ended.")
    known = profiles.Known(journeys, stops, places)
    stand_profiles, publication = profiles.read_profiles(tables, known, problems)
    stand.update({("publication", key): place for key, place in stand_profiles.items()})
    collection = Collection(
        sources=MappingProxyType(sources),
        places=MappingProxyType(places),
        mentions=MappingProxyType(mentions),
        journeys=MappingProxyType(_with_stops(journeys, by_journey, stop_rows, events)),
        events=MappingProxyType(events),
        arrivals=named.arrivals,
        statements=MappingProxyType(statements.with_those_that_differ(stated, statement_rows)),
        glossary=MappingProxyType(glossary),
        names=tuple(names.values()),
        publication=MappingProxyType(publication),
    )
    return Loaded(collection, problems, MappingProxyType(stand), now)


def _leave_out_lost_towns(places: dict[str, Place], rows: Mapping[str, Row]) -> None:
    """Report and leave out each `place:town` of an extent whose town is no place.

    Other units of an extent are codes of the basemap.
    """
    for key, place in places.items():
        towns = {unit: unit.removeprefix("place:") for unit in place.extent}
        lost = {unit for unit, town in towns.items() if town != unit and town not in places}
        for unit in sorted(lost):
            meant = rows[key].meant(towns[unit], places) or " Add it there first."
            rows[key].warn("extent", f"no place {shown(towns[unit])} in places.csv.{meant}")
        if lost:
            kept = tuple(unit for unit in place.extent if unit not in lost)
            places[key] = replace(place, extent=kept)


def _stops_by_journey(stops: Iterable[Stop], rows: Mapping[str, Row]) -> dict[str, list[Stop]]:
    """The stops of each journey in their order; the first gap in an order is a problem."""
    grouped: dict[str, list[Stop]] = defaultdict(list)
    for stop in stops:
        grouped[stop.journey].append(stop)
    for members in grouped.values():
        members.sort(key=lambda stop: stop.order)
        for position, stop in enumerate(members, start=1):
            if stop.order != position:
                told = f"is {stop.order} where {position} comes next"
                remedy = "Count from 1 without gaps, or fix the row that was left out."
                rows[stop.id].warn("order", f"{told}. {remedy}")
                break
    return grouped


def _with_stops(
    journeys: Mapping[str, Journey],
    by_journey: Mapping[str, list[Stop]],
    rows: Mapping[str, Row],
    events: Mapping[str, Event],
) -> dict[str, Journey]:
    """Each journey with its stops dated by everything that is said about them.

    Where that contradicts itself, the stops keep the dates that are stated.
    """
    anchors: dict[str, Span] = {key: event.span for key, event in events.items()}
    anchors.update({stop.id: stop.span for stops in by_journey.values() for stop in stops})
    for stops in by_journey.values():
        _check_anchors(stops, anchors, rows)
    resolved: dict[str, tuple[Stop, ...]] = {}
    for keys in told_together(by_journey):
        resolved |= _resolved({key: by_journey[key] for key in keys}, anchors, rows)
    return {key: replace(journey, stops=resolved.get(key, ())) for key, journey in journeys.items()}


def _resolved(
    together: Mapping[str, list[Stop]], anchors: Mapping[str, Span], rows: Mapping[str, Row]
) -> dict[str, tuple[Stop, ...]]:
    """The stops of journeys that are told together, by journey; as stated if they contradict."""
    try:
        return resolve_together(together, anchors)
    except Contradiction as contradiction:
        _report(contradiction, rows)
    return {key: tuple(members) for key, members in together.items()}


def _check_anchors(
    stops: Iterable[Stop], anchors: Mapping[str, Span], rows: Mapping[str, Row]
) -> None:
    """Report each stop that counts from what does not exist, and so from no date."""
    for stop in stops:
        if stop.after and stop.after not in anchors:
            row, remedy = rows[stop.id], " Write journey:order or an event's id."
            meant = row.meant(stop.after, anchors) or remedy
            row.warn("after", f"{shown(stop.after)} is not a stop or an event.{meant}")


def _report(contradiction: Contradiction, rows: Mapping[str, Row]) -> None:
    """The contradiction at the first of its stops, naming all its rows with their lines."""
    named = (f"{key} (line {rows[key].line})" if key in rows else key for key in contradiction.rows)
    first = next(rows[key] for key in contradiction.rows if key in rows)
    first.warn("date", not_all_true(named, contradiction.fewest))
