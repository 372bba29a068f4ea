"""The way of a visitor: from the first look to the words of a source, and on to a friend."""

import pytest

from annotations.collection.load import load
from annotations.selection.filters import Filters, select
from annotations.store.files.store import CsvStore
from tests.browser import chromium
from views.atlas.scene import not_on_map

KIM = "kim-seong-min-1996"
TWO_TELLERS = "?source=Kim+Seong+Min+2013&source=Mike+Kim+2009"
YEARS = 37  # the axis runs from 1990 to the end of 2026


@pytest.fixture(scope="module")
def records():
    return load(CsvStore()).collection


def drag_period(page, first: int, last: int) -> None:
    """Drag over the timeline from the middle of one year's bar to the middle of another's."""
    plot = page.locator(".st-key-time-room .nsewdrag").first.bounding_box()

    def x(year: int) -> float:
        return plot["x"] + plot["width"] * (year + 0.5 - 1990) / YEARS

    y = plot["y"] + plot["height"] / 2
    page.mouse.move(x(first) - 3, y)
    page.mouse.down()
    page.mouse.move((x(first) + x(last)) / 2, y + 10, steps=4)
    page.mouse.move(x(last) + 3, y + 20, steps=4)
    page.mouse.up()


def wait_for_journeys(page, ids: set[str]) -> None:
    frame = chromium.map_frame(page)
    frame.wait_for_function(
        "ids => atlas.drawn().journeys.slice().sort().join() === ids", arg=",".join(sorted(ids))
    )


def test_the_first_thing_seen_is_all_journeys_side_by_side_over_the_general_route(first_page):
    seen = chromium.drawn(first_page)
    assert seen["marks"] == []
    assert {"beside", "fade", "corridor", "arrived", "returned", "died"} <= set(seen["legend"])
    assert any(bundle["count"] > 1 for bundle in seen["bundles"])


@pytest.fixture
def two_tellers(first_page, app):
    """The journeys of two tellers, of which one alone lies in 1996 to 1998."""
    first_page.goto(f"{app}/{TWO_TELLERS}")
    chromium.drawn(first_page, "(drawn) => drawn.journeys.length > 2 && drawn.journeys.length < 20")
    first_page.locator(".time-handle").first.wait_for(state="attached")
    chromium.settled(first_page)
    return first_page


def test_a_dragged_period_leaves_one_journey_and_opens_its_words(two_tellers, browser):
    first_page = two_tellers
    frame = chromium.map_frame(first_page)
    frame.evaluate("window.sameWindow = true")
    drag_period(first_page, 1996, 1998)
    wait_for_journeys(first_page, {KIM})
    soft = {mark["label"]: mark["soft"] for mark in chromium.drawn(first_page)["marks"]}
    assert soft["Dalian"] is False
    assert soft["“Taowen”, probably Tumen"] is True
    assert frame.evaluate("window.sameWindow") is True

    frame.locator(f'[data-stop="{KIM}:3"] b').click()
    panel = first_page.locator(".st-key-panel-room")
    panel.get_by_text("Kim Seong Min · stop 3 of 8").wait_for()
    assert "between 8 March and 13 April 1996" in panel.inner_text()
    panel.locator(".gate > summary").click()
    assert {"“Taowen”", "“forty days”"} <= set(words_of(panel))
    assert "paragraph 5" in panel.inner_text()

    with chromium.visit(browser) as friend:
        friend.page.goto(first_page.url)
        wait_for_journeys(friend.page, {KIM})
        other = friend.page.locator(".st-key-panel-room")
        other.get_by_text("Kim Seong Min · stop 3 of 8").wait_for()
        other.locator(".gate > summary").click()
        assert other.inner_text() == panel.inner_text()
        assert without_boxes(chromium.drawn(friend.page)) == without_boxes(
            chromium.drawn(first_page)
        )
        assert friend.page.locator("h1").inner_text() == first_page.locator("h1").inner_text()


def without_boxes(drawn: dict) -> dict:
    """What is on a map but where: a title of two lines leaves the map less height."""
    marks = [{key: mark[key] for key in mark if key != "box"} for mark in drawn["marks"]]
    return {**drawn, "marks": marks}


def words_of(panel) -> list[str]:
    """The marked words, with the quotation marks that the style sheet puts around them."""
    return [f"“{text}”" for text in panel.locator(".words").all_inner_texts()]


FILTERS = (
    "?period=1996&period=1999",
    "?country=Laos",
    "?kind=Attempt&kind=Return",
    "?period=2003&period=2004&within=Also+possibly",
    "?source=Public+record&country=Mongolia",
)


def test_map_list_and_counter_say_the_same_under_five_filters(page, app):
    for query in FILTERS:
        page.goto(app + query)
        drawn = set(chromium.drawn(page)["journeys"])
        chromium.settled(page)
        panel = page.locator(".st-key-panel-room")
        listed = panel.locator(".listing a").evaluate_all(
            "all => all.map((entry) => entry.dataset.open)"
        )
        unmapped = panel.locator(".unmapped summary")
        missing = int(unmapped.inner_text().rsplit(" ", 1)[-1]) if unmapped.count() else 0
        counted = int(panel.locator(".counters").inner_text().split()[0])
        assert drawn <= set(listed), query
        assert len(listed) == counted == len(drawn) + missing, query


