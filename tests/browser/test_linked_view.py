"""Timeline and map move together in the browser; the server hears of it once, when it is let go."""

import json
from collections.abc import Iterator

import pytest

from annotations.collection.load import load
from annotations.selection.filters import FIRST_YEAR, LAST_YEAR, Filters, select
from annotations.store.files.store import CsvStore
from tests.browser import chromium
from tests.browser.app import start_app
from tests.collections import many_journeys
from tests.made_tables import write_tables
from views.atlas.colours import as_css
from views.atlas.scene import not_on_map, scene
from views.text import labels

YEARS = LAST_YEAR + 1 - FIRST_YEAR
PLOT = ".st-key-time-room .nsewdrag"
PLAY = 'button[data-player="play"]'


@pytest.fixture(scope="module")
def records():
    return load(CsvStore()).collection


@pytest.fixture
def sent(page) -> list:
    """What the page sends to the server, as it does so."""
    frames = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: frames.append(frame)))
    return frames


@pytest.fixture
def first_page(page, sent, app):
    return opened(page, app)


def opened(page, address: str):
    page.goto(address)
    chromium.drawn(page)
    page.locator(PLAY).wait_for()  # the chart follows the map
    page.locator(PLOT).first.wait_for(state="attached")
    chromium.settled(page)
    return page


def served(records, first: int, last: int, possibly: bool = False) -> set[str]:
    """The ids that the server would put on the map for a period."""
    chosen = select(records, Filters(first, last, possibly)).journeys
    return {journey.id for journey in chosen if not not_on_map(journey)}


def drawn_ids(page) -> set[str]:
    return set(chromium.map_frame(page).evaluate("atlas.drawn().journeys"))


def wait_for_ids(page, ids: set[str]) -> None:
    chromium.map_frame(page).wait_for_function(
        "ids => atlas.drawn().journeys.slice().sort().join() === ids", arg=",".join(sorted(ids))
    )


def x_of(page, year: float) -> float:
    plot = page.locator(PLOT).first.bounding_box()
    return plot["x"] + plot["width"] * (year - FIRST_YEAR) / YEARS


def middle(page) -> float:
    plot = page.locator(PLOT).first.bounding_box()
    return plot["y"] + plot["height"] / 2


def middle_of(locator) -> tuple[float, float]:
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_every_move_of_a_drag_draws_what_the_server_would_and_only_its_end_runs_it(
    first_page, sent, records
):
    y = middle(first_page)
    first_page.mouse.move(x_of(first_page, 1996.1), y)
    first_page.mouse.down()
    before = len(sent)
    for last in range(1997, 2012):
        first_page.mouse.move(x_of(first_page, last + 0.9), y)
        wait_for_ids(first_page, served(records, 1996, last))
    assert len(sent) == before
    first_page.mouse.up()
    first_page.wait_for_url("**period=1996*period=2011*")
    chromium.settled(first_page)
    assert len(sent) == before + 1
    assert drawn_ids(first_page) == served(records, 1996, 2011)


def test_an_end_of_the_period_is_dragged_and_its_middle_moves_it_whole(first_page, app, records):
    opened(first_page, f"{app}/?period=1996&period=1999")
    y = middle(first_page) + 30
    for start, end, period in (
        (2000, 2004.2, (1996, 2003)),
        (1996, 2001.3, (2001, 2003)),
    ):
        first_page.mouse.move(x_of(first_page, start), y)
        first_page.mouse.down()
        first_page.mouse.move(x_of(first_page, end), y, steps=6)
        wait_for_ids(first_page, served(records, *period))
        first_page.mouse.up()
        first_page.wait_for_url(f"**period={period[0]}*period={period[1]}*")
        chromium.settled(first_page)
    first_page.locator('.time-handle[data-edge="both"]').focus()
    first_page.keyboard.press("ArrowRight")
    first_page.wait_for_url("**period=2002*period=2004*")


def test_an_end_moves_by_key_and_the_server_runs_once_when_no_further_key_follows(
    first_page, app, sent, records
):
    opened(first_page, f"{app}/?period=1996&period=1999")
    end = first_page.get_by_role("slider", name="Last year of the period")
    end.focus()
    before = len(sent)
    for last in (2000, 2001, 2002):
        first_page.keyboard.press("ArrowRight")
        wait_for_ids(first_page, served(records, 1996, last))
        assert end.get_attribute("aria-valuenow") == str(last)
    assert len(sent) == before
    first_page.wait_for_url("**period=1996*period=2002*")
    chromium.settled(first_page)
    assert len(sent) == before + 1


def test_the_cursor_goes_year_by_year_with_the_arrow_keys(first_page, sent, records):
    cursor = first_page.get_by_role("slider", name="Year", exact=True)
    cursor.focus()
    before = len(sent)
    for year in range(FIRST_YEAR + 1, FIRST_YEAR + 13):
        first_page.keyboard.press("ArrowRight")
        wait_for_ids(first_page, served(records, year, year))
    assert len(sent) == before
    assert cursor.get_attribute("aria-valuetext") == "2002 · 1,142 people arrived in South Korea"
    first_page.wait_for_url("**period=2002*period=2002*")


