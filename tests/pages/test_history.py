"""Every save is listed, found by its rows and its people, opened, and undone on request."""

from __future__ import annotations

import pytest

from annotations.proposals.acts import agree
from annotations.review.acts import accept, is_own_work
from annotations.review.desk import desk
from annotations.review.unit import CHANGED
from annotations.saving.saves import undo
from annotations.tables.changes import rows_by_key
from annotations.withdraw.plan import withdraw
from annotations.withdraw.subject import Subject
from tests.pages.visits import html, said, text, title, visit
from tests.stores import added, changed, saved

pytestmark = pytest.mark.usefixtures("at_the_door")


@pytest.fixture
def kept(tables):
    """Tables with a save of ada in two tables, and a review by cho."""
    place = changed(tables, "places", "dalian", note="A port.")
    saved(tables, place, changed(tables, "stops", "by-sea:1", role="swims"), who="ada", why="Read")
    accept(tables, desk(tables).journey("by-sea"), "cho")
    return tables


def listed(at) -> list[str]:
    """The titles of the saves on the page."""
    titles = [block.proto.label for block in at.expander]
    return [label.replace("\\", "") for label in titles if "UTC" in label]


def opened(save: str, **address):
    """The page with one save opened."""
    at = visit("history", **address)
    at.session_state[f"save-{save}"] = True
    return at.run()


def role(tables) -> str:
    return rows_by_key(tables, "stops")["by-sea:1"]["role"]


def test_the_saves_are_listed_the_newest_first_with_who_when_and_why(kept):
    at = visit("history")
    assert title(at) == "Who changed what, and when?"
    assert "2 saves" in text(at)
    review, save = listed(at)
    assert review.startswith("cho reviewed on ") and "Journeys 1, Marked words 1" in review
    assert save.startswith("ada saved on ") and save.endswith("Places 1, Stops 1 · Read")


@pytest.mark.parametrize(
    ("address", "who"),
    [
        ({"table": "places"}, ["ada"]),
        ({"table": "places", "row": "dalian"}, ["ada"]),
        ({"table": "places", "row": "nowhere"}, []),
        ({"table": "mentions", "row": "port"}, ["cho"]),
        ({"person": "cho"}, ["cho"]),
        ({"person": "nobody"}, ["cho", "ada"]),
        ({"table": "<b>", "row": "x"}, ["cho", "ada"]),
    ],
)
def test_a_link_names_a_table_a_row_or_a_person(kept, address, who):
    at = visit("history", **address)
    assert not at.exception
    assert [label.partition(" ")[0] for label in listed(at)] == who


def test_a_filter_that_is_chosen_narrows_the_list(kept):
    at = visit("history")
    at.selectbox(key="saves-of-table").set_value("places").run()
    assert len(listed(at)) == 1
    assert at.query_params["table"] == "places"


def test_many_saves_come_by_pages(tables):
    for number in range(21):
        saved(tables, changed(tables, "places", "dalian", note=f"{number}"), why=f"w{number}")
    at = visit("history")
    assert [label.rpartition(" ")[2] for label in listed(at)] == [f"w{n}" for n in range(20, 0, -1)]
    assert [label[-2:] for label in listed(visit("history", p="2"))] == ["w0"]


def test_an_opened_save_shows_its_rows_and_is_undone_once_a_second_person_agrees(kept):
    save = kept.lines()[0].save
    undo(kept, kept.lines()[-1].save, "cho")
    at = opened(save)
    assert "note filled in A port." in text(at)
    assert "role changed hides near the port swims" in text(at)
    at.button(key=f"undo-{save}").click().run()
    assert "2 rows go back to what they were before." in said(at)
    at.button(key=f"leave-{save}").click().run()
    assert kept.proposals.all() == ()
    at.button(key=f"undo-{save}").click().run()
    at.button(key=f"sure-{save}").click().run()
    assert role(kept) == "swims"
    assert "It is proposed to undo this save." in said(at)
    (found,) = kept.proposals.all()
    assert (found.who, found.undoes) == ("bo", save)
    agree(kept, found, "cho")
    assert role(kept) == "hides near the port"
    line = kept.lines()[-1]
    assert (line.who, line.reviewers) == ("bo", ("cho",))
    at = visit("history")
    assert sum(label.endswith("undone") for label in listed(at)) == 2
    assert "reviewed by cho" in listed(at)[0]
    assert "Undone by bo, on " in text(opened(save))
    assert f"undo-{save}" not in {button.key for button in at.button}


def test_a_review_is_undone_once_a_second_person_agrees(kept):
    save = kept.lines()[-1].save
    at = opened(save)
    at.button(key=f"undo-{save}").click().run()
    at.button(key=f"sure-{save}").click().run()
    (found,) = kept.proposals.all()
    assert "status changed reviewed draft" in text(visit("review", proposal=found.id))
    agree(kept, found, "ada")
    assert rows_by_key(kept, "journeys")["by-sea"]["status"] == "draft"
    assert listed(visit("history"))[1].endswith("undone")
    unit = desk(kept).journey("by-sea")
    assert unit.waits == CHANGED and is_own_work(unit, "ada") and not is_own_work(unit, "cho")


def test_an_undo_that_another_save_stands_against_is_told_with_its_rows(kept):
    save = kept.lines()[0].save
    at = opened(save)
    at.button(key=f"undo-{save}").click().run()
    saved(kept, changed(kept, "stops", "by-sea:1", role="sails"), who="ada")
    at.button(key=f"sure-{save}").click().run()
    assert "Nothing was saved." in said(at)
    assert "Your version role swims sails hides near the port" in text(at)
    assert role(kept) == "sails"


def test_an_undo_that_other_rows_count_on_is_refused_by_line(tables):
    new = saved(tables, added("places", "tumen", name="Tumen"))
    saved(tables, changed(tables, "stops", "by-sea:1", place="tumen"))
    at = opened(new.id)
    at.button(key=f"undo-{new.id}").click().run()
    at.button(key=f"sure-{new.id}").click().run()
    assert "This would cause problems in the tables" in said(at)
    assert any("stops:1:place" in block.value for block in at.code)


def test_a_withdrawal_is_told_without_its_record_and_neither_it_nor_its_saves_are_undone(kept):
    withdraw(kept, Subject("by-sea"))
    at = visit("history")
    assert "2 saves" in text(at)
    assert [label.partition(" on ")[0] for label in listed(at)] == [
        "A record was withdrawn", "ada saved",
    ]  # fmt: skip
    assert listed(at)[0].endswith(" UTC · Journeys · 3 rows removed")
    assert at.selectbox(key="person").options == ["ada"]
    first, last = (line.save for line in kept.lines())
    assert "cannot be undone" in text(opened(first))
    assert "Its rows are gone" in text(opened(last))
    for save in (first, last):
        assert f"undo-{save}" not in {button.key for button in opened(save).button}


def test_without_a_save_the_page_says_so(tables):
    assert "Nothing has been saved yet." in text(visit("history"))


def test_text_of_the_records_stays_text(tables):
    hostile = "<script>alert(1)</script> **b**"
    done = saved(tables, changed(tables, "names", "Mike Kim", reason="x"), who=hostile, why=hostile)
    at = opened(done.id)
    assert "<script" not in html(at)
    assert all("**b**" not in block.proto.label for block in at.expander)
