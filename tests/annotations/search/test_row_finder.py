"""Staff find the rows that they ask for: each filter, each spelling, whatever is typed."""

from __future__ import annotations

import pytest

from annotations.collection.load import load
from annotations.search.indexed_sheet import Query
from annotations.search.row_finder import Finder, finder, selection_of
from annotations.selection.filters import Filters, select
from annotations.store.files.store import CsvStore
from annotations.tables.schema import TABLES
from annotations.tables.sheets import sheets
from tests.collections import csv_of, good_tables

NO_POINT = {"lat": "", "lon": "", "coordinateUncertaintyInMeters": ""}
PLACES = (
    {},
    {"id": "pyongyang", "name": "Pyongyang", "name_ko": "평양", "name_zh": "平壤", "country": "KP"},
    {"id": "chongjin", "name": "Chongjin", "name_ko": "청진", "name_zh": "清津", "country": "KP"},
    {"id": "hyesan", "name": "Hyesan", "name_ko": "혜산", "name_zh": "惠山", "country": "KP"},
    {
        **NO_POINT,
        **{"id": "yanbian", "name": "Yanbian", "name_ko": "연변", "name_zh": "延边"},
        **{"kind": "area", "extent": "CN-JL"},
    },
)
STOPS = (
    {},
    {"order": "2", "place": "pyongyang", "date": "1998", "certainty": "probable"},
    {"order": "3", "place": "chongjin", "date": "1999/2001"},
    {"order": "4", "place": "hyesan", "date": ""},
    {"order": "5", "place": "yanbian", "date": "2004~", "certainty": "possible"},
)


def finder_of(**texts: str) -> Finder:
    """The finder of the good tables, some of them given instead."""
    tables = good_tables(**texts)
    return finder(load(tables).collection, sheets(tables))


@pytest.fixture(scope="module")
def made() -> Finder:
    return finder_of(places=csv_of("places", *PLACES), stops=csv_of("stops", *STOPS))


@pytest.fixture(scope="module")
def own() -> Finder:
    """The finder of the project's own tables."""
    return finder(load(CsvStore()).collection, sheets(CsvStore()))


def ids(found: Finder, table: str, **asked) -> list[str]:
    return [row.id for row in found.found(table, Query(**asked)).rows]


def orders(found: Finder, **asked) -> str:
    """The orders of the stops that are found, in a row."""
    return "".join(key.partition(":")[2] for key in ids(found, "stops", **asked))


@pytest.mark.parametrize("table", TABLES)
def test_no_question_finds_every_row_in_the_order_of_the_table(own, table):
    assert own.found(table, Query()).rows == sheets(CsvStore())[table].rows


@pytest.mark.parametrize(
    ("order", "spellings"),
    [
        ("2", "Pyongyang pyongyang P'yŏngyang P’yŏngyang Pyeongyang Pyong-yang 평양 평양시 平壤"),
        ("3", "Chongjin Ch'ongjin Ch'ŏngjin Cheongjin CHEONGJIN Chongjin-si 청진 清津"),
        ("4", "Hyesan hyesan Hye-san 혜산 惠山"),
        ("5", "Yanbian Yŏnbyŏn Yeonbyeon Yonbyon 연변 延边"),
    ],
)
def test_a_place_is_found_under_each_of_its_spellings(made, order, spellings):
    assert {word: orders(made, words=word) for word in spellings.split()} == dict.fromkeys(
        spellings.split(), order
    )


def test_a_name_of_several_words_is_found_with_and_without_its_spaces(made):
    assert orders(made, words="Pyong yang") == orders(made, words=" pyong\u00a0yang ") == "2"


def test_each_word_must_be_in_the_row(made):
    assert orders(made, words="hides chongjin") == "3"
    assert orders(made, words="chongjin nowhere") == ""


def test_a_name_in_a_text_is_found_under_another_romanisation():
    names = csv_of("names", {}, {"name": "Chang Sŏng-min"}, {"name": "정혜"})
    found = finder_of(names=names)
    assert ids(found, "names", words="Jang Seong-min") == ["Chang Sŏng-min"]
    assert ids(found, "names", words="Jang Seongmin") == ["Chang Sŏng-min"]
    assert ids(found, "names", words="Chŏnghye") == ["정혜"]


