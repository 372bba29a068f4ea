"""The mention that is open: what it stands for, how sure that is, and what to make of it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from annotations.annotating import Choice, with_mention, with_reading, without_mark
from annotations.codes import BASES
from annotations.tables import Cells
from views.staff import field, missing_of_row, shown
from views.text import _, el, labels
from views.widgets.annotate.cells import Write, choice_cell, listed_cell, long_cell
from views.widgets.annotate.date import date_form
from views.widgets.annotate.journey import make_stop
from views.widgets.annotate.place import place_form
from views.widgets.annotate.work import Desk, open_stop

SURE = ("certain", "probable", "possible")


def mention_form(desk: Desk) -> Sequence[Choice]:
    """What the open mention stands for, to be said; gives the places to choose from."""
    row = desk.work.mentions.get(desk.mention)
    if row is None:
        words = _("Select words in the text and press P for a place or D for a date.")
        st.html(el("p", words, cls="muted"))
        return ()
    where = _("Paragraph {n} · {kind} · {status}").format(
        n=row["paragraph"],
        kind=_("place") if row["kind"] == "place" else _("date"),
        status=shown(row["status"]).lower(),
    )
    words = el("h2", el("q", row["quote"], cls="words"))
    st.html(el("article", el("p", where, cls="eyebrow"), words, cls="details"))
    found: Sequence[Choice] = ()
    if row["kind"] == "place":
        found = place_form(desk, row)
    else:
        date_form(desk, row)
    _what_next(desk, row)
    _how_sure(desk, row)
    st.html(missing_of_row(desk.sketch, "mentions", row["id"]))
    return found


def _how_sure(desk: Desk, row: Cells) -> None:
    def write(column: str) -> Write:
        return lambda cell: desk.act(lambda work: with_reading(work, row["id"], **{column: cell}))

    def named(column: str) -> tuple[str, str, str]:
        return field("mentions", column), f"{column}-{row['id']}", row[column]

    if row["value"]:
        choice_cell(*named("certainty"), SURE, labels.certainty, write("certainty"))
    choice_cell(*named("basis"), BASES, labels.basis_word, write("basis"))
    long_cell(*named("note"), write("note"))


def _what_next(desk: Desk, row: Cells) -> None:
    """Make it a stop, let it join one, or take the mark away."""
    with st.container(horizontal=True, key="mention-next"):
        st.button(_("Make it a stop"), key="make-stop", on_click=make_stop, args=(desk, row["id"]))
        st.button(
            _("Remove the mark"),
            key="unmark",
            type="tertiary",
            on_click=desk.act,
            args=(lambda work: without_mark(work, row["id"]),),
        )
    stops = desk.sketch.journey.stops if desk.sketch.journey else ()
    if stops:
        named = {str(stop.order): f"{stop.order} · {labels.place(stop)}" for stop in stops}

        def join(order: str) -> None:
            desk.act(lambda work: with_mention(work, int(order), row["id"]))
            open_stop(int(order))

        listed_cell(
            _("Add it to a stop"),
            f"join-{row['id']}",
            "",
            list(named),
            named.__getitem__,
            join,
        )
