"""Figures that the words of a story take from the records, as in `{kim-seong-min-1996:3.first}`.

| reference | fields, the first where none is given |
| --- | --- |
| `journey:order` | `when` it was; the `first` and the `last` day; how many `days` apart these are |
| `journey:order-order` | the `least` and the `most` time from one stop to another |
| an event | `when` it was; the `first` and the `last` day |
| `arrivals:2009`, `arrivals:..1998` | `total`, `men`, `women`, `percent` of women |
| `km:place,place` | `distance` in kilometres, computed |
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from annotations.codes import SERIES
from annotations.collection import days_between
from annotations.dates import Duration, Span, parse_duration
from annotations.problems import did_you_mean, shown
from annotations.records import Arrivals, Collection, Event, Stop
from annotations.references import stop_key
from geodata.distance import NoPoint, distance_km

MARK = re.compile(r"\{([^{}]*)\}")
PARTS = re.compile(r"(?P<what>.*?)(?:\.(?P<field>[a-z]+))?")
STOPS = re.compile(r"(?P<journey>[^:]+):(?P<one>[0-9]{1,4})(?:-(?P<other>[0-9]{1,4}))?")
PERIOD = re.compile(r"arrivals:(?P<start>[0-9]{4}-|\.\.)?(?P<end>[0-9]{4})")
WAY = re.compile(r"km:(?P<one>[^,:]+),(?P<other>[^,:]+)")
ARRIVALS, KM = "arrivals", "km"
DAYS, MOMENT = ("when", "first", "last", "days"), ("when", "first", "last")
LENGTH, COUNT, DISTANCE = ("least", "most"), ("total", "men", "women", "percent"), ("distance",)
LEAST_MONTHS = timedelta(days=62)  # what is shorter is told in days

Figure = Stop | Event | date | Duration | int


class UnknownFigure(ValueError):
    """A reference names no figure of the records; says why and what to do."""


def figures_in(text: str) -> Iterator[str]:
    """What stands between the braces of a text."""
    return (match[1].strip() for match in MARK.finditer(text))


def named(reference: str) -> Iterator[tuple[str, str]]:
    """The table and the key of each stop, event or place that a reference names."""
    what, _field = _parts(reference)
    if what.startswith(f"{ARRIVALS}:"):
        return
    if match := STOPS.fullmatch(what):
        for order in filter(None, (match["one"], match["other"])):
            yield "stops", stop_key(match["journey"].strip(), int(order))
    elif match := WAY.fullmatch(what):
        yield from (("places", match[side].strip()) for side in ("one", "other"))
    elif ":" not in what:
        yield "events", what


def figure(reference: str, collection: Collection) -> Figure:
    """The figure that a reference names. Raises `UnknownFigure`.

    A stop or an event stands for when it was. A number is how many people, days, per cent or
    kilometres.
    """
    what, field = _parts(reference)
    if what.startswith(f"{ARRIVALS}:"):
        return _count(what, _field(field, COUNT, reference), collection)
    if what.startswith(f"{KM}:"):
        _field(field, DISTANCE, reference)
        return _distance(what, collection)
    if match := STOPS.fullmatch(what):
        one = _stop(match["journey"].strip(), int(match["one"]), collection)
        if match["other"] is None:
            return _moment(one, one.span, _field(field, DAYS, reference))
        other = _stop(match["journey"].strip(), int(match["other"]), collection)
        return _length(one, other, _field(field, LENGTH, reference, needed=True))
    event = collection.events.get(what)
    if event is None:
        raise UnknownFigure(_no_record(what, collection))
    return _moment(event, event.span, _field(field, MOMENT, reference))


def _parts(reference: str) -> tuple[str, str]:
    match = PARTS.fullmatch(reference)
    return (match["what"].strip(), match["field"] or "") if match else (reference, "")


def _field(field: str, fields: tuple[str, ...], reference: str, needed: bool = False) -> str:
    if field in fields or not (field or needed):
        return field or fields[0]
    choice = f"Write one of {', '.join(fields)}."
    if not field:
        raise UnknownFigure(f"{shown(reference)} does not say which figure it is. {choice}")
    meant = did_you_mean(field, fields) or f" {choice}"
    raise UnknownFigure(f"{shown(reference)} has no figure {shown(field)}.{meant}")


def _no_record(what: str, collection: Collection) -> str:
    """That there is no such record, and the nearest that there is."""
    key, colon, rest = what.partition(":")
    if key in collection.journeys and not rest:
        return f"{shown(what)} is a whole journey. Name a stop of it, as in '{key}:1'."
    if key in collection.journeys:
        fields = " or ".join(f".{field}" for field in DAYS[1:])
        return f"{shown(what)} names no stop. Write '{key}:1', with {fields} behind it if need be."
    if key in collection.events:
        return f"{shown(key)} is an event, which has no stops. Leave out what follows it."
    if key in (ARRIVALS, KM):
        return f"{shown(what)} is not whole. Write '{ARRIVALS}:2009' or '{KM}:pyongyang,seoul'."
    if colon:
        known = [*collection.journeys, ARRIVALS, KM]
        meant = did_you_mean(key, known) or " Write a stop as in 'the-way:2'."
        return f"{shown(what)} names no stop.{meant}"
    meant = did_you_mean(what, collection.events) or " Write journey:order, or an event's id."
    return f"no event {shown(what)}.{meant}"


def _stop(journey: str, order: int, collection: Collection) -> Stop:
    found = collection.journeys.get(journey)
    if found is None and journey in collection.events:
        raise UnknownFigure(_no_record(f"{journey}:{order}", collection))
    if found is None:
        known = [*collection.journeys, ARRIVALS, KM]
        meant = did_you_mean(journey, known) or " Write the id of a journey."
        raise UnknownFigure(f"no journey {shown(journey)}.{meant}")
    for stop in found.stops:
        if stop.order == order:
            return stop
    told = f"no stop {order} in '{journey}', which has {len(found.stops)}"
    raise UnknownFigure(f"{told}. Correct the number.")


def _moment(record: Stop | Event, span: Span, field: str) -> Figure:
    first, last = span.earliest, span.latest
    if not span.known:
        raise UnknownFigure(f"'{record.id}' has no date. Name another record, or leave it out.")
    if field == "when":
        return record
    if field == "days" and first and last:
        return (last - first).days
    day = {"first": first, "last": last}.get(field)
    if day is None:
        raise UnknownFigure(f"'{record.id}' is open on that side. Write '{{{record.id}}}'.")
    return day


def _length(one: Stop, other: Stop, field: str) -> Duration:
    least, most = days_between(one, other)
    anchor = one.span.latest if field == "least" else one.span.earliest
    days = least if field == "least" else most
    if anchor is None or days is None or days < 0 or one.order >= other.order:
        told = f"nobody knows the {field} time from '{one.id}' to '{other.id}'"
        raise UnknownFigure(f"{told}. Name stops in their order, whose days are bounded.")
    return parse_duration(_rounded(anchor, timedelta(days), up=field == "most"))


def _rounded(start: date, length: timedelta, up: bool) -> str:
    """A length in whole months, counted from a day: never more, or `up`, than it is."""
    if length < LEAST_MONTHS:
        return f"P{length.days}D"
    end = start + length
    months = (end.year - start.year) * 12 + end.month - start.month
    while _later(start, months) > end:
        months -= 1
    if up and _later(start, months) < end:
        months += 1
    years, rest = divmod(months, 12)
    return f"P{f'{years}Y' if years else ''}{f'{rest}M' if rest else ''}"


def _later(day: date, months: int) -> date:
    """So many months after a day, or the last day of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _count(what: str, field: str, collection: Collection) -> int:
    match = PERIOD.fullmatch(what)
    if match is None:
        remedy = "Write arrivals:2009, arrivals:2020-2025 or arrivals:..1998."
        raise UnknownFigure(f"{shown(what)} names no years. {remedy}")
    start, end = match["start"] or match["end"], int(match["end"])
    first = None if start == ".." else int(start.rstrip("-"))
    rows = _rows(first, end, collection.arrivals)
    if not rows:
        known = ", ".join(_years(row) for row in collection.arrivals if _touches(row, first, end))
        remedy = f"Of these years there are {known}." if known else "Write years that it has."
        raise UnknownFigure(f"no rows of one series in arrivals.csv make {shown(what)}. {remedy}")
    total, women = sum(row.total for row in rows), [row.women for row in rows]
    men = [row.men for row in rows]
    if field == "total":
        return total
    if None in women or None in men:
        told = f"{shown(what)} is not split into men and women"
        raise UnknownFigure(f"{told}. Leave the field out, or choose other years.")
    of_women = sum(filter(None, women))
    return {"men": total - of_women, "women": of_women}.get(field, round(100 * of_women / total))