def test_years_are_definite_or_possible_as_in_every_view(made):
    assert orders(made, period=Filters(1998, 1998)) == "2"
    assert orders(made, period=Filters(2000, 2000)) == ""
    # the fourth stop has no date of its own, but lies between the third and the fifth
    assert orders(made, period=Filters(2000, 2000, possibly=True)) == "34"
    assert orders(made, period=Filters(1999, 2005)) == "345"


@pytest.mark.parametrize("possibly", [False, True])
@pytest.mark.parametrize("years", [(1996, 1999), (2001, 2004), (2013, 2013)])
def test_journeys_and_events_of_a_period_are_those_of_the_map(own, years, possibly):
    filters = Filters(*years, possibly=possibly)
    chosen = select(load(CsvStore()).collection, filters)
    assert ids(own, "journeys", period=filters) == [journey.id for journey in chosen.journeys]
    assert ids(own, "events", period=filters) == [event.id for event in chosen.events]


def test_a_country_is_that_of_the_place_the_journey_or_the_event(made):
    korea = frozenset({"KP"})
    assert orders(made, countries=korea) == "234"
    assert ids(made, "places", countries=korea) == ["pyongyang", "chongjin", "hyesan"]
    assert ids(made, "events", countries=korea) == ["famine"]
    assert ids(made, "journeys", countries=korea) == ["by-sea"]
    assert ids(made, "mentions", countries=korea) == []


def test_a_kind_is_that_of_the_table_and_of_a_stop_that_of_its_journey(made):
    assert ids(made, "places", kinds=frozenset({"area"})) == ["yanbian"]
    assert ids(made, "events", kinds=frozenset({"world"})) == ["famine"]
    assert orders(made, kinds=frozenset({"journey"})) == "12345"
    assert orders(made, kinds=frozenset({"helper"})) == ""


def test_certainty_status_and_source_are_asked_of_the_rows_that_have_them(own):
    records = load(CsvStore()).collection
    unsure = {m.id for m in records.mentions.values() if m.certainty == "unresolved"}
    assert set(ids(own, "mentions", certainties=frozenset({"unresolved"}))) == unsure
    drafts = {j.id for j in records.journeys.values() if j.status == "draft"}
    assert set(ids(own, "journeys", statuses=frozenset({"draft"}))) == drafts
    text = "rfa-mike-kim-2009"
    cited = {j.id for j in records.journeys.values() if text in {c.source for c in j.sources}}
    assert set(ids(own, "journeys", sources=frozenset({text}))) == cited
    assert ids(own, "sources", sources=frozenset({text})) == [text]


def test_a_stop_is_found_by_the_certainty_of_its_place_and_of_its_date_apart():
    doubted = {"order": "2", "date_certainty": "probable", "date_basis": "external"}
    rows = ({}, doubted, {"order": "3", "certainty": "probable", "date": ""}, {**STOPS[4]})
    places = csv_of("places", *PLACES)
    made = finder_of(places=places, stops=csv_of("stops", *rows))
    probable, possible = frozenset({"probable"}), frozenset({"possible"})
    assert orders(made, certainties=probable) == "3"
    assert orders(made, date_certainties=probable) == "2"
    assert orders(made, date_certainties=possible) == "5"  # as its place, where it says nothing
    assert orders(made, date_bases=frozenset({"external"})) == "2"
    assert orders(made, bases=frozenset({"stated"})) == "1235"
    assert made.options("stops", "date_certainties") == ("certain", "possible", "probable")
    assert made.options("mentions", "date_certainties") == ()


def test_a_column_sorts_numbers_by_size_and_leaves_empty_cells_to_the_end(made):
    assert orders(made, sort="order", descending=True) == "54321"
    assert orders(made, sort="date") == "12354"
    assert orders(made, sort="date", descending=True) == "53214"
    assert orders(made, sort="no such column") == "12345"
    many = csv_of("stops", *({"order": str(n)} for n in (10, 9, 2, 1)))
    assert orders(finder_of(stops=many), sort="order") == "12910"


