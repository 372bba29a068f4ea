"""A page on paper has all that it has on the screen, and what is chosen is seen in any colours."""

import re

import pytest

from annotations.collection.load import load
from annotations.store import CsvStore
from tests.browser import chromium
from tests.browser.staff_apps import for_one_person

PAPERS = {"A4": 688, "Letter": 710}  # pixels between the margins
TOO_WIDE = """(width) => [...document.querySelectorAll("table, iframe, .js-plotly-plot")]
  .filter((one) => one.getBoundingClientRect().right > width + 1).length"""
SEEN = "(selector) => document.querySelector(selector).getClientRects().length > 0"
CONTROLS = "button, input, select, textarea, nav, .start, .ask, [role=slider]"
FILLED = "input:not([value=''])"
VISIBLE = "(all) => all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML)"
NOTHING_MISSING = "() => !document.querySelector('[data-testid=stSkeleton]')"
OPEN = "journeys?journey=kim-seong-min-1996", "?journey=kim-seong-min-1996"
UNMARKED = "journeys?journey=canadian-embassy-forty-four-2004"
RECORDS = load(CsvStore()).collection
MOST_PAGES = {
    "arrivals": 8,
    "sources": 3 + len(RECORDS.sources) // 12,
    "journeys": 1 + len(RECORDS.journeys) // 24,
    UNMARKED: 2,
}
GROUND = "(one) => getComputedStyle(one).backgroundColor"


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("path", ("arrivals", "journeys", "?journey=kim-seong-min-1996"))
def test_nothing_of_a_page_lies_beyond_the_paper(page, app, path, paper):
    page.goto(f"{app}/{path}")
    if path.startswith("?"):
        chromium.drawn(page)
        page.locator(".time-handle").first.wait_for(state="attached")
    chromium.settled(page)
    page.locator(".page-voice").wait_for(state="attached")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPERS[paper], "height": 970})
    assert page.evaluate(TOO_WIDE, PAPERS[paper]) == 0
    assert not page.evaluate(SEEN, ".stAppHeader")
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.querySelectorAll('iframe[style*=transform]').length") == 0


def test_paper_has_what_is_folded_but_not_what_stands_behind_a_content_note(page, app):
    page.goto(f"{app}/sources")
    chromium.settled(page)
    page.locator(".mention").first.wait_for(state="attached")
    page.emulate_media(media="print")
    seen = "(all) => all.filter((one) => one.checkVisibility()).length"
    inside = page.locator("details.gate:not([open]) > :not(summary)")
    assert inside.count() > 5
    assert inside.evaluate_all(seen) == 0
    assert page.locator(".source-fold:not([open]) > p").evaluate_all(seen) > 100


@pytest.mark.parametrize(
    "path", ("", "journeys", "arrivals", "sources", "glossary", "method", "present", *OPEN)
)
def test_no_control_is_on_the_paper(page, app, path):
    page.goto(f"{app}/{path}")
    chromium.settled(page)
    page.wait_for_function(NOTHING_MISSING)
    page.emulate_media(media="print")
    assert page.locator(".stMain").locator(CONTROLS).evaluate_all(VISIBLE) == []
    if "journey=" in path:
        zoom = chromium.map_frame(page).locator(".leaflet-control-zoom a")
        assert zoom.count() == 2
        assert zoom.evaluate_all(VISIBLE) == []


def test_what_a_reader_typed_to_find_a_row_is_on_the_paper(page, app):
    page.goto(f"{app}/arrivals")
    chromium.settled(page)
    page.locator(".narrow input").fill("2011")
    page.emulate_media(media="print")
    assert page.locator(".narrow input").is_visible()


def test_of_the_fields_of_staff_paper_has_what_is_chosen_and_no_empty_one(browser):
    with for_one_person() as running, chromium.visit(browser) as visit:
        page = visit.page
        for path in ("records", "records?find=Seoul&years=2000&years=2010", "history", "annotate"):
            page.goto(f"{running.address}/{path}")
            chromium.settled(page)
            page.locator(".stMain .stTextInput input").first.wait_for(state="attached")
            page.wait_for_function(NOTHING_MISSING)
            page.evaluate("dispatchEvent(new Event('beforeprint'))")
            page.emulate_media(media="print")
            fields = page.locator(".stMain").locator(f":is({CONTROLS}):not({FILLED})")
            assert fields.evaluate_all(VISIBLE) == []
            chosen = page.locator(".st-key-years, .st-key-find").evaluate_all(VISIBLE)
            assert len(chosen) == 2 * path.count("find=")
            page.emulate_media(media="screen")


@pytest.mark.parametrize("path", MOST_PAGES)
def test_a_long_page_is_few_pages_of_paper(page, app, path):
    page.goto(f"{app}/{path}")
    chromium.settled(page)
    page.locator("table.records, .source-fold").first.wait_for(state="attached")
    pages = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))
    assert len(pages) <= MOST_PAGES[path]


def test_paper_says_once_under_what_rights_a_count_was_read_and_the_screen_each_time(page, app):
    page.goto(f"{app}/arrivals")
    chromium.settled(page)
    once, each = page.locator(".on-paper p"), page.locator(".counted small")
    words = set(each.all_text_contents())
    page.locator("details.fold").evaluate_all("(all) => all.forEach((one) => (one.open = true))")
    assert each.last.is_visible()
    assert not once.first.is_visible()
    page.emulate_media(media="print")
    assert each.evaluate_all(VISIBLE) == []
    assert once.first.is_visible()
    assert set(once.all_text_contents()) == words
    assert once.count() == len(words)


def test_places_and_dates_of_stops_are_read_before_what_stands_behind_the_note(page, app):
    page.goto(f"{app}/{OPEN[0]}")
    chromium.settled(page)
    stops, note = page.locator(".before-note"), page.locator(".before-note + .gate > summary")
    page.emulate_media(media="print")
    assert stops.locator("tbody tr").count() == 8
    assert stops.locator("tbody tr").last.is_visible()
    page.emulate_media(media="screen")
    note.click()
    assert not stops.is_visible()
    assert page.locator(".gate .stops").is_visible()


def test_the_rows_of_a_table_lie_on_the_paper_with_all_their_columns(browser):
    with for_one_person() as running, chromium.return_visit(browser) as visit:
        page = visit.page
        page.goto(f"{running.address}/records")
        page.locator(".st-key-found-rows canvas").first.wait_for()
        chromium.settled(page)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        box = page.locator(".st-key-found-rows").bounding_box()
        assert box["x"] + box["width"] <= PAPERS["A4"] + 1


def test_what_is_chosen_is_seen_where_the_system_sets_the_colours(browser, app):
    with chromium.return_visit(browser, forced_colors="active") as seen:
        seen.page.goto(f"{app}/?kind=Attempt")
        chromium.settled(seen.page)
        chromium.open_filters(seen.page)
        pills = seen.page.locator('.st-key-kind button[data-variant="pills"]')
        pills.first.wait_for()
        grounds = pills.evaluate_all(f"(all) => all.map({GROUND})")
    assert len(set(grounds)) == 2
    assert sorted(map(grounds.count, set(grounds)))[0] == 1
