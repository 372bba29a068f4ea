"""How long a filter and a dragged period take to reach the drawn map, in a real browser."""

from __future__ import annotations

from tests.browser import chromium
from tests.browser.app import start_app

# The page notes when it was clicked; the map notes the frame after it was told what to show.
WATCH_CLICKS = (
    "document.addEventListener('click', () => { window.clicked = Date.now() }, { capture: true })"
)
WATCH_MAP = """() => {
    window.sameWindow = true;
    const show = atlas.show.bind(atlas);
    atlas.show = (state) => {
        show(state);
        requestAnimationFrame(() => { window.drawnAt = Date.now() });
    };
}"""


def filter_to_map_ms(times: int) -> tuple[list[float], bool]:
    """Milliseconds of each change, and whether the map's window stayed the same throughout."""
    with start_app() as app, chromium.browser() as browser, chromium.visit(browser) as visit:
        page = visit.page
        page.goto(f"{app}/?period=1996&period=2003")
        chromium.drawn(page)
        chromium.settled(page)
        frame = chromium.map_frame(page)
        page.evaluate(WATCH_CLICKS)
        frame.evaluate(WATCH_MAP)
        taken = []
        for turn in range(times):
            frame.evaluate("window.drawnAt = 0")
            name = "Definitely" if turn % 2 else "Also possibly"
            page.get_by_role("radio", name=name).click()
            frame.wait_for_function("window.drawnAt > 0")
            taken.append(frame.evaluate("window.drawnAt") - page.evaluate("window.clicked"))
            chromium.settled(page)
        return taken, bool(frame.evaluate("window.sameWindow"))


WATCH_MOVES = (
    "document.addEventListener('mousemove', () => { window.moved = Date.now() }, { capture: true })"
)
WATCH_PREVIEWS = """() => {
    const preview = atlas.preview.bind(atlas);
    atlas.preview = (...years) => {
        preview(...years);
        requestAnimationFrame(() => { window.previewedAt = Date.now() });
    };
}"""


def drag_to_map_ms(times: int) -> list[float]:
    """Milliseconds from each move of a real mouse over the timeline to the map's drawn frame."""
    with start_app() as app, chromium.browser() as browser, chromium.visit(browser) as visit:
        page = visit.page
        page.goto(app)
        chromium.drawn(page)
        chromium.settled(page)
        frame = chromium.map_frame(page)
        page.evaluate(WATCH_MOVES)
        frame.evaluate(WATCH_PREVIEWS)
        plot = page.locator(".st-key-time-room .nsewdrag").first.bounding_box()
        x, y = plot["x"] + plot["width"] * 0.2, plot["y"] + plot["height"] / 2
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 20, y)
        taken = []
        for step in range(times):
            frame.evaluate("window.previewedAt = 0")
            page.mouse.move(x + 30 + step * plot["width"] * 0.6 / times, y)
            frame.wait_for_function("window.previewedAt > 0")
            taken.append(frame.evaluate("window.previewedAt") - page.evaluate("window.moved"))
        page.mouse.up()
        return taken
