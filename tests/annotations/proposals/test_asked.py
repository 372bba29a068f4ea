"""Whoever asked to be hidden is shown by nobody alone, whatever a change does with their rows."""

from __future__ import annotations

import pytest

from annotations.proposals import acts
from annotations.proposals.acts import agree
from annotations.proposals.hide import hide
from annotations.proposals.overlay import Overlay
from annotations.proposals.rules import lacking, only_hides
from annotations.saving.saves import commit, save, undo
from annotations.store.proposals import Proposal
from annotations.tables.changes import Change, Refused, rows_by_key, started_from
from tests.collections import GOOD_ROWS, csv_of
from tests.stores import added, changed, store_of

OTHER = {"id": "other", "title": "Another", "summary": "He walks."}
OPEN = {
    "journey": "other", "role": "leaves home", "sources": "second[1]", "mentions": "",
    "basis": "inferred",
}  # fmt: skip
HIDDEN = {**GOOD_ROWS["stops"], "journey": "other", "order": "2"}


@pytest.fixture
def store():
    """A journey of two stops and another one; nobody is hidden."""
    return store_of(
        sources=csv_of("sources", {}, {"id": "second", "title": "Second"}),
        journeys=csv_of("journeys", {}, OTHER),
        stops=csv_of("stops", {}, {"order": "2", "role": "leaves", "mentions": ""}, OPEN),
        publication=csv_of("publication"),
    )


def proposed(store, *changes: Change) -> Proposal:
    """A proposal of these changes by one person."""
    over = Overlay(store)
    save(over, changes, "ada", "a reason", started_from(changes))
    assert over.proposal
    return over.proposal


def commit_all(store, *changes: Change) -> None:
    """Have these changes in the tables."""
    save(store, changes, "ada", "a reason", started_from(changes))


def waits(store, *changes: Change) -> dict[str, int]:
    """How many more people each change needs on a machine of one person."""
    return {key: count for (_, key, _), count in lacking(
        proposed(store, *changes), store, alone=True).items()}  # fmt: skip


def test_a_stop_that_leaves_a_hidden_journey_is_shown_by_nobody_alone(store):
    hide(store, "by-sea", "cho", "She asked us.", asked=True)
    assert waits(store, changed(store, "stops", "by-sea:2", journey="other")) == {"by-sea:2": 2}


def test_a_stop_that_gets_another_number_than_the_row_that_hides_it_is_shown_by_nobody_alone(
    store,
):
    hide(store, "by-sea:2", "cho", "She asked us.", asked=True)
    swapped = [changed(store, "stops", f"by-sea:{n}", order=str(3 - n)) for n in (1, 2)]
    assert waits(store, *swapped) == {"by-sea:2": 2}


def test_a_stop_under_the_row_of_one_person_may_not_tell_the_words_of_another(store):
    hide(store, "by-sea", "cho", "She asked us.", asked=True)
    hide(store, "other", "cho", "He asked us.", asked=True)
    moved = changed(store, "stops", "by-sea:2", journey="other")
    copied = Change("stops", "other:3", None, {**HIDDEN, "order": "3"})
    assert waits(store, moved, copied) == {"by-sea:2": 2, "other:3": 2}


def test_blanks_in_a_table_take_nobody_s_protection_away(store):
    blank = [changed(store, "stops", f"by-sea:{n}", journey="by-sea ") for n in (1, 2)]
    commit_all(store, *blank)
    hide(store, "by-sea", "cho", "She asked us.", asked=True)
    asked = changed(store, "publication", "by-sea", asked="yes ")
    assert only_hides(asked)
    commit_all(store, asked)
    assert waits(store, changed(store, "stops", "by-sea:2", journey="other")) == {"by-sea:2": 2}
    assert not only_hides(changed(store, "publication", "by-sea", asked=""))


def test_a_stop_moves_from_a_hidden_place_by_nobody_alone(store):
    hide(store, "dalian", "cho", "She asked us.", asked=True)
    twin = added("places", "twin", name="Twin")
    assert waits(store, twin, changed(store, "stops", "by-sea:1", place="twin")) == {"by-sea:1": 2}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"about": "by-sea", "source": "second[3]"}, {"about": ""}),
        ({"about": "by-sea;other", "source": "second[3]"}, {"about": "other"}),
        ({"about": "", "source": "interview[2]"}, {"source": "second[3]"}),
    ],
)
def test_a_statement_that_is_hidden_with_somebody_is_shown_by_nobody_alone(store, before, after):
    commit_all(store, added("statements", "claim", mentions="", **before))
    hide(store, "by-sea", "cho", "She asked us.", asked=True)
    assert waits(store, changed(store, "statements", "claim", **after)) == {"claim": 2}
    assert waits(store, changed(store, "statements", "claim", value="4")) == {}


def test_what_a_hidden_statement_says_is_said_by_no_other(store):
    own = {"mentions": "", "source": "second[3]"}
    commit_all(store, added("statements", "claim", about="by-sea", **own))
    hide(store, "by-sea", "cho", "She asked us.", asked=True)
    assert waits(store, added("statements", "again", about="", **own)) == {"again": 2}
    assert waits(store, added("statements", "else", about="", **own, subject="Cars")) == {}


