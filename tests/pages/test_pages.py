"""Each page answers its question, follows its link, and stands whatever the tables hold."""

import csv
import json
import re
import shutil
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from annotations.collection.load import load
from annotations.selection.filters import Filters, select
from annotations.store.files.store import CsvStore
from geodata import ROOT
from tests.collections import LINE_OF_A_PROBLEM
from tests.pages.visits import (
    PAGES,
    counted,
    html,
    listed,
    map_args,
    map_state,
    on_timeline,
    problems,
    said,
    text,
    title,
    visit,
)
from views.atlas.colours import as_css, colours_of
from views.atlas.scene import not_on_map
from views.timeline.figure import not_on_timeline

KIM = "kim-seong-min-1996"
ESCAPE = "Kim Seong Min 2013"
TABLES = {
    **dict.fromkeys(("sources", "mentions", "journeys", "stops"), "annotations"),
    **dict.fromkeys(("events", "arrivals", "statements", "glossary"), "annotations"),
    **dict.fromkeys(("names", "publication"), "annotations"),
    "places": "geodata",
}


@pytest.fixture(scope="module")
def records():
    return load(CsvStore()).collection


@pytest.fixture
def tables(tmp_path, monkeypatch) -> Callable[[str], Path]:
    """Where a table of a copy of our tables lies; the app reads that copy."""
    for name, room in TABLES.items():
        (tmp_path / room).mkdir(exist_ok=True)
        shutil.copyfile(ROOT / room / f"{name}.csv", tmp_path / room / f"{name}.csv")
    monkeypatch.setenv("WAYS_OUT_TABLES", str(tmp_path))
    return lambda name: tmp_path / TABLES[name] / f"{name}.csv"


