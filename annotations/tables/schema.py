"""The tables as data: their columns, keys, types and codes, and which column points where.

This is the only place that says so. Readers, keys of rows, the check, the table of columns in the
documentation and `datapackage.json` follow from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from annotations.codes import (
    BASES,
    CERTAINTIES,
    CONFIDENCES,
    DATE_LEVELS,
    EVENT_CATEGORIES,
    JOURNEY_KINDS,
    MENTION_KINDS,
    NAME_KINDS,
    NAME_LEVELS,
    PLACE_LEVELS,
    SERIES,
    SOURCE_KINDS,
    STATUSES,
)
from geodata.places import KINDS as PLACE_KINDS
from geodata.places import MOST_LAT, MOST_LON, MOST_UNCERTAINTY_M

Kind = Literal[
    "text", "id", "choice", "whole", "number", "edtf", "duration", "url", "words", "countries",
    "citations", "reference", "references",
]  # fmt: skip

MOST_PEOPLE = 10**6
LONGEST_FILE = 10**9
UNCERTAINTY = "coordinateUncertaintyInMeters"
RECORDS_OF_PROFILES = "journeys, stops or places"


@dataclass(frozen=True)
class Column:
    """A column of a table: what its cells hold, in a sentence and as a rule.

    `choices` are the codes that a `choice` may have; `low` and `high` bound a number, both
    included. `to` names the table whose keys a reference holds, or what it may be instead.
    """

    name: str
    says: str
    kind: Kind = "text"
    required: bool = False
    choices: tuple[str, ...] = ()
    low: int = 0
    high: int = 0
    to: str = ""


@dataclass(frozen=True)
class Table:
    """A table: what a row is, the columns in their order, and those that name a row."""

    name: str
    says: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)
    folder: str = "annotations"

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    @property
    def header(self) -> str:
        """The first line of the table, without its line end."""
        return ",".join(self.names)

    @property
    def path(self) -> str:
        """Where the table lies, from the root of the project."""
        return f"{self.folder}/{self.name}.csv"

    def column(self, name: str) -> Column:
        """The column of a name; one that a table has beside those of the schema is text."""
        return self._by_name.get(name) or Column(name, "")

    @cached_property
    def _by_name(self) -> Mapping[str, Column]:
        return {column.name: column for column in self.columns}


def _id(says: str) -> Column:
    return Column("id", says, "id", required=True)


def _text(name: str, says: str, required: bool = False) -> Column:
    return Column(name, says, required=required)


def _choice(name: str, says: str, choices: tuple[str, ...]) -> Column:
    return Column(name, says, "choice", True, choices)


def _whole(name: str, says: str, low: int, high: int, required: bool = False) -> Column:
    return Column(name, says, "whole", required, (), low, high)


_SOURCES = Column("sources", "Who says so: `key[locator];key2`.", "citations", True, to="sources")
_CERTAINTY = _choice("certainty", "How sure the reading is.", CERTAINTIES)
_BASIS = _choice("basis", "How it is known: by the text's words, inferred, or external.", BASES)
_STATUS = _choice("status", "Whether a second person has reviewed it.", STATUSES)
_NOTE = _text("note", "What a reader of the row should know.")

_TABLES = (
    Table("sources", "A text or page that says something.", (
        _id("The name of the source, used by every citation."),
        _text("title", "Its title, as published.", required=True),
        _text("author", "Who wrote or gave it."),
        _text("publisher", "Who published it."),
        Column("published", "When it was published.", "edtf"),
        Column("url", "Its address on the web.", "url"),
        _text("accessed", "The day on which it was read."),
        _choice("kind", "What kind of text it is.", SOURCE_KINDS),
        _text("language", "Its language, as an ISO 639 code."),
        _text("rights", "Who holds its rights, and what may be copied.", required=False),
        _text("sha256", "The digest of the text that was annotated."),
        _NOTE,
    )),
    Table("places", "A place that a source names, and how sure its position is.", (
        _id("The name of the place in all other tables."),
        _text("name", "Its name in English.", required=True),
        _text("name_ko", "Its name in Korean."),
        _text("name_zh", "Its name in Chinese."),
        Column("variants", "Other spellings, between semicolons.", "words"),
        _choice("kind", "What kind of place it is.", PLACE_KINDS),
        Column("country", "The countries that it lies in or touches.", "countries"),
        _text("admin1", "Its province."),
        Column("lat", "Latitude in degrees (WGS 84).", "number", low=-MOST_LAT, high=MOST_LAT),
        Column("lon", "Longitude in degrees (WGS 84).", "number", low=-MOST_LON, high=MOST_LON),
        Column(UNCERTAINTY, "Radius in metres; empty where unknown, never 0.", "number",
               low=0, high=MOST_UNCERTAINTY_M),
        _text("geonames", "Its number at GeoNames."),
        _text("geo_source", "Where the position comes from."),
        _SOURCES,
        _NOTE,
        Column("extent", "The units of the basemap that make up an area.", "words"),
    ), folder="geodata"),
    Table("mentions", "Exact words of a text that name a place or a date.", (
        _id("The name of the mention."),
        Column("source", "The text in which the words stand.", "reference", True, to="sources"),
        _whole("paragraph", "The line that is not empty, counted from 1.", 1, LONGEST_FILE, True),
        _whole("start", "The first code point of the words in the file.", 0, LONGEST_FILE, True),
        _whole("end", "The code point after the last one.", 1, LONGEST_FILE, True),
        _text("quote", "The exact words.", required=True),
        _choice("kind", "Whether they name a place or a date.", MENTION_KINDS),
        _text("value", "The id of a place, or a date in EDTF; empty where unresolved."),
        Column("duration", "The length of time that the words state.", "duration"),
        _CERTAINTY, _BASIS, _NOTE,
        _text("annotator", "Who marked the words."),
        _text("annotated", "The day on which they were marked."),
        _STATUS,
        Column("anchor", "What a date counts from.", "reference", to="mentions, events or stops"),
    )),
    Table("journeys", "A route that a source tells.", (
        _id("The name of the journey, used in addresses."),
        _text("title", "A title in our own words.", required=True),
        _text("people", "Who travelled: a public person by name, all others as roles.", True),
        _choice("kind", "What kind of journey it is.", JOURNEY_KINDS),
        _text("summary", "What happened, in our own words.", required=True),
        _text("outcome", "How it ended, in our own words."),
        _text("care", "What should be announced before it is shown."),
        _SOURCES, _STATUS, _NOTE,
    )),
    Table("stops", "One stop of a journey.", (
        Column("journey", "The journey of the stop.", "reference", True, to="journeys"),
        _whole("order", "Its place in the journey, counted from 1.", 1, 999, True),
        Column("place", "Where it was; empty where no place is told.", "reference", to="places"),
        _text("role", "What happened there, in our own words.", required=True),
        Column("date", "When it was; empty where no date is told.", "edtf"),
        Column("after", "What the duration counts from.", "reference", to="stops or events"),
        Column("duration", "How long after that it was.", "duration"),
        Column("tolerance", "By how much the duration may be off.", "duration"),
        _text("mode", "How the travellers came to this stop."),
        _BASIS, _CERTAINTY, _SOURCES,
        Column("mentions", "The words that say so.", "references", to="mentions"),
        _NOTE,
    ), key=("journey", "order")),
    Table("events", "A dated public event.", (
        _id("The name of the event."),
        Column("date", "When it happened.", "edtf", True),
        _text("title", "A title in our own words.", required=True),
        _text("summary", "What happened, in our own words.", required=True),
        _choice("category", "What kind of event it is.", EVENT_CATEGORIES),
        Column("countries", "The countries that it concerns.", "countries"),
        Column("places", "The places where it happened.", "references", to="places"),
        _SOURCES,
        _choice("confidence", "How well the sources agree.", CONFIDENCES),
    )),
    Table("arrivals", "People who arrived in South Korea in a period of whole years.", (
        _whole("start_year", "The first year; empty where the count has no beginning.", 1945, 2100),
        _whole("end_year", "The last year.", 1945, 2100, True),
        _whole("men", "How many men; empty where it was not published.", 0, MOST_PEOPLE),
        _whole("women", "How many women; empty where it was not published.", 0, MOST_PEOPLE),
        _whole("total", "How many people.", 0, MOST_PEOPLE, True),
        _SOURCES, _NOTE,
        _choice("series", "Which series of counts the row belongs to.", SERIES),
        _text("variants", "Other numbers for the same period, and who gives them."),
    ), key=("start_year", "end_year", "series")),
    Table("names", "A proper name that may stand in our texts, and why.", (
        _text("name", "The name.", required=True),
        _choice("kind", "What it is the name of.", NAME_KINDS),
        _text("reason", "Why it may be written.", required=True),
        Column("sources", "Who names it.", "citations", to="sources"),
    ), key=("name",)),
    Table("publication", "What of a record is shown in less detail, or not at all, and why.", (
        Column("record", "The record: a journey, `journey:order`, or a place.", "reference", True,
               to=RECORDS_OF_PROFILES),
        _choice("place", "How exactly places are shown.", PLACE_LEVELS),
        _choice("date", "How exactly dates are shown.", DATE_LEVELS),
        _choice("names", "Whether people are named or described by a role.", NAME_LEVELS),
        _text("role", "What is said in place of title, people and summary."),
        _text("reason", "Why.", required=True),
        Column("review", "The day by which somebody looks at it again.", "edtf", True),
        _NOTE,
    ), key=("record",)),
)  # fmt: skip

TABLES: Mapping[str, Table] = {table.name: table for table in _TABLES}


def table_of(name: str) -> Table:
    """The table of a name. Raises `ValueError` where there is none."""
    if name not in TABLES:
        raise ValueError(f"There is no table '{name}'.")
    return TABLES[name]


def key_of(table: str, cells: Mapping[str, str]) -> str:
    """What names a row among those of its table: its id, or the cells of its key, by colons.

    Raises `ValueError` for a name that no table has.
    """
    return ":".join(cells.get(column, "").strip() for column in table_of(table).key)
