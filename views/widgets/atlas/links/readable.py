"""Which parts of the address a view can follow. No other comes into a link of the page.

Whoever has the browser chooses the address, and a page has a link for each record that it lists.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping

import streamlit as st

from annotations.codes import JOURNEY_KINDS, OUTCOME_KINDS
from annotations.records import Collection
from annotations.selection import FIRST_YEAR, LAST_YEAR
from views.text import labels
from views.widgets.app import reader
from views.widgets.atlas.choices import countries, teller, tellers
from views.widgets.atlas.links.earlier import earlier_words

WITHIN = ("definitely", "possibly")
PERIOD, CAMERA = "period", "camera"
SWITCH = ("true", "false")
YEARS = {str(year) for year in range(FIRST_YEAR, LAST_YEAR + 1)}
# What each part of the address may be. It holds a filter's words as the reader sees them.
KNOWN: Mapping[str, Callable[[Collection], Container[str]]] = {
    "country": lambda records: {labels.country(code) for code in countries(records)},
    "kind": lambda _records: {labels.kind(code) for code in JOURNEY_KINDS},
    "outcome": lambda _records: {labels.outcome(code) for code in OUTCOME_KINDS},
    "source": lambda records: {teller(records, key) for key in tellers(records)},
    "within": lambda _records: {labels.within(code) for code in WITHIN},
    PERIOD: lambda _records: YEARS,
    "journey": lambda records: records.journeys,
    "stop": lambda records: _stops(records),
    "event": lambda records: records.events,
    "cumulative": lambda _records: SWITCH,
    "stated": lambda _records: SWITCH,
    "relief": lambda _records: SWITCH,
    CAMERA: lambda _records: (reader.parameter(CAMERA),) if reader.camera_asked(CAMERA) else (),
}


def readable(collection: Collection) -> dict[str, list[str]]:
    """What the address says that the page can follow, and each choice once."""
    kept = {}
    for name, values in _followed(collection).items():
        if name != PERIOD:
            kept[name] = list(dict.fromkeys(values))
        elif len(values) == 2:  # of one year it has the same word twice
            kept[name] = values
    return {name: values for name, values in kept.items() if values}


def unreadable(collection: Collection) -> set[str]:
    """The names of address parts that the page cannot follow."""
    followed = _followed(collection).items()
    wrong = {name for name, values in followed if values != reader.parameters(name)}
    return wrong if len(reader.parameters(PERIOD)) in (0, 2) else wrong | {PERIOD}


def _followed(collection: Collection) -> dict[str, list[str]]:
    """For each part of the address that a page knows what it can follow of it."""
    earlier = earlier_words(collection)
    found = {}
    for name in [name for name in st.query_params if name in KNOWN]:
        known, before = KNOWN[name](collection), earlier.get(name, {})
        found[name] = [one for one in reader.parameters(name) if one in known or one in before]
    return found


def _stops(collection: Collection) -> set[str]:
    """The stops of the journey that the address names."""
    journey = collection.journeys.get(reader.parameter("journey"))
    return {str(stop.order) for stop in journey.stops} if journey else set()
