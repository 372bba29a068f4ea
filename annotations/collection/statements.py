"""Reader of what the sources count and claim, and of what such statements name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from annotations.codes import BASES, CERTAINTIES, STATUSES
from annotations.dates import OPEN
from annotations.problems import shown
from annotations.records import Arrivals, Event, Journey, Mention, Source
from annotations.references import Citation
from annotations.statements import NUMBER, RANGE, YEAR, Statement
from annotations.tables import Row
from geodata.places import Place


class Named(NamedTuple):
    """The records that a statement may name."""

    sources: Mapping[str, Source]
    places: Mapping[str, Place]
    mentions: Mapping[str, Mention]
    journeys: Mapping[str, Journey]
    events: Mapping[str, Event]
    arrivals: tuple[Arrivals, ...]


def statement(row: Row, named: Named) -> Statement:
    """A row of statements.csv; whether what differs exists is known once all rows are read."""
    date = row.edtf("date")
    _check_value(row)
    source = _source(row, named)
    mentions = row.refs("mentions", named.mentions)
    for key in mentions:
        if source.source not in ("", named.mentions[key].source):
            told = f"'{key}' is in '{named.mentions[key].source}', which this row does not cite"
            row.warn("mentions", f"{told}. Leave the mention out.")
    differs = row.words("differs")
    if row.text("id") in differs:
        row.warn("differs", "names the statement itself. Take it out.")
    return Statement(
        id=row.word_id(),
        subject=row.text("subject"),
        value=row.text("value"),
        unit=row.text("unit"),
        date=row.text("date"),
        place=row.ref("place", named.places),
        source=source,
        mentions=mentions,
        about=tuple(_about(row, named)),
        differs=tuple(key for key in differs if key != row.text("id")),
        basis=row.choice("basis", BASES),
        certainty=row.choice("certainty", CERTAINTIES),
        status=row.choice("status", STATUSES),
        note=row.text("note"),
        care=row.text("care"),
        span=date.span if date else OPEN,
    )


def _check_value(row: Row) -> None:
    """Report an amount of digits that is neither a number nor a range from low to high."""
    value = row.text("value")
    limits = RANGE.fullmatch(value)
    if limits and float(limits[1]) >= float(limits[2]):
        row.warn("value", f"{shown(value)} is no range from low to high. Swap its ends.")
    elif value and not (limits or NUMBER.fullmatch(value) or value.strip("0123456789.,-– ")):
        remedy = "Write it in plain digits, as in 1047, 4-5 or 0.5, or in words."
        row.warn("value", f"{shown(value)} is neither a number nor a range. {remedy}")


def _source(row: Row, named: Named) -> Citation:
    """The one source; of a text that was annotated, with the paragraph that says so."""
    cited = row.citations("source", named.sources)
    if len(cited) > 1:
        remedy = "Leave one, and give each other source a statement of its own."
        row.fail("source", f"cites {len(cited)} sources; a statement is that of one. {remedy}")
    found = cited[0] if cited else Citation("")
    if cited and named.sources[found.source].sha256 and not found.locator:
        told = f"{shown(str(found))} names no paragraph of a text that was annotated"
        row.warn("source", f"{told}. Write it as in '{found.source}[5]'.")
    return found


def _about(row: Row, named: Named) -> Iterable[str]:
    """What a statement bears on; what is not there is reported and left out."""
    for key in row.words("about"):
        if key in named.journeys or key in named.events or _is_counted(key, named.arrivals):
            yield key
        elif YEAR.fullmatch(key):
            row.warn("about", f"{key} is no year of arrivals.csv. Leave it out.")
        elif named.journeys or named.events:
            meant = row.meant(key, (*named.journeys, *named.events))
            remedy = meant or " Write the id of a journey or an event, or a year of arrivals."
            row.warn("about", f"no journey or event {shown(key)}.{remedy}")


def _is_counted(key: str, arrivals: Collection[Arrivals]) -> bool:
    """True for a year within the years of a count."""
    if not YEAR.fullmatch(key):
        return False
    return any((row.start_year or 0) <= int(key) <= row.end_year for row in arrivals)


def with_those_that_differ(
    statements: Mapping[str, Statement], rows: Mapping[str, Row]
) -> dict[str, Statement]:
    """The statements without what differs and is not there; each of two has to name the other."""
    found: dict[str, Statement] = {}
    for key, each in statements.items():
        lost = [other for other in each.differs if other not in statements]
        for other in lost:
            meant = rows[key].meant(other, statements) or " Add it there first."
            rows[key].warn("differs", f"no statement {shown(other)} in statements.csv.{meant}")
        kept = tuple(other for other in each.differs if other in statements)
        found[key] = replace(each, differs=kept) if lost else each
    for key, other in one_sided(found):
        told = f"does not name '{key}', which says that the two differ"
        rows[other].warn("differs", f"{told}. Add '{key}', or take '{other}' out there.")
    return found


def one_sided(statements: Mapping[str, Statement]) -> list[tuple[str, str]]:
    """Each statement that names one as different which does not name it, and that one."""
    named = {key: frozenset(each.differs) for key, each in statements.items()}
    return [
        (key, other)
        for key, each in statements.items()
        for other in each.differs
        if key not in named.get(other, ())
    ]


def naming(
    statements: Mapping[str, Statement], keys: Collection[str], any_year: bool
) -> Iterable[str]:
    """The ids of the statements that name one of these records, or a year of arrivals."""
    for key, each in statements.items():
        if not set(keys).isdisjoint((*each.mentions, *each.about)) or (any_year and each.years):
            yield key
