"""The saves of the history: which are asked for, each opened to its rows, and undone on request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import streamlit as st

from annotations.proposals import Overlay
from annotations.saving import undo
from annotations.store import WITHDRAWN, Line, saves_of, undone_saves
from annotations.tables import TABLES
from views.staff import LONGEST_WHY, by_whom, changed_rows, save_title
from views.text import _, el, labels, markdown_text, ngettext
from views.widgets.app import reader, store
from views.widgets.staff import saving

ON_A_PAGE = 20
MOST_ROWS = 50
UNDOING = "undoing"

Saves = Mapping[str, Sequence[Line]]


def asked_saves(lines: Sequence[Line]) -> Saves:
    """The saves that the filters ask for, the newest first; each filter stands in the address."""
    asked = reader.parameter("table")
    with st.container(horizontal=True, key="saves-asked", vertical_alignment="bottom"):
        table = st.selectbox(
            _("Table"),
            list(TABLES),
            index=list(TABLES).index(asked) if asked in TABLES else None,
            key="saves-of-table",
            on_change=_ask_table,
            format_func=labels.table,
            placeholder=_("Any"),
        )
        row = st.text_input(
            _("Row, by its id"),
            key="row",
            bind="query-params",
            placeholder=_("Any"),
            disabled=table is None,
            help=_(
                "Choose its table first. If the row had a different id before, its earlier "
                "changes are found too."
            ),
        )
        who = st.selectbox(
            _("Person"),
            sorted({line.who for line in lines if line.act != WITHDRAWN}),
            index=None,
            key="person",
            bind="query-params",
            placeholder=_("Any"),
        )
    key = row.strip() if table and row.strip() else None
    if not (table or who):
        return saves_of(lines)
    found = store.reviewed().lines(table=table, key=key, who=who)
    kept = {line.save for line in found}
    return {save: own for save, own in saves_of(lines).items() if save in kept}


def _ask_table() -> None:
    """Write the table into the address by its name, as links to it do."""
    if table := st.session_state["saves-of-table"]:
        st.query_params["table"] = table
    else:
        st.query_params.pop("table", None)


def on_page(saves: Saves, lines: Sequence[Line]) -> Iterator[tuple[str, Sequence[Line]]]:
    """The saves of the page that is chosen; where there are none, that is said."""
    if not saves:
        none = _("No save matches.") if lines else _("Nothing has been saved yet.")
        st.html(el("p", none, cls="muted"))
    count = -(-len(saves) // ON_A_PAGE)
    page = 1
    if count > 1:
        page = min(st.pagination(count, key="p", bind="query-params"), count)
    return islice(saves.items(), (page - 1) * ON_A_PAGE, page * ON_A_PAGE)


def listed(saves: Saves, lines: Sequence[Line], me: str) -> None:
    """A page of saves, each of them closed until it is asked for."""
    undone = undone_saves(lines)
    taken_back = {line.undoes: line for line in lines if line.undoes}
    for save, told in on_page(saves, lines):
        title = markdown_text(save_title(told))
        if save in undone:
            title = _("{save} · undone").format(save=title)
        opened = st.expander(title, key=f"save-{save}", on_change="rerun")
        if opened.open:
            with opened:
                _opened(told, taken_back[save] if save in undone else None, me)


def _opened(told: Sequence[Line], by: Line | None, me: str) -> None:
    if is_withdrawal(told):
        return
    if len(told[0].why) > LONGEST_WHY:
        st.html(el("p", el("b", _("Why: ")), told[0].why))
    if by:
        st.html(el("p", _("Undone by {whom}.").format(whom=by_whom(by))))
    compared(told)
    if not by:
        undoing(told, me)


def is_withdrawal(told: Sequence[Line]) -> bool:
    """True for a withdrawal, of which all that can be said is said."""
    if told[0].act != WITHDRAWN:
        return False
    words = _("Its rows are gone, and so are the lines of the history about them.")
    st.html(el("p", words, cls="muted"))
    return True


def compared(told: Sequence[Line]) -> None:
    """The rows of a save before and after."""
    first = told[0]
    with st.container(key=f"compared-{first.save}"):
        st.html(changed_rows(line.change for line in told[:MOST_ROWS]))
    if len(told) > MOST_ROWS:
        more = f"{len(told) - MOST_ROWS:,}"
        st.html(el("p", _("And {n} more.").format(n=more), cls="muted"))


def undoing(told: Sequence[Line], me: str) -> None:
    """The button to take a save back, which asks once more; or why it cannot be taken back."""
    if any(line.thinned for line in told):
        words = _("A record was withdrawn from this save. What is left of it cannot be undone.")
        st.html(el("p", words, cls="muted"))
        return
    save = told[0].save
    asked, sure = st.session_state.get(UNDOING, ("", False))
    if asked != save:
        st.button(_("Undo this save"), key=f"undo-{save}", on_click=_ask, args=(save,))
        return
    words = ngettext(
        "This proposes that {n} row goes back to what it was before. A second person decides.",
        "This proposes that {n} rows go back to what they were before. A second person decides.",
        len(told),
    )
    st.info(words.format(n=len(told)))
    with st.container(horizontal=True):
        st.button(
            _("Yes, undo it"), key=f"sure-{save}", type="primary", on_click=_ask, args=(save, True)
        )
        st.button(_("No, leave it"), key=f"leave-{save}", on_click=_ask, args=("",))
    if sure:
        _ask(save)
        said = _("It is proposed to undo this save. The Review page has it.")
        if saving.run(lambda: undo(Overlay(store.reviewed()), save, me), said):
            _ask("")
            st.rerun()
        st.info(
            _(
                "An undo fits only while its rows are as this save left them and nothing else "
                "rests on them. Undo the later saves first, the last one first, or correct the "
                "rows with Annotate or Import."
            )
        )


def _ask(save: str, sure: bool = False) -> None:
    """Keep which save is to be undone, if any, and whether that was confirmed."""
    st.session_state[UNDOING] = save, sure
