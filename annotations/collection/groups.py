"""Journeys of which one counts from a stop of another: they are dated together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from annotations.collection.chronology import resolve_journey
from annotations.dates import Span
from annotations.records import Stop
from annotations.references import journey_and_order


def told_together(by_journey: Mapping[str, Sequence[Stop]]) -> list[list[str]]:
    """The journeys in groups: those of which one counts from a stop of another are together."""
    groups = {key: [key] for key in by_journey}
    for key, stops in by_journey.items():
        for other, _order in (journey_and_order(stop.after) for stop in stops if stop.after):
            if other in groups and groups[other] is not groups[key]:
                less, more = sorted((groups[key], groups[other]), key=len)
                more += less
                groups |= dict.fromkeys(less, more)
    position = {key: number for number, key in enumerate(by_journey)}
    apart = {id(group): group for group in groups.values()}.values()
    return [sorted(group, key=position.__getitem__) for group in apart]


def resolve_together(
    together: Mapping[str, Sequence[Stop]], moments: Mapping[str, Span]
) -> dict[str, tuple[Stop, ...]]:
    """The stops of journeys that are told together, by journey, with their days.

    Raises `Contradiction`; see `resolve_journey` for the moments.
    """
    stops = [stop for members in together.values() for stop in members]
    return by_journey(together, resolve_journey(stops, moments))


def by_journey(keys: Mapping[str, object], stops: Sequence[Stop]) -> dict[str, tuple[Stop, ...]]:
    """The stops of each of these journeys."""
    found: dict[str, list[Stop]] = {key: [] for key in keys}
    for stop in stops:
        found[stop.journey].append(stop)
    return {key: tuple(members) for key, members in found.items()}
