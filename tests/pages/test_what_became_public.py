"""What became public is listed on the History page, to be undone or hidden at once."""

from __future__ import annotations

import csv
import io

import pytest

from annotations.audit.occasions import occasion
from annotations.audit.since import audit
from annotations.proposals.acts import agree
from annotations.proposals.hide import hide
from annotations.proposals.overlay import Overlay
from annotations.saving.saves import save, undo
from annotations.tables.changes import Change, rows_by_key, started_from
from annotations.withdraw.plan import withdraw
from tests.pages.test_history import listed
from tests.pages.visits import html, said, text, visit
from tests.stores import added, changed
from views.staff.past.occasions_csv import occasions_csv

pytestmark = pytest.mark.usefixtures("at_the_door")
COUNT = "2002:2002:ministry"


def taken_in(tables, *changes: Change, by: str = "cho", why: str = "as read") -> str:
    """Ada proposes changes and somebody accepts them; the id of the save."""
    made = save(Overlay(tables), changes, "ada", why, started_from(changes))
    return agree(tables, tables.proposals.load(made.id), by, alone=by == "ada").save


def opened(save_id: str):
    """The list with one save opened."""
    at = visit("history", list="public")
    at.session_state[f"save-{save_id}"] = True
    return at.run()


@pytest.fixture
def count(tables) -> str:
    """A count that ada changed and cho agreed to."""
    return taken_in(tables, changed(tables, "arrivals", COUNT, total="1242", men="610"))


def test_the_page_says_how_a_count_changed_who_wrote_it_and_who_agreed(count):
    at = visit("history", list="public")
    assert not at.exception
    (label,) = listed(at)
    assert label.startswith("Arrivals 2002: 1,142 → 1,242 · ada wrote on ")
    assert label.endswith(" UTC · reviewed by cho · public now")
    assert "came with the repository" in text(at)


def test_an_opened_one_shows_what_visitors_saw_then_and_see_now(tables, count):
    page = text(opened(count))
    assert "Written by ada. Agreed to by cho." in page
    assert "Changed all of it Public now" in page
    assert "Arrivals, series ministry 1,142 → 1,242" in page
    assert "total changed 1142 1242" in page
    hide(tables, "by-sea", "bo", "She asked us.")
    done = taken_in(tables, changed(tables, "stops", "by-sea:1", role="swims"))
    assert "Nothing: it did not become public nothing Not shown" in text(opened(done))


def test_what_one_person_accepted_is_told_and_found_by_that(tables, count):
    alone = taken_in(tables, changed(tables, "events", "famine", title="Hunger"), by="ada")
    assert "Accepted alone: nobody else agreed" in text(opened(alone))
    (label,) = listed(visit("history", list="public", alone="true"))
    assert label.startswith("Hunger · ada wrote on ") and "accepted alone" in label


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ({"table": "arrivals"}, 1),
        ({"table": "events"}, 0),
        ({"person": "ada"}, 1),
        ({"from": "2020-01-01", "to": "2020-01-02"}, 0),
        ({"from": "2020-01-01"}, 1),
        ({"still": "true"}, 1),
    ],
)
def test_the_filters_stand_in_the_address(count, address, found):
    at = visit("history", list="public", **address)
    assert not at.exception
    assert len(listed(at)) == found


def test_what_was_taken_back_is_no_longer_among_what_is_public(tables, count):
    made = undo(Overlay(tables), count, "bo")
    agree(tables, tables.proposals.load(made.id), "cho")
    assert [label.rpartition(" · ")[2] for label in listed(visit("history", list="public"))] == [
        "public now", "undone",
    ]  # fmt: skip
    assert listed(visit("history", list="public"))[0].count("bo undid a save on ") == 1
    assert len(listed(visit("history", list="public", still="true"))) == 1


def test_an_occasion_is_undone_by_a_proposal(tables, count):
    at = opened(count)
    at.button(key=f"undo-{count}").click().run()
    at.button(key=f"sure-{count}").click().run()
    assert "It is proposed to undo this save." in said(at)
    assert rows_by_key(tables, "arrivals")[COUNT]["total"] == "1242"
    assert any(one.undoes == count for one in tables.proposals.all())


def test_an_undo_that_does_not_fit_any_more_says_what_to_undo_first(tables, count):
    taken_in(tables, changed(tables, "arrivals", COUNT, note="Corrected."), why="a note")
    at = opened(count)
    assert "Its rows were changed since" in text(at)
    assert "ada wrote on " in text(at) and ": a note" in text(at)
    assert f"undo-{count}" not in {button.key for button in at.button}


def test_the_journeys_of_an_occasion_are_hidden_at_once_with_a_reason(tables):
    done = taken_in(
        tables,
        changed(tables, "stops", "by-sea:1", role="swims"),
        changed(tables, "places", "dalian", note="A port."),
    )
    at = opened(done)
    (what,) = at.multiselect
    assert what.value == ["by-sea"] and len(what.options) == 2
    at.button(key=f"hide-now-{done}").click().run()
    assert "Say why it is hidden." in said(at)
    at.text_input(key=f"hide-why-{done}").set_value("She asked us.")
    at.checkbox(key=f"hide-asked-{done}").check()
    at.button(key=f"hide-now-{done}").click().run()
    row = rows_by_key(tables, "publication")["by-sea"]
    assert (row["place"], row["date"], row["asked"]) == ("withheld", "withheld", "yes")
    assert "It is hidden from visitors." in said(at)
    first = listed(visit("history", list="public"))[0]
    assert first.startswith("By sea · bo hid records on ") and first.endswith(" · hidden now")


def test_a_count_cannot_be_hidden_by_itself_and_the_page_says_what_to_do(count):
    at = opened(count)
    assert "Nothing here can be hidden by itself" in text(at)
    assert not at.multiselect


def test_a_withdrawal_stands_in_the_list_without_its_record(tables):
    taken_in(tables, changed(tables, "stops", "by-sea:1", role="swims"))
    withdraw(tables, "by-sea")
    at = visit("history", list="public")
    assert "By sea" not in html(at) and "by-sea" not in html(at)
    assert listed(at)[0].startswith("A record was withdrawn on ")


def test_the_file_has_each_row_once_and_no_cell_that_a_spreadsheet_runs(tables, count):
    taken_in(tables, added("names", "A Pastor"), why="=cmd()")
    withdraw(tables, "by-sea")
    now = audit(tables)
    found = [(told, occasion(tables, now, save)) for save, told in now.saves.items()]
    rows = list(csv.DictReader(io.StringIO(occasions_csv(found, now))))
    assert [(row["table"], row["effect"]) for row in rows] == [
        ("journeys", "withdrawn"), ("names", "new"), ("arrivals", "changed"),
    ]  # fmt: skip
    assert rows[1]["why"] == "'=cmd()"
    assert (rows[2]["wrote"], rows[2]["agreed"], rows[2]["alone"]) == ("ada", "cho", "")
    assert rows[2]["record"] == "Arrivals 2002: 1,142 → 1,242"


def test_text_of_the_records_stays_text(tables):
    hostile = "<script>alert(1)</script> **b**"
    done = taken_in(tables, added("names", "A Pastor"), why=hostile)
    at = opened(done)
    assert "<script" not in html(at)
    assert all("**b**" not in block.proto.label for block in at.expander)


def test_nobody_but_staff_sees_what_became_public(count, at_the_door):
    at_the_door(None)
    at = visit("history", list="public")
    assert listed(at) == [] and "1,242" not in html(at)