def test_a_journey_is_opened_and_walked_with_the_keyboard_alone(first_page):
    focus_on = (
        "text => document.activeElement.matches('.listing a') "
        "&& document.activeElement.innerText.includes(text)"
    )
    for _ in range(80):
        first_page.keyboard.press("Tab")
        if first_page.evaluate(focus_on, "Kim Seong Min ·"):
            break
    first_page.keyboard.press("Enter")
    panel = first_page.locator(".st-key-panel-room")
    panel.get_by_role("button", name="1 ›").wait_for()
    chromium.drawn(first_page, f"(drawn) => drawn.focus === '{KIM}'")
    first_page.locator(".time-handle").first.wait_for(state="attached")
    chromium.settled(first_page)
    panel.get_by_role("button", name="1 ›").press("Enter")
    panel.get_by_text("Kim Seong Min · stop 1 of 8").wait_for()
    frame = chromium.map_frame(first_page)
    frame.locator(f'[data-stop="{KIM}:2"]').focus()
    first_page.keyboard.press("Enter")
    panel.get_by_text("Kim Seong Min · stop 2 of 8").wait_for()


def test_a_click_on_a_year_chooses_it(first_page):
    plot = first_page.locator(".st-key-time-room .nsewdrag").first.bounding_box()
    x = plot["x"] + plot["width"] * (2009.5 - 1990) / YEARS
    first_page.mouse.click(x, plot["y"] + plot["height"] * 0.9)
    first_page.wait_for_url("**period=2009*period=2009*")


def test_a_link_with_nonsense_gets_one_sentence_and_the_first_view(page, app):
    page.goto(f"{app}/?period=3000&country=Atlantis&kind=%3Cscript%3E&journey=nobody&stop=9")
    page.get_by_test_id("stAlert").wait_for()
    assert len(chromium.drawn(page)["journeys"]) > 20
    assert page.get_by_test_id("stException").count() == 0


def test_the_map_follows_a_drag_before_the_server_hears_of_it(two_tellers):
    first_page = two_tellers
    address, title = first_page.url, first_page.locator(".heading h1").inner_text()
    plot = first_page.locator(".st-key-time-room .nsewdrag").first.bounding_box()

    def x(year: float) -> float:
        return plot["x"] + plot["width"] * (year - 1990) / YEARS

    y = plot["y"] + plot["height"] / 2
    first_page.mouse.move(x(1996.1), y)
    first_page.mouse.down()
    first_page.mouse.move(x(1997.5), y, steps=5)
    first_page.mouse.move(x(1998.9), y, steps=5)
    wait_for_journeys(first_page, {KIM})
    assert first_page.url == address
    assert first_page.locator(".heading h1").inner_text() == title
    first_page.mouse.up()
    first_page.wait_for_url("**period=1996*period=1998*")
    wait_for_journeys(first_page, {KIM})


def test_while_dragged_the_map_chooses_what_the_server_would(first_page, records):
    frame = chromium.map_frame(first_page)
    mapped = {journey.id for journey in records.journeys.values() if not not_on_map(journey)}
    periods = [(first, last) for first in range(1990, 2027, 3) for last in range(first, 2027, 4)]
    for possibly in (False, True):
        frame.evaluate("possibly => { atlas.state.possibly = possibly }", possibly)
        chosen = frame.evaluate("all => all.map(([a, b]) => atlas.within(a, b))", periods)
        for (first, last), ids in zip(periods, chosen, strict=True):
            filters = Filters(first, last, possibly)
            if not filters.whole_time:
                assert set(ids) == select(records, filters).ids & mapped, filters


def test_what_happened_stands_behind_its_content_note_on_the_page_of_a_journey(visit, app):
    page = visit.page
    page.goto(f"{app}/journeys?journey=two-brothers")
    page.get_by_role("heading", name="Two brothers").wait_for()
    account = page.get_by_text("put to death in a camp", exact=True)
    account.wait_for(state="attached")
    assert not account.is_visible()
    assert not page.get_by_text("put to death in front of", exact=False).is_visible()
    page.locator("details.gate:has(table) > summary").click()
    account.wait_for()


def test_an_address_that_names_no_page_says_so_above_the_first_page(visit, app):
    page = visit.page
    page.goto(f"{app}/journey")
    page.get_by_text("There is no page “journey” here.").wait_for()
    page.locator(".site-foot").get_by_text("journeys are drafts").wait_for()
    chromium.drawn(page)
    chromium.settled(page)
    assert page.get_by_role("dialog").count() == 0, "Streamlit says it too, in its own words"
    assert page.get_by_text("Page not found").count() == 0
    page.go_back()
    page.wait_for_url(f"{app}/")
    chromium.settled(page)
    page.go_back()
    page.wait_for_url("about:blank")
