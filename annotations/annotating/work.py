"""What somebody annotates in a text: rows as they were, and the same rows as they are wanted.

It is written as rows of the tables from the first mark on, so that a draft can be kept as it is
and a save is the difference. Nothing here writes: see `annotations.saving` and
`annotations.store.drafts`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from annotations.tables import TABLES, Cells, Change, Tables, key_of, rows_by_key, told_cells

Rows = Mapping[str, Mapping[str, Cells]]
BY_KEY = ("sources", "places", "mentions", "journeys")


class NoWork(ValueError):
    """A draft holds no work that this version can go on with."""


@dataclass(frozen=True)
class StopRow:
    """A stop as it is wanted; `was` is the key of its row in the table, "" for a new one."""

    was: str
    cells: Cells

    @property
    def order(self) -> int:
        """Its place among the stops of its journey, from 1."""
        return int(self.cells["order"])


@dataclass(frozen=True)
class Work:
    """The work on the text of one source, and on at most one journey that it tells.

    `began` has the rows as the tables had them, by table and key; `rows` has them as they are
    wanted, but for the stops of the journey, which stand in their order. `proposal` is the one
    that lay over the tables, "" for none.
    """

    source: str
    journey: str
    began: Rows
    rows: Rows
    stops: tuple[StopRow, ...] = ()
    proposal: str = ""

    @property
    def mentions(self) -> Mapping[str, Cells]:
        """The marked words by id."""
        return self.rows["mentions"]

    @property
    def is_new_journey(self) -> bool:
        """True where the journey is in no table yet."""
        return bool(self.journey) and self.journey not in self.began["journeys"]

    @property
    def tells_a_journey(self) -> bool:
        """True where there is a journey to save: a new one has stops, or is none yet."""
        return bool(self.journey) and bool(self.stops or not self.is_new_journey)


def blank(table: str, **cells: str) -> dict[str, str]:
    """A new row of a table with these cells, all others empty."""
    return dict.fromkeys(TABLES[table].names, "") | cells


def new_work(source: Cells) -> Work:
    """Work on a text that no table knows yet; `source` is its row."""
    rows: dict[str, dict[str, Cells]] = {table: {} for table in BY_KEY}
    return Work(
        source["id"], "", rows | {"stops": {}}, rows | {"sources": {source["id"]: dict(source)}}
    )


def work_on(tables: Tables, source: str, journey: str = "") -> Work:
    """Work on a text that is annotated already, and on a journey if one is named.

    Raises `LookupError` for a source or a journey that the tables do not have.
    """
    mentions = rows_by_key(tables, "mentions")
    began = {
        "sources": _one(tables, "sources", source),
        "places": {},
        "mentions": {key: row for key, row in mentions.items() if row["source"] == source},
        "journeys": {},
        "stops": {},
    }
    work = Work(source, "", began, {table: began[table] for table in BY_KEY})
    return with_journey(work, tables, journey) if journey else work


def with_journey(work: Work, tables: Tables, journey: str) -> Work:
    """The work with a journey of the tables to change. Raises `LookupError` for none of them."""
    row = _one(tables, "journeys", journey)
    stops = {
        key: cells
        for key, cells in rows_by_key(tables, "stops").items()
        if cells["journey"] == journey
    }
    ordered = sorted(stops.items(), key=lambda item: int(item[1]["order"]))
    return replace(
        work,
        journey=journey,
        began={**work.began, "journeys": row, "stops": stops},
        rows={**work.rows, "journeys": row},
        stops=tuple(StopRow(key, cells) for key, cells in ordered),
    )


def _one(tables: Tables, table: str, key: str) -> dict[str, Cells]:
    rows = rows_by_key(tables, table)
    if key not in rows:
        raise LookupError(f"no row '{key}' in {table}.csv.")
    return {key: rows[key]}


def changes(work: Work) -> list[Change]:
    """What the work changes in the tables.

    A row that changes is a draft again, and so is a journey of which any stop changes. New
    places that nothing names any more are left out.
    """
    wanted = {**work.rows, "places": _places_in_use(work)}
    found = [
        change
        for table in ("sources", "places", "mentions")
        for change in _changed(table, work.began[table], wanted[table])
    ]
    stops = list(_changed_stops(work))
    told = wanted["journeys"] if work.tells_a_journey else {}
    journeys = list(_changed("journeys", work.began["journeys"], told))
    if stops and not journeys and work.journey:
        row = work.rows["journeys"][work.journey]
        journeys = [Change("journeys", work.journey, row, {**row, "status": "draft"})]
    return [change for change in (*found, *journeys, *stops) if _says_something(change)]


def _changed(
    table: str, began: Mapping[str, Cells], wanted: Mapping[str, Cells]
) -> Iterator[Change]:
    for key in dict.fromkeys((*began, *wanted)):
        before, after = began.get(key), wanted.get(key)
        if told_cells(before) == told_cells(after):
            continue
        if before and after and "status" in after:
            after = {**after, "status": "draft"}
        yield Change(table, key, before, after)


def _changed_stops(work: Work) -> Iterator[Change]:
    kept = {stop.was for stop in work.stops}
    for key, before in work.began["stops"].items():
        if key not in kept:
            yield Change("stops", key, before, None)
    for stop in work.stops:
        row = work.began["stops"].get(stop.was)
        if told_cells(row) != told_cells(stop.cells):
            key = stop.was or key_of("stops", stop.cells)
            yield Change("stops", key, row, stop.cells)


def _places_in_use(work: Work) -> dict[str, Cells]:
    named = {row["value"] for row in work.mentions.values()}
    named |= {stop.cells["place"] for stop in work.stops}
    return {
        key: row
        for key, row in work.rows["places"].items()
        if key in named or key in work.began["places"]
    }


def _says_something(change: Change) -> bool:
    return told_cells(change.before) != told_cells(change.after)


def as_draft(work: Work) -> dict[str, Any]:
    """The work as JSON can hold it."""
    return {
        "source": work.source,
        "journey": work.journey,
        "began": work.began,
        "rows": work.rows,
        "stops": [[stop.was, stop.cells] for stop in work.stops],
        "proposal": work.proposal,
    }


def of_draft(draft: Mapping[str, Any]) -> Work:
    """The work that a draft holds. Raises `NoWork` where it holds none."""
    try:
        work = Work(
            draft["source"],
            draft["journey"],
            {table: draft["began"][table] for table in (*BY_KEY, "stops")},
            {table: draft["rows"][table] for table in BY_KEY},
            tuple(StopRow(was, cells) for was, cells in draft["stops"]),
            str(draft.get("proposal", "")),
        )
        changes(work)
        work.rows["sources"][work.source]["sha256"]
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise NoWork(
            f"The draft comes from another version of the app and cannot be opened ({error})."
        ) from None
    return work
