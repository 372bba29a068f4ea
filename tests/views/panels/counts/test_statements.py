"""A statement is told with how much, as of when, who says so, how sure, and who says otherwise."""

import pytest

from annotations.collection import load
from annotations.store import CsvStore
from tests.collections import collection_of
from views.panels.counts.statements import of_source, statements_list
from views.panels.details import event_details, journey_details
from views.panels.folds import source_folds
from views.panels.reading import source_entry, source_row
from views.panels.search_results import search_results
from views.text.counted import amount

PAIR = [{"differs": "second"}, {"id": "second", "value": "40", "differs": "claim", "about": ""}]


@pytest.fixture(scope="module")
def records():
    return load(CsvStore()).collection


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        ("1008", "people", "1,008 people"),
        ("60-80", "per cent", "60–80 per cent"),
        ("1000-2500.5", "", "1,000–2,500.5"),
        ("up to 30,000", "people", "up to 30,000 people"),
        ("almost tenfold", "", "almost tenfold"),
    ],
)
def test_an_amount_is_told_with_its_unit_and_only_digits_are_written_anew(value, unit, told):
    collection = collection_of(statements=[{"value": value, "unit": unit}])
    assert amount(collection.statements["claim"]) == told


def test_a_statement_says_what_when_where_who_and_how_sure():
    collection = collection_of(statements=[{"note": "Counted (interview) by night."}])
    told = statements_list(collection, collection.statements.values())
    for words in ("Boats in the port", "3 boats", "as of 1996, Dalian", "paragraph 2",
                  "stated by the source, certain", "not reviewed by a second person yet",
                  "by night"):  # fmt: skip
        assert words in told
    reviewed = collection_of(statements=[{"status": "reviewed", "date": ""}])
    told = statements_list(reviewed, reviewed.statements.values())
    assert "not reviewed" not in told and "date not given" in told


def test_what_differs_stands_beside_it_also_where_it_alone_bears_on_a_journey():
    collection = collection_of(statements=PAIR)
    page = journey_details(collection, collection.journeys["by-sea"], "#000000")
    assert "What the source also counts" in page
    assert page.count("These differ:") == 1
    assert page.index("3 boats") < page.index("40 boats")


def test_what_is_heavy_stands_behind_its_note_and_who_says_so_before_it():
    collection = collection_of(statements=[{"care": "forced labour"}])
    told = statements_list(collection, collection.statements.values())
    gate = told[told.index("<details") : told.index("</details>")]
    assert "Content note: forced labour." in gate and "3 boats" in gate
    assert "paragraph 2" not in gate and "3 boats" not in told.replace(gate, "")


def test_a_source_has_its_statements_and_counts_them():
    collection = collection_of(statements=PAIR)
    source = collection.sources["interview"]
    page = source_entry(collection, source)
    assert "2 statements" in page and "What it also counts" in page and "40 boats" in page
    assert "2 statements" in source_row(collection, source)[3]
    assert "40 boats" in source_folds(collection, [source])


def test_a_record_that_nothing_else_is_counted_for_has_no_such_part():
    collection = collection_of(statements=[{"about": ""}])
    assert "also counts" not in journey_details(collection, collection.journeys["by-sea"], "#000")
    assert "also counts" not in event_details(collection, collection.events["famine"])


def test_an_event_has_what_bears_on_it():
    collection = collection_of(statements=[{"about": "famine"}])
    assert "3 boats" in event_details(collection, collection.events["famine"])


def test_text_of_a_statement_is_never_markup():
    words = {name: "a & b" for name in ("subject", "unit", "note", "care")}
    collection = collection_of(statements=[{**words, "value": "some & more"}])
    told = statements_list(collection, collection.statements.values())
    assert " & " not in told and "a &amp; b" in told and "some &amp; more" in told


def test_a_search_tells_the_statement_who_says_so_and_leads_to_its_journeys():
    collection = collection_of(statements=[{}])
    page = search_results(collection, {"statements": ("claim",)})
    assert "Statements (1)" in page and "Boats in the port: 3 boats" in page
    assert "paragraph 2" in page and "journey=by-sea" in page


def test_each_of_the_four_texts_that_counts_anything_is_reached(records):
    found = {key: len(of_source(records, source)) for key, source in records.sources.items()}
    assert found["kim-seong-min-democracy"] and found["birrell-2023"] and found["rfa-mike-kim-2009"]
    page = source_entry(records, records.sources["kim-seong-min-democracy"])
    assert "26,000 people" in page


def test_the_three_shares_of_those_who_are_sold_stand_together(records):
    page = journey_details(records, records.journeys["sold-across-the-border"], "#000000")
    told = [page.index(words) for words in ("more than 80 per", "60–80 per cent", "97 per cent")]
    assert told == sorted(told) and page.count("These differ:") == 1
