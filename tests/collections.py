"""Made tables and made collections, as small or as large as a test needs them."""

from __future__ import annotations

import csv
import hashlib
import io
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from annotations.codes import EVENT_CATEGORIES, JOURNEY_KINDS
from annotations.collection.chronology import resolve_journey
from annotations.collection.load import Loaded, load
from annotations.dates.edtf import parse
from annotations.records import (
    Arrivals,
    Collection,
    Event,
    Journey,
    Mention,
    Name,
    Source,
    Stop,
)
from annotations.references import Citation
from annotations.store.files.table_text import missing, parsed
from annotations.tables.schema import TABLES
from annotations.tables.sheets import Sheet
from geodata.places import Place
from tests.made_places import MADE_PAGE, made_routes

# What every problem looks like: `file:line:column  what is wrong and what to do`.
LINE_OF_A_PROBLEM = re.compile(
    r"(?:(?:readings/)?[a-z]+\.csv|stories(?:/[^:\n]+)?):[0-9]+(?::\w+)?  \S.*"
)

TEXT = "An interview\n\nShe hid near the port of Dalian. In May 1996 she left Dalian.\n"

# One good row a table, each tied to the others: what is on line 2.
GOOD_ROWS: Mapping[str, Mapping[str, str]] = {
    "sources": {
        "id": "interview", "title": "An interview", "published": "2004", "kind": "testimony",
        "language": "en", "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
    },
    "places": {
        "id": "dalian", "name": "Dalian", "name_ko": "다롄", "name_zh": "大连", "kind": "town",
        "country": "CN", "lat": "38.91", "lon": "121.6", "coordinateUncertaintyInMeters": "5000",
        "sources": "interview[2]",
    },
    "mentions": {
        "id": "port", "source": "interview", "paragraph": "2", "start": "39", "end": "45",
        "quote": "Dalian", "kind": "place", "value": "dalian", "certainty": "certain",
        "basis": "stated", "status": "draft",
    },
    "journeys": {
        "id": "by-sea", "title": "By sea", "people": "a woman in her twenties",
        "kind": "journey", "summary": "She hid near a port.", "sources": "interview[2]",
        "status": "draft",
    },
    "stops": {
        "journey": "by-sea", "order": "1", "place": "dalian", "role": "hides near the port",
        "date": "1996-05", "basis": "stated", "certainty": "certain",
        "sources": "interview[2]", "mentions": "port",
    },
    "events": {
        "id": "famine", "date": "1994/1998", "title": "Famine", "summary": "Many went hungry.",
        "category": "world", "countries": "KP", "places": "dalian", "sources": "interview[2]",
        "confidence": "high",
    },
    "arrivals": {
        "start_year": "2002", "end_year": "2002", "men": "510", "women": "632", "total": "1142",
        "sources": "interview", "series": "ministry",
    },
    "statements": {
        "id": "claim", "subject": "Boats in the port", "value": "3", "unit": "boats",
        "date": "1996", "place": "dalian", "source": "interview[2]", "mentions": "port",
        "about": "by-sea", "basis": "stated", "certainty": "certain", "status": "draft",
    },
    "glossary": {
        "id": "broker", "term": "broker", "definition": "Somebody who is paid to help.",
        "sources": "interview[2]",
    },
    "publication": {
        "record": "by-sea", "place": "as-is", "date": "as-is", "names": "as-is",
        "reason": "Nothing in it could endanger anybody.", "review": "9999",
    },
    "names": {"name": "Mike Kim", "kind": "public person", "reason": "Author of a book."},
}  # fmt: skip