def test_an_answer_that_comes_late_does_not_take_away_the_years_that_are_held(first_page, records):
    frame = chromium.map_frame(first_page)
    late = frame.evaluate("atlas.state")
    frame.evaluate("atlas.preview(2002, 2002)")
    frame.evaluate("state => atlas.show(state)", late)
    assert drawn_ids(first_page) == served(records, 2002, 2002)
    frame.evaluate("atlas.preview(2002, 2002, false)")
    frame.evaluate("state => atlas.show(state)", late)
    assert len(drawn_ids(first_page)) > 40


def test_playing_draws_what_the_server_would_for_each_window_and_pausing_runs_it_once(
    first_page, app, sent, records
):
    opened(first_page, f"{app}/?within=Also+possibly")
    first_page.locator('select[data-player="speed"]').select_option("4")
    first_page.locator('select[data-player="window"]').select_option("3")
    frame = chromium.map_frame(first_page)
    frame.evaluate("""() => {
        window.seen = {};
        const at = atlas.at.bind(atlas);
        atlas.at = (moment, ...more) => {
            at(moment, ...more);
            seen[new Date(moment).getUTCFullYear()] = atlas.drawn().journeys;
        };
    }""")
    before = len(sent)
    first_page.locator(PLAY).focus()
    first_page.keyboard.press("Enter")
    frame.wait_for_function("Object.keys(seen).length > 14")
    assert len(sent) == before
    first_page.keyboard.press("Enter")
    first_page.wait_for_url("**period=*")
    chromium.settled(first_page)
    assert len(sent) == before + 1
    seen = frame.evaluate("seen")
    for year, ids in seen.items():
        first = max(int(year) - 2, FIRST_YEAR)
        assert set(ids) == served(records, first, int(year), possibly=True), year
    last = max(map(int, seen))
    assert f"period={last - 2}&period={last}" in first_page.url
    assert drawn_ids(first_page) == served(records, last - 2, last, possibly=True)


def test_time_plays_within_the_chosen_period_and_ends_with_it(first_page, app, records):
    opened(first_page, f"{app}/?period=2001&period=2003")
    first_page.locator('select[data-player="speed"]').select_option("4")
    frame = chromium.map_frame(first_page)
    frame.evaluate("""() => {
        window.years = new Set();
        const at = atlas.at.bind(atlas);
        atlas.at = (moment, ...more) => {
            years.add(new Date(moment).getUTCFullYear());
            at(moment, ...more);
        };
    }""")
    first_page.locator(PLAY).click()
    first_page.locator(f'{PLAY}[aria-label="Play"]').wait_for()
    wait_for_ids(first_page, served(records, 2001, 2003))
    assert frame.evaluate("[...years].sort()") == [2001, 2002, 2003]
    assert "period=2001&period=2003" in first_page.url


def test_a_stop_is_not_there_before_its_time_and_pale_while_it_may_have_been_reached(first_page):
    reached = chromium.map_frame(first_page).evaluate("""() => {
        const kim = atlas.records.journeys.find((one) => one.id === "kim-seong-min-1996");
        const dalian = kim.marks.findIndex((mark) => mark.label === "Dalian");
        const day = (...date) => Date.UTC(...date) / 86400000;
        const days = [day(1996, 0, 31), day(1996, 1, 15), day(1996, 1, 29)];
        return days.map((at) => kim.reached(dalian, at));
    }""")
    assert reached[0] == 0
    assert 0.3 < reached[1] < 0.7
    assert reached[2] == 1


# The longest bar on whose middle no other lies: its id, first, middle and last year, its height.
FREE_BAR = """() => {
  const chart = document.querySelector(".st-key-time-room .js-plotly-plot");
  const { customdata, base, x, y } = chart.data.find((one) => one.name === "journeys");
  const [low, high] = chart.layout.yaxis.range;
  const year = (at) => 1970 + at / 31556952000;
  const bars = [...customdata].map((id, at) => {
    const start = new Date(base[at]).getTime();
    const [first, middle, last] = [0, x[at] / 2, x[at]].map((long) => year(start + long));
    return { id, first, middle, last, lane: y[at] };
  });
  const free = (bar) => bars.every((one) => one === bar || one.lane !== bar.lane
    || one.first > bar.middle + 0.2 || one.last < bar.middle - 0.2);
  const found = bars.filter(free).sort((a, b) => b.last - b.first - (a.last - a.first))[0];
  return { ...found, height: (high - found.lane) / (high - low) };
}"""


