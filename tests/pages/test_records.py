"""Staff find rows, open one, see its journeys and take the rows along; others have no such page."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qsl, quote

import pytest

from annotations.collection.load import load
from annotations.proposals.overlay import Overlay
from annotations.search.row_finder import finder
from annotations.store.files.store import CsvStore
from annotations.tables.schema import TABLES
from annotations.tables.sheets import sheets
from tests.collections import csv_of, good_tables
from tests.pages.visits import charts, html, text, title, visit
from tests.stores import changed, saved
from views.text import labels
from views.widgets.app import sign_in, store

KIM = "kim-seong-min-1996"
OURS = load(CsvStore()).collection
HOSTILE = "<script>alert(1)</script> **b** [x](https://example.org) $x$ :red[y]"


@pytest.fixture
def staff(monkeypatch) -> None:
    """Whoever visits is staff."""
    monkeypatch.setattr(sign_in, "who", lambda: "staff@example.org")


def ids(at) -> list[str]:
    """The ids of the rows in the table."""
    return list(at.dataframe[0].value["id"])


def test_without_the_pages_for_staff_the_address_leads_to_no_rows():
    at = visit("records")
    assert len(at.dataframe) == 0
    assert title(at) != "What do the records say?"


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_listed_whole_and_counted(staff, table):
    at = visit("records", table=labels.table(table))
    count = len(sheets(CsvStore())[table].rows)
    assert not at.exception
    assert len(at.dataframe[0].value) == count
    assert f"{count} of {count} rows in {table}.csv" in text(at)
    assert {button.key for button in at.get("download_button")} >= {f"download-{table}.csv"}


def test_without_anything_asked_the_journeys_are_listed(staff):
    at = visit("records")
    assert ids(at) == list(load(CsvStore()).collection.journeys)
    assert title(at) == "What do the records say?"


def test_a_link_brings_the_same_rows_back(staff):
    at = visit(
        "records",
        **{"table": "Journeys", "find": "Seong-min", "years": ["1996", "1999"], "where": "China"},
    )
    assert ids(at) == [KIM]
    assert f"1 of {len(OURS.journeys)} rows in journeys.csv" in text(at)
    assert "Stops" in text(at) and "Arrivals" not in text(at)
    at.button(key="clear-rows").click().run()
    assert len(ids(at)) == len(OURS.journeys)


def test_each_gap_leads_to_its_row(staff):
    links = set(re.findall(r'href="(records\?[^"]+)"', unescape(html(visit("gaps")))))
    assert len(links) > 100
    asked = [dict(parse_qsl(link.partition("?")[2])) for link in sorted(links)[:: len(links) // 3]]
    assert len({each["table"] for each in asked}) > 1
    for each in asked:
        at = visit("records", **each)
        assert not at.exception
        assert f"<h2>{each['row']}</h2>" in html(at)


def test_kinds_certainty_and_order_of_a_table_stand_in_its_address(staff):
    at = visit("records", **{"table": "Marked words", "sure": "unresolved"})
    assert set(at.dataframe[0].value["certainty"]) == {"unresolved"}
    at = visit("records", **{"table": "Places", "kind-places": "river", "sorted-places": "name ↓"})
    names = list(at.dataframe[0].value["name"])
    assert set(at.dataframe[0].value["kind"]) == {"river"}
    assert names == sorted(names, reverse=True)


def test_an_address_asks_for_the_certainty_of_the_place_as_before_and_of_the_date_by_itself(staff):
    of_place = visit("records", **{"table": "Stops", "sure": "probable"}).dataframe[0].value
    assert set(of_place["certainty"]) == {"probable"}
    address = {"table": "Stops", "date-certainty-stops": "probable"}
    of_date = visit("records", **address).dataframe[0].value
    assert set(of_date["date_certainty"]) <= {"probable", ""}
    assert {"probable", "certain"} <= set(of_date["certainty"])


def test_a_filter_that_a_table_cannot_answer_is_there_but_asks_nothing(staff):
    at = visit("records", **{"table": "Arrivals", "where": "China"})
    assert at.multiselect(key="where").disabled
    assert len(at.dataframe[0].value) == 38


def test_a_row_opens_with_its_cells_its_words_its_sources_and_its_journey(staff):
    at = visit("records", table="Stops", row=f"{KIM}:2")
    shown = text(at)
    row = next(row for row in sheets(CsvStore())["stops"].rows if row.id == f"{KIM}:2")
    assert f"stops.csv, line {row.line}" in shown
    assert [cell for cell in row.cells if " ".join(cell.split()) not in shown] == []
    assert "port of Dalian" in shown and "Who says so" in shown
    history, journey = at.get("page_link")
    assert journey.proto.label == "The journey: Kim Seong Min"
    assert history.proto.query_string == f"table=stops&row={quote(KIM)}%3A2"
    at.button(key="close-row").click().run()
    assert "csv, line" not in html(at)


def test_an_opened_row_links_to_its_own_history_and_a_journey_to_its_review(staff):
    def links(table, row):
        links = visit("records", table=table, row=row).get("page_link")
        return [f"{link.proto.page}?{link.proto.query_string}" for link in links]

    history, review, _journey = links("Journeys", KIM)
    assert history == f"history?table=journeys&row={KIM}"
    assert review == f"review?journey={KIM}"
    (history,) = links("Arrivals", "2002:2002:ministry")
    assert history == "history?table=arrivals&row=2002%3A2002%3Aministry"


def test_an_old_link_to_a_row_of_arrivals_still_opens_it(staff):
    (history,) = visit("records", table="Arrivals", row="ministry:2002:2002").get("page_link")
    assert history.proto.query_string == "table=arrivals&row=2002%3A2002%3Aministry"


def test_another_table_closes_the_row_that_was_open(staff):
    at = visit("records", table="Places", row="pyongyang")
    assert "places.csv, line 46" in html(at)
    at.button_group(key="table").set_value("stops").run()
    assert "csv, line" not in html(at)
    assert [info.value for info in at.info] == []


def test_a_link_to_a_row_that_is_not_there_gets_one_kind_sentence(staff):
    at = visit("records", table="Places", row="<b>nowhere</b>")
    assert len(at.info) == 1
    assert len(at.dataframe[0].value) == len(OURS.places)


def test_map_and_timeline_show_the_journeys_of_the_rows_once_asked(staff):
    assert charts(visit("records", find=KIM)) == []
    at = visit("records", table="Journeys", find=KIM, drawn="true")
    assert not at.exception
    (chart,) = charts(at)
    assert KIM in json.dumps(chart)
    assert len(at.get("component_instance")) == 1


@pytest.mark.parametrize("words", [".*[", "x" * 10_000, "\u202e평\u200b양", "' OR 1=1", HOSTILE])
def test_whatever_is_looked_for_the_page_stands(staff, words):
    at = visit("records", find=words)
    assert not at.exception
    assert "<script" not in html(at)


def test_text_of_the_records_stays_text(staff, monkeypatch):
    journeys = csv_of("journeys", {"title": HOSTILE, "summary": HOSTILE, "people": HOSTILE})
    tables = good_tables(journeys=journeys, sources=csv_of("sources", {"title": HOSTILE}))
    collection = load(tables).collection
    found = finder(collection, sheets(tables))
    monkeypatch.setattr(store, "collection", lambda: collection)
    monkeypatch.setattr(store, "rows_to_find", lambda: found)
    at = visit("records", table="Journeys", row="by-sea")
    assert not at.exception
    assert "<script" not in html(at)
    assert HOSTILE in text(at)
    *_, link = at.get("page_link")
    assert "\\*\\*b\\*\\*" in link.proto.label and "\\[x\\]" in link.proto.label


@pytest.mark.parametrize(("table", "row"), (("Journeys", "by-sea"), ("Stops", "by-sea:1")))
def test_a_row_of_a_journey_that_visitors_do_not_see_leads_to_its_review(
    table, row, staff, monkeypatch
):
    tables = good_tables()
    whole = load(tables).collection
    found = finder(whole, sheets(tables))
    monkeypatch.setattr(store, "collection", lambda: replace(whole, journeys={}))
    monkeypatch.setattr(store, "rows_to_find", lambda: found)
    at = visit("records", table=table, row=row, drawn="true")
    assert not at.exception
    assert at.get("page_link")[-1].proto.label == "The review of by-sea"


WITHHELD = {"place": "withheld", "date": "withheld"}
CAPTION = "Files with rows that visitors see in less detail, or not at all, carry no licence"


def downloads(at) -> set[str]:
    """The names of the files that can be downloaded."""
    return {button.key.removeprefix("download-") for button in at.get("download_button")}


def test_files_with_a_withheld_journey_say_in_their_names_and_below_that_they_are_not_for_all(
    staff, app_with
):
    app_with(publication=csv_of("publication", WITHHELD))
    at = visit("records", table="Stops")
    kept = "-not-for-publication"
    assert downloads(at) == {f"stops{kept}.csv", f"stops{kept}.geojson", f"ways-out{kept}.xlsx"}
    assert any(CAPTION in each.value for each in at.caption)


def test_files_of_what_visitors_see_whole_have_their_plain_names_and_no_such_caption(staff, tables):
    at = visit("records", table="Stops")
    assert downloads(at) == {"stops.csv", "stops.geojson", "ways-out.xlsx"}
    assert not any(CAPTION in each.value for each in at.caption)


def test_a_proposal_to_show_a_journey_again_does_not_license_its_rows(staff, app_with):
    over = Overlay(app_with(publication=csv_of("publication", WITHHELD)))
    shown = changed(over, "publication", "by-sea", place="as-is", date="as-is")
    saved(over, shown, who="ada", why="as she said")
    at = visit("records", table="Stops", proposal=over.proposal.id)
    assert not at.exception
    assert "stops-not-for-publication.csv" in downloads(at)
