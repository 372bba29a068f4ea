"""Journeys with stops that changed: their days, and those of all that count from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from operator import attrgetter

from annotations.collection.changed_rows import Difference, ReadWhole
from annotations.collection.chronology import told_span
from annotations.collection.groups import resolve_together, told_together
from annotations.dates import Contradiction
from annotations.records import Event, Journey, Stop
from annotations.references import journey_and_order

Ties = Mapping[str, Set[str]]


def with_stops_changed(
    before: Mapping[str, Journey],
    journeys: Mapping[str, Journey],
    stops: Mapping[str, Stop],
    events: Mapping[str, Event],
    of_stops: Difference,
    of_events: Difference,
) -> dict[str, Journey]:
    """The journeys with all their stops, dated by everything that is said about them.

    `journeys` are in the order of their rows, those that changed without stops; `stops` are those
    that were read anew. Raises `ReadWhole` for a problem.
    """
    lost = before.keys() - journeys.keys()
    told = _told(before, journeys, stops, of_stops.gone)
    if not all(told.pop(key, None) == [] for key in lost):
        raise ReadWhole
    ties = {**_ties(before, told.keys() | lost), **{key: _apart(key, told[key]) for key in told}}
    start, there = {*told, *lost}, set(journeys)
    for key in _tied(start, ties, of_events.rows.keys(), there) - start:
        told[key] = _as_told(before[key].stops)
    found = dict(journeys)
    for key, members in _dated(told, events, of_stops).items():
        own = journeys[key]
        is_same = own is before.get(key) and own.stops == members
        found[key] = own if is_same else replace(own, stops=members)
    return found


def _told(
    before: Mapping[str, Journey],
    journeys: Mapping[str, Journey],
    stops: Mapping[str, Stop],
    gone: Set[str],
) -> dict[str, list[Stop]]:
    """The stops as they are told of each journey that changed, or is not there any more."""
    found: dict[str, list[Stop]] = {
        key: [] for key, journey in journeys.items() if before.get(key) is not journey
    }
    for key in before.keys() - journeys.keys():
        found[key] = []
    for key in (*(stop.journey for stop in stops.values()), *map(_journey, gone)):
        found[key] = []
    for key in found.keys() & before.keys():
        was = (stop for stop in before[key].stops if stop.id not in gone and stop.id not in stops)
        found[key] += _as_told(was)
    for stop in stops.values():
        found[stop.journey].append(stop)
    for key, members in found.items():
        members.sort(key=attrgetter("order"))
        in_order = [stop.order for stop in members] == list(range(1, len(members) + 1))
        if not in_order or (key in journeys and not members):
            raise ReadWhole
    return found


def _journey(stop: str) -> str:
    return journey_and_order(stop)[0]


def _as_told(stops: Iterable[Stop]) -> list[Stop]:
    """Stops with the days that their own date gives."""
    return [replace(stop, span=told_span(stop), computed_from=()) for stop in stops]


def _apart(journey: str, stops: Iterable[Stop]) -> set[str]:
    """The events and the stops of other journeys from which stops count."""
    return {stop.after for stop in stops if stop.after and _journey(stop.after) != journey}


def _ties(before: Mapping[str, Journey], but: Set[str]) -> dict[str, set[str]]:
    """What each other journey counts from, where it counts from anything."""
    apart = ((key, _apart(key, each.stops)) for key, each in before.items() if key not in but)
    return {key: anchors for key, anchors in apart if anchors}


def _tied(start: Set[str], ties: Ties, events: Set[str], there: Set[str]) -> set[str]:
    """The journeys that count from these or these from them, and those that count from events."""
    beside: dict[str, set[str]] = defaultdict(set)
    for key, anchors in ties.items():
        for other in {_journey(anchor) for anchor in anchors} & (there | start):
            beside[key].add(other)
            beside[other].add(key)
    found, waiting = set[str](), [*start, *(key for key, own in ties.items() if own & events)]
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += beside[key]
    return found


def _dated(
    told: Mapping[str, Sequence[Stop]], events: Mapping[str, Event], of_stops: Difference
) -> dict[str, tuple[Stop, ...]]:
    """The stops of journeys with the days that all their statements give together."""
    moments = {key: event.span for key, event in events.items()}
    moments |= {stop.id: stop.span for stops in told.values() for stop in stops}
    if any(stop.after and stop.after not in moments for each in told.values() for stop in each):
        raise ReadWhole
    if len(told) > 1:  # as where all tables are read: in the order of the rows of their stops
        first = dict.fromkeys(map(_journey, of_stops.now.first))
        told = {key: told[key] for key in first if key in told}
    found: dict[str, tuple[Stop, ...]] = {}
    try:
        for keys in told_together(told):
            found |= resolve_together({key: told[key] for key in keys}, moments)
    except Contradiction:
        raise ReadWhole from None
    return found
