"""What is sent at once of the first page says no more than that page, from the very change on."""

from functools import partial

import pytest

from annotations.proposals.hide import hide
from geodata import ROOT
from tests.pages.visits import html, visit
from views.atlas import MadeFiles, assets
from views.widgets.app import made
from views.widgets.atlas import first_answer


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(monkeypatch, tmp_path):
    files = MadeFiles(ROOT, tmp_path / "static")
    monkeypatch.setattr(made, "files", lambda: files)
    monkeypatch.setattr(made, "publish", partial(assets.publish, static=tmp_path / "static"))


def test_a_journey_that_is_hidden_is_not_in_it_from_that_moment(tables):
    assert "By sea" in first_answer().shown
    hide(tables, "by-sea", "ada", "She asked.", asked=True)
    assert "By sea" not in first_answer().shown


def test_it_is_put_together_by_what_puts_the_page_together(tables):
    shown, page = first_answer().shown, html(visit("map"))
    heading = page[page.index('<header class="heading">') : page.index("</header>")]
    listing = page[page.index('<ul class="listing">') : page.index("</ul>")]
    assert heading in shown and listing in shown


def test_what_it_asks_for_ahead_is_what_the_map_will_ask_for(tables):
    own, *scripts = first_answer().scripts
    assert own.startswith("component/streamlit_folium.st_folium/static/js/main.")
    assert [f"../../{each}" for each in scripts] == list(made.current_scene("en").scripts)