@pytest.mark.parametrize("cells", [
    {"sources": "second[3]"},
    {"sources": "second[3]", "role": "Hides  near the PORT"},
    {"role": "waits"},
    {"role": "waits", "sources": "interview"},
])  # fmt: skip
def test_words_or_the_paragraph_of_somebody_hidden_are_told_of_nobody_else_without_marked_words(
    store, cells
):
    hide(store, "by-sea", "cho", "She asked us.", asked=True)
    copy = {**HIDDEN, "mentions": "", "basis": "inferred", **cells}
    assert waits(store, Change("stops", "other:2", None, copy)) == {"other:2": 2}


def test_the_same_words_marked_anew_are_told_of_nobody_else(store):
    hide(store, "by-sea", "cho", "She asked us.", asked=True)
    again = added("mentions", "again")
    copy = {**HIDDEN, "mentions": "again", "role": "waits", "sources": "interview[9]"}
    assert waits(store, again, Change("stops", "other:2", None, copy)) == {"other:2": 2}


def test_the_summary_of_somebody_hidden_is_that_of_no_other_journey(store):
    hide(store, "by-sea", "cho", "She asked us.", asked=True)
    summary = GOOD_ROWS["journeys"]["summary"]
    assert waits(store, changed(store, "journeys", "other", summary=summary)) == {"other": 2}


def test_what_is_told_openly_too_or_of_other_paragraphs_waits_for_nobody_more(store):
    hide(store, "by-sea", "cho", "She asked us.", asked=True)
    new = {**HIDDEN, "mentions": "", "basis": "inferred", "sources": "interview[3]"}
    new |= {"role": "LEAVES home"}
    own = changed(store, "stops", "by-sea:1", note="A note.")
    assert waits(store, Change("stops", "other:2", None, new), own) == {}


def test_somebody_hidden_in_the_moment_of_the_acceptance_is_not_shown_by_it(store, monkeypatch):
    found = proposed(store, changed(store, "stops", "by-sea:2", journey="other"))

    def hidden_first(*args):
        hide(store, "by-sea", "cho", "She asked us.", asked=True)
        return commit(*args)

    monkeypatch.setattr(acts, "commit", hidden_first)
    with pytest.raises(ValueError, match="hidden meanwhile"):
        agree(store, found, "ben")
    assert "by-sea:2" in rows_by_key(store, "stops")
    assert store.proposals.load(found.id).state == "open"
    assert agree(store, found, "ben").state == "open"


def inserted(store) -> str:
    """The id of a save by which a stop came before both stops of the journey."""
    rows = rows_by_key(store, "stops")
    new = {**rows["by-sea:2"], "order": "1", "role": "sets out", "basis": "inferred"}
    moved = [changed(store, "stops", f"by-sea:{n}", order=str(n + 1)) for n in (1, 2)]
    changes = [Change("stops", "by-sea:1", None, new), *moved]
    return save(store, changes, "ada", "", started_from(changes)).id


def undone(store, saved: str) -> Proposal:
    """The proposal that undoes a save."""
    over = Overlay(store)
    undo(over, saved, "ada")
    assert over.proposal
    return over.proposal


def hidden_roles(store) -> list[str]:
    """What happened at the stops that rows of publication.csv hide."""
    stops = rows_by_key(store, "stops")
    return [stops[key]["role"] for key in rows_by_key(store, "publication") if key in stops]


@pytest.mark.parametrize("hidden_first", [True, False])
def test_an_undo_that_moves_a_hidden_stop_moves_the_row_that_hides_it(store, hidden_first):
    saved = inserted(store)
    if hidden_first:
        hide(store, "by-sea:2", "cho", "She asked us.", asked=True)
    found = undone(store, saved)
    if not hidden_first:
        hide(store, "by-sea:2", "cho", "She asked us.", asked=True)
    assert lacking(found, store, alone=True)["stops", "by-sea:2", False] == 2
    found = agree(store, agree(store, found, "ben"), "cho")
    assert found.state == "accepted" and hidden_roles(store) == [GOOD_ROWS["stops"]["role"]]
    assert undone(store, found.save).state == "open"


def test_an_undo_leaves_no_row_of_a_stop_that_goes_to_the_stop_that_gets_its_number(store):
    saved = inserted(store)
    found = undone(store, saved)
    hide(store, "by-sea:1", "cho", "She asked us.", asked=True)
    with pytest.raises(Refused, match="names a stop that goes"):
        undone(store, saved)
    with pytest.raises(Refused, match="names a stop that goes"):
        agree(store, agree(store, found, "ben"), "cho")
    assert hidden_roles(store) == ["sets out"]


def test_a_row_for_a_stop_that_an_acceptance_moves_this_moment_is_not_left_behind(
    store, monkeypatch
):
    found = undone(store, inserted(store))

    def hidden_first(*args):
        hide(store, "by-sea:2", "cho", "Too fine.", {"place": "country"})
        return commit(*args)

    monkeypatch.setattr(acts, "commit", hidden_first)
    with pytest.raises(ValueError, match="hidden meanwhile"):
        agree(store, found, "ben")
    monkeypatch.undo()
    assert agree(store, found, "ben").state == "accepted"
    assert hidden_roles(store) == [GOOD_ROWS["stops"]["role"]]


def test_what_counts_from_a_stop_that_an_undo_moves_counts_from_it_still(store):
    saved = inserted(store)
    change = changed(store, "stops", "other:1", after="by-sea:2", duration="P3D", date="")
    save(store, [change], "ada", "", started_from([change]))
    assert agree(store, undone(store, saved), "ben").state == "accepted"
    assert rows_by_key(store, "stops")["other:1"]["after"] == "by-sea:1"
