"""Days that come after the text that tells of them was published."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from annotations.collection import Loaded, unlike
from annotations.dates import Span, parse
from annotations.problems import Problem, shown
from annotations.records import Collection, Source
from annotations.references import Citation

PLANS_REACH = timedelta(days=366)  # how far ahead a text may speak of what is planned
IN_DOUBT = "?~%"


class _Told(NamedTuple):
    """A date as a cell has it, and the sources that tell it."""

    table: str
    key: str
    column: str
    text: str
    span: Span
    sources: tuple[str, ...]


def check_later_days(loaded: Loaded, other: Collection | None = None) -> list[Problem]:
    """A problem for each date that no source of it could know when it was published.

    A month is how a text's own month is written, so that it counts whole. Sources whose day of
    publication is empty or in doubt bound nothing. Words may tell of a plan, within a year;
    a stop, an event or a count needs a source that was there to tell.

    With an `other` collection, records in which the same would be found may be left out.
    """
    now = loaded.collection
    found = {told[:3]: told for told in _dates(now, other)}
    if other and (changed := {source.id for source in unlike(now.sources, other.sources)}):
        rest = (told for told in _dates(now, None) if not changed.isdisjoint(told.sources))
        found |= {told[:3]: told for told in rest}
    return [
        loaded.problem(told.table, told.key, told.column, f"is {shown(told.text)}, which {fault}")
        for told in found.values()
        if (fault := _fault(told, now))
    ]


def _dates(now: Collection, other: Collection | None) -> Iterator[_Told]:
    """Every date that a source tells; without those of records that another collection has too."""
    for mention in unlike(now.mentions, other.mentions if other else None):
        if mention.kind == "date" and mention.value and mention.basis != "external":
            span = parse(mention.value).span
            yield _Told("mentions", mention.id, "value", mention.value, span, (mention.source,))
    for journey in unlike(now.journeys, other.journeys if other else None):
        for stop in journey.stops:
            if stop.date:
                span, cited = parse(stop.date).span, _ids(stop.sources)
                yield _Told("stops", stop.id, "date", stop.date, span, cited)
    for event in unlike(now.events, other.events if other else None):
        cited = _ids(event.sources)
        yield _Told("events", event.id, "date", event.date, event.span, cited)
    for statement in unlike(now.statements, other.statements if other else None):
        if statement.date:
            cited = (statement.source.source,)
            yield _Told("statements", statement.id, "date", statement.date, statement.span, cited)
    same = set(map(id, other.arrivals)) if other else set()
    for row in now.arrivals:
        if id(row) not in same:
            key, year = f"{row.start_year or ''}:{row.end_year}:{row.series}", str(row.end_year)
            cited = _ids(row.sources)
            yield _Told("arrivals", key, "end_year", year, parse(year).span, cited)


def _ids(citations: Iterable[Citation]) -> tuple[str, ...]:
    return tuple(citation.source for citation in citations)


def _fault(told: _Told, collection: Collection) -> str:
    """What is wrong with a date that sources of their day should know, "" for nothing."""
    days = [_published(collection.sources[key]) for key in told.sources]
    if not days or None in days:
        return ""
    published, source = max((day, key) for day, key in zip(days, told.sources, strict=True) if day)
    end_of_month = published.replace(day=monthrange(published.year, published.month)[1])
    span, since = told.span, f"'{source}' was published on {collection.sources[source].published}"
    or_later = "." if told.table == "mentions" else ", or name a later source."
    if span.earliest and span.earliest > end_of_month:
        if told.table == "mentions" and span.earliest <= published + PLANS_REACH:
            return ""
        return f"comes later: {since}. Correct the date{or_later}"
    if span.latest and span.latest > end_of_month:
        start, is_set = told.text.partition("/")[0], told.text.startswith("[")
        how = "" if is_set or told.table == "arrivals" else f", as in '{start}/{published}'"
        rule = f"{since}, and can tell of no later day"
        return f"runs on to {span.latest}: {rule}. End it there{how}{or_later}"
    return ""


def _published(source: Source) -> date | None:
    """The last day on which a source may have been published; None where that is in doubt."""
    told = source.published
    return parse(told).latest if told and not any(mark in told for mark in IN_DOUBT) else None
