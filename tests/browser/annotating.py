"""What somebody does who annotates a text, with the keyboard and the mouse."""

from __future__ import annotations

from playwright.sync_api import TimeoutError

from tests.browser.chromium import WAIT_MS, map_frame, settled

SELECT = """(words) => {
  const text = document.querySelector(".marking-text");
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  text.focus();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at >= 0) return getSelection().setBaseAndExtent(node, at, node, at + words.length);
  }
  throw new Error(words);
}"""


def begin(page, app: str, text: str, **cells: str) -> None:
    """Paste a new text and open it; `cells` are fields of its form by their labels."""
    page.goto(f"{app}/annotate")
    settled(page)
    page.get_by_label("Paste it here, at most 2 MB").fill(text)
    for label, cell in cells.items():
        page.get_by_label(label.replace("_", " "), exact=True).fill(cell)
    page.get_by_role("button", name="Start").click()
    opened(page)


def opened(page) -> None:
    """Wait until the desk stands: its text, and its map, whose coming runs the page once more."""
    page.locator(".marking-text p").first.wait_for()
    map_frame(page)
    settled(page)


def press_until(page, key: str, there) -> None:
    """Press a key, and again where the page was being drawn anew and did not take it."""
    for tries_left in (2, 1, 0):
        page.keyboard.press(key)
        try:
            return there.wait_for(timeout=WAIT_MS if not tries_left else 5_000)
        except TimeoutError:
            if not tries_left:
                raise


def mark(page, words: str, key: str) -> None:
    """Select words, and mark them by a key; they are open then."""
    page.evaluate(SELECT, words)
    page.keyboard.press(key)
    page.locator("mark.opened", has_text=words).wait_for()
    settled(page)


def choose(page, words: str) -> None:
    """Choose one of the places or readings that are offered."""
    page.locator(".st-key-work-meaning label", has_text=words).first.click()
    page.locator(".st-key-work-meaning label:has(input:checked)", has_text=words).first.wait_for()
    settled(page)


def fill(page, label: str, words: str) -> None:
    """Fill a field of the journey or its stop, and let it go."""
    field = page.locator(".st-key-work-journey").get_by_label(label, exact=True)
    field.fill(words)
    field.press("Tab")
    page.wait_for_timeout(200)  # the run begins
    settled(page)


def pick(page, label: str, words: str) -> None:
    """Pick one of many words from a list of the open mention, by typing."""
    page.locator(".st-key-work-meaning").get_by_label(label).click()
    page.keyboard.type(words)
    page.get_by_role("option", name=words).first.click()
    settled(page)


def drop(page, words: str, on: int = 0, below: bool = False) -> None:
    """Drag marked words on a stop, or below the last one, and wait until it rests on them."""
    item = page.locator(".making li").nth(on - 1)
    height = item.bounding_box()["height"]
    at = {"x": 60, "y": height - 3 if below else height / 2}
    page.locator("mark", has_text=words).first.drag_to(item, target_position=at)
    page.locator(".making .word", has_text=words).first.wait_for()
    settled(page)


def stops(page) -> list[str]:
    """The places of the stops in the list, in order."""
    return page.locator(".making li .where").all_inner_texts()


def drawn_stops(page) -> list[dict]:
    """The stops that are drawn on the map beside the work, once it has any."""
    frame = page.locator(".st-key-work-journey iframe").element_handle().content_frame()
    frame.wait_for_function("() => window.atlas && atlas.drawn().marks.length")
    return frame.evaluate("() => atlas.drawn().marks")
