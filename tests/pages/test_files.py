"""What a button for a file gives when it is pressed, whoever presses it and however late."""

from importlib import import_module

import pytest

from annotations.proposals.hide import hide
from tests.pages.test_staff import LISTED, SECRETS, SIGNED_IN, visit_as
from tests.pages.visits import visit
from views.making import Refused
from views.server import capacity
from views.staff import NotStaff

downloads = import_module("views.widgets.atlas.downloads")
files = import_module("views.widgets.app.files")


@pytest.fixture
def pressed(monkeypatch):
    """What each button does that a page has drawn, by the name of its file."""
    buttons = {}

    def button(_label, make, file_name, **_other) -> None:
        buttons[file_name] = make

    monkeypatch.setattr(files.st, "download_button", button)
    files.forget_files()
    return buttons


def test_two_visitors_who_ask_for_the_same_get_one_file_that_was_made_once(
    tables, pressed, monkeypatch
):
    made = []
    csv = downloads.stops_csv
    monkeypatch.setattr(downloads, "stops_csv", lambda *given: made.append(1) or csv(*given))
    visit("map")
    first = pressed["journeys.csv"]()
    visit("map")
    assert pressed["journeys.csv"]() == first
    assert len(made) == 1
    visit("map", country="China")
    pressed["journeys.csv"]()
    assert len(made) == 2


def test_nothing_hidden_is_given_though_the_file_was_made_before(tables, pressed):
    visit("map")
    assert b"by-sea" in pressed["journeys.csv"]()
    hide(tables, "by-sea", "ada", "She asked.")
    assert b"by-sea" not in pressed["journeys.csv"]()


def test_what_was_made_is_let_go_with_the_next_page_after_something_was_hidden(
    tables, pressed, monkeypatch
):
    visit("map")
    pressed["journeys.csv"]()
    cleared = []
    monkeypatch.setattr(files.FILES, "clear", lambda: cleared.append(1))
    hide(tables, "by-sea", "ada", "She asked.")
    visit("method")
    assert cleared == [1]


def test_who_is_taken_off_the_list_gets_no_file_of_a_page_that_is_still_open(
    tables, pressed, monkeypatch
):
    visit_as(SIGNED_IN, page="records")
    (name,) = (name for name in pressed if name.startswith("journeys") and name.endswith(".csv"))
    held = SECRETS | {"staff": {"addresses": [LISTED]}}
    sign_in = import_module("views.widgets.app.sign_in")
    start = import_module("views.server.start")
    monkeypatch.setattr(start, "_section", lambda _secrets, name: held[name])
    assert pressed[name]()
    held["staff"] = {"addresses": ["bob@example.org"]}
    with pytest.raises(NotStaff):
        pressed[name]()
    assert sign_in.start().listed == ["bob@example.org"]


def test_staff_get_no_file_without_its_mark_of_what_was_hidden_since(
    tables, pressed, at_the_door, monkeypatch
):
    monkeypatch.setattr(
        import_module("views.widgets.app.sign_in"), "while_staff", lambda make: make
    )
    visit("records")
    names = ("journeys.csv", "journeys.geojson", "ways-out.xlsx")
    assert all(pressed[name]() for name in names)
    hide(tables, "by-sea", "ada", "She asked.")
    for name in names:
        with pytest.raises(Refused):
            pressed[name]()
    pressed.clear()
    visit("records")
    assert not pressed.keys() & {*names} and pressed["journeys-not-for-publication.csv"]()


def test_there_are_more_threads_than_people_who_may_wait_for_a_file():
    lines = (files.FILES, files.PDFS)
    assert sum(line.limits.people for line in lines) < capacity.THREADS
