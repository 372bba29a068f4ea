"""The way back: each thing that a reader did is one step, by the browser's own Back."""

from __future__ import annotations

from contextlib import contextmanager

from tests.browser import chromium
from tests.browser.test_phone import PHONE

KIM = "kim-seong-min-1996"


@contextmanager
def one_step(page, what: str):
    """What is done inside makes one step of the way back, and no more."""
    before = page.evaluate("history.length")
    yield
    chromium.settled(page)
    page.wait_for_timeout(300)  # a second step would come after the first
    assert page.evaluate("history.length") == before + 1, what


def go_back(page, search: str) -> None:
    """Back, to the address that has this after its question mark, but for the camera."""
    page.go_back()
    page.wait_for_function(
        "(search) => location.search.replace(/[?&]camera=[^&]*/, '').replace('?', '') === search",
        arg=search,
    )
    chromium.settled(page)


def choose(page, key: str, words: str) -> None:
    page.locator(f".st-key-{key}").get_by_text(words, exact=True).click()
    page.wait_for_function("key => location.search.includes(key)", arg=f"{key}=")


def test_each_filter_is_one_step_back_and_so_is_clearing_them_all(first_page):
    page = first_page
    chromium.open_filters(page)
    every = page.locator(".counters").inner_text()
    with one_step(page, "a country"):
        choose(page, "country", "Laos")
    of_laos = page.locator(".counters").inner_text()
    with one_step(page, "a kind"):
        choose(page, "kind", "Journey")
    with one_step(page, "all cleared"):
        page.locator(".st-key-clear button").click()
        page.wait_for_function("() => !location.search")
    assert page.locator(".counters").inner_text() == every
    go_back(page, "country=Laos&kind=Journey")
    go_back(page, "country=Laos")
    page.locator(".counters").get_by_text(of_laos).wait_for()
    assert page.locator(".st-key-country button[data-selected=true]").count() == 1
    go_back(page, "")
    page.locator(".counters").get_by_text(every).wait_for()
    page.go_forward()
    page.locator(".counters").get_by_text(of_laos).wait_for()


def test_what_is_opened_and_closed_is_one_step_each(first_page):
    page = first_page
    with one_step(page, "opened"):
        page.locator(f'[data-open="{KIM}"]').first.click()
        page.wait_for_url("**journey=*")
        chromium.drawn(page, f"(drawn) => drawn.focus === '{KIM}'")
    with one_step(page, "a stop of the map"):
        frame = chromium.map_frame(page)
        frame.locator(f'[data-stop="{KIM}:3"] b').click()
        page.wait_for_url("**stop=3*")
    with one_step(page, "closed"):
        page.keyboard.press("Escape")
        page.wait_for_function("() => !location.search.includes('journey=')")
    go_back(page, f"journey={KIM}&stop=3")
    page.get_by_text("Kim Seong Min · stop 3 of 8").wait_for()
    go_back(page, f"journey={KIM}")
    go_back(page, "")


def test_keys_on_an_end_of_the_period_are_one_step_together(first_page):
    page = first_page
    chromium.open_filters(page)
    with one_step(page, "four keys"):
        page.locator(".st-key-period input[type=range]").first.focus()
        for _ in range(4):
            page.keyboard.press("ArrowRight")
        page.wait_for_url("**period=1994*")
    page.locator(".time-handle").first.wait_for(state="attached")
    with one_step(page, "three keys on the timeline, at rest between them"):
        for year in (1995, 1996, 1997):
            page.locator(".time-handle").first.press("ArrowRight")
            page.wait_for_url(f"**period={year}*")
            chromium.settled(page)
    go_back(page, "period=1994&period=2026")
    go_back(page, "")


def test_a_filter_and_a_closed_stop_are_one_step_each_on_a_phone(browser, app):
    with chromium.return_visit(browser, **PHONE) as visit:
        page = visit.page
        page.goto(f"{app}/?journey={KIM}&stop=3")
        page.get_by_text("Kim Seong Min · stop 3 of 8").wait_for()
        chromium.drawn(page, f"(drawn) => drawn.focus === '{KIM}'")
        chromium.settled(page)
        with one_step(page, "closed"):
            page.locator(".st-key-back button").tap()
            page.wait_for_function("() => !location.search.includes('journey=')")
        chromium.open_filters(page)
        with one_step(page, "an outcome"):
            page.locator(".st-key-outcome").get_by_text("Died", exact=True).tap()
            page.wait_for_url("**outcome=Died*")
        go_back(page, "")
        go_back(page, f"journey={KIM}&stop=3")
        page.get_by_text("Kim Seong Min · stop 3 of 8").wait_for()
