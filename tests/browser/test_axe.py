"""No page, in none of its frames and at no size, breaks a rule of axe: see `axe.py`."""

from collections.abc import Iterator

import pytest

from tests.browser import axe, chromium
from tests.browser.staff_apps import for_one_person, with_sign_in

OPENED = "?journey=kim-seong-min-1996&stop=3"
PAGES = (
    "present",
    "compose",
    "journeys",
    "journeys?journey=kim-seong-min-1996",
    "arrivals",
    "sources",
    "glossary",
    "method",
)
FOR_STAFF = ("annotate", "records", "gaps", "import", "review", "history", "withdraw")


@pytest.fixture(scope="module")
def alone() -> Iterator[str]:
    """The app as one person starts it for this machine."""
    with for_one_person() as running:
        yield running.address


@pytest.mark.parametrize("path", ("", OPENED, "?embed=true"))
def test_the_map_and_what_stands_around_it_break_no_rule(page, app, path):
    page.goto(f"{app}/{path}")
    chromium.drawn(page)
    page.locator(".st-key-time-room .nsewdrag").first.wait_for()
    chromium.settled(page)
    assert axe.broken(page) == []


def test_the_dialog_that_takes_a_picture_breaks_no_rule(page, app):
    page.goto(app)
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    chromium.settled(page)
    page.get_by_role("button", name="Take a picture").click()
    page.locator(".picture-save:enabled").wait_for()
    assert axe.broken(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_to_read_breaks_no_rule(page, app, path):
    page.goto(f"{app}/{path}")
    chromium.settled(page)
    assert axe.broken(page) == []
    assert page.url == f"{app}/{path}"


@pytest.mark.parametrize("path", FOR_STAFF)
def test_a_page_for_staff_breaks_no_rule(page, alone, path):
    page.goto(f"{alone}/{path}")
    chromium.settled(page)
    assert axe.broken(page) == []
    assert page.url == f"{alone}/{path}"  # and not the first page in its place


def test_the_page_to_sign_in_breaks_no_rule(page, provider, tmp_path):
    with with_sign_in(tmp_path, provider) as address:
        page.goto(f"{address}/staff")
        page.get_by_role("button", name="Sign in").wait_for()
        chromium.settled(page)
        assert axe.broken(page) == []


@pytest.mark.parametrize("step", (1, 3))
def test_a_lesson_breaks_no_rule(page, app, step):
    page.goto(f"{app}/present?story=kim-seong-min&step={step}")
    frame = page.locator(".lesson-frame").element_handle().content_frame()
    frame.wait_for_function("() => window.lesson && lesson._timeline")
    assert axe.broken(page) == []


def test_a_picture_without_words_is_found(page):
    page.set_content(
        '<html lang="en"><title>One picture</title><main><h1>One</h1><img src="data:,"></main>'
    )
    assert [found.split()[0] for found in axe.broken(page)] == ["image-alt"] * len(axe.SIZES)
