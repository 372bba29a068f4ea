"""Where the map looks belongs to the address: a link brings it back, and so does the way back."""

from tests.browser import chromium

KIM = "kim-seong-min-1996"
CAMERA = "() => atlas.camera()"


def zoomed(page) -> dict:
    """The camera after two clicks on the button to come nearer, once the address has it."""
    frame = chromium.map_frame(page)
    before = frame.evaluate(CAMERA)["zoom"]
    for step in (1, 2):
        frame.locator(".leaflet-control-zoom-in").click()
        frame.wait_for_function(
            "least => atlas.camera().zoom >= least && !atlas._map._animatingZoom",
            arg=before + step * 0.9,
        )
    page.wait_for_url("**camera=*")
    return frame.evaluate(CAMERA)


def near(one: dict, other: dict) -> bool:
    return all(abs(one[name] - other[name]) < 0.1 for name in ("lat", "lng", "zoom"))


def test_the_first_view_needs_no_camera_and_a_moved_one_comes_back_by_its_link(first_page):
    assert "camera" not in first_page.url
    seen = zoomed(first_page)
    link = first_page.url
    first_page.goto("about:blank")
    first_page.goto(link)
    chromium.drawn(first_page)
    chromium.settled(first_page)
    assert near(chromium.map_frame(first_page).evaluate(CAMERA), seen)
    assert first_page.url == link
    assert first_page.get_by_text("This link has parts").count() == 0


def test_a_filter_keeps_the_camera_and_an_open_journey_takes_it_out(first_page):
    chromium.open_filters(first_page)
    zoomed(first_page)
    frame = chromium.map_frame(first_page)
    zoom = frame.evaluate("() => atlas._map.getZoom()")
    first_page.locator(".st-key-kind").get_by_text("Attempt", exact=True).click()
    first_page.wait_for_url("**kind=*")
    chromium.settled(first_page)
    assert "camera=" in first_page.url
    assert frame.evaluate("() => atlas._map.getZoom()") == zoom

    first_page.locator(".st-key-kind").get_by_text("Attempt", exact=True).click()
    first_page.wait_for_function("() => !location.search.includes('kind=')")
    chromium.settled(first_page)
    first_page.locator(f'[data-open="{KIM}"]').first.click()
    first_page.wait_for_url("**journey=*")
    first_page.wait_for_function("() => !location.search.includes('camera=')")
    chromium.drawn(first_page, f"(drawn) => drawn.focus === '{KIM}'")

    chromium.settled(first_page)
    frame.wait_for_function("() => !atlas._map._flyToFrame || atlas.camera().zoom > 4")
    first_page.keyboard.press("Escape")
    first_page.wait_for_function("() => !location.search.includes('journey=')")
    first_page.wait_for_url("**camera=*")


def test_the_way_back_has_one_step_for_each_thing_opened_and_brings_the_camera_too(first_page):
    seen = zoomed(first_page)
    frame = chromium.map_frame(first_page)
    steps = first_page.evaluate("() => history.length")
    first_page.locator(f'[data-open="{KIM}"]').first.click()
    first_page.wait_for_url("**journey=*")
    chromium.drawn(first_page, f"(drawn) => drawn.focus === '{KIM}'")
    chromium.settled(first_page)
    assert first_page.evaluate("() => history.length") == steps + 1
    first_page.go_back()
    first_page.wait_for_function("() => !location.search.includes('journey=')")
    frame.wait_for_function("() => atlas.drawn().focus === null")
    frame.wait_for_function("zoom => Math.abs(atlas.camera().zoom - zoom) < 0.1", arg=seen["zoom"])


def test_a_link_with_a_camera_that_cannot_be_read_says_so(page, app):
    page.goto(f"{app}/?camera=north")
    chromium.drawn(page)
    page.get_by_text("This link has parts that cannot be read: camera").wait_for()
