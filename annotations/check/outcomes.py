"""Kinds and outcomes that the stops of a journey contradict: a return that returns nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from annotations.collection import Loaded, unlike
from annotations.problems import Problem
from annotations.records import Collection, Journey, Stop

NORTH, SOUTH = "KP", "KR"
NAMES = {NORTH: "North Korea", SOUTH: "South Korea"}
LAST_IN = {"arrived": SOUTH, "returned": NORTH}
# An outcome that is not told may still be told by the stops: an empty cell contradicts nothing.
LAST_NOT_IN = {"settled-elsewhere": (NORTH, SOUTH), "in-transit": (NORTH, SOUTH)}


def check_outcomes(loaded: Loaded, other: Collection | None = None) -> list[Problem]:
    """A problem for each journey whose kind or outcome does not fit where its stops lie.

    With an `other` collection, journeys that it has just so may be left out.
    """
    return [
        loaded.problem("journeys", journey.id, column, message)
        for journey in unlike(loaded.collection.journeys, other.journeys if other else None)
        for column, message in _faults(journey)
    ]


def _faults(journey: Journey) -> Iterator[tuple[str, str]]:
    """The columns that are contradicted, each with its message."""
    if not journey.stops:
        return
    last = journey.stops[-1]
    if (
        journey.kind == "return"
        and last.place
        and not any(NORTH in _countries(stop) for stop in journey.stops[1:] or journey.stops)
    ):
        remedy = "Give the stop at which they are back there, or call it an attempt."
        yield "kind", f"is 'return', but no stop after the first lies in North Korea. {remedy}"
    if journey.kind == "attempt" and _is_certainly_in(last, SOUTH):
        remedy = "An attempt does not get there. Call it a journey, or correct the stop."
        yield "kind", f"is 'attempt', but stop {last.order} is in South Korea. {remedy}"
    if fault := _fault_of_outcome(journey.outcome_kind, last):
        yield "outcome_kind", f"is '{journey.outcome_kind}', but {fault}"


def _fault_of_outcome(outcome: str, last: Stop) -> str:
    """What the last stop says against an outcome, "" for nothing; without a place it is nothing."""
    wanted, there = LAST_IN.get(outcome), _countries(last)
    if wanted and there and wanted not in there:
        rule = f"the last stop, {last.order}, does not lie in {NAMES[wanted]}"
        return f"{rule}. Add the stop at which they are there, or correct the outcome."
    for country in LAST_NOT_IN.get(outcome, ()):
        if _is_certainly_in(last, country):
            told = f"the last stop, {last.order}, certainly lies in {NAMES[country]}"
            remedy = "Add the stop at which they are, or correct the outcome or how sure it is."
            return f"{told}. {remedy}"
    return ""


def _countries(stop: Stop) -> tuple[str, ...]:
    """The countries that a stop lies in or touches; none where its place is not known."""
    return stop.place.country if stop.place else ()


def _is_certainly_in(stop: Stop, country: str) -> bool:
    return stop.certainty == "certain" and _countries(stop) == (country,)
