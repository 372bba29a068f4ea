"""The days that marked words stand for: how they can be read, and what they count from."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from annotations.annotating import earlier_readings, with_reading
from annotations.date_words import Reading, readings
from annotations.dates import parse, parse_duration
from annotations.tables import Cells
from views.staff import date_label, earlier_label, field, reading_label, rule_label
from views.text import _, el, labels, markdown_text
from views.widgets.annotate.cells import hold, listed_cell, sound, text_cell
from views.widgets.annotate.work import Desk


def date_form(desk: Desk, row: Cells) -> None:
    """The readings to choose from, and the cells for what they do not say."""
    anchors = _anchors(desk, row)
    listed_cell(
        field("mentions", "anchor"),
        f"anchor-{row['id']}",
        row["anchor"],
        list(anchors),
        anchors.__getitem__,
        lambda cell: _read(desk, row, anchor=cell),
    )
    found = _readings(desk, row)
    if found:
        _choose_from(desk, row, found)
    for earlier in earlier_readings(desk.collection, row["quote"]):
        if earlier.kind == "date":
            words = earlier_label(desk.collection, earlier)
            st.html(el("p", _("Read earlier as {what}").format(what=words), cls="muted"))
    day, length = st.columns(2)
    with day:
        text_cell(
            field("stops", "date"),
            f"value-{row['id']}",
            row["value"],
            lambda cell: _read(desk, row, value=sound(cell, parse)),
        )
    with length:
        text_cell(
            field("mentions", "duration"),
            f"duration-{row['id']}",
            row["duration"],
            lambda cell: _read(desk, row, duration=sound(cell, parse_duration)),
        )
    if row["value"] or row["duration"]:
        st.html(el("p", date_label(row["value"], row["duration"]), cls="told"))


def _read(desk: Desk, row: Cells, **cells: str) -> None:
    desk.act(lambda work: with_reading(work, row["id"], **cells))


def _readings(desk: Desk, row: Cells) -> Sequence[Reading]:
    """What the words can mean, counted from their anchor or from when the text was published."""
    anchor = desk.sketch.collection.mentions.get(row["anchor"])
    published = desk.work.rows["sources"][desk.work.source]["published"]
    return readings(row["quote"], published, anchor.value if anchor else "")


def _choose_from(desk: Desk, row: Cells, found: Sequence[Reading]) -> None:
    key = f"reading-{row['id']}"
    told = [index for index, one in enumerate(found) if _is(one, row)]
    hold(key, told[0] if told else None)

    def choose() -> None:
        reading = found[st.session_state[key]]
        _read(desk, row, value=reading.value, duration=reading.duration)

    st.radio(
        _("What does it mean?"),
        range(len(found)),
        index=None,
        key=key,
        format_func=lambda index: reading_label(found[index]),
        captions=[markdown_text(rule_label(one)) for one in found],
        on_change=choose,
    )


def _is(reading: Reading, row: Cells) -> bool:
    return (reading.value, reading.duration) == (row["value"], row["duration"])


def _anchors(desk: Desk, row: Cells) -> dict[str, str]:
    """What a date may count from: other dates of the text, stops of the journey, events."""
    records, paragraph = desk.sketch.collection, _("“{words}”, paragraph {n}")
    dates = {
        key: paragraph.format(words=other["quote"], n=other["paragraph"])
        for key, other in desk.work.mentions.items()
        if other["kind"] == "date" and key != row["id"]
    }
    stops = desk.sketch.journey.stops if desk.sketch.journey else ()
    own = {
        stop.id: _("Stop {order}: {place}").format(order=stop.order, place=labels.place(stop))
        for stop in stops
    }
    return dates | own | {key: event.title for key, event in records.events.items()}
