"""A dark room is dark in every part of a page, says the same, and leaves paper white."""

import re
from functools import partial

import pytest

from tests.browser import axe, chromium
from tests.browser.staff_apps import for_one_person
from views.atlas.colours import DARK, LIGHT

SIZES = ((1400, 900), (390, 844))
PAGES = (
    "present",
    "compose",
    "journeys?journey=kim-seong-min-1996",
    "arrivals",
    "sources",
    "glossary",
    "method",
)
FOR_STAFF = ("annotate", "records", "review", "history")
# The commonest colour of a canvas of the map, and the ground of an element.
SEA = """(frame) => {
  const canvas = document.querySelector(".atlas-canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const counts = new Map();
  for (let at = 0; at < data.length; at += 4 * 97) {
    const key = data.slice(at, at + 3).join(",");
    counts.set(key, (counts.get(key) || 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0][0].split(",").map(Number);
}"""
INK = "(one) => getComputedStyle(one).color"
GROUND = "(one) => getComputedStyle(one).backgroundColor"
RELIEF_PX = 2190
CHART = ".js-plotly-plot .main-svg"
NAME = "g.ytick text"  # of an axis: ink


def rgb(colour: str) -> str:
    return "rgb({}, {}, {})".format(*(int(colour[at : at + 2], 16) for at in (1, 3, 5)))


def is_dark(parts: list[int]) -> bool:
    return sum(parts) < 3 * 90


def ground(where, selector: str) -> str:
    return where.locator(selector).first.evaluate(GROUND)


def ink_is(where, colour: str) -> None:
    """Wait until the chart writes in this colour."""
    where.wait_for_function(
        "([name, colour]) => document.querySelector(name)?.style.fill === colour",
        arg=[f".js-plotly-plot {NAME}", rgb(colour)],
    )


@pytest.fixture
def dark(browser):
    """A visit to a system that is dark."""
    with chromium.return_visit(browser, color_scheme="dark") as seen:
        yield seen.page


@pytest.fixture(scope="module")
def alone():
    with for_one_person() as running:
        yield running.address


def test_page_map_and_timeline_are_dark_where_the_system_is_and_follow_it(dark, app):
    dark.goto(app)
    chromium.drawn(dark)
    ink_is(dark, DARK["ink"])
    assert ground(dark, ".stApp") == rgb(DARK["page"])
    frame = chromium.map_frame(dark)
    assert is_dark(frame.evaluate(SEA))
    assert ground(frame, ".leaflet-container") == rgb(DARK["sea"])
    dark.emulate_media(color_scheme="light")
    ink_is(dark, LIGHT["ink"])
    assert ground(dark, ".stApp") == rgb(LIGHT["page"])
    assert not is_dark(frame.evaluate(SEA))


def test_a_dark_page_is_printed_on_white_and_dark_again_after_it(dark, app):
    dark.goto(app)
    chromium.drawn(dark)
    ink_is(dark, DARK["ink"])
    frame = chromium.map_frame(dark)
    for where in (dark, frame):
        where.evaluate("dispatchEvent(new Event('beforeprint'))")
    ink_is(dark, LIGHT["ink"])
    assert not is_dark(frame.evaluate(SEA))
    dark.emulate_media(media="print", color_scheme="dark")
    for name in ("h1", ".heading p", ".stHtml li", ".stAppHeader ~ * p"):
        assert dark.locator(name).first.evaluate(INK) in (rgb(LIGHT["ink"]), rgb(LIGHT["muted"]))
    dark.emulate_media(media="screen", color_scheme="dark")
    for where in (dark, frame):
        where.evaluate("dispatchEvent(new Event('afterprint'))")
    ink_is(dark, DARK["ink"])
    assert is_dark(frame.evaluate(SEA))


@pytest.mark.parametrize("scheme", ("light", "dark"))
def test_the_map_itself_is_on_paper_and_not_its_names_alone(browser, app, scheme):
    with chromium.return_visit(browser, color_scheme=scheme) as seen:
        page = seen.page
        page.goto(f"{app}/?embed=true&view=map")
        chromium.drawn(page)
        pictures = [int(width) for width in re.findall(rb"/Width (\d+)", page.pdf(format="A4"))]
    # A canvas that was not painted to its end leaves the picture of the relief, and nothing else.
    assert max(pictures, default=0) > 1000
    assert RELIEF_PX not in pictures


