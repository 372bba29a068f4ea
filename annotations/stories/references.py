"""Which journeys and stops a step names, as in `the-way` and `the-way:1,3-4`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotations.problems import did_you_mean, shown
from annotations.records import Collection, Journey
from annotations.selection import select
from annotations.stories.entries import Entry
from annotations.stories.records import Shown, Step

REFERENCE = re.compile(r"(?P<journey>[^:\s]*)(?::\s*(?P<stops>.*))?")
STOPS = re.compile(r"[0-9]{1,4}(?:-[0-9]{1,4})?(?:\s*,\s*[0-9]{1,4}(?:-[0-9]{1,4})?)*")
ONLY_STOPS = re.compile(r"[0-9,\s-]+")


def shown_journeys(entry: Entry, collection: Collection) -> tuple[Shown, ...] | None:
    """The journeys that are named, each once; None where the key is not there."""
    if not entry.has("show"):
        return None
    found: dict[str, Shown] = {}
    before = ""
    for text, line in entry.items("show"):
        if before and ONLY_STOPS.fullmatch(text):
            whole = shown(f"{before},{text}")
            entry.warn("show", f"{shown(text)} is cut off. Put {whole} in quotes.", line)
        elif (one := _reference(entry, "show", text, line, collection)) is not None:
            if one.journey in found:
                remedy = f"Write its stops together, as in '{one.journey}:1,3-4'."
                entry.warn("show", f"names '{one.journey}' twice. {remedy}", line)
            found.setdefault(one.journey, one)
        before = text if ":" in text else ""
    return tuple(found.values())


def shown_ids(step: Step, collection: Collection) -> tuple[str, ...]:
    """The journeys that a step shows, named or chosen by its filters, in the collection's order."""
    if step.show is None:
        return tuple(journey.id for journey in select(collection, step.filters).journeys)
    named = {one.journey for one in step.show}
    return tuple(key for key in collection.journeys if key in named)


def opened_event(entry: Entry, collection: Collection) -> str:
    """The event that is shown in full, where `open` has the id of one."""
    text = entry.text("open")
    return text if text in collection.events and text not in collection.journeys else ""


def opened(entry: Entry, collection: Collection) -> tuple[str, int | None] | None:
    """The journey that is shown in full, and one of its stops or None."""
    text, line = entry.text("open"), entry.line_of("open")
    if not text or opened_event(entry, collection):
        return None
    one = _reference(entry, "open", text, line, collection)
    if one is None:
        return None
    if ":" not in text:
        return one.journey, None
    if len(one.stops) > 1:
        entry.warn("open", f"{shown(text)} opens more than one stop. Name one or none.", line)
        return one.journey, None
    return one.journey, one.stops[0]


def _reference(
    entry: Entry, key: str, text: str, line: int, collection: Collection
) -> Shown | None:
    """A journey with stops, as in `the-way:1,3-4`; None where there is no such journey or stop."""
    match = REFERENCE.fullmatch(text)
    name = match["journey"] if match else text
    journey = collection.journeys.get(name)
    if not match or not journey:
        known = [*collection.journeys, *(collection.events if key == "open" else ())]
        meant = did_you_mean(name, known) or " Write the id of a journey."
        entry.warn(key, f"no journey {shown(name)}.{meant}", line)
        return None
    orders = tuple(stop.order for stop in journey.stops)
    if match["stops"] is None:
        return Shown(journey.id, orders)
    named = _orders(entry, key, match["stops"].strip(), line, journey)
    return Shown(journey.id, named) if named else None


def _orders(entry: Entry, key: str, text: str, line: int, journey: Journey) -> tuple[int, ...]:
    """The stops of a journey that `1,3-4` names; () where it does not name them well."""
    if not STOPS.fullmatch(text):
        remedy = f"Write '{journey.id}:2', '{journey.id}:2-3' or '{journey.id}:1,3-4'."
        entry.warn(key, f"{shown(text)} does not name its stops. {remedy}", line)
        return ()
    spans = [tuple(map(int, part.split("-"))) for part in text.split(",")]
    ends = [end for span in spans for end in (span if len(span) == 2 else span * 2)]
    there = tuple(stop.order for stop in journey.stops)
    if missing := [order for order in ends if order not in there]:
        told = f"no stop {missing[0]} in '{journey.id}'"
        entry.warn(key, f"{told}, which has {_counted(there)}. Correct the number.", line)
        return ()
    named = tuple(
        order for first, last in zip(ends[::2], ends[1::2], strict=True)
        for order in there if first <= order <= last
    )  # fmt: skip
    if ends != sorted(ends) or len(set(named)) != len(named):
        entry.warn(key, f"{shown(text)} has stops out of order or twice. Count upwards.", line)
        return ()
    return named


def _counted(orders: Sequence[int]) -> str:
    if len(orders) == 1:
        return f"only stop {orders[0]}"
    return f"stops {orders[0]} to {orders[-1]}" if orders else "none"
