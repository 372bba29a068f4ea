"""A visitor with a real browser, who sees what others wait for: run as a process of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from time import perf_counter

from tests.benchmarks import watched
from tests.browser import chromium

# Choosing it and taking it back change every counter.
COUNTRY = "China"


@contextmanager
def browser_visitor(app: str, every_s: float) -> Iterator[Connection]:
    """The page of an app in a browser of another process, while the context is open.

    Send the seconds for which to filter; then milliseconds are received, from each click on a
    filter to the changed panel on the screen.
    """
    processes = get_context("spawn")
    ours, its = processes.Pipe()
    process = processes.Process(target=_visit, args=(app, every_s, its))
    process.start()
    its.close()
    try:
        yield ours
    finally:
        ours.close()
        process.join()


def _visit(app: str, every_s: float, told: Connection) -> None:
    with chromium.browser() as browser, watched.visit(browser, watched.OURS) as page:
        watched.open_map(page, app)
        chromium.open_filters(page)
        watched.rest(page)
        country = page.locator(".st-key-country").get_by_role("button", name=COUNTRY, exact=True)
        try:
            while True:
                seconds, taken, start = told.recv(), [], perf_counter()
                while (due := len(taken) * every_s) < seconds:
                    page.wait_for_timeout(max(0, start + due - perf_counter()) * 1000)
                    taken.append(watched.release_to_panel_ms(page, country.click))
                told.send(taken)
        except EOFError:  # nobody asks any more
            return