class MemoryTables:
    """Tables given as CSV texts; a name that is not among them is a missing table."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = dict(texts)

    def table(self, name: str) -> Sheet:
        """The rows of a table."""
        if name not in self.texts:
            return missing(name)
        return parsed(name, self.texts[name].encode()).sheet


def text_of(sheet: Sheet) -> str:
    """A table as CSV text: its header and its rows as they are written."""
    return sheet.header + "".join(row.written for row in sheet.rows)


def csv_of(table: str, *rows: Mapping[str, str]) -> str:
    """The CSV text of a table, each row the good one but for the cells that are given."""
    columns = list(TABLES[table].names)
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows({**GOOD_ROWS[table], **row} for row in rows)
    return text.getvalue()


def good_tables(**texts: str) -> MemoryTables:
    """The smallest tables without a problem, one row each, but for the texts that are given.

    A table that may be empty is its header alone: then nothing is hidden, and nothing stated.
    """
    rows = {name: [] if table.may_be_empty else [{}] for name, table in TABLES.items()}
    return MemoryTables({**{name: csv_of(name, *own) for name, own in rows.items()}, **texts})


def tables_with(table: str, **cells: str) -> MemoryTables:
    """The good tables, and in one of them a second row, in line 3, with these cells."""
    return good_tables(**{table: csv_of(table, {}, cells)})


def loaded_of(**rows: list[Mapping[str, str]]) -> Loaded:
    """What is read from the good tables, with the rows of some tables given instead."""
    return load(good_tables(**{table: csv_of(table, *given) for table, given in rows.items()}))


def collection_of(**rows: list[Mapping[str, str]]) -> Collection:
    """The collection of these rows. Raises `AssertionError` with the problems if there is one."""
    loaded = loaded_of(**rows)
    assert not loaded.problems, "\n".join(map(str, loaded.problems))
    return loaded.collection


MADE_TEXTS = ("made-text-a", "made-text-b", "made-text-c")
PARAGRAPHS = 40
STOPS = 9


def many_journeys(count: int, seed: int = 1) -> Collection:
    """A collection of `count` made journeys of nine stops each, the same for the same seed.

    Their dates are days, months, years, circa, open on one side or not told at all; their
    kinds, ways and sources vary; a third is known from the public record alone. It is what
    would be read from its tables (`tests.made_tables`), without a problem.
    """
    chance = random.Random(seed)
    routes = made_routes(random.Random(seed))
    mentions = {mention.id: mention for mention in _mentions()}
    journeys = (_journey(number, routes, mentions, chance) for number in range(count))
    return Collection(
        sources={key: _source(key) for key in (*MADE_TEXTS, MADE_PAGE)},
        places={place.id: place for towns in routes for place in towns},
        mentions=mentions,
        journeys={journey.id: journey for journey in journeys},
        events={event.id: event for event in map(_event, range(1990, 2026))},
        arrivals=tuple(_arrivals(year) for year in range(2002, 2026)),
        names=(Name("Nobody", "public person", "Publishes what is made up."),),
    )


def _journey(
    number: int,
    routes: Sequence[Sequence[Place]],
    mentions: Mapping[str, Mention],
    chance: random.Random,
) -> Journey:
    key = f"made-{number}"
    source = Citation(chance.choice(MADE_TEXTS + (MADE_PAGE,) * 2), str(number % PARAGRAPHS + 1))
    words = (mentions[f"{source.source}-{source.locator}"],)
    stops = []
    for order, (place, told) in enumerate(
        zip(_way(routes, chance), _dates(chance), strict=True), start=1
    ):
        basis = chance.choice(("stated", "stated", "inferred"))
        stops.append(Stop(
            journey=key, order=order, place=place, role=f"passes stop {order}", date=told,
            after="", duration="", tolerance="", mode="on foot", basis=basis,
            certainty=chance.choice(("certain", "certain", "probable")),
            sources=(source,), mentions=words if basis == "stated" else (), note="",
        ))  # fmt: skip
    kind, outcome = _end(chance.choice(JOURNEY_KINDS[:5]), stops)
    return Journey(
        id=key, title=f"Made journey {number}", people="a person who is made up",
        kind=kind, summary="A journey that nobody made.",
        outcome="", care="", sources=(source,), status="draft", note="",
        stops=resolve_journey(stops, {}),
        outcome_kind=outcome,
    )  # fmt: skip


def _end(kind: str, stops: Sequence[Stop]) -> tuple[str, str]:
    """A kind of journey, and an outcome, that its stops do not contradict."""
    last, lands = stops[-1], [stop.place.country if stop.place else () for stop in stops]
    arrived = last.certainty == "certain" and lands[-1] == ("KR",)
    is_back = any("KP" in countries for countries in lands[1:])
    if kind in ("helper", "corridor"):
        return kind, ""
    if (kind == "return" and not is_back) or (kind == "attempt" and arrived):
        kind = "journey"
    return kind, "arrived" if arrived else "not-told"


def _way(routes: Sequence[Sequence[Place]], chance: random.Random) -> list[Place | None]:
    """Nine places in order: the way until it ends somewhere, and then where it ended."""
    route = [chance.choice(places) for places in routes]
    end = chance.randint(2, len(route))
    route = [*route[:end], *[route[end - 1]] * (len(route) - end)]
    return [None if chance.random() < 0.05 else place for place in route]


def _dates(chance: random.Random) -> list[str]:
    """Nine EDTF dates in order, as vague as testimony is; "" for each that is not told."""
    day = date(1990, 1, 1) + timedelta(chance.randrange(33 * 365))  # the texts are of 2026
    vague = chance.choice(("day", "month", "year", "circa", "before", "since", "any", "untold"))
    told = []
    for _ in range(STOPS):
        day += timedelta(chance.randrange(90))
        told.append("" if chance.random() < 0.4 else _told(day, vague))
    return told


def _told(day: date, vague: str) -> str:
    year, month = str(day.year), f"{day:%Y-%m}"
    return {
        "day": day.isoformat(), "month": month, "year": year, "circa": f"{year}~",
        "before": f"../{month}", "since": f"{month}/..", "untold": "",
        "any": (f"../{year}", month, f"{month}/..")[day.toordinal() % 3],
    }[vague]  # fmt: skip


def _mentions() -> Iterator[Mention]:
    """Words of every paragraph of the made texts and of the made page, which name no day."""
    quote = "some days later"
    for source in (*MADE_TEXTS, MADE_PAGE):
        for paragraph in range(1, PARAGRAPHS + 1):
            start = paragraph * 100
            yield Mention(
                id=f"{source}-{paragraph}", source=source, paragraph=paragraph, start=start,
                end=start + len(quote), quote=quote, kind="date", value="", duration="",
                certainty="unresolved", basis="stated", note="", annotator="", annotated="",
                status="draft",
            )  # fmt: skip


def _source(key: str) -> Source:
    return Source(
        id=key, title=key.replace("-", " ").capitalize(), author="", publisher="Nobody",
        published="2026", url="", accessed="", kind="testimony", language="en", rights="",
        sha256=hashlib.sha256(key.encode()).hexdigest() if key in MADE_TEXTS else "", note="",
    )  # fmt: skip


def _event(year: int) -> Event:
    told = f"{year}-07-01" if year % 2 else str(year)
    return Event(
        id=f"made-event-{year}", date=told, title=f"Event of {year}", summary="It did not happen.",
        care="", category=EVENT_CATEGORIES[year % len(EVENT_CATEGORIES)],
        countries=("CN",) if year % 3 else ("KR",), places=(), sources=(Citation(MADE_PAGE),),
        confidence="high", span=parse(told).span,
    )  # fmt: skip


def _arrivals(year: int) -> Arrivals:
    return Arrivals(
        start_year=year, end_year=year, men=300, women=700, total=1000,
        sources=(Citation(MADE_PAGE),), note="", series="ministry", variants="",
    )  # fmt: skip


def good_row_stands(loaded: Loaded, table: str) -> bool:
    """True where the good row of a table is in the collection, whatever stands beside it."""
    collection = loaded.collection
    if table == "stops":
        return any(stop.order == 1 for stop in collection.journeys["by-sea"].stops)
    if table in ("arrivals", "names", "publication"):
        return bool(getattr(collection, table))
    return GOOD_ROWS[table]["id"] in getattr(collection, table)
