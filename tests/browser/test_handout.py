"""A handout opens from a disk with no network, draws a map for each step, and is printed."""

import re
import socket
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from annotations.collection.load import load
from annotations.store.files.beside.stories import StoryFolder
from annotations.store.files.store import CsvStore
from annotations.stories.load import load_stories
from annotations.stories.references import shown_ids
from tests.browser.lesson_files import WALKED
from views.atlas.assets import prepare
from views.atlas.packed import packed
from views.atlas.scene import marks, not_on_map, scene
from views.lessons.document import Inlined
from views.lessons.handout import handout_page
from views.lessons.lesson import lesson
from views.lessons.pdf import pdf_of

POINTS = {"A4": (595, 842), "Letter": (612, 792)}


@pytest.fixture(scope="module")
def records():
    """The project's own records."""
    prepare()
    return load(CsvStore()).collection


@pytest.fixture(scope="module")
def stories(records):
    """The project's own stories."""
    return load_stories(StoryFolder(), records).stories


def handout_of(records, story, **options) -> str:
    drawn = packed(scene(records, "en", "relief.webp"))
    given = lesson(records, story, drawn["id"])
    return handout_page(given, drawn, Inlined(), {}, **options)


def maps_of(visit, page: str, tmp_path) -> list[dict | None]:
    """What the map of each step says is on it."""
    path = tmp_path / "handout.html"
    path.write_text(page, encoding="utf-8")
    visit.page.goto(path.as_uri())
    visit.page.wait_for_function("() => window.handout && handout.ready.then(() => true)")
    return visit.page.evaluate("handout.maps.map((atlas) => atlas && atlas.drawn())")


def journeys_of(records, step) -> set[str]:
    """The journeys of a step that a map can show."""
    return {key for key in shown_ids(step, records) if not not_on_map(records.journeys[key])}


def stops_of(records, step) -> list[str]:
    """The marks of the journey that a step tells in full; an area that comes again is one."""
    key = step.opened[0]
    orders = next((one.stops for one in step.show or () if one.journey == key), None)
    told = {}
    for mark in marks(records.journeys[key]):
        shown = [stop.id for stop in mark.stops if orders is None or stop.order in orders]
        if shown:
            first = shown[0]
            told.setdefault(first if mark.place.is_point else mark.place.extent, first)
    return list(told.values())


@pytest.mark.parametrize("key", WALKED)
def test_each_step_has_the_map_or_the_chart_that_it_names(visit, tmp_path, records, stories, key):
    steps = stories[key].steps
    drawn = maps_of(visit, handout_of(records, stories[key]), tmp_path)
    assert [one is None for one in drawn] == ["chart" in step.layers for step in steps]
    for step, shown in zip(steps, drawn, strict=True):
        if shown and "chart" not in step.layers:
            assert set(shown["journeys"]) == journeys_of(records, step), step.heading
        if shown and step.opened:
            assert [mark["id"] for mark in shown["marks"]] == stops_of(records, step)
    assert visit.page.locator(".handout-view .js-plotly-plot").count() == drawn.count(None)
    assert [url for url in visit.requests if not url.startswith(("file:", "data:", "blob:"))] == []
    assert visit.errors == []


def test_ways_side_by_side_have_letters_that_the_words_below_explain(
    visit, tmp_path, records, stories
):
    story = stories["the-long-way-round"]
    steps = tuple(step for step in story.steps if step.heading == "Other routes")
    (drawn,) = maps_of(visit, handout_of(records, replace(story, steps=steps)), tmp_path)
    on_map = visit.page.locator(".handout-view .leaflet-container > b").all_inner_texts()
    below = visit.page.locator(".handout-key span").all_inner_texts()
    titles = [records.journeys[key].title for key in drawn["journeys"]]
    assert on_map == list("ABCDEF")
    assert [words[1:].strip() for words in below] == titles


