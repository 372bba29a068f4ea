"""The journey that is being made: its stops in order, and what is said of it as a whole."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from annotations.annotating import (
    Work,
    journey_id,
    with_journey,
    with_journey_cells,
    with_journey_id,
    with_mention,
    with_new_journey,
    with_stop,
    with_stop_moved,
    without_stop,
)
from annotations.codes import JOURNEY_KINDS, OUTCOME_KINDS
from views.staff import field, missing_of_row, stops_to_list
from views.text import _, labels
from views.widgets.annotate.cells import Write, choice_cell, listed_cell, long_cell, text_cell
from views.widgets.annotate.work import Desk, open_mention, open_stop
from views.widgets.app import component, reader, store

COLUMNS = ("title", "people", "kind", "summary", "outcome", "outcome_kind", "care", "note")

_stops = component(
    "stop_list",
    "widgets/stop-list.js",
    html='<div class="making"><p hidden></p><ol></ol></div>',
)


def make_stop(desk: Desk, mention: str, at: int | None = None) -> None:
    """Make a stop of a mention, the last one or number `at`, and open it."""

    def change(work: Work) -> Work:
        order = at or len(work.stops) + 1
        open_stop(order)
        return with_stop(_with_some_journey(desk, work), mention, order)

    desk.act(change)
    open_mention(mention)


def stops_in_order(desk: Desk) -> None:
    """The stops, to drop words on and to put in order."""
    if not desk.work.journey:
        _journey_to_open(desk)
    _stops(
        key="stops",
        data=stops_to_list(desk.work, desk.sketch, desk.stop),
        on_told_change=lambda: _told(desk, reader.fields(reader.message("stops", "told"))),
    )


def _told(desk: Desk, act: Mapping[str, object]) -> None:
    """Do what was done in the list of stops."""
    last = len(desk.work.stops)
    order = reader.whole(act.get("order") or act.get("at"), 1, last + 1) or 0
    to = reader.whole(act.get("to"), 1, last)
    what, mention = act.get("act"), reader.word(act.get("id"))
    if mention and mention not in desk.work.mentions:
        return
    if what == "stop" and mention:
        make_stop(desk, mention, order)
    elif not 1 <= order <= last:
        return
    elif what == "join" and mention:
        desk.act(lambda work: with_mention(work, order, mention))
        open_stop(order)
    elif what == "move" and to:
        desk.act(lambda work: with_stop_moved(work, order, to))
        open_stop(to)
    elif what == "remove":
        desk.act(lambda work: without_stop(work, order))
        open_stop(0)
    elif what == "open":
        open_stop(order)


def _with_some_journey(desk: Desk, work: Work) -> Work:
    """The work with a journey: a new one, named after the text until it has a title."""
    if work.journey:
        return work
    source = work.rows["sources"][work.source]
    return with_new_journey(
        work, journey_id(source["title"], source["published"], desk.collection.journeys)
    )


def _journey_to_open(desk: Desk) -> None:
    """The journeys that this text tells already, to go on with one of them."""
    told = {
        journey.id: journey.title
        for journey in desk.collection.journeys.values()
        if desk.work.source in {citation.source for citation in journey.sources}
    }
    if told:
        listed_cell(
            _("Continue a journey from this text, or make a new one"),
            "journey-to-open",
            "",
            list(told),
            told.__getitem__,
            lambda key: desk.act(lambda work: with_journey(work, store.tables(), key)),
        )


def journey_form(desk: Desk) -> None:
    """What is said of the journey as a whole."""
    if not desk.work.journey:
        return
    cells = desk.work.rows["journeys"][desk.work.journey]

    def write(column: str) -> Write:
        return lambda cell: desk.act(
            lambda work: _titled(desk, with_journey_cells(work, **{column: cell.strip()}))
        )

    # Its label and state stay the same: another label would be made anew, with what is typed in it.
    with st.expander(_("About the journey"), expanded=True, key="about-journey"):
        for column in COLUMNS:
            _journey_cell(column, cells[column], write(column))
        st.html(missing_of_row(desk.sketch, "journeys", desk.work.journey))


def _journey_cell(column: str, cell: str, write: Write) -> None:
    """The widget for a column of a journey."""
    label, key = field("journeys", column), f"journey-{column}"
    if column == "kind":
        choice_cell(label, key, cell, JOURNEY_KINDS, labels.kind, write)
    elif column == "outcome_kind":
        listed_cell(label, key, cell, OUTCOME_KINDS, labels.outcome, write)
    elif column in ("summary", "note"):
        long_cell(label, key, cell, write)
    else:
        examples = {
            "people": _("a role, as in: a woman in her twenties"),
            "care": _("violence; the death of a child"),
        }
        text_cell(label, key, cell, write, placeholder=examples.get(column, ""))


def _titled(desk: Desk, work: Work) -> Work:
    """The work whose new journey has the id that its title gives."""
    title = work.rows["journeys"][work.journey]["title"]
    if not work.is_new_journey or not title:
        return work
    others = desk.collection.journeys.keys() - {work.journey}
    stops = desk.sketch.journey.stops if desk.sketch.journey else ()
    years = [stop.span.earliest for stop in stops if stop.span.earliest]
    return with_journey_id(work, journey_id(title, str(min(years).year) if years else "", others))
