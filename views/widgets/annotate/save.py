"""What the work changes in the tables, what is still missing, and the button that saves it."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from annotations.annotating import (
    changes,
    followers,
    is_behind,
    stories_to_correct,
    with_current_rows,
    with_sources_of_stops,
)
from annotations.proposals import Overlay
from annotations.saving import save
from annotations.tables import Change, started_from
from views.staff import missing_list
from views.text import _, el, labels, ngettext
from views.widgets.annotate.work import Desk, leave
from views.widgets.app import store
from views.widgets.staff import saving

ASKED = "work-asked-to-be-saved"


def save_form(desk: Desk) -> None:
    """What would be saved and the reason to give, or what is missing first."""
    found = changes_of(desk)
    problems = len(desk.sketch.problems)
    if not found:
        st.html(el("p", _("Nothing has been changed yet."), cls="muted"))
        return
    st.html(el("p", _counted(found)))
    if problems:
        missing = ngettext("{n} thing is missing:", "{n} things are missing:", problems)
        st.html(el("p", missing.format(n=problems)))
        st.html(missing_list(desk.sketch))
    if stories := stories_to_correct(store.stories(), desk.work):
        words = _(
            "These stories name stops by numbers that will change: {stories}. Correct them "
            "afterwards."
        )
        st.html(el("p", words.format(stories=", ".join(stories))))
    st.text_input(_("Reason, for the history"), _("annotated"), key="why-work", max_chars=200)
    st.button(
        _("Propose it for review"),
        key="save-work",
        type="primary",
        disabled=bool(problems),
        on_click=_ask_to_save,
    )
    if st.session_state.pop(ASKED, False):
        _save(desk, found)


def _ask_to_save() -> None:
    """Keep that it was asked for until the run that can tell how it ended."""
    st.session_state[ASKED] = True


def _save(desk: Desk, found: list[Change]) -> None:
    why, based_on = st.session_state["why-work"], started_from(found)
    said = _("It is proposed. Visitors see nothing of it until a second person accepts it.")
    into = Overlay(store.reviewed(), store.proposal(), desk.work.source)
    if saving.run(lambda: save(into, found, desk.me, why, based_on), said):
        saving.discard(desk.me, desk.name, desk.draft)
        leave()
        st.rerun()
    elif is_behind(desk.work, store.tables()):
        st.button(
            _("Continue from the rows as they are now; your changes are kept"),
            key="rebase",
            on_click=desk.act,
            args=(lambda work: with_current_rows(work, store.tables()),),
        )


def changes_of(desk: Desk) -> list[Change]:
    """The changes of the work."""
    work = with_sources_of_stops(desk.work)
    return [*changes(work), *followers(store.tables(), work)]


def _counted(found: list[Change]) -> str:
    """How many rows of which tables."""
    tables = Counter(change.table for change in found)
    rows = [
        ngettext("{n} row of {table}", "{n} rows of {table}", n).format(
            n=n, table=labels.table(table)
        )
        for table, n in tables.items()
    ]
    return _("To be proposed: {rows}.").format(rows=", ".join(rows))
