"""What else the sources count is read where it bears on something, unless that is hidden."""

import json

import pytest

from annotations.proposals.overlay import Overlay
from tests.collections import csv_of
from tests.pages.test_cite import citation
from tests.pages.test_search import searched
from tests.pages.visits import charts, html, on_timeline, text, visit
from tests.stores import changed, saved
from views.widgets.app import reader
from views.widgets.atlas import controls, map_and_timeline

PROFILE = {"record": "by-sea", "place": "country"}
PAGES = (("sources", {}), ("journeys", {"journey": "by-sea"}), ("map", {"journey": "by-sea"}),
         ("arrivals", {}))  # fmt: skip
STATED = csv_of("statements", {"about": "by-sea;2002"})


def traces(at) -> list[dict]:
    """The traces of the timeline."""
    (chart,) = charts(at)
    return chart["data"]


def test_the_text_that_tells_no_journey_is_reached_through_what_it_counts():
    words = text(visit("sources"))
    start = words.index("Kim Seong Min: Democracy for North Korea", 2000)
    assert "26,000 people" in words[start : words.index("How to escape North Korea", start)]


def test_a_journey_has_what_its_source_counts_beside_it():
    words = text(visit("journeys", journey="two-women-laos-2004"))
    assert "What the source also counts" in words
    assert "1,000 dollars" in words and "6,000 miles" in words and "5,000 miles" in words


def test_the_page_of_arrivals_has_what_bears_on_a_year():
    page = visit("arrivals")
    words = text(page)
    assert 'id="stated"' in html(page) and 'href="#stated"' in html(page)
    assert "1,047 people as of 2019" in words and "67 people as of 2022" in words
    assert "1,008" not in words


def test_whoever_cites_an_arrivals_page_or_a_journey_cites_who_counts_beside_it():
    _ours, *sources = json.loads(citation("arrivals"))
    assert {"birrell-2023", "kim-seong-min-democracy"} <= {each["id"] for each in sources}
    _ours, *sources = json.loads(citation("journeys", journey="the-way"))
    assert "the-week-2011-05-18" in {each["id"] for each in sources}


def test_a_search_finds_statements():
    assert "Statements (2)" in text(searched("miles 6000"))


@pytest.mark.parametrize(("page", "address"), PAGES)
def test_a_statement_is_on_the_page_until_its_journey_is_hidden(app_with, page, address):
    app_with(statements=STATED)
    assert "3 boats" in text(visit(page, **address))
    app_with(statements=STATED, publication=csv_of("publication", PROFILE))
    assert "3 boats" not in text(visit(page, **address))


@pytest.mark.parametrize(("page", "address"), PAGES)
def test_what_is_only_proposed_is_on_no_page(app_with, page, address):
    store = app_with(statements=STATED)
    saved(Overlay(store), changed(store, "statements", "claim", value="77"), who="ada")
    words = text(visit(page, **address))
    assert "3 boats" in words and "77 boats" not in words


def test_dated_statements_are_on_the_timeline_once_they_are_asked_for():
    assert "statements" not in {trace["name"] for trace in traces(visit())}
    page = visit(stated="true")
    assert not page.exception
    assert "statement:arrivals-2019" in on_timeline(page, "statements")


@pytest.mark.parametrize(
    ("about", "opened"),
    [("2002;by-sea", ("by-sea", "")), ("famine", ("", "famine")), ("2002", ("", "")),
     ("", ("", ""))],
)  # fmt: skip
def test_the_mark_of_a_statement_opens_what_it_bears_on_first(app_with, monkeypatch, about, opened):
    app_with(statements=csv_of("statements", {"about": about}))
    found = {"journey": "", "event": ""}
    monkeypatch.setattr(controls, "open_journey", lambda key: found.update(journey=key))
    monkeypatch.setattr(controls, "open_event", lambda key: found.update(event=key))
    monkeypatch.setattr(reader, "message", lambda *_: "statement:claim")
    map_and_timeline._timeline_clicked()
    assert tuple(found.values()) == opened
