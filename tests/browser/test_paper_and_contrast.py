"""A page on paper has all that it has on the screen, and what is chosen is seen in any colours."""

import pytest

from tests.browser import chromium

PAPERS = {"A4": 688, "Letter": 710}  # pixels between the margins
TOO_WIDE = """(width) => [...document.querySelectorAll("table, iframe, .js-plotly-plot")]
  .filter((one) => one.getBoundingClientRect().right > width + 1).length"""
SEEN = "(selector) => document.querySelector(selector).getClientRects().length > 0"
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


def test_what_is_chosen_is_seen_where_the_system_sets_the_colours(browser, app):
    with chromium.visit(browser, forced_colors="active") as seen:
        seen.page.goto(f"{app}/?kind=Attempt")
        chromium.settled(seen.page)
        pills = seen.page.locator('.st-key-kind button[data-variant="pills"]')
        pills.first.wait_for()
        grounds = pills.evaluate_all(f"(all) => all.map({GROUND})")
    assert len(set(grounds)) == 2
    assert sorted(map(grounds.count, set(grounds)))[0] == 1
