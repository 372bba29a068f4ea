"""On a phone the details of what was touched come into view; a link still begins with the map."""

from tests.browser import chromium

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


def top_of(page, name: str) -> float:
    return page.locator(f".st-key-{name}").bounding_box()["y"]


def test_a_link_begins_with_the_map_and_a_touch_brings_the_details(browser, app):
    with chromium.return_visit(browser, **PHONE, reduced_motion="reduce") as visit:
        page = visit.page
        page.goto(f"{app}/?journey=kim-seong-min-1996&stop=3")
        chromium.drawn(page, "(drawn) => drawn.focus === 'kim-seong-min-1996'")
        chromium.settled(page)
        assert 0 < top_of(page, "map-room") < top_of(page, "time-room") < top_of(page, "panel-room")
        frame = chromium.map_frame(page)
        frame.locator('[data-stop="kim-seong-min-1996:2"] b').tap()
        page.get_by_text("Kim Seong Min · stop 2 of 8").wait_for()
        page.wait_for_function(
            "() => document.querySelector('.st-key-panel-room').getBoundingClientRect().top"
            " < window.innerHeight / 2",
            timeout=15_000,
        )
        assert top_of(page, "panel-room") >= 40
