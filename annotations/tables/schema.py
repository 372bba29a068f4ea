"""The tables as data: their columns, keys, types and codes, and which column points where.

This is the only place that says so. Readers, keys of rows, the check, the table of columns in the
documentation and `datapackage.json` follow from it.
"""

from __future__ import annotations

from collections.abc import Mapping

from annotations.codes import (
    ASKED,
    BASES,
    CERTAINTIES,
    CONFIDENCES,
    DATE_CERTAINTIES,
    DATE_LEVELS,
    EVENT_CATEGORIES,
    JOURNEY_KINDS,
    MENTION_KINDS,
    NAME_KINDS,
    NAME_LEVELS,
    OUTCOME_KINDS,
    PLACE_LEVELS,
    READ_AS,
    SERIES,
    SOURCE_KINDS,
    STATUSES,
)
from annotations.tables.columns import Column, Table
from geodata.places import KINDS as PLACE_KINDS
from geodata.places import MOST_LAT, MOST_LON, MOST_UNCERTAINTY_M

MOST_PEOPLE = 10**6
NO_END = 10**9  # of what is counted and has no bound of its own: places in a file, ids of others
UNCERTAINTY = "coordinateUncertaintyInMeters"


def _id(says: str) -> Column:
    return Column("id", says, "id", required=True)


def _text(name: str, says: str, required: bool = False) -> Column:
    return Column(name, says, required=required)


def _choice(name: str, says: str, choices: tuple[str, ...]) -> Column:
    return Column(name, says, "choice", True, choices)


def _whole(name: str, says: str, low: int, high: int, required: bool = False) -> Column:
    return Column(name, says, "whole", required, (), low, high)


_SOURCES = Column("sources", "Who says so.", "citations", True, to=("sources",))
_CERTAINTY = _choice("certainty", "How certain the reading is.", CERTAINTIES)
_BASIS = _choice("basis", "How it is known: from the text's words, inferred, or external.", BASES)
_STATUS = _choice("status", "Whether a second person has reviewed it.", STATUSES)
_NOTE = _text("note", "What a reader of the row should know.")

