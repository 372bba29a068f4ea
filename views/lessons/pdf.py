"""A handout as PDF, printed by a Chromium that is here, without a way to any other machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome")
REMEDY = "Get one with 'apt-get install chromium', or set CHROMIUM to the path of yours."
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NO_HOSTS = "--host-resolver-rules=MAP * ~NOTFOUND"
WAIT_MS = 120_000  # a small machine may be busy
READY = "() => window.handout && handout.ready.then(() => true)"


class NoChromium(Exception):
    """There is no Chromium to drive, or no Playwright to drive it; the message says the remedy."""


def chromium_path() -> str:
    """The path of a Chromium: what CHROMIUM says, else one by its usual names.

    Raises `NoChromium`.
    """
    wanted = os.environ.get("CHROMIUM")
    path = next(filter(None, map(shutil.which, (wanted,) if wanted else NAMES)), None)
    if path is None:
        raise NoChromium(f"No Chromium{f' at {wanted}' if wanted else ''}. {REMEDY}")
    return path


def can_print() -> bool:
    """True where there is a Chromium to print with."""
    try:
        chromium_path()
    except NoChromium:
        return False
    return True


@contextmanager
def chromium(hosts: str) -> Iterator[Browser]:
    """A headless Chromium with that rule for `hosts`. Raises `NoChromium`."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError as error:
        raise NoChromium("No Playwright: pip install -r requirements.txt.") from error
    path = chromium_path()
    with sync_playwright() as playwright:
        try:
            opened = playwright.chromium.launch(executable_path=path, args=[*FLAGS, hosts])
        except Error as error:
            raise NoChromium(f"{path} cannot be driven as a browser. {REMEDY}") from error
        try:
            yield opened
        finally:
            opened.close()


def pdf_of(html: str, paper: str) -> bytes:
    """The PDF of a self-contained handout (see `views.lessons.handout`), once all in it is drawn.

    `paper` is A4 or Letter, where the page's own style sheet says nothing else. Raises
    `NoChromium` where there is none.
    """
    with chromium(NO_HOSTS) as opened:
        page = opened.new_context(device_scale_factor=2, offline=True).new_page()
        page.set_content(html, wait_until="commit")
        page.wait_for_function(READY, timeout=WAIT_MS)
        return page.pdf(format=paper, prefer_css_page_size=True, tagged=True, outline=True)