def test_tables_are_counted_where_they_can_be_asked_the_same(made):
    asked = Query(countries=frozenset({"KP"}))
    assert made.counts("stops", asked) == {
        **{"places": 3, "mentions": 0, "journeys": 1, "stops": 3, "events": 1}
    }
    assert set(made.counts("stops", Query(kinds=frozenset({"journey"})))) == {"stops"}
    answers = made.answers("stops", asked)
    assert {f.sheet.table: len(f.rows) for f in answers} == made.counts("stops", asked)


def test_a_statement_is_found_by_its_source_place_and_days_and_belongs_to_its_journeys():
    later = {"id": "later", "date": "2001", "place": "", "about": "2002", "source": "letter[1]",
             "mentions": ""}  # fmt: skip
    sources = csv_of("sources", {}, {"id": "letter", "sha256": ""})
    found = finder_of(statements=csv_of("statements", {}, later), sources=sources)
    assert found.found("statements", Query()).journeys == ("by-sea",)
    assert ids(found, "statements", sources=frozenset({"interview"})) == ["claim"]
    assert ids(found, "statements", countries=frozenset({"CN"})) == ["claim"]
    assert ids(found, "statements", period=Filters(2000, 2002)) == ["later"]


def test_a_row_that_cannot_stand_is_found_all_the_same():
    found = finder_of(stops=csv_of("stops", {}, {"order": "2", "date": "1951-13"}))
    assert ids(found, "stops", words="1951-13") == ["by-sea:2"]
    assert ids(found, "stops", period=Filters(1996, 1996)) == ["by-sea:1"]


def test_rows_lead_to_the_journeys_that_they_belong_to(made):
    collection = made.sheets["stops"].collection
    for table in ("sources", "places", "mentions", "journeys", "stops"):
        found = made.found(table, Query(words="dalian" if table != "sources" else ""))
        chosen = selection_of(collection, found, Filters())
        assert [journey.id for journey in chosen.journeys] == ["by-sea"]
    events = selection_of(collection, made.found("events", Query()), Filters())
    assert [event.id for event in events.events] == ["famine"]
    assert made.row("stops", "by-sea:9") is None
    assert made.journeys_of("stops", made.row("stops", "by-sea:2")) == ("by-sea",)


HOSTILE = (
    *(".*", "[a-z]+", "(", ")", "\\", "^$", "|", "a|b", "{1,9}", "%s", "{0}", "${7*7}", "?"),
    *("' OR 1=1 --", "<script>alert(1)</script>", "\x00\x01", "\ufeff", "\ud800", "\U0010ffff"),
    *("x" * 10_000, " ".join(map(str, range(2500))), "평" * 3000, "\n\t\r", "ı İ ß ﷺ"),
)


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("table", TABLES)
def test_whatever_is_typed_is_looked_for_as_it_stands(own, table, words):
    rows = own.found(table, Query(words=words)).rows
    assert set(rows) <= set(sheets(CsvStore())[table].rows)


def test_signs_of_patterns_mean_themselves(made):
    assert orders(made, words=".*") == orders(made, words="[a-z]+") == orders(made, words="|") == ""


@pytest.mark.parametrize("unseen", "\u200e\u200f\u202e\u2066\u200b\ufeff")
def test_marks_that_cannot_be_seen_hide_nothing(made, unseen):
    assert orders(made, words=f"{unseen}평{unseen}양{unseen}") == "2"
    role = f"h{unseen}ides ba{unseen}ck"
    found = finder_of(stops=csv_of("stops", {"role": role}))
    assert orders(found, words="hides back") == "1"


def test_tables_without_rows_answer_too():
    empty = {table: csv_of(table) for table in TABLES}
    found = finder_of(**empty)
    asked = Query("a", Filters(1999, 2000), frozenset({"KP"}), sort="id")
    assert {table: found.found(table, asked).rows for table in TABLES} == dict.fromkeys(TABLES, ())
