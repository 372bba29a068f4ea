"""Beside very many journeys the page of the map lists what a list can hold, and says so."""

import pytest

from annotations.records import Collection
from annotations.selection.filters import Filters, select
from tests.collections import many_journeys
from tests.pages.visits import counted, html, listed, text, title, visit
from views.atlas.packed import packed
from views.atlas.scene import not_on_map, scene
from views.panels.listing import MOST_LISTED, first_listed
from views.timeline.figure import not_on_timeline
from views.widgets.app import made as made_files
from views.widgets.app import store


@pytest.fixture
def many(monkeypatch) -> Collection:
    """The collection that the app holds instead of the project's own."""
    made = many_journeys(900)
    drawn = packed(scene(made, "en", None))
    current = made_files.CurrentScene(drawn, tuple(drawn["id"]), ("map.js", "scene.js"))
    monkeypatch.setattr(store, "collection", lambda: made)
    monkeypatch.setattr(made_files, "current_scene", lambda lang: current)
    return made


def test_every_list_has_an_end_and_says_how_many_it_leaves_out(many):
    journeys = many.journeys.values()
    untimed = sum(bool(not_on_timeline(journey)) for journey in journeys)
    unmapped = sum(bool(not_on_map(journey)) for journey in journeys)
    at = visit()
    assert not at.exception
    assert counted(at)[0] == MOST_LISTED + 860 == 900
    assert len(listed(at)) == MOST_LISTED < untimed
    assert f"<summary>Not on the timeline: {untimed}</summary>" in html(at)
    assert html(at).count('class="unseen"') == MOST_LISTED + min(unmapped, MOST_LISTED)
    assert f"And {untimed - MOST_LISTED} more: narrow the filters to list them." in text(at)


def test_a_period_over_many_journeys_selects_what_it_selects_of_few(many):
    at = visit(period=["2001", "2004"])
    found = select(many, Filters(2001, 2004))
    assert counted(at)[0] == len(found.journeys)
    assert listed(at) == [journey.id for journey in first_listed(found.journeys)]
    assert title(at) == "How people got out of North Korea"
    assert "definitely under way between 2001 and 2004" in text(at)