def test_what_the_map_explains_stands_below_it(visit, tmp_path, records, stories):
    story = replace(stories["kim-seong-min"], steps=stories["kim-seong-min"].steps[:1])
    (drawn,) = maps_of(visit, handout_of(records, story), tmp_path)
    listed = visit.page.locator(".handout-key li").evaluate_all(
        "(items) => items.map((item) => item.dataset.style)"
    )
    assert listed == drawn["legend"] == ["stated", "schematic", "soft", "area"]


@pytest.mark.parametrize("paper", POINTS)
def test_the_pdf_has_pages_of_the_paper_s_size(browser, records, stories, paper):
    story = replace(stories["kim-seong-min"], steps=stories["kim-seong-min"].steps[:3])
    data = printed(handout_of(records, story, paper=paper), paper)
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", data)
    assert len(boxes) > 1
    assert {tuple(round(float(side)) for side in box) for box in boxes} == {POINTS[paper]}


LEAST_PX = 12  # nine points


@pytest.mark.parametrize("key", ("kim-seong-min", "counting-arrivals"))
def test_timelines_and_charts_are_in_greys_and_large_enough_to_read(
    visit, tmp_path, records, stories, key
):
    page = handout_of(records, stories[key])
    maps_of(visit, page, tmp_path)
    drawn = visit.page.locator(".handout-time, .handout-wide .handout-view > div").evaluate_all(
        """(rooms) => rooms.map((room) => {
          const texts = [...room.querySelectorAll("svg text")];
          const shown = texts.filter((text) => getComputedStyle(text).visibility !== "hidden");
          const scale = room.getBoundingClientRect().width / room.offsetWidth;
          const signs = (text) => [text, ...text.querySelectorAll("tspan")];
          return {
            types: shown.map((text) => scale * Number.parseFloat(getComputedStyle(text).fontSize)),
            colours: shown.flatMap(signs).map((each) => getComputedStyle(each).fill),
            fills: [...room.querySelectorAll("svg path")].map((one) => getComputedStyle(one).fill),
          };
        })"""
    )
    timed = page.count('class="handout-time"')
    charts = sum("chart" in step.layers for step in stories[key].steps)
    assert len(drawn) == timed + charts > 0
    for room in drawn:
        assert len(room["types"]) > 8 and min(room["types"]) >= LEAST_PX - 0.01
        for colour in {*room["colours"], *room["fills"]} - {"none"}:
            if colour.startswith("url"):  # a pattern of its own
                continue
            parts = re.findall(r"[\d.]+", colour)[:3]
            assert len({*parts}) == 1, colour
    assert visit.errors == []


@pytest.mark.parametrize("paper", POINTS)
@pytest.mark.parametrize("key", ("kim-seong-min", "the-long-way-round", "counting-arrivals"))
def test_one_page_is_one_page_with_its_map_or_its_chart(
    visit, tmp_path, records, stories, key, paper
):
    page = handout_of(records, stories[key], paper=paper, kind="one-page")
    (drawn,) = maps_of(visit, page, tmp_path)
    assert (drawn is None) == (key == "counting-arrivals")
    room = visit.page.locator(".handout-page")
    assert room.evaluate("(page) => page.scrollHeight <= page.clientHeight + 1")
    lines = room.locator(".handout-lines").evaluate_all(
        "(all) => all.map((each) => each.clientHeight)"
    )
    assert min(lines) >= 26  # a line of 7 mm
    assert len(re.findall(rb"/MediaBox", printed(page, paper))) == 1
    assert visit.errors == []


def test_while_a_page_is_printed_no_machine_is_asked_for_anything(browser):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        image = f'<img src="http://127.0.0.1:{server.getsockname()[1]}/x.png">'
        ready = "<script>window.handout = { ready: Promise.resolve() };</script>"
        assert printed(f"<!doctype html><p>Words</p>{image}{ready}", "A4").startswith(b"%PDF")
        with pytest.raises(BlockingIOError):
            server.accept()


def printed(page: str, paper: str) -> bytes:
    """The PDF, made in a thread of its own: this one drives the browser of the tests."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(pdf_of, page, paper).result()
