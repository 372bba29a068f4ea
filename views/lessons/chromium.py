"""The Chromium that is here, without a way to any other machine, and a program to print with it.

The program, `main`, gets a page on its standard input and writes a PDF to its standard output,
within bounds of time and memory for itself and for all that it starts. It knows no other module of
the project.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome")
REMEDY = "Get one with 'apt-get install chromium', or set CHROMIUM to the path of yours."
# Each window would load two pages for its address bar, which nobody sees: 1.4 seconds of processor.
# This list replaces that of Playwright, so that what it leaves out is left out here too.
WITHOUT = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=" + ",".join(WITHOUT),
)
NO_HOSTS = "--host-resolver-rules=MAP * ~NOTFOUND"
# For one PDF: a small machine may be busy. Measured: 4 seconds and 200 MB in the largest process.
MOST_S = 180
MOST_MB = 1024  # of its own in each process, beside what all of them share
WITHOUT_CHROMIUM = 3
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
    """True where there is a Chromium to print with, and Playwright to drive it."""
    if find_spec("playwright") is None:
        return False
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


def printed(html: str, paper: str) -> bytes:
    """The PDF of a page, once all in it is drawn. Raises `NoChromium`."""
    with chromium(NO_HOSTS) as opened:
        page = opened.new_context(device_scale_factor=2, offline=True).new_page()
        page.set_content(html, wait_until="commit")
        page.wait_for_function(READY, timeout=MOST_S * 1000)
        return page.pdf(format=paper, prefer_css_page_size=True, tagged=True, outline=True)


def be_modest() -> None:
    """Bound this process and all that it starts from now on; let others have the processor first.

    Where the system knows no such bounds, as on Windows, there are none.
    """
    try:
        import resource
        import signal
    except ImportError:
        return
    most = MOST_MB * 1024**2
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(MOST_S)  # also where whoever started it has gone
    os.nice(3)


def main(paper: str) -> int:
    """Print the page on the standard input; the code is `WITHOUT_CHROMIUM` where there is none."""
    be_modest()
    try:
        pdf = printed(sys.stdin.buffer.read().decode("utf-8"), paper)
    except NoChromium as error:
        print(error, file=sys.stderr)
        return WITHOUT_CHROMIUM
    sys.stdout.buffer.write(pdf)
    return 0