def test_a_teacher_makes_the_room_dark_by_key_and_finds_it_so_again(page, app):
    given = partial(page.goto, f"{app}/present?story=kim-seong-min&step=2")
    given()
    frame = lesson_of(page)
    assert ground(frame, ".lesson") == rgb(LIGHT["page"])
    page.keyboard.press("d")
    ink_is(frame, DARK["ink"])
    assert ground(frame, ".lesson") == rgb(DARK["page"])
    assert is_dark(frame.evaluate(SEA))
    button = frame.get_by_role("button", name="Dark room")
    assert button.get_attribute("aria-pressed") == "true"
    assert not re.search("dark|room", page.url)  # a link to the lesson says nothing of the room
    given()
    frame = lesson_of(page)
    ink_is(frame, DARK["ink"])
    frame.get_by_role("button", name="Dark room").click()
    ink_is(frame, LIGHT["ink"])
    assert ground(frame, ".lesson") == rgb(LIGHT["page"])


def lesson_of(page):
    frame = page.locator(".lesson-frame").element_handle().content_frame()
    frame.wait_for_function("() => window.lesson && lesson._timeline")
    return frame


def test_a_view_in_a_page_elsewhere_is_as_dark_as_that_page_asks_for(page, app):
    page.goto(f"{app}/?embed=true&embed_options=dark_theme")
    chromium.drawn(page)
    ink_is(page, DARK["ink"])
    frame = chromium.map_frame(page)
    frame.wait_for_function("() => document.documentElement.dataset.scheme === 'dark'")
    assert is_dark(frame.evaluate(SEA))
    inks = page.locator(".time-player output").evaluate(INK)
    assert inks == rgb(DARK["ink"])


def test_where_the_system_sets_the_colours_nothing_that_means_something_is_lost(browser, app):
    with chromium.return_visit(browser, forced_colors="active", color_scheme="dark") as seen:
        page = seen.page
        page.goto(f"{app}/arrivals")
        signs = page.locator(".chart-key").first.locator("span[style]")
        signs.first.wait_for()
        grounds = signs.evaluate_all(f"(all) => all.map({GROUND})")
        assert len(set(grounds)) == len(grounds) == 3
        page.goto(f"{app}/present?story=kim-seong-min&step=1")
        frame = lesson_of(page)
        ink_is(frame, DARK["ink"])
        plain = ground(frame, ".lesson")
        chosen = (".lesson-progress i", ".lesson-dark[aria-pressed=true]")
        assert plain not in [ground(frame, name) for name in chosen]


@pytest.mark.parametrize("scheme", ("light", "dark"))
def test_where_more_contrast_is_asked_for_what_was_quiet_is_not(browser, app, scheme):
    ink = rgb((DARK if scheme == "dark" else LIGHT)["ink"])
    with chromium.return_visit(browser, contrast="more", color_scheme=scheme) as seen:
        page = seen.page
        page.goto(app)
        chromium.drawn(page)
        said = page.locator(".heading p").evaluate(INK)
        label = chromium.map_frame(page).locator(".atlas-legend p").first
        assert said == label.evaluate(INK) == ink


@pytest.mark.parametrize("path", ("", "?journey=kim-seong-min-1996&stop=3", "?embed=true"))
def test_the_dark_map_and_what_stands_around_it_break_no_rule(dark, app, path):
    dark.goto(f"{app}/{path}")
    chromium.drawn(dark)
    dark.locator(".st-key-time-room .nsewdrag").first.wait_for()
    chromium.settled(dark)
    assert axe.broken(dark, SIZES) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_dark_page_to_read_breaks_no_rule(dark, app, path):
    dark.goto(f"{app}/{path}")
    chromium.settled(dark)
    assert axe.broken(dark, SIZES) == []


@pytest.mark.parametrize("path", FOR_STAFF)
def test_a_dark_page_for_staff_breaks_no_rule(dark, alone, path):
    dark.goto(f"{alone}/{path}")
    chromium.settled(dark)
    assert axe.broken(dark, SIZES) == []


def test_a_dark_lesson_breaks_no_rule(dark, app):
    dark.goto(f"{app}/present?story=kim-seong-min&step=3")
    lesson_of(dark)
    assert axe.broken(dark, SIZES) == []
