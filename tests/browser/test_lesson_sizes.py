"""A lesson on small screens, in low windows and enlarged: nothing lies on its words."""

import pytest

from tests.browser import chromium

STORIES = ("counting-arrivals", "kim-seong-min")
SIZES = {
    "phone": (390, 844),
    "phone that lies": (844, 390),
    "tablet": (820, 1180),
    "low tablet": (820, 740),
    "1280 by 1024 at 400 %": (320, 256),
}
BOXES = """() => Object.fromEntries(["map", "words", "time", "nav"].map((name) => {
  const box = document.querySelector(`.lesson-${name}`).getBoundingClientRect();
  return [name, [box.left, box.top, box.right, box.bottom]];
}))"""


def overlap(one, other) -> bool:
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > 1
        and min(one[3], other[3]) - max(one[1], other[1]) > 1
    )


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("story", STORIES)
def test_chart_and_map_leave_the_words_of_a_lesson_alone(browser, app, story, size):
    width, height = size
    room = {"viewport": {"width": width, "height": height}}
    touch = {"has_touch": True, "is_mobile": width > 320}
    with chromium.return_visit(browser, **room, **touch) as visit:
        visit.page.goto(f"{app}/present?story={story}&step=2")
        frame = visit.page.locator(".lesson-frame").element_handle().content_frame()
        frame.wait_for_function("() => window.lesson && lesson._timeline")
        boxes = frame.evaluate(BOXES)
        assert not overlap(boxes["words"], boxes["time"])
        assert not overlap(boxes["words"], boxes["map"])
        top_of_bar = boxes["nav"][1]
        assert height - top_of_bar <= 60
        assert top_of_bar - boxes["words"][1] >= min(120, height / 3), "words at first sight"
        assert frame.evaluate("document.documentElement.scrollWidth") <= width
        charted = frame.locator(".lesson-chart .main-svg").first.bounding_box()
        assert charted["width"] <= boxes["time"][2] - boxes["time"][0]
        assert visit.errors == []


def test_the_buttons_of_a_lesson_have_room_for_a_finger(browser, app):
    phone = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
    with chromium.return_visit(browser, **phone) as visit:
        visit.page.goto(f"{app}/present?story={STORIES[0]}")
        frame = visit.page.locator(".lesson-frame").element_handle().content_frame()
        frame.wait_for_function("() => window.lesson && lesson._timeline")
        buttons = frame.locator(".lesson-nav button:visible").all()
        assert len(buttons) >= 4
        for button in buttons:
            box = button.bounding_box()
            assert min(box["width"], box["height"]) >= 44
