"""What became public: the saves as visitors saw them, to be undone or hidden at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

import streamlit as st

from annotations.audit import Audit, Occasion, is_alone, occasion, records_around
from annotations.collection import TABLE
from annotations.proposals import Overlay
from annotations.records import Collection
from annotations.review import NOTHING_YET, choice_of
from annotations.store import Line
from annotations.tables import rows_by_key
from views.staff import (
    later_panel,
    occasion_panel,
    occasion_title,
    occasions_csv,
    untold_sentence,
)
from views.text import _, el, markdown_text
from views.widgets.app import reader, staff_file_button, store
from views.widgets.staff import saves
from views.widgets.staff.hiding import hide_form

VIEWS = ("saves", "public")
FILE = "what-became-public-not-for-publication.csv"


def asked_view() -> str:
    """Whether every save is listed, or what became public; the address names it, as links do."""
    names = {"saves": _("Every save"), "public": _("What became public")}
    asked = reader.parameter("list")
    chosen: str = st.segmented_control(
        _("List"),
        VIEWS,
        default=asked if asked in VIEWS else VIEWS[0],
        required=True,
        key="history-list",
        on_change=lambda: st.query_params.update(list=st.session_state["history-list"]),
        format_func=lambda view: names[view],
        label_visibility="collapsed",
    )
    return chosen


def listed(lines: Sequence[Line], me: str) -> None:
    """The saves that changed what visitors see, or might have, with filters above them."""
    now = _audit(*_versions())
    st.html(el("p", untold_sentence(now.untold), cls="muted"))
    asked = {save: now.saves[save] for save in saves.asked_saves(lines) if save in now.saves}
    found = _asked(now, asked)
    if found:
        staff_file_button("CSV", lambda: occasions_csv(_told(found), now), FILE, "text/csv")
    for save, told in saves.on_page(found, lines):
        seen = _occasion(*_versions(), save)
        title = markdown_text(occasion_title(told, seen, now))
        box = st.expander(title, key=f"save-{save}", on_change="rerun")
        if box.open:
            with box:
                _opened(now, told, seen, me)


def _asked(now: Audit, found: saves.Saves) -> saves.Saves:
    """Those of the saves that were made in the days asked for, by one person alone, and so on."""
    with st.container(horizontal=True, key="public-asked", vertical_alignment="bottom"):
        first = st.date_input(_("From"), None, key="from", bind="query-params")
        last = st.date_input(_("To"), None, key="to", bind="query-params")
        alone = st.toggle(_("Only what nobody else agreed to"), key="alone", bind="query-params")
        still = st.toggle(_("Only what is public now"), key="still", bind="query-params")
    return {
        save: own
        for save, own in found.items()
        if _is_within(own[0], first, last)
        and (not alone or any(map(is_alone, own)))
        and (not still or now.is_public(save))
    }


def _is_within(line: Line, first: date | None, last: date | None) -> bool:
    day = line.time[:10]  # in UTC
    return (not first or day >= first.isoformat()) and (not last or day <= last.isoformat())


def _opened(now: Audit, told: Sequence[Line], seen: Occasion, me: str) -> None:
    if saves.is_withdrawal(told):
        return
    before, after = _records(*_versions(), told[0].save)
    st.html(occasion_panel(told, seen, now, before, after))
    if told[0].why:
        st.html(el("p", el("b", _("Why: ")), told[0].why))
    if told[0].proposal:
        st.page_link(
            "pages/review.py",
            label=_("The proposal that it came from"),
            query_params={"proposal": told[0].proposal},
        )
    st.html(el("h2", _("Take it back"), cls="part"))
    _undo(now, told, seen, me)
    _hide(seen, told[0].save, me)
    st.html(el("h2", _("Before and after"), cls="part"))
    saves.compared(told)


def _undo(now: Audit, told: Sequence[Line], seen: Occasion, me: str) -> None:
    """The button to undo a save, or why it cannot be undone and what to do."""
    save = told[0].save
    if seen.undone:
        words = _("It is undone: see the save that did it.")
        st.html(el("p", words, cls="muted"))
    elif now.is_as_left(save) or any(line.thinned for line in told):
        saves.undoing(told, me)
    else:
        st.html(later_panel(now.later(save)))


def _hide(seen: Occasion, save: str, me: str) -> None:
    """Hide the journeys and places that a save touched, or say why that is not possible."""
    records = _visible(seen)
    if not records:
        words = _(
            "Nothing here can be hidden by itself: only journeys and places can, and those that "
            "are hidden stay so. Undo it, or withdraw the record."
        )
        st.html(el("p", words, cls="muted"))
        return
    whole = store.loaded().collection
    journeys = [record for record in records if record in whole.journeys]
    chosen = st.multiselect(
        _("Hide from visitors"),
        records,
        default=journeys or records,
        format_func=partial(_name, whole),
        key=f"hide-what-{save}",
    )
    hide_form(save, chosen, me)


def _visible(seen: Occasion) -> list[str]:
    """The records that a save touched, that there are now, and that are not hidden as a whole."""
    whole, rows = store.loaded().collection, rows_by_key(store.reviewed(), TABLE)
    return [record for record in seen.hideable(whole) if choice_of(rows.get(record)) != NOTHING_YET]


def _name(whole: Collection, record: str) -> str:
    if record in whole.journeys:
        return whole.journeys[record].title
    return _("{place}, in every journey").format(place=whole.places[record].name)


def _told(found: saves.Saves) -> Iterator[tuple[Sequence[Line], Occasion]]:
    """Each of the saves with what it made public."""
    return ((told, _occasion(*_versions(), save)) for save, told in found.items())


def _versions() -> tuple[str, str]:
    return store.reviewed().version(), store.reviewed().history_version()


@st.cache_resource(show_spinner=False, max_entries=2)
def _audit(tables: str, history: str) -> Audit:
    tables_now = store.reviewed()
    whole = store.loaded_with(Overlay(tables_now)).collection
    return Audit(store.lines(), tables_now.snapshot(), whole)


@st.cache_resource(show_spinner=False, max_entries=500)
def _occasion(tables: str, history: str, save: str) -> Occasion:
    return occasion(store.reviewed(), _audit(tables, history), save)


@st.cache_resource(show_spinner=False, max_entries=4)
def _records(tables: str, history: str, save: str) -> tuple[Collection, Collection]:
    return records_around(store.reviewed(), _audit(tables, history), save)
