"""Which table, and which of its rows: the widgets above it, each kept in the address."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from annotations.search import FACETS, Finder, Query
from annotations.selection import FIRST_YEAR, LAST_YEAR, Filters
from annotations.tables import TABLES
from views.text import _, labels
from views.widgets.atlas import WITHIN

LONGEST_WORDS = 200
YEARS = (FIRST_YEAR, LAST_YEAR)
WAYS = ("↑", "↓")
# Filters that mean the same in every table. Kinds do not, so each table has its own.
SHARED = {"countries": "where", "sources": "cited", "certainties": "sure", "statuses": "state"}
FIRST_TABLE = "journeys"
OWN = {
    "kinds": "kind", "bases": "basis",
    "date_certainties": "date-certainty", "date_bases": "date-basis",
}  # fmt: skip
# Few tables know these; where none of them is known, their row of filters is not there.
FEW = ("bases", "date_certainties", "date_bases")


def asked_table() -> str:
    """The table that is chosen; another one closes the row that was open."""
    chosen: str | None = st.segmented_control(
        _("Table"),
        TABLES,
        default=FIRST_TABLE,
        required=True,
        key="table",
        bind="query-params",
        format_func=labels.table,
        label_visibility="collapsed",
        on_change=close_row,
    )
    return chosen or FIRST_TABLE  # an address may say that none is


def asked_rows(finder: Finder, table: str) -> Query:
    """Two rows of filters, and what they ask for."""
    with st.container(key="row-filters"):
        _filters(finder, table)
    return _query(table)


def _filters(finder: Finder, table: str) -> None:
    words, years, within, clearing = st.columns((3, 3, 2, 1), vertical_alignment="bottom")
    with words:
        st.text_input(
            _("Words or names, in any spelling"),
            key="find",
            bind="query-params",
            max_chars=LONGEST_WORDS,
            placeholder=_("P’yŏngyang, Pyeongyang, 평양 …"),
        )
    undated = not finder.sheets[table].dated
    with years:
        st.slider(_("Years"), *YEARS, YEARS, key="years", bind="query-params", disabled=undated)
    with within:
        st.segmented_control(
            _("In these years"),
            WITHIN,
            default=WITHIN[0],
            required=True,
            key="surely",
            bind="query-params",
            format_func=labels.within,
            disabled=undated,
        )
    clearing.button(_("Clear"), key="clear-rows", type="tertiary", on_click=_clear, args=(table,))
    most = [facet for facet in FACETS if facet not in FEW]
    *rooms, last = st.columns(len(most) + 1)
    for room, facet in zip(rooms, most, strict=True):
        with room:
            _choice(finder, table, facet)
    with last:
        _order(finder, table)
    few = [facet for facet in FEW if finder.options(table, facet)]
    for room, facet in zip(st.columns(len(FEW)), few, strict=False):
        with room:
            _choice(finder, table, facet)


def close_row() -> None:
    """Close the row that is open."""
    if "row" in st.query_params:
        del st.query_params["row"]


def _key(table: str, facet: str) -> str:
    return SHARED.get(facet) or f"{OWN[facet]}-{table}"


def _choice(finder: Finder, table: str, facet: str) -> None:
    names = {
        "countries": _("Country"),
        "kinds": _("Kind"),
        "sources": _("Source cited"),
        "certainties": _("Certainty"),
        "statuses": _("Status"),
        "bases": _("Basis of the place") if table == "stops" else _("Basis"),
        "date_certainties": _("Certainty of the date"),
        "date_bases": _("Basis of the date"),
    }
    own = finder.options(table, facet)
    every = {value for name in TABLES for value in finder.options(name, facet)}
    say: Callable[[str], str] = labels.country if facet == "countries" else str
    st.multiselect(
        names[facet],
        sorted(every, key=say) if facet in SHARED else own,
        key=_key(table, facet),
        bind="query-params",
        format_func=say,
        placeholder=_("Any") if own else "—",
        disabled=not own,
        help=_("Of a stop: how certain its place is.") if facet == "certainties" else None,
    )


def _order(finder: Finder, table: str) -> None:
    columns = finder.sheets[table].sheet.columns
    st.selectbox(
        _("Sort by"),
        [f"{column} {way}" for column in columns for way in WAYS],
        index=None,
        key=f"sorted-{table}",
        bind="query-params",
        placeholder=_("Order of the table"),
    )


def _query(table: str) -> Query:
    """What the widgets hold now."""
    held = st.session_state
    column, _space, way = (held.get(f"sorted-{table}") or "").rpartition(" ")
    return Query(
        words=held.get("find") or "",
        period=_period(),
        sort=column,
        descending=way == WAYS[1],
        **{facet: frozenset(held.get(_key(table, facet)) or ()) for facet in FACETS},
    )


def _period() -> Filters:
    # A link may give its two years in either order.
    first, last = sorted(st.session_state.get("years", YEARS))
    return Filters(first, last, possibly=st.session_state.get("surely") == "possibly")


def _clear(table: str) -> None:
    """Put every filter back to its default; the table and its order stay."""
    st.session_state["find"] = ""
    st.session_state["years"] = YEARS
    st.session_state["surely"] = WITHIN[0]
    for facet in FACETS:
        st.session_state[_key(table, facet)] = []
