"""A scene packed for the way to the browser, and what is shown of it as bits.

What is said more than once stands once, in a table, and is named by its position there: the
words, the places, the looks of marks, the spans of days. Ten thousand journeys of nine stops
take about 1.5 MB so. `static/atlas/map/journeys/records.js` unpacks it.
"""

from __future__ import annotations

import base64
from collections.abc import Collection as Group
from collections.abc import Hashable, Sequence

STYLES = ("stated", "inferred", "external", "schematic")


class _Table:
    """Rows without repetition; `at` gives the position of a row, adding it if it is new."""

    def __init__(self) -> None:
        self._positions: dict[Hashable, int] = {}

    def at(self, row: Hashable) -> int:
        return self._positions.setdefault(row, len(self._positions))

    @property
    def rows(self) -> list:
        return list(self._positions)


def packed(scene: dict) -> dict:
    """The same scene (see `views.atlas.scene.scene`) as tables and columns.

    `words`, `places` ([lat, lng, metres] or [codes]), `spans` ([first, last day]), `looks` (of
    marks: place, orders of the stops, number, label, short label, label told, label left, role,
    soft, style of the leg to it) and `times` (words, span). Of the journeys: columns, in which
    `span` and `core` are positions in `spans` or -1; `marks` and `held` are how many entries
    each journey has of `markLooks` with `markTimes`, and of `heldSpans`.
    """
    words, places, spans, looks, times = (_Table() for _ in range(5))
    journeys = scene["journeys"]
    columns: dict[str, list] = {name: [] for name in ("span", "core", "marks", "held")}
    flat: dict[str, list[int]] = {"markLooks": [], "markTimes": [], "heldSpans": []}
    for journey in journeys:
        days = journey["days"] or {"span": None, "core": None, "stops": []}
        for name in ("span", "core"):
            columns[name].append(-1 if days[name] is None else spans.at(days[name]))
        columns["marks"].append(len(journey["marks"]))
        columns["held"].append(len(days["stops"]))
        flat["heldSpans"] += map(spans.at, days["stops"])
        styles = ["", *(leg["style"] for leg in journey["legs"])]
        for mark, style in zip(journey["marks"], styles, strict=True):
            flat["markLooks"].append(looks.at(_look(mark, style, words, places)))
            flat["markTimes"].append(times.at((words.at(mark["when"]), spans.at(mark["days"]))))
    colours = _Table()
    return {
        **{name: scene[name] for name in ("lang", "years", "relief", "strings")},
        "id": [journey["id"] for journey in journeys],
        "title": [journey["title"] for journey in journeys],
        "colour": [colours.at(journey["colour"]) for journey in journeys],
        "corridor": next((at for at, one in enumerate(journeys) if one["corridor"]), -1),
        **columns,
        **flat,
        "colours": colours.rows,
        "words": words.rows,
        "places": places.rows,
        "spans": spans.rows,
        "looks": looks.rows,
        "times": times.rows,
    }


def _look(mark: dict, style: str, words: _Table, places: _Table) -> tuple[int, ...]:
    """Everything of a mark but its time, as positions."""
    if "codes" in mark:
        place = places.at((tuple(mark["codes"]),))
    else:
        place = places.at((mark["lat"], mark["lng"], mark["metres"]))
    orders = " ".join(key.rpartition(":")[2] for key in mark["ids"])
    said = (orders, *(mark[name] for name in ("n", "label", "short", "told", "left", "role")))
    return (
        place,
        *map(words.at, said),
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


def packed_state(state: dict, order: Sequence[str]) -> dict:
    """What `show` of the map takes: a state (see `views.atlas.scene.map_state`), its ids as bits.

    `order` are the ids of the scene's journeys; what is not in the scene is on no map.
    """
    return state | {name: bits(state[name], order) for name in ("ids", "asked")}