def test_a_bar_lights_its_way_and_a_way_lights_its_bar(first_page):
    frame = chromium.map_frame(first_page)
    bar = first_page.evaluate(FREE_BAR)
    plot = first_page.locator(PLOT).first.bounding_box()
    y = plot["y"] + plot["height"] * bar["height"]
    first_page.mouse.move(x_of(first_page, bar["middle"] - 0.1), y)
    first_page.mouse.move(x_of(first_page, bar["middle"]), y)
    frame.wait_for_function("id => atlas.layer.hover === id", arg=bar["id"])
    first_page.mouse.move(*middle_of(first_page.locator("h1")))
    frame.wait_for_function("atlas.layer.hover === null")

    light = first_page.locator(".time-light")
    assert not light.is_visible()
    frame.evaluate("id => atlas._lit(id)", bar["id"])
    light.wait_for()
    box = light.bounding_box()
    assert abs(box["y"] + box["height"] / 2 - y) < 4
    first, last = (x_of(first_page, bar[end]) for end in ("first", "last"))
    assert box["x"] <= first + 1 < last - 1 <= box["x"] + box["width"]


def test_a_browser_that_runs_none_of_our_components_still_chooses_a_period(page, app, records):
    page.add_init_script("""
        const make = URL.createObjectURL;
        URL.createObjectURL = (made) =>
            /javascript/.test(made.type) ? "blob:blocked" : make.call(URL, made);
    """)
    page.goto(app)
    chromium.drawn(page)
    chromium.settled(page)
    assert page.locator(PLAY).count() == 0
    chromium.open_filters(page)
    first = page.get_by_role("slider").first
    first.focus()
    for _year in range(FIRST_YEAR, 1996):
        page.keyboard.press("ArrowRight")
    page.wait_for_url("**period=1996*")
    wait_for_ids(page, served(records, 1996, LAST_YEAR))


def test_the_browser_unpacks_the_very_scene_that_was_packed(first_page, records):
    unpacked = chromium.map_frame(first_page).evaluate(
        "() => atlas.records.journeys.map("
        "({ id, title, colour, corridor, outcome, legs, marks }) =>"
        " ({ id, title, colour, corridor, outcome, legs, marks }))"
    )
    whole = json.loads(json.dumps(scene(records, "en", None)["journeys"]))
    assert [one["id"] for one in unpacked] == [one["id"] for one in whole]
    for own, told in zip(unpacked, whole, strict=True):
        told["colour"] = as_css(told["colour"])
        plain = ("title", "colour", "corridor", "outcome")
        assert {name: own[name] for name in plain} == {name: told[name] for name in plain}
        assert [without(leg, "tip") for leg in own["legs"]] == told["legs"]
        for mark, expected in zip(own["marks"], told["marks"], strict=True):
            same = {name for name in mark if name in expected}
            assert {"id", "ids", "n", "label", "short", "soft"} <= same
            assert {n: mark[n] for n in same if not ("codes" in mark and n in ("lat", "lng"))} == {
                n: expected[n] for n in same if not ("codes" in mark and n in ("lat", "lng"))
            }
            assert mark["tip"].startswith(f"{told['title']}, ")
            last = labels.outcome(told["outcome"]) if mark is own["marks"][-1] else ""
            assert mark["tip"].endswith("\n".join(filter(None, (expected["when"], last))))


def without(row: dict, name: str) -> dict:
    return {key: value for key, value in row.items() if key != name}


@pytest.fixture
def crowd(browser, tmp_path) -> Iterator:
    """The first page of an app with three hundred made journeys."""
    write_tables(many_journeys(300), tmp_path)
    with (
        start_app({"WAYS_OUT_TABLES": str(tmp_path)}) as app,
        chromium.visit(browser) as seen,
    ):
        yield opened(seen.page, app)


def test_many_journeys_run_side_by_side_and_part_when_they_are_seen_from_near(crowd):
    frame = chromium.map_frame(crowd)
    far = frame.evaluate("atlas.drawn()")
    assert len(far["journeys"]) > 200
    assert all(1 <= bundle["lines"] <= bundle["count"] for bundle in far["bundles"])
    assert max(bundle["count"] for bundle in far["bundles"]) > 20
    assert {"beside", "ribbon"} <= set(far["legend"])
    frame.evaluate("atlas._map.setView([43.5, 127], 8, { animate: false })")
    near = frame.evaluate("atlas.drawn()")
    assert near["journeys"] == far["journeys"]
    assert len(near["bundles"]) > len(far["bundles"])
    frame.evaluate("atlas._map.setZoom(4, { animate: false })")
    frame.evaluate("atlas.preview(2001, 2001)")
    few = frame.evaluate("atlas.drawn()")
    assert 0 < len(few["journeys"]) <= 60
    assert sum(bundle["count"] for bundle in few["bundles"]) < sum(
        bundle["count"] for bundle in far["bundles"]
    )


def test_every_journey_of_the_first_page_has_a_line_but_where_more_run_than_there_is_room(
    first_page,
):
    bundles = chromium.map_frame(first_page).evaluate("atlas.drawn()")["bundles"]
    assert len(bundles) > 50
    room = max(one["lines"] for one in bundles)
    assert room > 20
    assert [one for one in bundles if one["lines"] != min(one["count"], room)] == []


def test_the_first_view_holds_the_way_from_the_tumen_to_bangkok(first_page):
    seen = chromium.map_frame(first_page).evaluate(
        "[[42.97, 129.85], [13.75, 100.5]].map((at) => atlas._map.getBounds().contains(at))"
    )
    assert seen == [True, True]