_TABLES = (
    Table("sources", "A text or page that records rest on, with its rights.", (
        _id("The id of the source, which citations use."),
        _text("title", "Its title, as published; what stands in square brackets is ours.", True),
        _text("author", "Who wrote or gave it."),
        _text("publisher", "Who published it."),
        Column("published", "When it was published.", "edtf"),
        Column("url", "Its address on the web.", "url"),
        Column("accessed", "The day on which it was read; empty where it was not recorded.", "day"),
        Column("read_as", "What was read: the page itself, a stored copy of it, an excerpt of such "
               "a copy, or a scan; empty where it was not recorded.", "choice", choices=READ_AS,
               later=True),
        _choice("kind", "What kind of text it is.", SOURCE_KINDS),
        Column("language", "Its language.", "language"),
        _text("rights", "Who holds its rights, and what may be copied."),
        Column("sha256", "The digest of the text, where it was annotated.", "digest"),
        _NOTE,
    )),
    Table("places", "A place that a source names, and how exact its position is.", (
        _id("The id of the place in all other tables."),
        _text("name", "Its name in English.", required=True),
        _text("name_ko", "Its name in Korean."),
        _text("name_zh", "Its name in Chinese."),
        Column("variants", "Other spellings.", "words"),
        _choice("kind", "What kind of place it is.", PLACE_KINDS),
        Column("country", "The countries that it lies in or touches.", "countries"),
        _text("admin1", "Its province."),
        Column("lat", "Latitude in degrees (WGS 84); empty for what is no point.", "number",
               low=-MOST_LAT, high=MOST_LAT),
        Column("lon", "Longitude in degrees (WGS 84); empty for what is no point.", "number",
               low=-MOST_LON, high=MOST_LON),
        Column(UNCERTAINTY, "Radius in metres; empty where unknown, never 0.", "number",
               low=0, high=MOST_UNCERTAINTY_M),
        _whole("geonames", "Its number in GeoNames.", 1, NO_END),
        _text("geo_source", "Where the position comes from."),
        _SOURCES,
        _NOTE,
        Column("extent", "The units of the basemap that make up an area, or `place:` and the town "
               "in which a building stands.", "words"),
    ), folder="geodata"),
    Table("mentions", "Exact words of a text that name a place or a date.", (
        _id("The id of the mention."),
        Column("source", "The text in which the words stand.", "reference", True, to=("sources",)),
        _whole("paragraph", "The paragraph: lines that are not empty, counted from 1.",
               1, NO_END, True),
        _whole("start", "Where the words begin, in code points of the file, counted from 0.",
               0, NO_END, True),
        _whole("end", "Where they end: the code point after the last one.", 1, NO_END, True),
        _text("quote", "The exact words.", required=True),
        _choice("kind", "Whether they name a place or a date.", MENTION_KINDS),
        Column("value", "The id of a place, or a date in EDTF; empty where unresolved.",
               to=("places",)),
        Column("duration", "The length of time that the words state.", "duration"),
        _CERTAINTY, _BASIS, _NOTE,
        _text("annotator", "Who marked the words."),
        Column("annotated", "The day on which they were marked.", "day"),
        _STATUS,
        Column("anchor", "What a date counts from.", "reference",
               to=("mentions", "events", "stops")),
    )),
    Table("journeys", "A journey that a source describes.", (
        _id("The id of the journey, which addresses use."),
        _text("title", "A title in our own words.", required=True),
        _text("people", "Who travelled: a public person by name, all others as roles.", True),
        _choice("kind", "What kind of journey it is; `helper` is a helper's trip, `corridor` a "
                "general route, `trafficking` a pattern by which people are sold.", JOURNEY_KINDS),
        _text("summary", "What happened, in our own words.", required=True),
        _text("outcome", "How it ended, in our own words."),
        Column("outcome_kind", "Where those who travelled are when the sources stop telling of "
               "them; empty for a helper's trip, a general route and a pattern.", "choice",
               choices=OUTCOME_KINDS, later=True),
        _text("care", "Content notes: what is announced before the journey is shown."),
        _SOURCES, _STATUS, _NOTE,
    )),
    Table("stops", "One stop of a journey.", (
        Column("journey", "The journey of the stop.", "reference", True, to=("journeys",)),
        _whole("order", "Its number in the journey, counted from 1.", 1, 999, True),
        Column("place", "Where it was; empty where no place is given.", "reference",
               to=("places",)),
        _text("role", "What happened there, in our own words.", required=True),
        Column("date", "When it was; empty where no date is given.", "edtf"),
        Column("after", "What the duration counts from; without one, what the stop follows.",
               "reference", to=("stops", "events")),
        Column("duration", "How long after that it was.", "duration"),
        Column("tolerance", "By how much the duration may be off.", "duration"),
        _text("mode", "How the travellers came to this stop."),
        _choice("basis", "How the place and what happened there are known: from the text's words, "
                "inferred, or external.", BASES),
        _choice("certainty", "How certain the place is, and what happened there.", CERTAINTIES),
        Column("date_basis", "How the date or the duration is known; empty where it is known as "
               "the place is.", "choice", choices=BASES, later=True),
        Column("date_certainty", "How certain the date or the duration is; empty where it is as "
               "certain as the place.", "choice", choices=DATE_CERTAINTIES, later=True),
        _SOURCES,
        Column("mentions", "The words that say so.", "references", to=("mentions",)),
        _NOTE,
    ), key=("journey", "order")),
    Table("events", "A dated public event.", (
        _id("The id of the event."),
        Column("date", "When it happened.", "edtf", True),
        _text("title", "A title in our own words.", required=True),
        _text("summary", "What happened, in our own words.", required=True),
        Column("care", "Content notes: what is announced before what happened is shown.", "text",
               later=True),
        _choice("category", "What kind of event it is.", EVENT_CATEGORIES),
        Column("countries", "The countries that it concerns; of an entry, an arrest or an arrival "
               "those in which its places lie.", "countries"),
        Column("places", "The places where it happened.", "references", to=("places",)),
        _SOURCES,
        _choice("confidence", "How well the sources agree.", CONFIDENCES),
    )),
    Table("arrivals", "People who arrived in South Korea in a period of whole years.", (
        _whole("start_year", "The first year; empty where the count has no beginning.", 1945, 2100),
        _whole("end_year", "The last year.", 1945, 2100, True),
        _whole("men", "How many men; empty where no page says so.", 0, MOST_PEOPLE),
        _whole("women", "How many women; empty where no page says so.", 0, MOST_PEOPLE),
        _whole("total", "How many people.", 0, MOST_PEOPLE, True),
        _SOURCES, _NOTE,
        _choice("series", "Which series of counts the row belongs to.", SERIES),
        _text("variants", "Other numbers for the same period, and who gives them."),
    ), key=("start_year", "end_year", "series")),
    Table("statements", "A number or a claim of a source that is no journey, event or arrival.", (
        _id("The id of the statement."),
        _text("subject", "What is counted or claimed, in our own words.", required=True),
        _text("value", "The amount as the source has it: a number, a range such as 4-5, or words.",
              required=True),
        _text("unit", "What the amount is counted in."),
        Column("date", "As of when; empty where that is not known.", "edtf"),
        Column("place", "Where it is so; empty where no place is given.", "reference",
               to=("places",)),
        Column("source", "Who says so.", "citation", True, to=("sources",)),
        Column("mentions", "Marked words that belong to it.", "references", to=("mentions",)),
        Column("about", "What it bears on. A year is one that arrivals are counted for.",
               "references", to=("journeys", "events")),
        Column("differs", "The statements that say otherwise.", "references", to=("statements",)),
        _BASIS, _CERTAINTY, _STATUS, _NOTE,
        _text("care", "Content notes: what is announced before it is shown."),
    ), may_be_empty=True),
    Table("glossary", "A word that a lesson needs, explained.", (
        _id("The id of the word, which stories use."),
        _text("term", "The word, as English texts write it.", required=True),
        Column("forms", "Other ways to write it; one and several of each are known.", "words"),
        Column("korean", "What it is called in Korean.", "words"),
        Column("chinese", "What it is called in Chinese.", "words"),
        _text("definition", "What it means, in our own words.", required=True),
        _SOURCES, _NOTE,
    ), may_be_empty=True),
    Table("names", "A proper name that may stand in our texts, and why.", (
        _text("name", "The name.", required=True),
        _choice("kind", "What it is the name of.", NAME_KINDS),
        _text("reason", "Why it may be written.", required=True),
        Column("sources", "Who uses the name.", "citations", to=("sources",)),
    ), key=("name",)),
    Table("publication", "A record that is shown in less detail or not at all, and why.", (
        Column("record", "What is shown so: a journey, a stop or a place.", "reference", True,
               to=("journeys", "stops", "places")),
        _choice("place", "How exactly places are shown.", PLACE_LEVELS),
        _choice("date", "How exactly dates are shown.", DATE_LEVELS),
        _choice("names", "Whether people are named or described by a role.", NAME_LEVELS),
        _text("role", "What is said in place of title, people and summary."),
        _text("reason", "Why.", required=True),
        Column("review", "By when somebody looks at it again.", "edtf", True),
        Column("asked", "Whether the person asked for it.", "choice", choices=ASKED),
        _NOTE,
    ), key=("record",), may_be_empty=True),
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
