"""The three apps that are compared, each as a process of its own, on the same made journeys."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks import watched
from tests.benchmarks.traffic import Traffic
from tests.browser.app import ROOT, run_script
from tests.collections import many_journeys
from tests.made_tables import write_tables
from views.atlas.assets import prepare

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PLAIN = Path(__file__).with_name("plain")
SCRIPTS = ("app.py", "empty.py")


# The other apps run in the project's folder, but not with this setting of ours.
AS_IT_COMES = {"runner.postScriptGC": "true"}


@dataclass(frozen=True)
class App:
    """An app that runs, with its page in the browser and the condition that its map stands."""

    address: str
    process: int
    page: Page
    drawn_when: str


@dataclass(frozen=True)
class Apps:
    """Our app with a page in which nothing is open yet; the plain and the empty one as seen.

    `traffic` counts what goes between the page of ours and its server.
    """

    browser: Browser
    ours: App
    plain: App
    empty: App
    traffic: Traffic


@contextmanager
def running_apps(browser: Browser, journeys: int) -> Iterator[Apps]:
    """The apps while the context is open, each visited once, so that it has read its records."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        write_tables(many_journeys(journeys), folder / "tables")
        prepare(folder / "static")
        env = {"WAYS_OUT_TABLES": str(folder / "tables"), "JOURNEYS": str(journeys)}
        # Streamlit serves the folder `static` beside the script, so both scripts go beside one.
        plain, empty = (Path(shutil.copy(PLAIN / name, folder)) for name in SCRIPTS)

        def start(script: Path, drawn_when: str, options: dict[str, str] | None = None) -> App:
            running = stack.enter_context(run_script(script, env, options))
            page = stack.enter_context(watched.visit(browser, drawn_when))
            return App(running.address, running.process, page, drawn_when)

        ours = start(ROOT / "dashboard.py", watched.OURS)
        plain_app = start(plain, watched.PLAIN, AS_IT_COMES)
        others = plain_app, start(empty, watched.EMPTY, AS_IT_COMES)
        for app in others:
            _open(app.page, app)
        with watched.visit(browser, watched.OURS) as page:
            _open(page, ours)
        yield Apps(browser, ours, *others, Traffic(ours.page))


def _open(page: Page, app: App) -> None:
    watched.open_map(page, app.address)
    watched.rest(page)
