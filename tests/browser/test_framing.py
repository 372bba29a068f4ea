"""A page elsewhere can hold a view of the map, and nothing else; and it says nothing to the app."""

import json

import pytest

from tests.browser import chromium
from tests.browser.app import run_script
from tests.browser.staff_apps import for_one_person
from tests.browser.test_embed import page_elsewhere
from tests.pages.visits import DASHBOARD

COMPONENT = "component/streamlit_folium.st_folium/index.html"
STRANGE = "script of a page elsewhere"
# What Streamlit says to the frame of a map, with a script that leaves a mark.
RENDER = {
    "type": "streamlit:render",
    "args": {
        "script": f"document.title = '{STRANGE}'; window.map_div = {{}};",
        "default": {},
        "html": "<p>",
        "header": "",
        "js_links": [],
        "css_links": [],
        "height": 100,
    },
    "dfs": [],
    "disabled": False,
    "theme": None,
}
SEND = f"setInterval(() => target()?.postMessage({json.dumps(RENDER)}, '*'), 200)"
LONG_ENOUGH_MS = 3_000


@pytest.fixture(scope="module")
def public():
    """The app for everybody, after a first visit."""
    with run_script(DASHBOARD) as running:
        yield running.address


def frame_titles(page) -> list[str]:
    """The titles of all frames of a page."""
    return [frame.title() for frame in page.frames]


def is_shown(page, app: str) -> bool:
    """True where a frame of the page has anything of the app."""
    page.wait_for_timeout(LONG_ENOUGH_MS)
    return any(frame.url.startswith(app) for frame in page.frames)


@pytest.mark.parametrize("view", ("", "records", "records?embed=true", "?embed=true"))
def test_nothing_of_one_persons_app_stands_in_a_page_elsewhere(browser, view):
    with (
        for_one_person() as running,
        chromium.visit(browser) as seen,
        page_elsewhere(f'<iframe src="{running.address}/{view}"></iframe>') as elsewhere,
    ):
        seen.page.goto(elsewhere)
        assert not is_shown(seen.page, running.address)


@pytest.mark.parametrize("view", ("", "records?embed=true", "staff?embed=true", "?embed=false"))
def test_what_is_no_embedded_view_does_not_stand_in_a_page_elsewhere(browser, public, view):
    with (
        chromium.visit(browser) as seen,
        page_elsewhere(f'<iframe src="{public}/{view}"></iframe>') as elsewhere,
    ):
        seen.page.goto(elsewhere)
        assert not is_shown(seen.page, public)


@pytest.mark.parametrize(
    ("body", "target"),
    (
        ('<iframe src="{app}/{component}"></iframe>', "frames[0]"),
        ('<iframe src="{app}/?embed=true&view=map"></iframe>', "frames[0].frames[0]"),
        ("<script>opened = open('{app}/{component}')</script>", "opened"),
        ("<script>opened = open('{app}/')</script>", "opened.frames[0]"),
    ),
    ids=("its frame", "the frame of a view", "its window", "the frame of a window"),
)
def test_the_frame_of_the_map_runs_no_script_of_a_page_elsewhere(browser, public, body, target):
    with chromium.visit(browser) as first:
        first.page.goto(public)
        chromium.drawn(first.page)
    html = body.format(app=public, component=COMPONENT)
    html += f"<script>const target = () => {target}; {SEND}</script>"
    with chromium.visit(browser) as seen, page_elsewhere(html) as elsewhere:
        seen.page.goto(elsewhere)
        seen.page.wait_for_timeout(3 * LONG_ENOUGH_MS)
        titles = [title for page in seen.page.context.pages for title in frame_titles(page)]
        assert len(titles) > 1
        assert STRANGE not in titles