def _rows(first: int | None, end: int, rows: Iterable[Arrivals]) -> list[Arrivals]:
    """The row of a period, or the rows of one series that make it up, the ministry's first."""
    every = sorted(rows, key=lambda row: row.end_year)
    for row in every:
        if (row.start_year, row.end_year) == (first, end):
            return [row]
    low = first or 0
    within = [row for row in every if (row.start_year or 0) >= low and row.end_year <= end]
    for series in SERIES:
        parts = [row for row in within if row.series == series]
        starts = [row.start_year for row in parts]
        ends = [row.end_year + 1 for row in parts]
        if parts and starts == [first, *ends[:-1]] and ends[-1] == end + 1:
            return parts
    return []


def _touches(row: Arrivals, first: int | None, end: int) -> bool:
    return (row.start_year or 0) <= end and row.end_year >= (first or 0)


def _years(row: Arrivals) -> str:
    start = ".." if row.start_year is None else f"{row.start_year}-"
    return f"{ARRIVALS}:{'' if row.start_year == row.end_year else start}{row.end_year}"


def _distance(what: str, collection: Collection) -> int:
    match = WAY.fullmatch(what)
    if match is None:
        raise UnknownFigure(f"{shown(what)} names no two places. Write km:pyongyang,seoul.")
    ends = []
    for key in (match["one"].strip(), match["other"].strip()):
        if key not in collection.places:
            meant = did_you_mean(key, collection.places) or " Write the id of a place."
            raise UnknownFigure(f"no place {shown(key)}.{meant}")
        ends.append(collection.places[key])
    try:
        return round(distance_km(*ends))
    except NoPoint as error:
        raise UnknownFigure(str(error)) from None
