"""Chromium without a way out, and what a visit with it asked for.

The names of all hosts but this machine are made unknown to the browser, and every request is
written down all the same, so that a page which asks for one is found out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from views.lessons.chromium import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Frame, Page

OUR_HOST = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost, EXCLUDE 127.0.0.1"
DESKTOP = {"width": 1400, "height": 900}
MOST_MAPS = 3
WAIT_MS = 60_000  # a small machine draws the first map in twenty seconds when it is busy
HERE = {"localhost", "127.0.0.1"}
# Addresses of these kinds name no host: what they hold is on this machine already.
HOSTLESS = {"about", "blob", "data", "file"}


class LeftTheMachine(AssertionError):
    """A page asked another host for something."""


@dataclass
class Visit:
    """One page, alone in its browser context, with what happened in it so far.

    `requests` are the addresses that the page, its frames and its sockets asked for;
    `errors` the errors that no script caught.
    """

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def outside(self) -> list[str]:
        """The addresses asked for that are not on this machine."""
        return [url for url in self.requests if not is_here(url)]


@contextmanager
def browser() -> Iterator[Browser]:
    """A headless Chromium. Raises `NoChromium` where it or Playwright is missing."""
    with chromium(OUR_HOST) as opened:
        yield opened


@contextmanager
def visit(opened: Browser, **options) -> Iterator[Visit]:
    """A visit by somebody new; `options` are those of Playwright's `new_context`.

    Raises `LeftTheMachine` at its end if anything was asked of another host.
    """
    context = _context(opened, options)
    try:
        with _visit_in(context) as seen:
            yield seen
    finally:
        context.close()


@contextmanager
def return_visit(opened: Browser, **options) -> Iterator[Visit]:
    """As `visit`, by somebody whose browser has the scripts from before, but nothing else.

    That spares each page a second of processor. A visit that failed leaves nothing to the next.
    """
    size = options.pop("viewport", DESKTOP)
    idle = _IDLE.setdefault(opened, {}).setdefault(repr(options), [])
    context = idle.pop() if idle else _context(opened, options)
    try:
        with _visit_in(context) as seen:
            seen.page.set_viewport_size(size)
            yield seen
        context.set_storage_state({})
    except BaseException:
        context.close()
        raise
    idle.append(context)


# Contexts that nobody is in, by their options.
_IDLE: WeakKeyDictionary[Browser, dict[str, list[BrowserContext]]] = WeakKeyDictionary()


def _context(opened: Browser, options: Mapping) -> BrowserContext:
    context = opened.new_context(**{"viewport": DESKTOP} | options)
    context.set_default_timeout(WAIT_MS)
    return context


@contextmanager
def _visit_in(context: BrowserContext) -> Iterator[Visit]:
    """A new page whose requests and errors are written down; at the end no page is open."""
    seen = Visit(context.new_page())
    listeners = {
        "request": lambda request: seen.requests.append(request.url),
        "console": lambda message: seen.requests.extend(refused(message.text)),
        "weberror": lambda error: seen.errors.append(str(error.error)),
    }
    for event, listener in listeners.items():
        context.on(event, listener)
    seen.page.on("websocket", lambda websocket: seen.requests.append(websocket.url))
    try:
        yield seen
    finally:
        for page in context.pages:
            page.close()
        for event, listener in listeners.items():
            context.remove_listener(event, listener)
    if seen.outside():
        raise LeftTheMachine("Asked of other hosts: " + ", ".join(seen.outside()))


def refused(said: str) -> list[str]:
    """The address that a page asked for against the rules of the app, as its console says it."""
    return re.findall(r"'(\w+:[^']*)'", said)[:1] if "Content Security Policy" in said else []


def is_here(url: str) -> bool:
    """True where following an address cannot leave this machine."""
    parts = urlsplit(url)
    return parts.scheme in HOSTLESS or parts.hostname in HERE


def settled(page: Page | Frame) -> None:
    """Wait until the page stands with its title, and no run of its script is under way.

    What the server says first, before that, is outside of the page's root.
    """
    page.locator("#root h1").first.wait_for()
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


def open_map(page: Page, address: str) -> None:
    """Go to a page with a map, and wait until the map is drawn and the page stands."""
    page.goto(address)
    drawn(page)
    settled(page)


def open_filters(page: Page) -> None:
    """Open what is closed beside the page: the filters, the layers and the downloads."""
    page.get_by_test_id("stExpandSidebarButton").click()
    page.locator("[data-testid=stSidebar][data-collapsed=false]").wait_for()
    settled(page)


def tab_to(page, selector: str, key: str = "Tab", most: int = 60) -> None:
    """Go from field to field by key until the focus is on, or in, what a selector names."""
    for _ in range(most):
        page.keyboard.press(key)
        if page.evaluate("(name) => !!document.activeElement?.closest(name)", selector):
            return
    raise AssertionError(f"{selector} is not reached by {key}")


def map_frame(page: Page | Frame) -> Frame:
    """The frame of the map on that page, once the map in it stands (`window.atlas`).

    `page` may also be the frame of a page elsewhere that holds the app.
    """
    frame = page.wait_for_function(
        "() => [...document.querySelectorAll('iframe')]"
        ".find((frame) => frame.contentDocument?.defaultView?.atlas)"
    )
    return frame.as_element().content_frame()


def drawn(page: Page | Frame, until: str = "(drawn) => drawn.journeys.length > 0") -> dict:
    """What the map says is on it, once the condition `until` (JavaScript) holds for that.

    Keys: `journeys` (ids), `focus` (an id or None), `marks`, `legend`. A run that the address of
    a link causes may put the map in anew while it is waited for.
    """
    from playwright.sync_api import Error

    ready = f"() => {{ const drawn = atlas.drawn(); return ({until})(drawn) && drawn; }}"
    for _ in range(MOST_MAPS):
        try:
            if frame := map_frame(page):
                return frame.wait_for_function(ready).json_value()
        except Error as gone:
            if "detached" not in str(gone):
                raise
    raise AssertionError("The map is put in anew again and again.")