def change(path: Path, row: int, **cells: str) -> None:
    """Write other cells into a row, the first below the header being 0."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
    rows[row].update(cells)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, reader.fieldnames, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def keep_header(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8").partition("\n")[0] + "\n", encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_every_page_runs_with_one_title_and_filters_only_beside_what_they_filter(page):
    at = visit(page)
    assert not at.exception
    assert title(at)
    assert problems(at) == []
    assert bool(at.slider) is (page in ("map", "journeys"))


def test_a_period_chosen_in_the_sidebar_reaches_every_view_and_never_rebuilds_the_map():
    at = visit()
    whole, before = counted(at), map_args(at)
    at.slider(key="period").set_value((1996, 1998)).run()
    after = map_args(at)
    assert {name for name in before if before[name] != after[name]} == {"feature_group"}
    chosen = counted(at)[0]
    assert 1 <= chosen < whole[0]
    assert KIM in listed(at) == map_state(at)["ids"] == on_timeline(at, "journeys")
    (link,) = re.findall(r'href="\?([^"]*within=[^"]*)"', html(at))
    assert counted(visit(**parse_qs(unescape(link))))[0] > chosen
    at.button(key="clear").click().run()
    assert counted(at) == whole


LINKS = (
    ({}, Filters()),
    ({"period": ["2001", "2004"], "within": "Also possibly"}, Filters(2001, 2004, possibly=True)),
    ({"country": ["Laos", "Mongolia"]}, Filters(countries=frozenset({"LA", "MN"}))),
    (
        {"kind": "Helper’s trip", "source": "Mike Kim 2009"},
        Filters(kinds=frozenset({"helper"}), sources=frozenset({"rfa-mike-kim-2009"})),
    ),
    # As texts were called before, and by its id.
    ({"source": "Birrell 2023"}, Filters(sources=frozenset({"birrell-2023"}))),
    (
        {"source": ["Kim Seong Min, escape", "Mike Kim 2009"]},
        Filters(sources=frozenset({"kim-seong-min-escape", "rfa-mike-kim-2009"})),
    ),
    ({"outcome": ["Died", "Not yet arrived"]}, Filters(outcomes=frozenset({"died", "in-transit"}))),
    # Links from when the general route had another name.
    ({"kind": "The way as such"}, Filters(kinds=frozenset({"corridor"}))),
    ({"kind": ["Return", "The way as such"]}, Filters(kinds=frozenset({"return", "corridor"}))),
)


@pytest.mark.parametrize(("address", "filters"), LINKS)
def test_a_link_brings_the_same_records_back_in_every_view(records, address, filters):
    at = visit(**address)
    selection = select(records, filters)
    ids = [journey.id for journey in selection.journeys]
    assert [info.value for info in at.info] == []
    assert listed(at) == ids
    assert map_state(at)["ids"] == [key for key in ids if not not_on_map(records.journeys[key])]
    drawn = {journey.id for journey in selection.journeys if not not_on_timeline(journey)}
    assert set(on_timeline(at, "journeys")) == drawn
    assert counted(at)[::2] == (len(ids), len(selection.events))
    for journey in selection.journeys:
        if not_on_map(journey) or not_on_timeline(journey):
            assert f"{journey.title} — " in text(at)


def test_a_link_opens_a_stop_and_one_can_step_on_and_back_to_the_list(records):
    stops = records.journeys[KIM].stops
    order = next(stop.order for stop in stops if stop.place and stop.place.id == "dalian")
    at = visit(journey=KIM, stop=str(order))
    assert "port of Dalian" in text(at) and "paragraph 5" in text(at)
    assert title(at).startswith("Kim Seong Min")
    at.button(key="step-False").click().run()
    assert map_state(at)["open"] == {"journey": KIM, "stop": order + 1}
    at.button(key="step-True").click().run()
    assert map_state(at)["open"] == {"journey": KIM, "stop": order}
    at.button(key="back").click().run()
    assert map_state(at)["open"] is None
    assert KIM in listed(at)


def test_a_journey_of_the_list_opens_and_a_stop_of_it():
    (link,) = re.findall(rf'href="\?([^"]*journey={KIM})"', html(visit(period=["1996", "1998"])))
    assert parse_qs(unescape(link)) == {"period": ["1996", "1998"], "journey": [KIM]}
    at = visit(**parse_qs(unescape(link)))
    assert map_state(at)["open"] == {"journey": KIM, "stop": None}
    at.button(key=f"to-{KIM}:2").click().run()
    assert "stop 2 of" in text(at)


def test_a_link_opens_an_event():
    at = visit(event="hwang-jang-yop-1997")
    assert "Party secretary seeks asylum" in text(at)
    assert "on 12 February 1997" in text(at)


def test_the_readable_list_names_every_journey(records):
    at = visit("journeys")
    linked = re.findall(r'href="\?journey=([\w-]+)"', html(at))
    assert linked == list(records.journeys)


def test_the_list_of_events_opens_each_without_a_mouse(records):
    at = visit(period=["2002", "2002"])
    at.button_group(key="listed").set_value("events").run()
    links = re.findall(r'href="\?([^"]*event=[\w-]+)"', html(at))
    events = [parse_qs(unescape(link))["event"] for link in links]
    chosen = select(records, Filters(2002, 2002)).events
    assert events == [[event.id] for event in chosen]
    assert chosen[0].title in html(visit(event=chosen[0].id))


def test_a_journey_has_a_page_of_its_own_with_all_its_stops(records):
    at = visit("journeys", journey=KIM)
    assert title(at) == "Kim Seong Min"
    rows = 1 + len(records.journeys[KIM].stops)
    before, behind = html(at).split('<div class="stops">')[1:]
    assert (before.count("<tr>"), behind.count("<tr>")) == (rows, rows)


def test_a_journey_without_marked_words_has_no_empty_part_for_them():
    title_of_part = "Everything marked in the paragraphs about this journey"
    assert title_of_part in [one.value for one in visit("journeys", journey=KIM).header]
    assert not visit("journeys", journey="canadian-embassy-forty-four-2004").header


def test_the_page_of_a_journey_has_its_map_in_its_colour_and_of_nobody_else(records):
    at = visit("journeys", journey="shanghai-scouting")
    (loaded,) = re.findall(r"window\.atlas\.load\((.*)\);", map_args(at)["feature_group"])
    scene = json.loads(loaded)
    assert scene["id"] == ["shanghai-scouting"]
    assert scene["colours"] == [as_css(colours_of(records)["shanghai-scouting"])]
    unmapped = next(j.id for j in records.journeys.values() if not_on_map(j))
    assert not visit("journeys", journey=unmapped).get("component_instance")


def test_hills_are_on_the_map_unless_an_address_says_no():
    assert map_state(visit())["relief"] is True
    assert map_state(visit(relief="false"))["relief"] is False


def test_the_arrivals_page_tells_the_official_total():
    assert "34,537" in text(visit("arrivals"))


def test_the_sources_page_names_every_source(records):
    shown = text(visit("sources"))
    missing = [s.id for s in records.sources.values() if " ".join(s.title.split()) not in shown]
    assert missing == []


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ({"period": ["abc", "1999"], "country": "XX"}, "country, period"),
        ({"period": "1996", "within": "maybe"}, "period, within"),
        ({"period": ["1800", "2400"], "kind": "<script>alert(1)</script>"}, "kind, period"),
        (
            {"journey": "nobody", "stop": "1", "event": "../etc", "source": "`${1}`"},
            "event, journey, source, stop",
        ),
        ({"journey": KIM, "stop": "99"}, "stop"),
    ],
)
def test_nonsense_in_a_link_gets_one_kind_sentence_and_the_default_view(address, parts):
    at = visit(**address)
    assert not at.exception
    (sentence,) = [info.value for info in at.info]
    assert f"cannot be read: {parts}. Everything" in sentence
    opened = address.get("journey") == KIM
    assert map_state(at)["open"] == ({"journey": KIM, "stop": None} if opened else None)
    assert len(map_state(at)["ids"]) > 40
    # The page runs again by itself when its map stands; a choice of the reader ends it.
    assert [info.value for info in at.run().info] == [sentence]
    assert [info.value for info in at.slider[0].set_value((1996, 1999)).run().info] == []


def test_a_link_may_have_years_the_wrong_way_round_and_parts_of_others():
    at = visit(period=["1998", "1996"], source=ESCAPE, utm_source="x")
    assert [info.value for info in at.info] == []
    assert map_state(at)["ids"] == [KIM]
    assert "between 1996 and 1998" in text(at)


BREAKS = (
    ("stops", 1, {"date": "1951-13"}),
    ("stops", 12, {"place": "atlantis"}),
    ("places", 1, {"extent": "place:atlantis"}),
    ("events", 1, {"category": "party"}),
    ("events", 2, {"title": "y" * 10_000}),
    ("arrivals", 1, {"total": "many"}),
    ("journeys", 4, {"sources": "nobody[1]"}),
    ("journeys", 5, {"title": "<b>x</b>"}),
    ("journeys", 6, {"title": "x" * 10_000}),
)


def test_broken_rows_are_all_told_on_the_page_and_the_rest_is_shown(tables):
    for table, row, cells in BREAKS:
        change(tables(table), row, **cells)
    at = visit()
    assert not at.exception
    told = problems(at)
    for table, row, cells in BREAKS:
        (column,) = cells
        assert [line for line in told if line.startswith(f"{table}.csv:{row + 2}:{column}  ")]
    assert all(LINE_OF_A_PROBLEM.fullmatch(line) for line in told)
    assert counted(at)[0] > 40
    assert "the-way" in map_state(at)["ids"]


@pytest.mark.parametrize("table", ["journeys", "places", "sources"])
def test_a_table_that_is_missing_is_told_and_the_page_stands(tables, table):
    tables(table).unlink()
    at = visit()
    assert not at.exception
    assert any(line.startswith(f"{table}.csv:0") for line in problems(at))
    assert title(at)


def test_tables_that_are_no_text_are_told_and_the_page_stands(tables):
    for table in TABLES:
        tables(table).write_bytes(b"\xff\x00\xfe")
    at = visit()
    assert not at.exception
    assert {line.partition(".csv:")[0] for line in problems(at)} == set(TABLES)


@pytest.mark.parametrize("page", PAGES)
def test_with_tables_of_a_header_alone_every_page_stands_and_names_them_all(tables, page):
    for table in TABLES:
        keep_header(tables(table))
    at = visit(page)
    assert not at.exception
    assert title(at)
    may_be_empty = {"publication", "statements", "glossary"}
    assert {line.partition(".csv:")[0] for line in problems(at)} == set(TABLES) - may_be_empty


def test_a_table_that_is_corrected_is_read_again(tables):
    whole = tables("stops").read_text(encoding="utf-8")
    change(tables("stops"), 1, date="1951-13")
    at = visit()
    assert problems(at)
    tables("stops").write_text(whole, encoding="utf-8")
    assert problems(at.run()) == []


def test_a_hostile_title_in_the_table_is_shown_as_text(tables):
    bad = "</style><script>alert(1)</script> `${1}` {{ 7*7 }} **b** [x](https://example.org)"
    change(tables("journeys"), 1, title=bad, summary=bad, people=bad)
    for page, address in (("map", {}), ("map", {"journey": KIM}), ("journeys", {})):
        at = visit(page, **address)
        assert not at.exception
        assert "<script" not in html(at)
        assert bad in text(at) or bad in " ".join(unescaped(b.label) for b in at.main.button)


def unescaped(label: str) -> str:
    """A widget's label without the signs that keep Markdown from reading it."""
    return re.sub(r"\\(.)", r"\1", label)


