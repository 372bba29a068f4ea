"""At the number of the player stands who says so, one click away."""

import pytest

from tests.browser import chromium

WHO = ".time-who"


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (390, 844)])
def test_the_number_of_a_year_says_at_one_click_where_it_was_read(page, app, width, height):
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{app}?period=2020&period=2020")
    page.locator(".time-player output", has_text="229 people arrived").wait_for()
    page.locator(f"{WHO} summary").click()
    answer = page.locator(f"{WHO} p").first
    assert "The ministry’s figure, read in copies by others: SBS" in answer.inner_text()
    assert answer.get_by_role("link", name="SBS").get_attribute("href").startswith("https://")


def test_where_no_number_is_shown_there_is_no_question(page, app):
    page.goto(app)
    chromium.drawn(page)
    page.locator(".time-player").wait_for()
    assert page.locator(WHO).is_hidden()


def test_the_key_of_the_chart_of_arrivals_is_text_beside_it_that_nothing_cuts(page, app):
    page.goto(f"{app.rstrip('/')}/arrivals")
    page.locator(".js-plotly-plot").first.wait_for()
    assert page.locator(".js-plotly-plot .legend").count() == 0
    key = page.locator(".chart-key").first.inner_text()
    assert all(word in key for word in ("women", "men", "total, no split found"))
