"""The map leaves one finger and the wheel to the page, and says how it is moved."""

import pytest

from tests.browser import chromium, fingers

CAMERA = "() => atlas.camera()"
STORY = "kim-seong-min"


@pytest.fixture
def phone(browser, app):
    with chromium.return_visit(browser, **fingers.PHONE, reduced_motion="reduce") as visit:
        visit.page.goto(app)
        stands(visit.page)
        yield visit.page


def stands(page):
    """The frame of the map, once nothing more arrives that would move the page."""
    chromium.drawn(page)
    page.locator(".st-key-time-room .nsewdrag").first.wait_for(state="attached")
    chromium.settled(page)
    return chromium.map_frame(page)


def middle(page, down: float = 0) -> fingers.Spot:
    box = page.locator(".st-key-map-room iframe").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 + down


def top(page) -> float:
    return page.locator(".st-key-map-room").bounding_box()["y"]


def test_one_finger_on_the_map_scrolls_the_page_and_is_told_how_the_map_moves(phone):
    frame, before = chromium.map_frame(phone), top(phone)
    camera = frame.evaluate(CAMERA)
    x, y = middle(phone)
    with fingers.pressed(phone, ((x, y), (x, y - 200))):
        frame.get_by_text("Move the map with two fingers").wait_for()
    phone.wait_for_function(
        "y => document.querySelector('.st-key-map-room').getBoundingClientRect().top < y - 90",
        arg=before,
    )
    assert frame.evaluate(CAMERA) == camera
    frame.locator(".atlas-hands:empty").wait_for(state="attached")


def test_two_fingers_move_the_map_and_not_the_page(phone):
    frame, before = chromium.map_frame(phone), top(phone)
    camera = frame.evaluate(CAMERA)
    x, y = middle(phone)
    left, right = (x - 40, y), (x + 40, y)
    fingers.drag(phone, (left, (x - 40, y - 120)), (right, (x + 40, y - 120)))
    frame.wait_for_function("lat => atlas.camera().lat < lat - 3", arg=camera["lat"])
    assert top(phone) == before
    assert abs(frame.evaluate(CAMERA)["zoom"] - camera["zoom"]) < 0.3


def test_two_fingers_that_part_enlarge_the_map(phone):
    frame = chromium.map_frame(phone)
    zoom = frame.evaluate(CAMERA)["zoom"]
    x, y = middle(phone)
    fingers.drag(phone, ((x - 30, y), (x - 120, y)), ((x + 30, y), (x + 120, y)))
    frame.wait_for_function("zoom => atlas.camera().zoom > zoom + 0.9", arg=zoom)


def test_one_finger_on_the_map_of_a_lesson_scrolls_to_its_words(browser, app):
    with chromium.return_visit(browser, **fingers.PHONE, reduced_motion="reduce") as visit:
        page = visit.page
        page.goto(f"{app}/present?story={STORY}")
        frame = page.locator(".lesson-frame").element_handle().content_frame()
        frame.wait_for_function("() => window.lesson && lesson._timeline")
        fingers.drag(page, ((150, 300), (150, 80)))
        frame.wait_for_function("() => scrollY > 90")


@pytest.fixture
def desktop(browser, app):
    """The first page in a window that is lower than the page."""
    with chromium.return_visit(browser, viewport={"width": 1400, "height": 600}) as visit:
        visit.page.goto(app)
        stands(visit.page)
        yield visit.page


def test_the_wheel_over_the_map_scrolls_the_page_and_says_how_it_zooms(desktop):
    frame, before = chromium.map_frame(desktop), top(desktop)
    zoom = frame.evaluate(CAMERA)["zoom"]
    desktop.mouse.move(*middle(desktop))
    desktop.mouse.wheel(0, 200)
    frame.get_by_text("Hold Ctrl to zoom with the wheel, or click the map first").wait_for()
    desktop.wait_for_function(
        "y => document.querySelector('.st-key-map-room').getBoundingClientRect().top < y - 90",
        arg=before,
    )
    assert frame.evaluate(CAMERA)["zoom"] == zoom


@pytest.mark.parametrize("how", ["Control", "click"])
def test_the_wheel_zooms_with_ctrl_and_after_a_click_until_the_mouse_leaves(desktop, how):
    frame, before = chromium.map_frame(desktop), top(desktop)
    zoom = frame.evaluate(CAMERA)["zoom"]
    spot = middle(desktop, down=90)
    desktop.mouse.move(*spot)
    if how == "click":
        frame.evaluate("() => (atlas.layer.at = () => [])")  # wherever a journey lies
        desktop.mouse.click(*spot)
    else:
        desktop.keyboard.down(how)
    desktop.mouse.wheel(0, -300)
    frame.wait_for_function("zoom => atlas.camera().zoom > zoom", arg=zoom)
    assert top(desktop) == before
    if how == "click":
        desktop.mouse.move(spot[0], 20)
        desktop.mouse.move(*spot)
        desktop.mouse.wheel(0, -100)
        frame.get_by_text("Hold Ctrl").wait_for()