def hide(tables, row: str) -> None:
    """Write a row below the header of the table of what may be published."""
    keep_header(tables("publication"))
    with tables("publication").open("a", encoding="utf-8") as file:
        file.write(row + "\n")


def test_a_withheld_journey_is_on_no_page_and_its_link_gets_a_kind_sentence(tables):
    hide(tables, "girl-sold,withheld,withheld,as-is,,asked for,9999,,")
    for page in ("map", "journeys"):
        at = visit(page, journey="girl-sold")
        assert not at.exception
        assert "parts that cannot be read: journey." in at.info[0].value
        assert "girl-sold" not in html(at) and "A teenage girl" not in text(at)


def test_problems_quote_no_cell_where_something_is_hidden(tables):
    hide(tables, "girl-sold,withheld,withheld,as-is,,asked for,2020,,")
    (line,) = problems(visit())
    assert line.startswith("publication.csv:2:review  python -m annotations.check")
    assert "girl-sold" not in line


def test_problems_name_no_story_of_a_journey_that_is_hidden(tables):
    stories = tables("publication").parent / "stories"
    shutil.copytree(ROOT / "annotations" / "stories", stories, dirs_exist_ok=True)
    hide(tables, f"{KIM},withheld,withheld,as-is,,asked for,9999,,")
    told = problems(visit())
    assert any(line.startswith("stories:0  python -m annotations.check") for line in told)
    assert not any("kim" in line for line in told)


