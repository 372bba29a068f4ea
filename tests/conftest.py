"""What tests share: the app as a process, and a real browser that cannot leave this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.browser import chromium
from tests.browser.app import start_app
from views.lessons.chromium import NoChromium


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what uses the browser.

    Several workers begin with it, since it takes longest; one alone with what is quick to fail.
    """
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
    worker = "PYTEST_XDIST_WORKER" in os.environ
    items.sort(key=lambda item: (item.get_closest_marker("browser") is not None) is not worker)


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """Chromium. Without one the test is skipped, but fails where CI is set: see `.ci/run`."""
    try:
        with chromium.browser() as opened:
            yield opened
    except NoChromium as missing:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(str(missing))


@pytest.fixture(scope="session")
def app() -> Iterator[str]:
    """The address of the app with the project's own tables."""
    with start_app() as address:
        yield address


@pytest.fixture
def visit(browser) -> Iterator[chromium.Visit]:
    """A visit at 1400×900; the test fails if anything was asked of another host."""
    with chromium.return_visit(browser) as seen:
        yield seen


@pytest.fixture
def page(visit):
    """The page of `visit`."""
    return visit.page
