"""What is said of the stop that is open: where, when, on what words it rests, how sure it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import streamlit as st

from annotations.annotating import (
    Work,
    with_mention,
    with_stop_cells,
    without_mention,
    without_stop,
)
from annotations.codes import BASES, CERTAINTIES, DATE_CERTAINTIES
from annotations.dates import parse, parse_duration
from annotations.records import Journey, Stop
from annotations.tables import Cells
from geodata.cells import parts
from views.staff import field, missing_of_row
from views.text import _, computed_words, el, labels, when_sentence
from views.widgets.annotate.cells import (
    Write,
    choice_cell,
    hold,
    listed_cell,
    long_cell,
    sound,
    text_cell,
)
from views.widgets.annotate.work import Desk, open_stop

Named = Callable[[str], tuple[str, str, str]]


class Writes(Protocol):
    """What writes the cell of a column, once it is checked."""

    def __call__(self, column: str, check: Callable[[str], object] = str) -> Write: ...


def stop_form(desk: Desk) -> None:
    """The form for the stop that is open, with what follows from it in a sentence."""
    journey = desk.sketch.journey
    if not desk.stop or not journey:
        return
    cells, stop = desk.work.stops[desk.stop - 1].cells, journey.stops[desk.stop - 1]
    title = _("Stop {order}: {place}").format(order=stop.order, place=labels.place(stop))
    said = [when_sentence(stop), *computed_words(desk.sketch.collection, journey, stop)]
    st.html(el("h3", title) + el("p", " · ".join(said), cls="told"))
    st.html(missing_of_row(desk.sketch, "stops", stop.id))
    _cells(desk, cells, journey, stop)
    st.button(
        _("Remove this stop"),
        key=f"without-{stop.id}",
        type="tertiary",
        on_click=_take_out,
        args=(desk, stop.order),
    )


def _take_out(desk: Desk, order: int) -> None:
    desk.act(lambda work: without_stop(work, order))
    open_stop(0)


def _cells(desk: Desk, cells: Cells, journey: Journey, stop: Stop) -> None:
    """A widget for each column that can be said of a stop."""

    def write(column: str, check: Callable[[str], object] = str) -> Write:
        return lambda cell: desk.act(
            lambda work: with_stop_cells(work, stop.order, **{column: sound(cell, check)})
        )

    def named(column: str) -> tuple[str, str, str]:
        return field("stops", column), f"stop-{stop.id}-{column}", cells[column]

    text_cell(*named("role"), write("role"))
    _words(desk, cells, stop)
    _place(desk, named, write)
    left, right = st.columns(2)
    with left:
        text_cell(*named("date"), write("date", parse))
    with right:
        text_cell(*named("mode"), write("mode"))
    moments = _moments(desk, journey, stop)
    listed_cell(*named("after"), list(moments), moments.__getitem__, write("after"))
    left, right = st.columns(2)
    with left:
        text_cell(*named("duration"), write("duration", parse_duration))
    with right:
        text_cell(*named("tolerance"), write("tolerance", parse_duration))
    if cells["date"] or cells["duration"]:
        _date_sureness(named, write)
    long_cell(*named("note"), write("note"))


def _place(desk: Desk, named: Named, write: Writes) -> None:
    """The place, how it is known and how certain it is."""
    places = desk.sketch.collection.places
    own = [row["value"] for row in desk.work.mentions.values() if row["kind"] == "place"]
    first = list(dict.fromkeys(filter(None, (*own, *places))))
    listed_cell(*named("place"), first, lambda one: places[one].name, write("place"))
    choice_cell(*named("basis"), BASES, labels.basis_word, write("basis"))
    choice_cell(*named("certainty"), CERTAINTIES, labels.certainty, write("certainty"))


def _date_sureness(named: Named, write: Writes) -> None:
    """How the date or the length of time is known, and how certain it is."""
    choice_cell(*named("date_basis"), BASES, labels.basis_word, write("date_basis"))
    choice_cell(
        *named("date_certainty"), DATE_CERTAINTIES, labels.certainty, write("date_certainty")
    )
    st.caption(_("Where nothing is chosen, the date is known as the place is, and as certain."))


def _words(desk: Desk, cells: Cells, stop: Stop) -> None:
    """The marked words that the stop rests on; others can join it, and these leave it."""
    key = f"stop-{stop.id}-mentions"
    held = [*parts(cells["mentions"])]
    mentions = desk.sketch.collection.mentions
    hold(key, held)

    def change(work: Work) -> Work:
        now = st.session_state[key]
        for mention in now:
            work = with_mention(work, stop.order, mention)
        for mention in set(held) - set(now):
            work = without_mention(work, stop.order, mention)
        return work

    st.multiselect(
        field("stops", "mentions"),
        list(dict.fromkeys((*held, *desk.work.mentions))),
        key=key,
        format_func=lambda one: mentions[one].quote if one in mentions else one,
        placeholder=_("None"),
        on_change=desk.act,
        args=(change,),
    )


def _moments(desk: Desk, journey: Journey, stop: Stop) -> dict[str, str]:
    """What a stop may count from: the other stops of the journey, then the events."""
    title = _("Stop {order}: {place}")
    own = {
        one.id: title.format(order=one.order, place=labels.place(one))
        for one in journey.stops
        if one.id != stop.id
    }
    return own | {key: event.title for key, event in desk.collection.events.items()}
