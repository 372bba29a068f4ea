"""The Plotly timeline: events in lanes, journeys, arrivals by year, on one time axis.

All three share one plot, so that a period dragged anywhere over it is a period of all. What
the filters leave is drawn in full; what only the period keeps out stays as a pale shadow without
an id, so that a reader sees where to drag next.

Some dozens of journeys are a bar each, which carries its id as `customdata`. Where there are
more, they are counted by months instead, and so are the shadows. A narrower filter brings the
bars back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotations.derived import once
from annotations.records import Collection, Event, Journey
from annotations.selection import Selection
from views.text import _
from views.timeline.arrivals_bars import arrivals_traces, cumulative_trace
from views.timeline.axes import AXIS_END, AXIS_START, WIDE, Form, Scale
from views.timeline.journey_bars import bar_traces, bars_explained
from views.timeline.layout import layout
from views.timeline.marks import event_traces
from views.timeline.plotly_data import PlotlyFigure, PlotlyNote, PlotlyTrace
from views.timeline.stated import stated_trace
from views.timeline.under_way_areas import areas

MOST_BARS = 150


def not_on_timeline(record: Journey | Event) -> str:
    """Why a journey or an event is not on the timeline, or nothing where it is."""
    span = record.span
    if not span.known and isinstance(record, Journey) and _withholds_dates(record):
        return _("its date is withheld")
    if not span.known:
        return _("no date is given")
    if span.latest and span.latest < AXIS_START:
        return _("before {year}, when the timeline begins").format(year=AXIS_START.year)
    if span.earliest and span.earliest >= AXIS_END:
        return _("after {year}, when the timeline ends").format(year=AXIS_END.year - 1)
    return ""


def _withholds_dates(journey: Journey) -> bool:
    return any("date" in stop.withheld for stop in journey.stops)


@once
def untimed(collection: Collection) -> frozenset[str]:
    """The ids of the journeys that are not on the timeline."""
    return frozenset(j.id for j in collection.journeys.values() if not_on_timeline(j))


def timeline(
    collection: Collection,
    selection: Selection,
    opened: str = "",
    cumulative: bool = False,
    form: Form = WIDE,
    stated: bool = False,
) -> PlotlyFigure:
    """The figure for a selection; `opened` is the id of the journey or event that is open.

    What the sources count is marked where it is asked for.
    """
    missing = untimed(collection)
    shown = [journey for journey in selection.journeys if journey.id not in missing]
    outside = [
        journey
        for journey in selection.asked
        if journey.id not in selection.ids and journey.id not in missing
    ]
    events = [event for event in selection.asked_events if not not_on_timeline(event)]
    is_asked = any(journey.id == opened for journey in selection.asked)
    journeys = _journeys(collection, shown, outside, opened if is_asked else "", form)
    traces = [
        *arrivals_traces(collection, selection.filters),
        *([cumulative_trace(collection)] if cumulative else []),
        *journeys.traces,
        *event_traces(collection, selection, events, opened, form),
        *([stated_trace(collection, selection.filters, form)] if stated else []),
    ]
    explained = bars_explained(collection, shown) if len(shown) <= MOST_BARS else ()
    drawn = layout(selection.filters, cumulative, journeys.scale, explained, form, journeys.notes)
    return {"data": traces, "layout": drawn}


@dataclass(frozen=True)
class _Journeys:
    """The journeys as bars or as months, with the scale of the months where there are any."""

    traces: Sequence[PlotlyTrace]
    scale: Scale | None = None
    notes: Sequence[PlotlyNote] = ()


def _journeys(
    collection: Collection,
    shown: Sequence[Journey],
    outside: Sequence[Journey],
    opened: str,
    form: Form,
) -> _Journeys:
    if len(shown) + len(outside) <= MOST_BARS:
        bars, notes = bar_traces(collection, shown, outside, opened, form.journey_room, form)
        return _Journeys(bars, notes=notes)
    if len(shown) <= MOST_BARS:
        months = areas(collection, (), outside, form.area_room)
        bars, notes = bar_traces(collection, shown, (), opened, form.area_room, form)
        return _Journeys([*months.traces, *bars], months.scale, notes)
    months = areas(collection, shown, outside, form.area_room)
    return _Journeys(months.traces, months.scale)
