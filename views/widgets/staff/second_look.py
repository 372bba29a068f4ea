"""What one person stands behind is looked at by a second one; what was withheld is proposed."""

from __future__ import annotations

import streamlit as st

from annotations.proposals import OwnWork, propose_to_show, withheld_unreviewed
from annotations.review import Desk, LoneRow, accept_row, lone_rows
from annotations.tables import Change
from views.staff import changed_rows, lone_row_title, lone_rows_heading
from views.text import _, markdown_text, ngettext
from views.widgets.app import store
from views.widgets.staff import saving

MOST_SHOWN = 50
LOOKED, SHOW = "looked-at", "show-withheld"


def rows(desk: Desk, me: str) -> None:
    """Events, figures, names and other rows of no journey that only one person stands behind."""
    found = lone_rows(desk)
    if not found:
        st.session_state.pop(LOOKED, None)
        return
    st.html(lone_rows_heading(len(found)))
    for row in found[:MOST_SHOWN]:
        _row(row, me)
    if (more := len(found) - MOST_SHOWN) > 0:
        st.caption(_("And {n} more.").format(n=f"{more:,}"))
    if st.session_state.pop(LOOKED, None):
        st.info(_("It has become another row meanwhile. Look at it again."))


def _row(row: LoneRow, me: str) -> None:
    name = f"{row.change.table}-{row.change.key_after}"
    opened = st.expander(markdown_text(lone_row_title(row, me)), key=f"lone-{name}")
    with opened:
        st.html(changed_rows([row.change]))
        if row.is_own_work(me):
            st.caption(_("You wrote some of it. Somebody else has to look at it."))
        else:
            st.button(_("It is right"), key=f"right-{name}", on_click=_keep, args=(row,))
    if st.session_state.get(LOOKED) == row:
        del st.session_state[LOOKED]
        _accept(row, me)


def _keep(row: LoneRow) -> None:
    """Keep the row as it stood on the screen until the run that can tell how it ended."""
    st.session_state[LOOKED] = row


def _accept(row: LoneRow, me: str) -> None:
    try:
        if saving.run(lambda: accept_row(store.reviewed(), row, me), _("It has been reviewed.")):
            st.rerun()
    except OwnWork:
        st.info(_("You wrote some of it. Somebody else has to look at it."))


def withheld(me: str) -> None:
    """Journeys that wait since before there were proposals, each to become one."""
    found = withheld_unreviewed(store.reviewed())
    if not found:
        return
    words = ngettext(
        "{n} journey is withheld because nobody had reviewed it. A proposal would show it:",
        "{n} journeys are withheld because nobody had reviewed them. A proposal would show each:",
        len(found),
    )
    st.info(words.format(n=f"{len(found):,}"))
    st.button(_("Propose to show them"), key="propose-withheld", on_click=_ask)
    if st.session_state.pop(SHOW, False) and all(_proposed(change, me) for change in found):
        st.session_state[saving.SAID] = _("They are proposed. Nothing is shown until two agree.")
        st.rerun()


def _ask() -> None:
    st.session_state[SHOW] = True


def _proposed(change: Change, me: str) -> bool:
    return bool(saving.run(lambda: propose_to_show(store.reviewed(), change, me)))
