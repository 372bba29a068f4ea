"""Making a journey of marked words: acts on the stops of a `Work`, which stay in their order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotations.annotating.marks import sureness, with_rows, without, without_lost_date
from annotations.annotating.work import StopRow, Work, blank
from annotations.references import Citation, stop_key
from annotations.tables import Cells, followed
from geodata.cells import cell_of, parts


def with_new_journey(work: Work, key: str) -> Work:
    """The work with a journey that is not in the tables yet."""
    row = blank("journeys", id=key, kind="journey", status="draft")
    return replace(with_rows(work, "journeys", {key: row}), journey=key)


def with_journey_id(work: Work, key: str) -> Work:
    """The work whose new journey has another id, wherever it names the journey."""
    old, row = work.journey, work.rows["journeys"][work.journey]
    work = replace(with_rows(work, "journeys", {key: {**row, "id": key}}), journey=key)
    stops = [replace(stop, cells={**stop.cells, "journey": key}) for stop in work.stops]
    moves = {stop_key(old, stop.order): stop_key(key, stop.order) for stop in stops}
    return _counted(work, stops, moves)


def with_journey_cells(work: Work, /, **cells: str) -> Work:
    """The work with other cells of its journey."""
    row = {**work.rows["journeys"][work.journey], **cells}
    return with_rows(work, "journeys", {work.journey: row})


def with_stop(work: Work, mention: str, at: int) -> Work:
    """The work with a new stop that rests on a mention, as number `at` (from 1, or the last)."""
    at = min(max(at, 1), len(work.stops) + 1)
    row = blank("stops", journey=work.journey, basis="stated", certainty="certain")
    stops = [*work.stops]
    stops.insert(at - 1, StopRow("", row))
    return with_mention(in_order(work, stops), at, mention)


def with_mention(work: Work, order: int, mention: str) -> Work:
    """The work in which a stop rests on one more mention.

    An empty place, date or length of the stop takes what the mention stands for, how it is known
    and how certain it is; what it has already stays.
    """
    row, cells = work.mentions[mention], {**work.stops[order - 1].cells}
    cells["mentions"] = _listed(cells["mentions"], mention)
    cells["sources"] = _cited(cells["sources"], row)
    if row["kind"] == "place" and not cells["place"] and row["value"]:
        cells |= {"place": row["value"], **sureness(row)}
    elif row["kind"] == "date" and not (cells["date"] or cells["duration"]):
        cells |= {"date": row["value"], **sureness(row)}
        if not row["value"] and _is_moment(row["anchor"], work):
            cells |= {"duration": row["duration"], "after": row["anchor"]}
    return with_stop_cells(work, order, **cells)


def without_mention(work: Work, order: int, mention: str) -> Work:
    """The work in which a stop no longer rests on a mention."""
    cells = work.stops[order - 1].cells
    return with_stop_cells(work, order, mentions=without(cells["mentions"], mention))


def with_stop_cells(work: Work, order: int, /, **cells: str) -> Work:
    """The work with other cells of a stop."""
    stops = [*work.stops]
    changed = without_lost_date({**stops[order - 1].cells, **cells})
    stops[order - 1] = replace(stops[order - 1], cells=changed)
    return replace(work, stops=tuple(stops))


def with_stop_moved(work: Work, order: int, to: int) -> Work:
    """The work with a stop in another place of the order; what counts from stops follows."""
    stops = [*work.stops]
    stop = stops.pop(order - 1)
    stops.insert(min(max(to, 1), len(work.stops)) - 1, stop)
    return in_order(work, stops)


def without_stop(work: Work, order: int) -> Work:
    """The work without a stop; what counts from it no longer counts from anything."""
    return in_order(work, [stop for stop in work.stops if stop.order != order])


def in_order(work: Work, stops: Sequence[StopRow]) -> Work:
    """The work with these stops counted anew."""
    counted, moves = [], {stop_key(work.journey, stop.order): "" for stop in work.stops}
    for order, stop in enumerate(stops, start=1):
        if before := stop.cells["order"]:
            moves[stop_key(work.journey, before)] = stop_key(work.journey, order)
        counted.append(replace(stop, cells={**stop.cells, "order": str(order)}))
    return _counted(work, counted, moves)


def with_sources_of_stops(work: Work) -> Work:
    """The work whose journey cites every paragraph that its stops cite."""
    if not work.journey:
        return work
    cited = (stop.cells["sources"] for stop in work.stops)
    return with_journey_cells(
        work, sources=_listed(work.rows["journeys"][work.journey]["sources"], *cited)
    )


def _counted(work: Work, stops: Iterable[StopRow], moves: dict[str, str]) -> Work:
    """The work with these stops, and with every `after` and `anchor` as the moves say."""
    mentions = {key: followed("mentions", row, moves) for key, row in work.mentions.items()}
    counted = tuple(replace(stop, cells=followed("stops", stop.cells, moves)) for stop in stops)
    return replace(with_rows(work, "mentions", mentions), stops=counted)


def _is_moment(anchor: str, work: Work) -> bool:
    """True where a stop may count from it: an event or a stop, and no mention."""
    return bool(anchor) and anchor not in work.mentions


def _cited(cell: str, mention: Cells) -> str:
    return _listed(cell, str(Citation(mention["source"], mention["paragraph"])))


def _listed(*cells: str) -> str:
    """The parts of several cells, each once."""
    return cell_of(dict.fromkeys(part for cell in cells for part in parts(cell)))
