"""The place that marked words stand for: candidates to choose from, none of them chosen yet."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from annotations.annotating import (
    Choice,
    Work,
    choices,
    earlier_readings,
    new_place_row,
    with_place,
    with_reading,
)
from annotations.tables import Cells
from views.staff import choice_details, choice_id, choice_label
from views.text import _, el, labels
from views.widgets.annotate.cells import hold
from views.widgets.annotate.work import Desk
from views.widgets.app import store

LONGEST_NAME = 200


def place_form(desk: Desk, row: Cells) -> Sequence[Choice]:
    """Where to look and what was found, to choose from; gives what was found."""
    asked, country = st.columns((3, 2))
    name = asked.text_input(
        _("Search for"), row["quote"], key=f"name-{row['id']}", max_chars=LONGEST_NAME
    )
    places = desk.sketch.collection.places
    code = country.selectbox(
        _("In"),
        sorted({code for place in places.values() for code in place.country}, key=labels.country),
        index=None,
        key=f"country-{row['id']}",
        format_func=labels.country,
        placeholder=_("Any country"),
    )
    earlier = [one for one in earlier_readings(desk.collection, name) if one.kind == "place"]
    found = choices(store.gazetteer(), places, earlier, name, code)
    if found:
        _choose_from(desk, row, found)
    else:
        words = _("No place of this name is known. Try another spelling, or leave it unresolved.")
        st.html(el("p", words, cls="muted"))
    _say_what_is_chosen(desk, row, found)
    return found


def chosen(row: Cells, found: Sequence[Choice]) -> str:
    """The choice that a mention stands for, "" where it is not among those found."""
    if not row["value"]:
        return ""
    return next((choice_id(choice) for choice in found if choice.id == row["value"]), "")


def choose(desk: Desk, mention: str, choice: Choice) -> None:
    """Let a mention stand for a place, which is added to the places where it is new there."""

    def change(work: Work) -> Work:
        key = choice.id
        if not key:
            paragraph = int(work.mentions[mention]["paragraph"])
            places = desk.sketch.collection.places
            place = new_place_row(choice, work.source, paragraph, places)
            work, key = with_place(work, place), place["id"]
        return with_reading(work, mention, value=key)

    if mention in desk.work.mentions:
        desk.act(change)


def _say_what_is_chosen(desk: Desk, row: Cells, found: Sequence[Choice]) -> None:
    """The place that stands, where the list does not show it, and the way back."""
    if not row["value"]:
        return
    place = desk.sketch.collection.places.get(row["value"])
    if not chosen(row, found):
        name = place.name if place else row["value"]
        st.html(el("p", _("It refers to {place}.").format(place=name)))
    st.button(
        _("Leave it unresolved"),
        key=f"none-{row['id']}",
        type="tertiary",
        on_click=desk.act,
        args=(lambda work: with_reading(work, row["id"], value=""),),
    )


def _choose_from(desk: Desk, row: Cells, found: Sequence[Choice]) -> None:
    key, by_id = f"place-{row['id']}", {choice_id(choice): choice for choice in found}
    order = list(by_id)
    hold(key, chosen(row, found) or None)
    st.radio(
        _("Which place is meant?"),
        order,
        index=None,
        key=key,
        format_func=lambda one: choice_label(order.index(one), by_id[one]),
        captions=[choice_details(choice) for choice in by_id.values()],
        on_change=lambda: choose(desk, row["id"], by_id[st.session_state[key]]),
    )
