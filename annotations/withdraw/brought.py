"""What rows that go have brought, and nothing else needs: sources, words, places and names."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from annotations.references import citations
from annotations.withdraw.alone import Going, cited, cited_cell, whole
from annotations.withdraw.table import TableRow
from annotations.withdraw.tables import RECORDS, WithdrawnTables, quoted
from geodata.cells import cell_of

UNUSED = "row, used by nothing else"
TOLD = ("journeys", "stops", "events")
# Rows that go without the words that were marked beside them.
LONE = {"mentions", "events", "statements", "publication"}


def out_with_it(tables: WithdrawnTables) -> None:
    """Take out what only rows that are gone have brought, until nothing more goes."""
    before = -1
    while before != len(tables.gone):
        before = len(tables.gone)
        _sources(tables)
        _words(tables)
        _places(tables)
        _names(tables)
    _still_told(tables)


def _going(tables: WithdrawnTables) -> Going:
    rows = [cells for _, cells in tables.gone]
    left = cited(row.cells for row in tables.rows(*TOLD))
    return Going("\n".join(text for cells in rows for text in cells.values()), cited(rows) - left)


def _gone(tables: WithdrawnTables, table: str) -> set[str]:
    return {cells["id"] for name, cells in tables.gone if name == table}


def _sources(tables: WithdrawnTables) -> None:
    """Take out the sources that rows which are gone have cited, and nothing else rests on.

    Testimony goes even where the words of another row name it: a person reads that row then.
    A page of reference stays as long as anything names it.
    """
    going, needed, told = _going(tables), _needed(tables), _testimony(tables)
    others = tables.texts_but("sources")

    def is_unused(row: TableRow) -> bool:
        key = row.cell("id")
        if key in needed or not going.rests("sources", [key]):
            return False
        return key in told or not whole([key]).search(others)

    tables.take_out("sources", is_unused, UNUSED)


def _needed(tables: WithdrawnTables) -> set[str]:
    """The sources that records rest on, be it by words that were marked."""
    found = {each for row in tables.rows(*RECORDS) for each in row.cites}
    used = {part for row in tables.rows("stops") for part in row.parts("mentions")}
    is_lone = {table for table, _ in tables.gone} <= LONE
    words = (row for row in tables.rows("mentions") if is_lone or row.cell("id") in used)
    return found | {row.cell("source") for row in words}


def _testimony(tables: WithdrawnTables) -> set[str]:
    """The sources of which words were marked, or that hold what somebody told."""
    marked = {row.cell("source") for row in tables.rows("mentions")}
    return marked | {
        row.cell("id")
        for row in tables.rows("sources")
        if row.cell("sha256") or row.cell("kind") == "testimony"
    }


def _words(tables: WithdrawnTables) -> None:
    """Take out the marked words of sources that are gone, and lose every citation of these."""
    gone = _gone(tables, "sources")
    out = tables.take_out("mentions", lambda row: row.cell("source") in gone)
    keys = {row.key for row in out}
    for table in ("stops", "statements"):
        for row in list(tables.rows(table)):
            tables.without_parts(table, row, "mentions", keys)
    tables.uncount(keys)
    tables.take_out("glossary", lambda row: bool(row.cites) and set(row.cites) <= gone, UNUSED)
    for table in ("names", "glossary"):
        for row in list(tables.rows(table)):
            without_citations(tables, table, row, gone)


def without_citations(
    tables: WithdrawnTables,
    table: str,
    row: TableRow,
    gone: Collection[str],
    instead: Collection[str] = (),
) -> None:
    """Take citations of sources out of a row, which gets others where it would have none."""
    lost = [each for each in row.cites if each in gone]
    if lost:
        found = _kept(row.parts("sources"), gone) or _kept(sorted(instead), gone)
        what = f"{quoted(lost)} removed"
        cells = {"sources": cell_of(found)}
        tables.write(table, row, cells, what, "sources")


def _kept(parts: Iterable[str], gone: Collection[str]) -> list[str]:
    """The citations that are left."""
    return [part for part in parts if not {each.source for each in citations(part)} & set(gone)]


def _places(tables: WithdrawnTables) -> None:
    """Take out the places that only rows which are gone have named.

    A place that others name too gets their sources where it would have none.
    """
    going, gone = _going(tables), _gone(tables, "sources")
    named = _named_places(tables)

    def is_unused(row: TableRow) -> bool:
        cites = list(citations(row.cell("sources")))
        own = [c for c in cites if c.source in gone or (c.source, c.locator) in going.paragraphs]
        return row.key not in named and bool(cites) and len(own) == len(cites)

    tables.take_out("places", is_unused, UNUSED)
    for row in list(tables.rows("places")):
        without_citations(tables, "places", row, gone, named.get(row.key, ()))


def _named_places(tables: WithdrawnTables) -> dict[str, set[str]]:
    """The places that rows which are left name, and who says so."""
    found: dict[str, set[str]] = {}
    for row in tables.rows("stops", "events", "statements"):
        for place in {row.cell("place"), *row.parts("places")}:
            found.setdefault(place, set()).update(map(str, citations(cited_cell(row.cells))))
    for row in tables.rows("mentions"):
        said = f"{row.cell('source')}[{row.cell('paragraph')}]"
        found.setdefault(row.cell("value"), set()).add(said)
    for row in tables.rows("places"):
        for part in row.parts("extent"):
            found.setdefault(part.removeprefix("place:"), set()).update(row.parts("sources"))
    return found


def _names(tables: WithdrawnTables) -> None:
    """Take out the names that rows which are gone have used, and no text that is left."""
    going, gone = _going(tables), _gone(tables, "sources")
    others = tables.texts_but("names")

    def is_unused(row: TableRow) -> bool:
        name, cites = row.cell("name"), row.cites
        was_used = going.rests("names", [name]) or bool(cites and set(cites) <= gone)
        return was_used and not whole([name]).search(others)

    tables.take_out("names", is_unused, UNUSED)


def _still_told(tables: WithdrawnTables) -> None:
    """Name each testimony that stays although rows which are gone have cited it, and why."""
    told = _testimony(tables)
    cites = {one.source for _, cells in tables.gone for one in citations(cells.get("sources", ""))}
    for row in tables.rows("sources"):
        if row.key in told & cites and {table for table, _ in tables.gone} - LONE:
            others = tables.rows(*RECORDS, "mentions")
            first = next(each for each in others if row.key in each.cites)
            what = f"stays, since {first.place} rests on it. Read its text, or withdraw it too"
            tables.to_be_read("sources", row, what)
