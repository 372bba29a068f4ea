"""Each rule of a cell names its cell and a remedy, and costs no other row."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotations.certainty import basis_of_date, certainty_of_date, is_date_in_doubt
from annotations.collection.load import load
from annotations.tables import Row
from annotations.tables.schema import TABLES, key_of
from tests.collections import (
    GOOD_ROWS,
    LINE_OF_A_PROBLEM,
    collection_of,
    csv_of,
    good_row_stands,
    good_tables,
    loaded_of,
    tables_with,
)

# The cells that give a second row an id of its own.
OTHER = {
    "sources": {"id": "second"},
    "places": {"id": "second"},
    "mentions": {"id": "second"},
    "journeys": {"id": "second"},
    "stops": {"order": "2"},
    "events": {"id": "second"},
    "arrivals": {"start_year": "2003", "end_year": "2003"},
    "names": {"name": "An Author"},
    "statements": {"id": "second"},
    "glossary": {"id": "second"},
    "publication": {"record": "dalian"},
}
# The second journey has no stop, which is a problem of its own.
NO_STOP = "has no stop in stops.csv"


def problems_of(table: str, **cells: str) -> list[str]:
    """The problems of the good tables with a second row of these cells, in line 3 of a table."""
    loaded = load(tables_with(table, **{**OTHER[table], **cells}))
    assert good_row_stands(loaded, table)
    return [str(problem) for problem in loaded.problems if NO_STOP not in problem.message]


def the_problem(table: str, **cells: str) -> str:
    """The one problem of these cells. Raises `ValueError` where there is none or another one."""
    (problem,) = problems_of(table, **cells)
    return problem


@pytest.mark.parametrize("table", TABLES)
def test_a_second_good_row_has_no_problem(table):
    assert problems_of(table) == []


def test_a_month_13_is_told_to_write_the_year():
    problem = the_problem("stops", date="1951-13")
    assert problem.startswith("stops.csv:3:date  '1951-13' has no month 13")
    assert "Write 1951 if the month is unknown" in problem


def test_an_unknown_place_is_told_with_the_nearest_one():
    assert the_problem("stops", place="dalain") == (
        "stops.csv:3:place  no place 'dalain' in places.csv. Did you mean 'dalian'?"
    )


def test_a_place_like_no_other_is_told_to_be_added():
    assert the_problem("stops", place="ulan-bator").endswith("places.csv. Add it there first.")


def test_a_stop_is_at_one_place_and_not_at_two():
    assert "no place 'dalian;dalian'" in the_problem("stops", place="dalian;dalian")


def test_a_mention_of_an_unknown_source_is_told_the_nearest_one():
    assert the_problem("mentions", source="intervew") == (
        "mentions.csv:3:source  no source 'intervew' in sources.csv. Did you mean 'interview'?"
    )


@pytest.mark.parametrize(
    ("table", "column", "cell", "told"),
    [
        ("sources", "id", "Not An Id", "is not an id. Use lower-case words"),
        ("sources", "id", "", "is empty. This column needs a value."),
        ("sources", "title", " ", "is empty. This column needs a value."),
        ("sources", "kind", "testimonial", "Did you mean 'testimony'?"),
        ("sources", "published", "1951-13", "has no month 13"),
        ("sources", "url", "javascript:alert(1)", "is not a web address. Write it with https://"),
        ("places", "kind", "village", "is not one of town, river"),
        ("places", "lat", "ninety", "is not a number of digits"),
        ("places", "lat", "90.1", "lies outside -90 to 90. Correct it"),
        ("places", "lat", "nan", "is not a number of digits"),
        ("places", "lon", "1_000", "is not a number of digits"),
        ("places", "lon", "-180.5", "lies outside -180 to 180. Correct it"),
        ("places", "lat", "", "is empty, but lon is not. Give both or neither."),
        ("places", "lon", "", "is empty, but lat is not. Give both or neither."),
        ("places", "coordinateUncertaintyInMeters", "0", "is 0, but no position is exact"),
        ("places", "country", "China", "is not a country. Write two letters"),
        ("places", "country", "CN;kp", "'kp' is not a country"),
        ("places", "sources", "", "names no source of sources.csv"),
        ("places", "extent", "place:dalain", "Did you mean 'dalian'?"),
        ("mentions", "kind", "person", "is not one of place, date"),
        ("mentions", "source", "", "is empty. This column needs a value."),
        ("mentions", "source", "interview[2]", "no source 'interview[2]'"),
        ("mentions", "paragraph", "", "is empty. This column needs a value."),
        ("mentions", "paragraph", "0", "lies outside 1 to"),
        ("mentions", "paragraph", "2.5", "is not a whole number"),
        ("mentions", "paragraph", "2.0", "'2.0' is not in plain digits. Write 2."),
        ("mentions", "start", "+39", "'+39' is not in plain digits. Write 39."),
        ("stops", "order", "02", "'02' is not in plain digits. Write 2."),
        ("arrivals", "men", "-0", "'-0' is not in plain digits. Write 0."),
        ("mentions", "start", "", "is empty. This column needs a value."),
        ("mentions", "start", "-1", "lies outside 0 to"),
        ("mentions", "end", "46", "minus start is 7, but the quote has 6 characters"),
        ("mentions", "end", "44", "minus start is 5, but the quote has 6 characters"),
        ("mentions", "quote", "", "is empty. This column needs a value."),
        ("mentions", "value", "", "is empty, but the certainty is certain. Give the value"),
        ("mentions", "value", "dalain", "Did you mean 'dalian'?"),
        ("mentions", "duration", "40 days", "is not a duration"),
        ("mentions", "certainty", "sure", "is not one of certain"),
        ("mentions", "status", "final", "is not one of draft, reviewed"),
        ("mentions", "anchor", "by-sea:1", "is given for a place, which counts from nothing"),
        ("journeys", "people", "", "is empty. This column needs a value."),
        ("journeys", "kind", "jurney", "Did you mean 'journey'?"),
        ("journeys", "sources", "intervew[2]", "Did you mean 'interview'?"),
        ("stops", "journey", "by-see", "Did you mean 'by-sea'?"),
        ("stops", "journey", "", "is empty. This column needs a value."),
        ("stops", "order", "", "is empty. This column needs a value."),
        ("stops", "order", "two", "is not a number of digits"),
        ("stops", "role", "", "is empty. This column needs a value."),
        ("stops", "after", "by-sea:9", "is not a stop or an event. Did you mean 'by-sea:"),
        ("stops", "after", "nonsense\nhere", "Write journey:order or an event's id."),
        ("stops", "tolerance", "a week", "is not a duration"),
        ("stops", "basis", "guessed", "is not one of stated"),
        ("stops", "mentions", "", "is empty, but the basis is 'stated'"),
        ("stops", "mentions", "prt", "Did you mean 'port'?"),
        ("stops", "sources", "", "what no source says is not drawn"),
        ("events", "date", "", "is empty. This column needs a value."),
        ("events", "date", "12 March 1996", "holds a space"),
        ("events", "category", "borders", "Did you mean 'border'?"),
        ("events", "countries", "China", "is not a country"),
        ("events", "places", "dalain", "Did you mean 'dalian'?"),
        ("events", "confidence", "sure", "is not one of high"),
        ("arrivals", "total", "1143", "is 1143, but 510 men and 632 women are 1142"),
        ("arrivals", "total", "", "is empty. This column needs a value."),
        ("arrivals", "total", "1,142", "is not a number of digits"),
        ("arrivals", "men", "510.5", "is not a whole number"),
        ("arrivals", "end_year", "", "is empty. This column needs a value."),
        ("arrivals", "start_year", "2004", "2004 is after end_year 2003. Swap them."),
        ("arrivals", "series", "unofficial", "is not one of ministry"),
        ("names", "kind", "person", "Did you mean 'public person'?"),
        ("names", "reason", "", "is empty. This column needs a value."),
    ],
)
def test_a_broken_cell_is_told_by_its_line_and_column_with_a_remedy(table, column, cell, told):
    problems = problems_of(table, **{column: cell})
    where = f"{table}.csv:3:{column}  "
    assert [problem for problem in problems if problem.startswith(where) and told in problem]
    assert all(problem.startswith(f"{table}.csv:3:{column}") for problem in problems)


def test_a_citation_that_is_none_is_told_how_to_write_one():
    first, second = problems_of("journeys", sources="interview[2")
    assert first.startswith("journeys.csv:3:sources  'interview[2' is not a citation.")
    assert "Write key[paragraph]" in first
    assert "names no source of sources.csv" in second


def test_one_good_source_beside_an_unknown_one_keeps_the_row():
    loaded = loaded_of(journeys=[{"sources": "interview[2];book[1]"}])
    assert "no source 'book'" in str(loaded.problems[0])
    assert [c.source for c in loaded.collection.journeys["by-sea"].sources] == ["interview"]


@pytest.mark.parametrize("kind", ["country", "province", "area", "river"])
def test_what_is_no_point_gets_none(kind):
    problem = the_problem("places", kind=kind)
    assert problem.startswith(f"places.csv:3:lat  gives a point to a {kind}")
    assert problems_of("places", kind=kind, lat="", lon="") == []


def test_a_position_with_an_uncertainty_of_0_is_kept_as_one_of_unknown_uncertainty():
    loaded = loaded_of(places=[{"coordinateUncertaintyInMeters": "0"}])
    assert loaded.collection.places["dalian"].uncertainty_m is None
    assert loaded.collection.places["dalian"].lat == 38.91


def test_half_a_broken_coordinate_is_one_problem_and_not_two():
    assert "is not a number" in the_problem("places", lat="north")


def test_a_count_without_a_split_has_nothing_to_add_up():
    assert problems_of("arrivals", men="", women="") == []


def test_words_of_a_source_that_the_stop_does_not_cite_are_told():
    second = {"id": "book", "sha256": ""}
    loaded = loaded_of(sources=[{}, second], stops=[{"sources": "book[1]"}])
    (problem,) = map(str, loaded.problems)
    assert problem.startswith("stops.csv:2:mentions  'port' is in 'interview'")


def test_a_mention_that_is_unresolved_may_have_no_value():
    assert problems_of("mentions", value="", certainty="unresolved") == []


def test_a_mention_has_either_a_value_or_no_certainty():
    assert "is unresolved, but there is a value" in the_problem("mentions", certainty="unresolved")
    length = {"kind": "date", "value": "", "duration": "P40D"}
    assert "is empty, but the certainty" in the_problem("mentions", **length)


A_DATE = {"kind": "date", "value": "1996-05"}


@pytest.mark.parametrize("anchor", ["", "port", "famine", "by-sea:1"])
def test_a_date_may_count_from_nothing_a_mention_an_event_or_a_stop(anchor):
    assert problems_of("mentions", **A_DATE, anchor=anchor) == []


@pytest.mark.parametrize(
    ("anchor", "told"),
    [
        ("by-sea:9", "'by-sea:9' is not a mention, an event or a stop. Did you mean 'by-sea:1'?"),
        ("prt", "'prt' is not a mention, an event or a stop. Did you mean 'port'?"),
        (
            "1996-05",
            "'1996-05' is not a mention, an event or a stop. "
            "Write the id of a mention or an event, or",
        ),
        ("dalian", "'dalian' is not a mention, an event or a stop."),
        ("second", "'second' is the mention itself. Name another mention"),
    ],
)
def test_a_date_that_counts_from_what_is_not_told_is_a_problem_of_its_row(anchor, told):
    problem = the_problem("mentions", **A_DATE, anchor=anchor)
    assert problem.startswith("mentions.csv:3:anchor  ")
    assert told in problem


def test_a_mention_keeps_what_it_counts_from():
    loaded = loaded_of(mentions=[{}, {**A_DATE, "id": "later", "anchor": "famine"}])
    assert loaded.collection.mentions["later"].anchor == "famine"
    assert loaded.collection.mentions["port"].anchor == ""


def test_a_duration_that_counts_from_nothing_is_told_to_name_it():
    problem = the_problem("stops", duration="P3D")
    assert problem.startswith("stops.csv:3:after  is empty, but there is a duration")


HOSTILE = {
    "markup": "<script>alert(1)</script>",
    "an image": '"><img src=x onerror=alert(1)>',
    "ten thousand characters": "x" * 10_000,
    "a bell": "left\x07 home",
    "a nul": "left\x00 home",
    "an override of direction": "left \u202e home",
    "a right-to-left mark": "left \u200f home",
    "a character of no width": "left\u200b home",
    "a byte that was not UTF-8": "left \N{REPLACEMENT CHARACTER} home",
}
TEXT_COLUMNS = [
    ("journeys", "title"),
    ("stops", "role"),
    ("events", "summary"),
    ("sources", "title"),
    ("places", "note"),
    ("mentions", "note"),
    ("arrivals", "note"),
    ("names", "reason"),
]


@pytest.mark.parametrize(("table", "column"), TEXT_COLUMNS)
@pytest.mark.parametrize("cell", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_a_problem_once_and_its_row_stands(table, column, cell):
    loaded = load(tables_with(table, **{**OTHER[table], column: cell}))
    (problem,) = [str(p) for p in loaded.problems if NO_STOP not in p.message]
    assert problem.startswith(f"{table}.csv:3:{column}  ")
    assert len(problem) < 250
    key = key_of(table, {**GOOD_ROWS[table], **OTHER[table], column: cell})
    assert (table, key) in loaded.places
    assert good_row_stands(loaded, table)


def test_a_fault_of_a_cell_that_is_read_twice_is_told_once():
    assert the_problem("events", date="1996\u200f").startswith("events.csv:3:date  '1996")


@pytest.mark.parametrize(
    "cell",
    ["`code` and ``more``", "she said \"no\", he 'yes'", "a < b > c & d", "10 % ~ $x$ *y* [z](w)"],
)
@pytest.mark.parametrize(("table", "column"), TEXT_COLUMNS)
def test_quotes_and_back_ticks_and_other_marks_are_plain_text(table, column, cell):
    assert problems_of(table, **{column: cell}) == []


def test_text_stands_as_it_is_written_but_for_what_cannot_be_seen():
    cell = '`<b>` "é" 김 \u202eleft\x07'
    loaded = loaded_of(stops=[{"role": cell}])
    assert loaded.collection.journeys["by-sea"].stops[0].role == '`<b>` "é" 김 left'


def test_a_long_text_is_not_cut():
    loaded = loaded_of(journeys=[{"summary": "x" * 10_000}])
    assert loaded.collection.journeys["by-sea"].summary == "x" * 10_000
    assert "10,000 characters; at most 1,200 are allowed" in str(loaded.problems[0])


def the_stop(**cells: str):
    """The stop of the good row with other cells."""
    return loaded_of(stops=[cells]).collection.journeys["by-sea"].stops[0]


def test_an_empty_cell_of_the_date_says_what_is_said_of_the_place():
    stop = the_stop(basis="inferred", certainty="probable")
    assert (basis_of_date(stop), certainty_of_date(stop)) == ("inferred", "probable")


@pytest.mark.parametrize("column", ["basis", "date_basis"])
def test_what_is_stated_needs_words_that_state_it(column):
    usual = {"basis": "inferred", "date_basis": "inferred", "mentions": ""}
    assert not loaded_of(stops=[usual]).problems
    (problem,) = loaded_of(stops=[usual | {column: "stated"}]).problems
    assert f"the {column} is 'stated'. Name the words that state it." in str(problem)


def test_what_is_said_of_the_date_says_nothing_of_the_place():
    stop = the_stop(date_basis="external", date_certainty="possible")
    assert (stop.basis, stop.certainty) == ("stated", "certain")
    assert (basis_of_date(stop), certainty_of_date(stop)) == ("external", "possible")
    assert is_date_in_doubt(stop)


@pytest.mark.parametrize(
    ("column", "cell"), [("date_basis", "stated"), ("date_certainty", "certain")]
)
def test_what_is_said_of_a_date_that_is_not_there_is_a_problem_with_a_remedy(column, cell):
    problem = the_problem("stops", date="", **{column: cell})
    assert problem.startswith(f"stops.csv:3:{column}  is given, but there is neither a date nor")
    assert "Give one of them, or leave it empty." in problem
    counted = {"after": "by-sea:1", "duration": "P3D", column: cell}
    assert problems_of("stops", date="", **counted) == []


def test_a_date_cannot_be_unresolved_because_then_it_is_empty():
    assert "is not one of certain, probable, possible." in the_problem(
        "stops", date_certainty="unresolved"
    )


def test_a_row_with_three_broken_cells_is_three_problems():
    problems = problems_of("stops", date="1951-13", basis="guessed", certainty="sure")
    assert sorted(problem.split()[0] for problem in problems) == [
        "stops.csv:3:basis",
        "stops.csv:3:certainty",
        "stops.csv:3:date",
    ]


CELLS = [(table, column) for table in sorted(GOOD_ROWS) for column in TABLES[table].names]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.sampled_from(CELLS), st.text(max_size=60))
@example(("stops", "after"), "by-sea:1")
@example(("stops", "order"), "9" * 5000)
@example(("arrivals", "total"), "٣")
@example(("places", "extent"), "place:")
@example(("mentions", "duration"), "P9999Y9999M")
def test_no_text_in_any_cell_raises(cell, text):
    table, column = cell
    in_a_second_row = tables_with(table, **{**OTHER[table], column: text})
    in_the_only_row = good_tables(**{table: csv_of(table, {column: text})})
    for tables in (in_a_second_row, in_the_only_row):
        for problem in load(tables).problems:
            assert LINE_OF_A_PROBLEM.fullmatch(str(problem))


DATES = ["", "1996", "1996-02-03", "1997-05~", "1999/..", "../1998", "[1996,1998]", "0001", "9999"]
DURATIONS = ["", "P3D", "-P3D", "P3Y", "P999999D"]
AFTER = ["", "by-sea:1", "by-sea:2", "by-sea:3", "famine", "by-sea:7", "nowhere"]
TIMES = st.fixed_dictionaries(
    {
        "date": st.sampled_from(DATES),
        "after": st.sampled_from(AFTER),
        "duration": st.sampled_from(DURATIONS),
        "tolerance": st.sampled_from(DURATIONS),
    }
)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.lists(TIMES, min_size=1, max_size=5))
def test_stops_that_contradict_each_other_in_any_way_are_told_and_stay(times):
    stops = [{"order": str(order), **told} for order, told in enumerate(times, start=1)]
    loaded = loaded_of(stops=stops)
    counted = [told for told in times if told["after"] or not told["duration"]]
    assert len(loaded.collection.journeys["by-sea"].stops) == len(counted)


def test_each_reader_asks_for_the_codes_that_the_schema_gives(monkeypatch):
    asked, choice = {}, Row.choice
    monkeypatch.setattr(
        Row,
        "choice",
        lambda row, column, codes: (
            asked.setdefault((row.table, column), codes) and choice(row, column, codes)
        ),
    )
    load(good_tables(**{name: csv_of(name, {}) for name in ("publication", "statements")}))
    rules = {(table.name, c.name): c.choices for table in TABLES.values() for c in table.columns}
    assert asked == {cell: codes for cell, codes in rules.items() if codes}


def test_a_journey_without_a_code_for_its_outcome_is_one_whose_outcome_is_not_told():
    collection = collection_of(journeys=[{"outcome_kind": ""}])
    assert collection.journeys["by-sea"].outcome_kind == "not-told"


@pytest.mark.parametrize("kind", ["helper", "corridor", "trafficking"])
def test_a_trip_of_whoever_did_not_get_out_has_no_outcome(kind):
    told = the_problem("journeys", kind=kind, outcome_kind="arrived")
    assert "outcome_kind" in told
    assert told.endswith("Leave it empty.")
