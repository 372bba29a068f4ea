"""Whatever a save ends with is told, with what to do next."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from annotations.problems import Problem, RowPlace
from annotations.store.acts import Saved
from annotations.store.lines import BrokenHistory
from annotations.store.protocol import Busy, EditedByHand, Interrupted, OpenElsewhere, Unfinished
from annotations.tables.changes import Clash, Conflict, Refused
from tests.pages.visits import LONGEST_RUN_S, html, problems, text

HOSTILE = "<script>alert(1)</script>"
PROBLEM = Problem(RowPlace("stops.csv", 2), "date", f"'{HOSTILE}' is no date. Write one.")
CLASH = Clash(
    "stops", "by-sea:1", {"journey": "by-sea", "order": "1", "role": "as it was"},
    {"journey": "by-sea", "order": "1", "role": HOSTILE},
    {"journey": "by-sea", "order": "1", "role": "as wanted"},
)  # fmt: skip
GONE = Clash("places", "dalian", {"id": "dalian"}, None, {"id": "dalian", "note": "by the sea"})


def run_that(ends) -> AppTest:
    """A page that saves, and tells how that ended; the second run shows what was said."""

    def page(ends):
        import streamlit as st

        from views.widgets.staff import saving

        def save():
            if isinstance(ends, Exception):
                raise ends
            return ends

        saving.say_last_save()
        if st.button("Save"):
            st.text("saved" if saving.run(save, said="It stands.") else "not saved")

    at = AppTest.from_function(page, default_timeout=LONGEST_RUN_S, kwargs={"ends": ends}).run()
    return at.button[0].click().run()


def test_what_was_saved_is_given_back_and_said_once_in_the_next_run():
    at = run_that(Saved("1", "", ()))
    assert at.text[0].value == "saved"
    assert [block.value for block in at.run().success] == [r"It stands\."]
    assert [block.value for block in at.run().success] == []


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (Conflict([CLASH]), "Somebody else changed these rows after you started."),
        (Refused([PROBLEM]), "This would cause problems in the tables"),
        (BrokenHistory([PROBLEM]), "The history cannot be read"),
        (Busy("x"), "Somebody else is saving at this moment."),
        (EditedByHand("stops.csv"), "was edited by hand at this very moment."),
        (OpenElsewhere("stops.csv"), "is open in another program. Close it there"),
        (Interrupted("Correct it."), "An earlier save was cut short."),
        (Unfinished("x"), "It counts, and is completed as soon as the disk works again."),
        (OSError(28, "No space left on device"), "No space left on device"),
    ],
)
def test_a_save_that_does_not_stand_is_told_and_gives_nothing_back(error, said):
    at = run_that(error)
    (warned,) = [block.value for block in at.warning]
    assert said in warned
    assert at.text[0].value == "not saved"
    assert not at.exception
    assert [block.value for block in at.run().success] == []


def test_a_conflict_shows_each_row_as_it_was_as_it_is_and_as_it_was_wanted():
    at = run_that(Conflict([CLASH, GONE]))
    shown = text(at)
    assert "by-sea:1 of stops.csv" in shown and "dalian of places.csv" in shown
    heads = "Column When you started Now Your version"
    assert f"{heads} role as it was {HOSTILE} as wanted" in shown
    assert f"{heads} id dalian (no such row) dalian" in shown
    assert "<script" not in html(at)
    assert "order" not in shown.replace("in order", "")


def test_the_lines_of_what_refuses_a_save_are_told():
    assert problems(run_that(Refused([PROBLEM]))) == [str(PROBLEM)]
    assert problems(run_that(BrokenHistory([PROBLEM]))) == [str(PROBLEM)]
    assert problems(run_that(Interrupted("Compare it, correct it."))) == ["Compare it, correct it."]
