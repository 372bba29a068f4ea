"""The stops of a journey that is being made, and its places to choose, as the browser has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypedDict

from annotations.annotating import Choice, Sketch, Work
from annotations.records import Stop
from views.atlas import PlaceChoice
from views.staff.suggestions import letter
from views.text import _, labels, ngettext, when_sentence


class MadeStop(TypedDict):
    """A stop of a journey that is being made, with its words and what it still misses."""

    order: int
    place: str
    role: str
    when: str
    words: list[dict[str, str]]
    missing: str


class StopsData(TypedDict):
    """What `stop-list.js` takes."""

    stops: list[MadeStop]
    opened: int
    strings: dict[str, str]


def stops_to_list(work: Work, sketch: Sketch, opened: int = 0) -> StopsData:
    """What `stop-list.js` takes: the stops in order, their words, and what is missing in each."""
    counted = Counter(problem.key for problem in sketch.problems if problem.table == "stops")
    stops = sketch.journey.stops if sketch.journey else ()
    return {
        "stops": [_stop(work, stop, counted[stop.id]) for stop in stops],
        "opened": opened,
        "strings": {
            "stops": _("Stops. Alt and an arrow key move a stop; Enter opens it."),
            "empty": _("Drag marked words here, or go to them and press S."),
        },
    }


def _stop(work: Work, stop: Stop, problems: int) -> MadeStop:
    missing = ngettext("{n} thing is missing", "{n} things are missing", problems)
    return {
        "order": stop.order,
        "place": labels.place(stop),
        "role": stop.role,
        "when": when_sentence(stop) if stop.span.known else "",
        "words": [{"kind": m.kind, "quote": m.quote} for m in stop.mentions],
        "missing": missing.format(n=problems) if problems else "",
    }


def choices_on_map(choices: Sequence[Choice], chosen: str) -> list[PlaceChoice]:
    """The places that a name may mean and that are points, by their letter in the list."""
    return [
        {
            "letter": letter(index),
            "name": choice.name,
            "lat": choice.lat,
            "lng": choice.lon,
            "chosen": choice_id(choice) == chosen,
        }
        for index, choice in enumerate(choices)
        if choice.lat is not None and choice.lon is not None
    ]


def choice_id(choice: Choice) -> str:
    """What tells a choice from others: its id among the places, or that of the gazetteer."""
    return choice.id or f"geonames:{choice.geonames}"