def test_a_broken_lesson_is_named_on_its_page_and_in_the_note_above_every_page(tables):
    stories = tables("publication").parent / "stories"
    stories.mkdir(exist_ok=True)
    good = (ROOT / "annotations/stories/kim-seong-min.yaml").read_text(encoding="utf-8")
    (stories / "good.yaml").write_text(good, encoding="utf-8")
    (stories / "my-lesson.yaml").write_text("title: He said: no\n", encoding="utf-8")
    for page in ("present", "map"):
        at = visit(page)
        (note,) = (one for one in at.expander if "lesson" in one.label)
        told = "The lesson my-lesson cannot be shown. The rest is shown."
        assert unescaped(note.label).replace(":small[]", "") == told
        assert "rows" not in note.label.casefold()
    told = said(visit("present"))
    assert "The lesson my-lesson cannot be shown. Line 1: has a colon within its text." in told


def test_a_place_told_as_its_province_says_so_in_the_details(tables):
    hide(tables, "hyeonseo-lee-1997:3,province,as-is,as-is,,looked at,9999,,")
    at = visit(journey="hyeonseo-lee-1997", stop="3")
    assert "Somewhere in Jilin" in text(at)
    assert "Only the province of the place is shown." in text(at)
    assert "Changbai" not in text(at)


def test_without_a_table_of_what_may_be_published_no_journey_is_shown(tables):
    tables("publication").unlink()
    at = visit()
    assert not at.exception
    assert counted(at)[:2] == (0, 0)
    assert problems(at)[0].startswith("publication.csv:0")
