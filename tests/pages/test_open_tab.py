"""A tab that was open before something was hidden gives nothing of it any more."""

from importlib import import_module

import pytest

from annotations.proposals.hide import hide
from annotations.proposals.overlay import Overlay
from annotations.tables.changes import rows_by_key
from tests.pages.visits import html, text, visit
from tests.stores import changed, saved

downloads = import_module("views.widgets.atlas.downloads")


def test_files_are_made_of_what_is_public_when_their_button_is_pressed(tables, monkeypatch):
    made = {}
    monkeypatch.setattr(
        downloads, "file_button", lambda _label, make, name, *_other: made.update({name: make})
    )
    visit("map")
    words = ("by-sea", "hides near the port")
    assert all(word in made["journeys.csv"]() for word in words)
    hide(tables, "by-sea", "ada", "She asked.")
    for name in ("journeys.csv", "journeys.geojson"):
        assert not any(word in made[name]() for word in words), name
    assert made["ways-out.html"]()


def test_a_step_of_a_story_draft_goes_with_its_journey(tables):
    at = visit("map", journey="by-sea")
    at.button(key="add-view").click().run()
    assert "By sea" in html(at).partition("draft-step")[0] and _steps(at) == 1
    hide(tables, "by-sea", "ada", "She asked.")
    at.run()
    assert _steps(at) == 0
    assert "By sea" not in text(at)


def test_a_step_stays_while_its_journey_is_as_it_was(tables):
    at = visit("map", journey="by-sea")
    at.button(key="add-view").click().run()
    saved(tables, changed(tables, "events", "famine", title="Hunger"))
    at.run()
    assert _steps(at) == 1


def _steps(at) -> int:
    return sum((button.key or "").startswith("draft-remove-") for button in at.button)


def test_an_event_that_one_person_stands_behind_says_so_until_another_has_looked(
    tables, at_the_door
):
    words = "No second person has reviewed it yet."
    assert words not in text(visit("map", event="famine"))
    saved(tables, changed(tables, "events", "famine", title="Hunger"), who="ada")
    assert words in text(visit("map", event="famine"))
    visit("review").button(key="right-events-famine").click().run()
    assert words not in text(visit("map", event="famine"))


@pytest.mark.parametrize("reason", ["Asked | by <b>her</b> $x$", "<", "a\tb"])
def test_no_reason_stands_in_the_way_of_hiding(tables, reason):
    hide(tables, "by-sea", "ada", reason)
    assert rows_by_key(tables, "publication")["by-sea"]["place"] == "withheld"


def test_a_proposal_over_the_tables_is_no_reason_for_a_note(tables):
    saved(Overlay(tables), changed(tables, "events", "famine", title="Hunger"), who="ada")
    assert "No second person" not in text(visit("map", event="famine"))
