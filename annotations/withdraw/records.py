"""A journey, event, statement, mention or source taken out, with all that is only its own."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.references import citations
from annotations.withdraw.alone import Going, Paragraph, cited
from annotations.withdraw.brought import out_with_it, without_citations
from annotations.withdraw.table import TableRow
from annotations.withdraw.tables import NotWithdrawn, WithdrawnTables

ALONE = "row, told by it alone,"
BEARING = "bore on what was withdrawn, or differed from it. Read it: its words may tell of that"


def take_out(tables: WithdrawnTables, records: Iterable[str]) -> None:
    """Take out records of `WITH_ID` by their ids, and what only they brought.

    An id that no table has any more, because another one of them took it along, is passed over.
    Raises `NotWithdrawn` for a mention that alone states what a stop says.
    """
    for record in records:
        table = tables.ids().get(record)
        if table:
            _OUT[table](tables, record)
    out_with_it(tables)


def _journey(tables: WithdrawnTables, journey: str) -> None:
    own = [row for row in tables.rows("stops") if row.cell("journey") == journey]
    rows = [*own, *(row for row in tables.rows("journeys") if row.cell("id") == journey)]
    told = cited(row.cells for row in rows)
    words = {part for row in own for part in row.parts("mentions")}
    tables.take_out("journeys", lambda row: row.cell("id") == journey)
    tables.take_out("stops", lambda row: row.cell("journey") == journey)
    gone = {row.key for row in own} | {journey} | _mentions_out(tables, words, told)
    tables.uncount(gone)
    _unworded(tables, _unstate(tables, gone))
    _told_beside(tables, told)


def _mentions_out(tables: WithdrawnTables, words: set[str], told: frozenset[Paragraph]) -> set[str]:
    """Take out words that nothing else rests on, or that stand where nothing else is told."""
    kept = {part for row in tables.rows("stops") for part in row.parts("mentions")}
    alone = told - cited(row.cells for row in tables.rows("journeys", "stops", "events"))
    going = Going("\n".join(words), alone)

    def is_its_own(row: TableRow) -> bool:
        key = row.cell("id")
        return key not in kept and going.rests("mentions", [key], [row.cells])

    return {row.cell("id") for row in tables.take_out("mentions", is_its_own)}


def _told_beside(tables: WithdrawnTables, told: frozenset[Paragraph]) -> None:
    """Name what rests on the same paragraphs or pages: a person has to read it."""
    for table in ("events", "journeys", "arrivals", "statements"):
        for row in tables.rows(table):
            if cited([row.cells]) & told:
                what = f"'{row.key}' rests on the same source. Read it, or withdraw it"
                tables.to_be_read(table, row, what)


def _event(tables: WithdrawnTables, event: str) -> None:
    tables.take_out("events", lambda row: row.cell("id") == event)
    tables.uncount({event})
    _unstate(tables, {event})


def _statement(tables: WithdrawnTables, statement: str) -> None:
    tables.take_out("statements", lambda row: row.cell("id") == statement)
    _unstate(tables, {statement})


def _unstate(tables: WithdrawnTables, gone: set[str]) -> list[TableRow]:
    """Take out the statements that bear on nothing but what is gone; no other one names it."""
    out = tables.take_out(
        "statements", lambda row: {*row.parts("about")} <= gone and bool(row.parts("about")), ALONE
    )
    gone = gone | {row.key for row in out}
    for row in list(tables.rows("statements")):
        if not gone.isdisjoint((*row.parts("about"), *row.parts("differs"))):
            tables.to_be_read("statements", row, f"'{row.key}' {BEARING}")
    for column in ("about", "mentions", "differs"):
        for row in list(tables.rows("statements")):
            tables.without_parts("statements", row, column, gone)
    return out


def _unworded(tables: WithdrawnTables, stated: list[TableRow]) -> None:
    """Take out the words that only these statements rested on, or that stand beside them."""
    left = list(tables.rows("statements"))
    words = {part for row in stated for part in row.parts("mentions")}
    words -= {part for row in left for part in row.parts("mentions")}
    told = cited(row.cells for row in stated) - cited(row.cells for row in left)
    tables.uncount(_mentions_out(tables, words, told))


def _mention(tables: WithdrawnTables, mention: str) -> None:
    for row in list(tables.rows("stops")):
        if mention not in row.parts("mentions"):
            continue
        is_stated = "stated" in (row.cell("basis"), row.cell("date_basis"))
        if is_stated and row.parts("mentions") == (mention,):
            remedy = "Withdraw the journey, or say in the row what else it rests on."
            raise NotWithdrawn(f"{row.place} is stated by '{mention}' alone. {remedy}")
        tables.without_parts("stops", row, "mentions", {mention})
    tables.take_out("mentions", lambda row: row.cell("id") == mention)
    tables.uncount({mention})
    _unstate(tables, {mention})


def _source(tables: WithdrawnTables, source: str) -> None:
    """Take out a source, what rests on it alone, and every citation of it."""
    for journey in _told_by(tables, source):
        _journey(tables, journey)
    for table in ("stops", "events", "arrivals", "statements"):
        gone = tables.take_out(table, lambda row: row.cites == (source,), ALONE)
        tables.uncount(row.key for row in gone)
        _unstate(tables, {row.key for row in gone})
        for journey in {row.cell("journey") for row in gone if table == "stops"}:
            tables.renumber(journey)
    for table in ("stops", "journeys", "events", "arrivals"):
        for row in [row for row in tables.rows(table) if source in row.cites]:
            without_citations(tables, table, row, {source}, _of_stops(tables, row.key))
            what = f"rested on '{source}' too. Read it: it may tell of what was withdrawn"
            tables.to_be_read(table, row, what)
    tables.take_out("sources", lambda row: row.cell("id") == source)


def _told_by(tables: WithdrawnTables, source: str) -> list[str]:
    """The journeys that rest on a source, they and all of their stops, and on nothing else."""
    rests: dict[str, set[str]] = {}
    for table, column in (("journeys", "id"), ("stops", "journey")):
        for row in tables.rows(table):
            rests.setdefault(row.cell(column), set()).update(row.cites)
    return [journey for journey, sources in rests.items() if sources == {source}]


def _of_stops(tables: WithdrawnTables, journey: str) -> set[str]:
    """What the stops of a journey cite."""
    own = (row for row in tables.rows("stops") if row.cell("journey") == journey)
    return {str(each) for row in own for each in citations(row.cell("sources"))}


_OUT = {"journeys": _journey, "events": _event, "statements": _statement,
        "mentions": _mention, "sources": _source}  # fmt: skip
