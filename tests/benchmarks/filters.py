"""How long a filter takes from the click to the drawn map, in a real browser."""

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
