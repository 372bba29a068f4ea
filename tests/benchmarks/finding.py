"""How long it takes to find rows in the tables of made journeys."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter

from annotations.search.indexed_sheet import Query
from annotations.search.row_finder import finder
from annotations.selection.filters import Filters
from annotations.store.files.store import CsvStore
from annotations.tables.sheets import sheets
from tests.collections import many_journeys
from tests.made_tables import write_tables

RUNS = 5
QUERIES = (
    Query(),
    Query("P'yŏngyang"),
    Query("평양"),
    Query("made camp"),
    Query("made", Filters(1999, 2003, possibly=True), countries=frozenset({"CN"})),
    Query(sort="date", descending=True),
)


def rows_found(journeys: int) -> Mapping[str, float]:
    """Milliseconds of the slowest of some queries, the best of five runs, and to index all rows.

    A query finds and sorts stops, the largest table, and counts what it leaves of the others.
    """
    collection = many_journeys(journeys)
    with tempfile.TemporaryDirectory() as folder:
        write_tables(collection, Path(folder))
        start = perf_counter()
        found = finder(collection, sheets(CsvStore(Path(folder))))
        indexed_ms = (perf_counter() - start) * 1000

    def ask(query: Query) -> float:
        start = perf_counter()
        found.found("stops", query)
        found.counts("stops", query)
        return (perf_counter() - start) * 1000

    slowest_ms = max(min(ask(query) for _ in range(RUNS)) for query in QUERIES)
    return {"found_ms": slowest_ms, "indexed_ms": indexed_ms}
