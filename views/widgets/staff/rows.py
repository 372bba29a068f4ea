"""The rows that were found: the table to pick one from, the open one, what they draw, the files."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from annotations.proposals import Overlay
from annotations.publication import Protected, protected_rows
from annotations.records import Collection
from annotations.search import Finder, Found, Query, selection_of
from annotations.tables import Sheet, WrittenRow, key_of
from views.making import Refused
from views.staff import (
    WITH_POINTS,
    counts_line,
    csv_text,
    file_name,
    found_sentence,
    row_cells,
    row_details,
    rows_geojson,
    workbook,
)
from views.text import _, el, markdown_text
from views.timeline import timeline
from views.widgets.app import TO_FILE, chart, reader, staff_file_button, store
from views.widgets.atlas import show_map
from views.widgets.staff.row_filters import close_row

MOST_LISTED = 1000
MOST_LINKS = 12
ROW_PX, MOST_PX = 35, 400


def found_rows(finder: Finder, found: Found, query: Query) -> None:
    """How many rows fit, and the first of them as a table in which one can be picked."""
    table = found.sheet.table
    st.html(
        el("p", found_sentence(found, MOST_LISTED), cls="counters")
        + counts_line(finder.counts(table, query), table)
    )
    # Another question gets a table without the marks of the one before.
    key = f"rows-{table}-{hash(query):x}"
    ids = [row.id for row in found.rows[:MOST_LISTED]]
    with st.container(key="found-rows"):
        st.dataframe(
            pd.DataFrame(row_cells(found, MOST_LISTED)),
            hide_index=True,
            key=key,
            height=min(ROW_PX * (len(ids) + 1) + 3, MOST_PX),
            selection_mode="single-row",
            on_select=lambda: _open(key, ids),
            alt=_("The rows that were found"),
        )
        st.caption(
            _("Tick a row to open it. With the keyboard: use the arrow keys, then Shift and Space.")
        )


def _open(key: str, ids: Sequence[str]) -> None:
    """Write the row that was picked into the address."""
    picked = reader.fields(reader.message(key, "selection")).get("rows")
    first = picked[0] if isinstance(picked, list) and picked else None
    number = reader.whole(first, 0, len(ids) - 1)
    if number is not None:
        st.query_params["row"] = ids[number]
    else:
        close_row()


def open_row(collection: Collection, finder: Finder, table: str) -> None:
    """The row that the address names, and links to the journeys that it belongs to."""
    key = reader.parameter("row")
    row = finder.row(table, key) if key else None
    if row is None:
        if key:
            st.info(_("This link points to a row that is not in this table."))
        return
    st.button(_("‹ Close this row"), key="close-row", type="tertiary", on_click=close_row)
    st.html(row_details(collection, finder.sheets[table].sheet, row))
    _links_for_staff(finder.sheets[table].sheet, row)
    for journey in finder.journeys_of(table, row)[:MOST_LINKS]:
        _link_to_journey(collection, journey)


def _link_to_journey(collection: Collection, key: str) -> None:
    """A link to a journey, or to its review where visitors do not see it."""
    if key in collection.journeys:
        page, label = "journeys", _("The journey: {title}")
        title = markdown_text(collection.journeys[key].title)
    else:
        page, label, title = "review", _("The review of {title}"), key
    st.page_link(f"pages/{page}.py", label=label.format(title=title), query_params={"journey": key})


def _links_for_staff(sheet: Sheet, row: WrittenRow) -> None:
    """Links to what was changed in a row, and to the review of a journey."""
    cells = dict(zip(sheet.columns, row.cells, strict=True))
    st.page_link(
        "pages/history.py",
        label=_("Who changed this row, and when"),
        query_params={"table": sheet.table, "row": key_of(sheet.table, cells)},
    )
    if sheet.table == "journeys":
        st.page_link(
            "pages/review.py",
            label=_("Its review"),
            query_params={"journey": row.id},
        )


def drawn(collection: Collection, found: Found, query: Query) -> None:
    """Map and timeline of the journeys that the rows belong to, once they are asked for."""
    shown = st.toggle(_("Map and timeline of these rows"), key="drawn", bind="query-params")
    if not shown:
        return
    selection = selection_of(collection, found, query.period)
    show_map(collection, selection)
    label = _("Timeline of the journeys of these rows")
    chart(timeline(collection, selection), "rows-timeline", label, [TO_FILE])


def files(collection: Collection, finder: Finder, found: Found, query: Query) -> None:
    """The rows as files, and which of them is for what."""
    table, protected = found.sheet.table, store.protected()
    answers = finder.answers(table, query)

    def button(
        label: str,
        file: str,
        rows: Sequence[Found],
        make: Callable[[Protected], str | bytes],
        kind: str,
    ) -> str:
        """The name of the file: nothing that was hidden since is in one that does not say so."""
        name = file_name(file, rows, protected)

        def made() -> str | bytes:
            now = protected | _protected_now()
            if file_name(file, rows, now) != name:
                raise Refused("Rows of it were hidden after the page was made.")
            return make(now)

        staff_file_button(label, made, name, kind)
        return name

    with st.container(horizontal=True, key="row-files"):
        button("CSV", f"{table}.csv", [found], lambda _now: csv_text(found), "text/csv")
        if table in WITH_POINTS:
            button(
                "GeoJSON",
                f"{table}.geojson",
                [found],
                lambda now: rows_geojson(collection, found, now),
                "application/geo+json",
            )
        name = button(
            "XLSX",
            "ways-out.xlsx",
            answers,
            lambda now: workbook(collection, answers, now),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        )
    st.caption(
        _(
            "To look at the rows in a spreadsheet, open the XLSX: it has every table that "
            "these filters can be applied to, each cell as text. The CSV is the table as it "
            "is written, to be edited and brought back on the Import page; a spreadsheet may "
            "change its dates or run a cell as a formula."
        )
    )
    if name != "ways-out.xlsx":
        st.caption(
            _(
                "Files with rows that visitors see in less detail, or not at all, carry no "
                "licence, and their names say that they are not for publication."
            )
        )


def _protected_now() -> Protected:
    """The rows of the tables that say more than visitors see, when a file is asked for."""
    return protected_rows(store.loaded_with(Overlay(store.reviewed())).collection)
