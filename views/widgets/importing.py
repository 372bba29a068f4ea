"""What a file would change, and the button that takes it in: nothing is written before that."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from annotations.changes import Change, Refused, started_from
from annotations.importing import Preview, preview, sound_part
from annotations.problems import Problem
from annotations.saving import save
from views.i18n import _, ngettext
from views.import_page import (
    MOST_LINES,
    changes_panel,
    held_sentence,
    preview_sentence,
)
from views.markup import el
from views.widgets import frame, given_file, saving, store
from views.widgets.downloads import file_button
from views.widgets.given_file import Given

ACCEPTED, SAVED = "import-accepted", "import-saved"
LONGEST_WHY = 500
FEW_LINES, MOST_PX = 12, 320


@st.cache_resource(show_spinner=False, max_entries=4)
def _previewed(version: tuple, table: str, digest: str, _data: bytes) -> Preview:
    return preview(store.tables(), table, _data)


@st.cache_resource(show_spinner=False, max_entries=4)
def _part(version: tuple, table: str, digest: str, _told: Preview) -> Preview:
    return sound_part(store.tables(), table, _told)


def last_import() -> None:
    """What was taken in before this run, and where the history has it."""
    saving.last_said()
    saved = st.session_state.pop(SAVED, None)
    if saved is None:
        return
    st.html(el("p", _("The save is called {id}.").format(id=saved.id), cls="muted"))
    history = next((path for path, _title, url in frame.FOR_STAFF if url == "history"), None)
    if history:
        table = saved.changes[0].table
        st.page_link(history, label=_("Its table in the history"), query_params={"table": table})


def what_it_changes(me: str, file: Given) -> None:
    """All that a file would do to its table, and the way to let it do that."""
    table, how = given_file.table_of(file)
    if not table:
        st.info(
            _(
                "The header fits none of the tables, and the file is not called like one. "
                "Choose the table above, or name the file after it, as in stops.csv."
            )
        )
        return
    try:
        with st.spinner(_("Comparing with the table …")):
            told = _previewed(store.version(), table, file.digest, file.data)
    except Refused as refused:
        st.warning(_("This table cannot be written as it is. Mend it first:"))
        st.code(str(refused), language=None, wrap_lines=True)
        return
    rest = _("Rows that the file does not have stay.")
    st.html(
        el("h2", file.name, cls="part")
        + el("p", preview_sentence(told), cls="counters")
        + el("p", f"{held_sentence(table, how)} {rest}", cls="muted")
    )
    given_file.in_hand(me, file, worth_keeping=bool(told.changes or told.problems))
    _problems(_("Problems of the file, by its lines"), told.problems, "problems.txt")
    _problems(_("Problems that other rows would get"), told.elsewhere, "problems-elsewhere.txt")
    if told.sound:
        st.html(el("h2", _("What would change"), cls="part") + changes_panel(told))
    if told.changes:
        _accept(me, file, table, told)


def _problems(title: str, problems: Sequence[Problem], name: str) -> None:
    """The first problems, one a line, and all of them as a file where there are more."""
    if not problems:
        return
    lines = [str(problem) for problem in problems]
    st.html(el("h2", title, cls="part"))
    height = MOST_PX if len(lines) > FEW_LINES else "content"
    with st.container(key=f"import-{name.partition('.')[0]}", height=height, border=False):
        st.code("\n".join(lines[:MOST_LINES]), language=None, wrap_lines=True)
    more = len(lines) - MOST_LINES
    if more > 0:
        st.caption(_("And {n} more.").format(n=f"{more:,}"))
        every = ngettext("All {n} problem", "All {n} problems", len(lines))
        file_button(
            every.format(n=f"{len(lines):,}"), lambda: "\n".join(lines) + "\n", name, "text/plain"
        )


def _accept(me: str, file: Given, table: str, told: Preview) -> None:
    """The reason and the button; of a file with problems only what is asked for without them."""
    st.html(el("h2", _("Take it in"), cls="part"))
    if told.problems or told.elsewhere:
        asked = st.toggle(
            _("Take in the rows without problems, and leave the others out"),
            key=f"import-part-{file.digest[:12]}",
        )
        if not asked:
            st.info(
                _(
                    "A file with problems is not taken in. Mend the lines above and give the "
                    "file again, or take in the rows without problems alone."
                )
            )
            return
        with st.spinner(_("Comparing with the table …")):
            told = _part(store.version(), table, file.digest, told)
        if not told.changes:
            st.warning(
                _(
                    "No part of this file can be taken in without the rest: other rows of the "
                    "tables would get problems. Mend the file first."
                )
            )
            return
    count = len(told.changes)
    st.text_input(
        _("Why, for the history"),
        key=f"import-why-{given_file.round_()}",
        max_chars=LONGEST_WHY,
        placeholder=_("Where the rows come from, or what they mend"),
    )
    # What was shown is what is saved, also where somebody has changed the tables since.
    st.button(
        ngettext("Take in {n} row", "Take in {n} rows", count).format(n=f"{count:,}"),
        key="take-in",
        type="primary",
        on_click=_accepted,
        args=(told.changes,),
    )


def _accepted(changes: tuple[Change, ...]) -> None:
    st.session_state[ACCEPTED] = changes


def take_in_if_accepted(me: str) -> None:
    """Save what the button was pressed for, and tell how that ended."""
    changes = st.session_state.pop(ACCEPTED, None)
    if changes is None:
        return
    why = st.session_state.get(f"import-why-{given_file.round_()}", "").strip()
    if not why:
        st.warning(_("Say why, so that others can understand the change. Nothing was saved yet."))
        return
    said = ngettext("{n} row was taken in.", "{n} rows were taken in.", len(changes))
    saved = saving.told(
        lambda: save(store.tables(), changes, me, why, started_from(changes)),
        said=said.format(n=f"{len(changes):,}"),
    )
    if saved:
        st.session_state[SAVED] = saved
        given_file.put_away(me)
        st.rerun()
