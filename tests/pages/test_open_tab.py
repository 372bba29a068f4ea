"""A tab that was open before something was hidden gives nothing of it any more."""

from contextvars import copy_context
from importlib import import_module

import pytest

from annotations.proposals.hide import hide
from annotations.proposals.overlay import Overlay
from annotations.tables.changes import rows_by_key
from tests.pages.visits import adding, text, visit
from tests.stores import changed, saved
from views.making import Refused
from views.widgets.app import frame, store, versions

cite = import_module("views.widgets.app.cite")
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


@pytest.mark.parametrize(
    ("page", "key", "address"),
    [
        ("map", "cite", {"journey": "by-sea"}),
        ("map", "cite", {"journey": "by-sea", "stop": "1"}),
        ("map", "cite-view", {}),
        ("journeys", "cite", {"journey": "by-sea"}),
    ],
)
def test_an_open_citation_tells_nothing_that_was_hidden_since(
    page, key, address, tables, monkeypatch
):
    windows, files = [], {}
    monkeypatch.setattr(frame.st, "dialog", lambda *_, **_other: lambda f: windows.append(f) or f)
    monkeypatch.setattr(cite, "file_button", lambda _label, make, *_other: files.update(now=make))
    at = visit(page, **address)
    at.session_state["citation-format"] = "csl-json"
    at.button(key=key).click().run()
    was = files["now"]()
    assert "By sea" in was and was == at.code[0].value
    hide(tables, "by-sea", "ada", "She asked.")
    for made in (files["now"], lambda: shown_by(windows[-1], monkeypatch)):
        assert "By sea" not in given_by(made)


def given_by(make) -> str:
    """A file or a window, or nothing where it is refused."""
    try:
        return make()
    except Refused:
        return ""


def shown_by(window, monkeypatch) -> str:
    """What an open window shows when something in it is chosen, and not the page run again."""
    shown = []
    monkeypatch.setattr(cite.st, "segmented_control", lambda *_, **_other: "csl-json")
    monkeypatch.setattr(cite.st, "code", lambda words, **_other: shown.append(words))
    monkeypatch.setattr(cite.st, "info", lambda words: shown.append(words))
    monkeypatch.setattr(cite, "_address", lambda _asked: "")
    copy_context().run(window)
    return "".join(shown)


def test_a_window_that_runs_alone_has_the_records_of_that_moment(tables, monkeypatch):
    windows, seen = [], []
    monkeypatch.setattr(store, "reviewed", lambda: tables)
    monkeypatch.setattr(frame.st, "dialog", lambda *_, **_other: lambda f: windows.append(f) or f)
    monkeypatch.setattr(frame.st, "session_state", {frame.DIALOG: "any"})

    def run() -> None:
        versions.begin(tables)
        frame.show_dialog("any", "Any", lambda: seen.append(store.tables_version()))
        hide(tables, "by-sea", "ada", "She asked.")
        assert store.tables_version() == seen[0]
        windows[0]()

    copy_context().run(run)
    assert seen == [seen[0], tables.version()] and seen[0] != seen[1]


def test_a_view_that_can_be_added_to_a_lesson_goes_with_its_journey(tables):
    at = visit("map", journey="by-sea")
    assert "By sea" in adding(at)
    hide(tables, "by-sea", "ada", "She asked.")
    assert "By sea" not in adding(at.run())


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
