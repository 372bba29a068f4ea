"""A scene packed for the way to the browser, and what is shown of it as bits.

What is said more than once stands once, in a table, and is named by its position there: the
words, the places, the looks of marks, the spans of days. Ten thousand journeys of nine stops
take about 1.5 MB so. `static/atlas/map/journeys/records.js` unpacks it.
"""

from __future__ import annotations

import base64
from collections.abc import Collection as Group
from collections.abc import Hashable, Sequence
from typing import TypeVar, get_args

from annotations.references import journey_and_order
from views.atlas.colours import as_css
from views.atlas.scene_data import (
    Days,
    LegStyle,
    MapState,
    Mark,
    PackedPlace,
    PackedScene,
    Scene,
    Shown,
    State,
)

STYLES: tuple[LegStyle, ...] = get_args(LegStyle)
Row = TypeVar("Row", bound=Hashable)


class _Table(dict[Row, int]):
    """Rows without repetition, each with its position; one that is asked for and new is added."""

    def __missing__(self, row: Row) -> int:
        position = self[row] = len(self)
        return position


def packed(scene: Scene) -> PackedScene:
    """The same scene (see `views.atlas.scene.scene`) as tables and columns.

    `words`, `places` ([lat, lng, metres] or [codes]), `spans` ([first, last day]), `looks` (of
    marks: place, orders of the stops, number, label, short label, label told, label left, role,
    soft, style of the leg to it) and `times` (words, span). Of the journeys: columns, in which
    `span` and `core` are positions in `spans` or -1; `marks` and `held` are how many entries
    each journey has of `markLooks` with `markTimes`, and of `heldSpans`.
    """
    words, colours, spans = _Table[str](), _Table[str](), _Table[Days]()
    outcomes = _Table[str]()
    places, looks = _Table[PackedPlace](), _Table[tuple[int, ...]]()
    times = _Table[tuple[int, int]]()
    journeys = scene["journeys"]
    span, core, held = [], [], []
    held_spans: list[int] = []
    mark_looks, mark_times = [], []
    for journey in journeys:
        days = journey["days"]
        span.append(spans[days["span"]] if days else -1)
        core.append(spans[days["core"]] if days and days["core"] else -1)
        held.append(len(days["stops"]) if days else 0)
        held_spans += map(spans.__getitem__, days["stops"] if days else ())
        styles = [None, *(leg["style"] for leg in journey["legs"])]
        for mark, style in zip(journey["marks"], styles, strict=True):
            mark_looks.append(looks[_look(mark, style, words, places)])
            mark_times.append(times[words[mark["when"]], spans[mark["days"]]])
    return {
        "lang": scene["lang"],
        "years": scene["years"],
        "relief": scene["relief"],
        "strings": scene["strings"],
        "id": [journey["id"] for journey in journeys],
        "title": [journey["title"] for journey in journeys],
        "colour": [colours[journey["colour"]] for journey in journeys],
        "corridor": next((at for at, one in enumerate(journeys) if one["corridor"]), -1),
        "outcome": [outcomes[journey["outcome"]] for journey in journeys],
        "span": span,
        "core": core,
        "marks": [len(journey["marks"]) for journey in journeys],
        "held": held,
        "markLooks": mark_looks,
        "markTimes": mark_times,
        "heldSpans": held_spans,
        "colours": [as_css(colour) for colour in colours],
        "outcomes": list(outcomes),
        "words": list(words),
        "places": list(places),
        "spans": list(spans),
        "looks": list(looks),
        "times": list(times),
    }


def _look(
    mark: Mark, style: LegStyle | None, words: _Table[str], places: _Table[PackedPlace]
) -> tuple[int, ...]:
    """Everything of a mark but its time, as positions."""
    codes = mark.get("codes")
    point = (mark.get("lat"), mark.get("lng"), mark.get("metres"))
    at: PackedPlace = point if codes is None else (codes,)
    orders = " ".join(journey_and_order(key)[1] for key in mark["ids"])
    names = (mark["label"], mark["short"], mark["told"], mark["left"])
    said = (orders, mark["n"], *names, mark["role"])
    return (
        places[at],
        *map(words.__getitem__, said),
        int(mark["soft"]),
        STYLES.index(style) if style else -1,
    )


def bits(ids: Group[str], order: Sequence[str]) -> str:
    """Which of `order` are among `ids`: a bit each, the first one highest, as base64."""
    wanted = set(ids)
    sums = bytearray((len(order) + 7) // 8)
    for position, key in enumerate(order):
        if key in wanted:
            sums[position >> 3] |= 128 >> (position & 7)
    return base64.b64encode(bytes(sums)).decode("ascii")


def packed_state(state: MapState, order: Sequence[str]) -> State:
    """What `show` of the map takes: a state (see `views.atlas.scene.map_state`), its ids as bits.

    `order` are the ids of the scene's journeys; what is not in the scene is on no map.
    """
    shown: Shown = state
    return {**shown, "ids": bits(state["ids"], order), "asked": bits(state["asked"], order)}
