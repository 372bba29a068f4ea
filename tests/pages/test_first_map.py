"""A visit's first page comes without its chart, which follows when the map is drawn."""

import pytest

from tests.pages.visits import charts, map_args, visit
from views.widgets import atlas
from views.widgets.atlas import embed, first_map


@pytest.fixture(autouse=True)
def with_a_browser(monkeypatch):
    """As where there is a browser, which says when its map is drawn."""
    for page in (atlas, embed):
        monkeypatch.setattr(page, "map_stands", first_map.map_stands)


@pytest.mark.parametrize("embedded", [False, True])
def test_the_chart_follows_the_first_map_and_stays_from_then_on(embedded):
    at = visit(embedded=embedded)
    assert map_args(at) and not charts(at)
    for _run in range(2):
        assert map_args(at.run()) and charts(at)


def test_a_timeline_alone_waits_for_no_map():
    assert charts(visit(embedded=True, view="timeline"))


def test_the_map_says_when_something_is_shown_on_it():
    assert 'new CustomEvent("atlas-shown"' in map_args(visit())["feature_group"]
