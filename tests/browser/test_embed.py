"""A view stands in the page of somebody else, fills its frame, and can be used there."""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest

from tests.browser import chromium
from tests.browser.app import DIRECT
from views.panels.embedding import frame_code

KIM = "kim-seong-min-1996"
SMALL = {"viewport": {"width": 640, "height": 480}}


@contextmanager
def page_elsewhere(body: str) -> Iterator[str]:
    """The address of a page with this in it, of another host than the app as a browser sees it."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(f"<!doctype html><body style='margin:0'>{body}".encode())

        def log_message(self, *_said) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://localhost:{server.server_port}/lesson"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def framed(browser, app) -> Iterator[Callable]:
    """Opens a page elsewhere that holds a view in a frame as large as its window."""
    with chromium.return_visit(browser, **SMALL) as seen:

        @contextmanager
        def opened(view: str, height: int, **params: list[str]) -> Iterator:
            code = frame_code(app, view, params, "The view")
            code = re.sub(r'height="\d+"', f'height="{height}"', code)
            with page_elsewhere(code) as address:
                seen.page.goto(address)
                (frame,) = (f for f in seen.page.frames if f != seen.page.main_frame)
                chromium.settled(frame)
                yield frame
                assert seen.errors == []

        yield opened


def box(frame, selector: str) -> dict:
    """Where an element stands in its frame."""
    return frame.locator(selector).evaluate("e => e.getBoundingClientRect().toJSON()")


def seen_around(frame) -> int:
    """How much of the frame of the full app is seen."""
    around = ("stSidebar", "stHeader", "stToolbar", "stExpandSidebarButton", "stDownloadButton")
    return sum(
        one.is_visible() for name in around for one in frame.get_by_test_id(name).all()
    ) + sum(one.is_visible() for one in frame.locator(".st-key-unseen-controls *").all())


def scrolls(frame) -> bool:
    return frame.get_by_test_id("stMain").evaluate(
        "e => e.scrollHeight > e.clientHeight || e.scrollWidth > e.clientWidth"
    )


def test_the_app_lets_any_page_hold_a_view(app):
    headers = DIRECT.open(f"{app}/?embed=true").headers
    assert headers["X-Frame-Options"] is None
    assert "frame-ancestors" not in headers["Content-Security-Policy"]


def test_the_map_is_embedded_by_its_own_address_too(page, app):
    page.goto(f"{app}/map?embed=true&view=map&period=1996&period=1998&source=Kim+Seong+Min+2013")
    chromium.drawn(page, f"(drawn) => drawn.journeys.join() === '{KIM}'")
    assert page.locator(".st-key-foot").is_visible()
    assert page.locator(".st-key-failed").count() == 0


def test_a_map_fills_its_frame_down_to_the_line_at_its_foot(framed):
    with framed("map", 480, period=["1996", "1998"]) as frame:
        assert KIM in chromium.drawn(frame)["journeys"]
        map_box, foot = box(frame, ".st-key-map-room iframe"), box(frame, ".st-key-foot")
        assert (map_box["top"], map_box["width"]) == (0, 640)
        assert abs(map_box["bottom"] - foot["top"]) <= 1
        assert abs(foot["bottom"] - 480) <= 1
        assert foot["height"] < 40
        assert frame.locator(".js-plotly-plot").count() == 0
        assert seen_around(frame) == 0
        assert not scrolls(frame)


def test_a_timeline_fits_its_frame_with_its_player(framed):
    with framed("timeline", 480, country=["Laos"]) as frame:
        frame.locator('button[data-player="play"]').wait_for()
        frame.locator(".js-plotly-plot .nsewdrag").first.wait_for(state="attached")
        assert frame.locator("iframe").count() == 0
        assert box(frame, ".time-player")["bottom"] <= box(frame, ".st-key-foot")["top"] <= 480
        assert seen_around(frame) == 0
        assert not scrolls(frame)


def test_with_both_the_map_follows_a_drag_and_the_full_view_opens_with_it(framed):
    with framed("both", 800, source=["Kim Seong Min 2013", "Mike Kim 2009"]) as frame:
        chromium.drawn(frame, "(drawn) => drawn.journeys.length > 1")
        frame.locator('button[data-player="play"]').wait_for()
        plot = frame.locator(".st-key-time-room .nsewdrag").first
        plot.scroll_into_view_if_needed()
        place = plot.bounding_box()
        mouse, y = frame.page.mouse, place["y"] + place["height"] / 2

        def x(year: float) -> float:
            return place["x"] + place["width"] * (year - 1990) / 37

        mouse.move(x(1996.1), y)
        mouse.down()
        mouse.move(x(1997.5), y, steps=4)
        mouse.move(x(1998.9), y, steps=4)
        chromium.drawn(frame, f"(drawn) => drawn.journeys.join() === '{KIM}'")
        assert "1996" not in frame.locator(".foot").inner_text()
        mouse.up()
        frame.locator(".foot", has_text="between 1996 and 1998").wait_for()
        link = frame.get_by_role("link", name="Open the full view")
        address = unescape(link.get_attribute("href"))
        assert parse_qs(address[1:])["period"] == ["1996", "1998"]
        with frame.page.expect_popup() as opened:
            link.click()
        full = opened.value
        chromium.settled(full)
        assert chromium.drawn(full)["journeys"] == [KIM]
        assert full.get_by_test_id("stSidebar").count() == 1


def test_the_code_in_the_sidebar_follows_a_filter(page, app):
    page.goto(app)
    chromium.drawn(page)
    chromium.settled(page)
    chromium.open_filters(page)
    page.get_by_role("button", name="Laos", exact=True).click()
    page.get_by_role("button", name="Embed").click()
    code = page.get_by_test_id("stCode").filter(has_text="country=Laos")
    code.wait_for()
    assert code.inner_text().startswith(f'<iframe src="{app}/?embed=true&amp;country=Laos"')
