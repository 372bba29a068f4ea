"""A work begun anew from the rows as they are now: what its writer changed stays as wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from annotations.annotating.stops import in_order
from annotations.annotating.work import BY_KEY, StopRow, Work, work_on
from annotations.tables import Cells, Tables, rows_by_key, told_cells


def is_behind(work: Work, tables: Tables) -> bool:
    """True where a row that the work began with, or would add, is another one by now."""
    return with_current_rows(work, tables).began != work.began


def with_current_rows(work: Work, tables: Tables) -> Work:
    """The work as if it had begun now.

    Rows that its writer left alone are as others have made them. Rows that both changed stay as
    the writer wants them, and a save then takes the others' words away knowingly.
    """
    now = _now(work, tables)
    rows = {
        table: _joined(work.began[table], work.rows[table], now.began[table]) for table in BY_KEY
    }
    work_now = replace(work, began=now.began, rows=rows)
    return in_order(work_now, _stops(work, now)) if work.journey else work_now


def _now(work: Work, tables: Tables) -> Work:
    """Work on the same text and journey as the tables have them now, as far as they do."""
    there = {table: rows_by_key(tables, table) for table in ("sources", "journeys", "places")}
    began: dict[str, Mapping[str, Cells]] = {table: {} for table in (*BY_KEY, "stops")}
    if work.source in there["sources"]:
        journey = work.journey if work.journey in there["journeys"] else ""
        began |= work_on(tables, work.source, journey).began
    new = work.rows["places"]
    began["places"] = {key: there["places"][key] for key in new if key in there["places"]}
    return replace(work, began=began)


def _joined(
    old: Mapping[str, Cells], mine: Mapping[str, Cells], theirs: Mapping[str, Cells]
) -> dict[str, Cells]:
    keys = dict.fromkeys((*mine, *theirs))
    found = {key: _chosen(old.get(key), mine.get(key), theirs.get(key)) for key in keys}
    return {key: row for key, row in found.items() if row is not None}


def _chosen(old: Cells | None, mine: Cells | None, theirs: Cells | None) -> Cells | None:
    """What its writer wants of a row, or what others made of it where the writer left it alone."""
    return theirs if told_cells(mine) == told_cells(old) else mine


def _stops(work: Work, now: Work) -> list[StopRow]:
    """The stops in the order of the work, and those that others added behind them."""
    old, theirs = work.began["stops"], now.began["stops"]
    found = []
    for stop in work.stops:
        was = stop.was if stop.was in theirs else ""
        cells = _chosen(old.get(stop.was), stop.cells, theirs.get(was)) if stop.was else stop.cells
        if cells is not None:
            found.append(StopRow(was, cells))
    added = [StopRow(key, cells) for key, cells in theirs.items() if key not in old]
    return found + added
