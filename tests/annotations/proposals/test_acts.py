"""Nothing comes into the tables as reviewed that two people do not stand behind."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import settings
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from annotations.proposals.acts import (
    OwnWork,
    agree,
    ask_again,
    comment,
    drop,
    return_for_changes,
)
from annotations.proposals.hide import hide, hide_more
from annotations.proposals.overlay import Overlay
from annotations.proposals.rules import hides_more, lacking
from annotations.review.acts import accept
from annotations.review.desk import desk
from annotations.saving.saves import save, undo
from annotations.store.lines import ACCEPTED, HIDDEN, REVIEWED
from annotations.store.proposals import Moved, Proposal
from annotations.tables import LONGEST_TEXT
from annotations.tables.changes import Change, Conflict, Refused, rows_by_key, started_from
from tests.collections import csv_of
from tests.stores import added, changed, removed, store_in, store_of

PEOPLE = ("ada", "ben", "cho")
ASKED = csv_of(
    "publication",
    {"record": "by-sea", "place": "withheld", "date": "withheld", "names": "as-is", "role": "",
     "reason": "She asked us.", "review": "2030", "asked": "yes", "note": ""},
)  # fmt: skip


def proposed(store, *changes: Change, who: str = "ada") -> Proposal:
    """A proposal of these changes."""
    over = Overlay(store)
    save(over, changes, who, "a reason", started_from(changes))
    assert over.proposal
    return over.proposal


def journey(store) -> dict[str, str]:
    """The one journey as the tables have it."""
    return dict(rows_by_key(store, "journeys")["by-sea"])


def test_nobody_accepts_what_they_wrote_themselves():
    store = store_of()
    found = proposed(store, changed(store, "journeys", "by-sea", title="By air"))
    for who in ("ada", " ADA "):
        with pytest.raises(OwnWork):
            agree(store, found, who)
    assert journey(store)["title"] != "By air" and store.lines() == []


def test_a_second_person_brings_it_into_the_tables_and_both_stand_in_the_history():
    store = store_of()
    found = proposed(store, changed(store, "journeys", "by-sea", title="By air", status="draft"))
    done = agree(store, found, "ben")
    (line,) = store.lines()
    assert (line.act, line.who, line.reviewers) == (ACCEPTED, "ada", ("ben",))
    assert (line.proposal, done.save, done.state) == (found.id, line.save, "accepted")
    assert journey(store)["title"] == "By air"


def test_a_new_row_is_reviewed_by_two_and_a_draft_where_one_accepts_it_alone():
    for alone, status in ((False, "reviewed"), (True, "draft")):
        store = store_of()
        rows = added("mentions", "new", status="reviewed")
        agree(store, proposed(store, rows), "ada" if alone else "ben", alone=alone)
        assert rows_by_key(store, "mentions")["new"]["status"] == status
        assert store.lines()[0].reviewers == (() if alone else ("ben",))


def test_a_journey_is_a_draft_again_once_one_person_alone_changes_a_stop_of_it():
    reviewed = csv_of("journeys", {"status": "reviewed"})
    store = store_of(journeys=reviewed)
    change = changed(store, "stops", "by-sea:1", note="A note.")
    agree(store, proposed(store, change), "ada", alone=True)
    assert journey(store)["status"] == "draft"
    store = store_of(journeys=reviewed)
    agree(store, proposed(store, change), "ben")
    assert journey(store)["status"] == "reviewed"


def test_a_journey_that_two_changed_is_a_draft_where_one_of_them_alone_changed_a_stop_of_it():
    """So it is where the other one is on the list no more, and the rest agrees alone."""
    store = store_of(journeys=csv_of("journeys", {"status": "reviewed"}))
    over = Overlay(store, proposed(store, changed(store, "stops", "by-sea:1", note="By night.")))
    retitled = [changed(store, "journeys", "by-sea", title="By air")]
    save(over, retitled, "ben", "a title", started_from(retitled))
    assert over.proposal
    agree(store, over.proposal, "ada", alone=True)
    assert (journey(store)["title"], journey(store)["status"]) == ("By air", "draft")


def test_what_was_agreed_to_counts_no_more_once_the_rows_are_others():
    store = store_of(publication=ASKED)
    found = proposed(store, removed(store, "publication", "by-sea"))
    found = agree(store, found, "ben")
    over = Overlay(store, found)
    change = changed(over, "journeys", "by-sea", title="By air")
    save(over, [change], "ada", "", started_from([change]))
    assert over.proposal and agree(store, over.proposal, "cho").state == "open"


def test_a_reviewer_who_corrects_a_row_needs_its_first_writer_to_agree():
    store = store_of()
    found = proposed(store, added("names", "A Pastor"))
    over = Overlay(store, found)
    change = changed(over, "names", "A Pastor", reason="Another.")
    save(over, [change], "ben", "", started_from([change]))
    assert over.proposal
    with pytest.raises(OwnWork):
        agree(store, over.proposal, "ben")
    agree(store, over.proposal, "ada")
    (line,) = store.lines()
    assert (line.who, line.reviewers) == ("ben", ("ada",))


@pytest.mark.parametrize("level", ["as-is", "country"])
def test_whoever_takes_out_what_hides_a_row_needs_the_writer_of_the_row(level):
    shown = {"record": "by-sea", "place": "as-is", "date": "as-is", "names": "as-is", "role": "",
             "reason": "Told on television.", "review": "", "asked": "", "note": ""}  # fmt: skip
    store = store_of(publication=csv_of("publication", shown))
    words = changed(store, "journeys", "by-sea", title="A title to be withheld")
    withheld = changed(store, "publication", "by-sea", place="withheld", date="withheld")
    over = Overlay(store, proposed(store, words, withheld))
    shows = changed(over, "publication", "by-sea", place=level, date="as-is")
    save(over, [shows], "ben", "tidy", started_from([shows]))
    assert over.proposal
    found = agree(store, over.proposal, "ben")
    assert found.state == "open" and store.lines() == []
    assert lacking(found, store)[words.start] == 1
    agree(store, found, "ada")
    assert journey(store)["title"] == "A title to be withheld"


def test_the_writer_may_be_the_first_to_agree_to_what_somebody_else_left_of_it():
    store = store_of()
    over = Overlay(store, proposed(store, added("names", "A Pastor"), added("names", "A Guide")))
    gone = removed(over, "names", "A Guide")
    save(over, [gone], "ben", "tidy", started_from([gone]))
    assert over.proposal
    found = agree(store, over.proposal, "ada")
    assert found.state == "open"
    assert agree(store, found, "ben").state == "accepted"


@pytest.mark.parametrize("new_first", [True, False])
def test_a_new_row_needs_a_second_person_also_where_it_gets_the_key_that_another_leaves(new_first):
    store = store_of(journeys=csv_of("journeys", {"status": "reviewed"}))
    stop = rows_by_key(store, "stops")["by-sea:1"]
    new = Change("stops", "by-sea:1", None, {**stop, "role": "crosses a river"})
    moved = changed(store, "stops", "by-sea:1", order="2")
    over = Overlay(store, proposed(store, *((new, moved) if new_first else (moved, new))))
    note = changed(over, "stops", "by-sea:2", note="A note by ben.")
    save(over, [note], "ben", "", started_from([note]))
    assert over.proposal
    found = agree(store, over.proposal, "ada")
    assert found.state == "open" and store.lines() == []
    assert lacking(found, store) == {new.start: 1}
    agree(store, found, "ben")
    stood = {line.change.key_after: (line.who, line.reviewers) for line in store.lines()}
    assert stood == {"by-sea:1": ("ada", ("ben",)), "by-sea:2": ("ben", ("ada",))}
    assert journey(store)["status"] == "reviewed"


def test_somebody_who_asked_to_be_hidden_stays_so_until_two_others_agree():
    store = store_of(publication=ASKED)
    found = proposed(store, changed(store, "publication", "by-sea", place="as-is", date="as-is"))
    with pytest.raises(OwnWork):
        agree(store, found, "ada", alone=True)
    found = agree(store, found, "ben")
    assert found.state == "open" and rows_by_key(store, "publication")["by-sea"]["place"] != "as-is"
    with pytest.raises(ValueError, match="already"):
        agree(store, found, "Ben")
    assert agree(store, found, "cho").state == "accepted"


@pytest.mark.parametrize("cells", [{"asked": ""}, {"names": "role", "role": "a cook"}])
def test_a_row_of_somebody_who_asked_cannot_lose_that_or_get_new_words_by_one_person(cells):
    store = store_of(publication=ASKED)
    change = changed(store, "publication", "by-sea", **cells)
    with pytest.raises(ValueError, match="Propose it"):
        hide_more(store, change, "ada")
    assert sum(lacking(proposed(store, change), store).values()) == 2


def test_words_of_somebody_who_asked_to_be_hidden_are_told_of_nobody_else_by_two():
    store = store_of(publication=ASKED)
    other = added("journeys", "other", title="Another", summary="He walks.")
    stop = Change("stops", "other:1", None,
                  {**rows_by_key(store, "stops")["by-sea:1"], "journey": "other"})  # fmt: skip
    assert stop.after and stop.after["mentions"]
    found = proposed(store, other, stop)
    assert lacking(agree(store, found, "ben"), store) == {("stops", "other:1", True): 1}


def test_an_import_that_shows_a_withheld_journey_again_changes_nothing_by_one_person():
    store = store_of(publication=ASKED)
    proposed(store, removed(store, "publication", "by-sea"))
    assert "by-sea" in rows_by_key(store, "publication")


def test_hiding_takes_effect_at_once_and_leaves_its_reason_in_the_history():
    store = store_of(publication=csv_of("publication"))
    for key in list(rows_by_key(store, "publication")):
        change = removed(store, "publication", key)
        save(store, [change], "x", "", started_from([change]))
    hide(store, "by-sea", "ada", "She asked us.", asked=True)
    row = rows_by_key(store, "publication")["by-sea"]
    assert (row["place"], row["date"], row["asked"]) == ("withheld", "withheld", "yes")
    line = store.lines()[-1]
    assert (line.act, line.who, line.why) == (HIDDEN, "ada", "She asked us.")


@pytest.mark.parametrize(
    ("reason", "kept"),
    [("She\u200b asked\u202e us.\x07", "She asked us."), ("a" * 200_000, "a" * LONGEST_TEXT),
     ("\ufeff\u200b", HIDDEN)],
)  # fmt: skip
def test_a_reason_never_stands_in_the_way_of_hiding(reason, kept):
    store = store_of()
    hide(store, "by-sea", "ada", reason)
    assert rows_by_key(store, "publication")["by-sea"]["reason"] == kept


def test_hiding_never_makes_a_level_finer():
    store = store_of(publication=ASKED)
    with pytest.raises(ValueError, match="already"):
        hide(store, "by-sea", "ada", "again", {"place": "province", "date": "year"})
    assert rows_by_key(store, "publication")["by-sea"]["place"] == "withheld"


@pytest.mark.parametrize("slip", [{"place": "contry"}, {"names": "rol"}, {"asked": "maybe"}])
def test_a_slip_in_the_row_of_a_record_stands_in_the_way_of_nobody_who_hides_it(slip):
    row = {**rows_by_key(store_of(publication=ASKED), "publication")["by-sea"], "asked": ""}
    row |= {"place": "country", "date": "year", **slip}
    store = store_of(publication=csv_of("publication", row))
    hide(store, "by-sea", "ada", "She asked us.", asked=True)
    now = rows_by_key(store, "publication")["by-sea"]
    assert (now["place"], now["date"], now["asked"]) == ("withheld", "withheld", "yes")


def test_a_row_that_shows_anything_is_not_taken_for_one_that_hides():
    store = store_of(publication=ASKED)
    row = rows_by_key(store, "publication")["by-sea"]
    assert hides_more(row, row) and hides_more(None, row)
    assert not hides_more(row, None)
    for cells in ({"place": "country"}, {"date": "odd"}, {"role": "a cook"}, {"asked": ""}):
        assert not hides_more(row, {**row, **cells})


def test_a_returned_proposal_waits_for_its_writer_and_then_for_a_reviewer():
    store = store_of()
    found = proposed(store, added("names", "A Pastor"))
    with pytest.raises(ValueError, match="why"):
        return_for_changes(store, found, "ben", " ")
    found = return_for_changes(store, found, "ben", "Which village?")
    with pytest.raises(ValueError, match="returned"):
        agree(store, found, "ben")
    found = ask_again(store, comment(store, found, "ada", "None is named."), "ada")
    assert agree(store, found, "ben").state == "accepted"


def test_a_dropped_proposal_comes_into_no_table():
    store = store_of()
    found = drop(store, proposed(store, added("names", "A Pastor")), "ada")
    for act in (lambda: agree(store, found, "ben"), lambda: drop(store, found, "ada")):
        with pytest.raises(ValueError, match="dropped"):
            act()
    assert store.lines() == []


def test_one_click_on_an_older_page_does_nothing():
    store = store_of()
    old = proposed(store, added("names", "A Pastor"))
    comment(store, old, "ben", "Wait.")
    with pytest.raises(Moved):
        agree(store, old, "cho")
    assert store.lines() == []


def test_a_proposal_that_does_not_fit_the_tables_any_more_is_not_accepted():
    store = store_of()
    found = proposed(store, changed(store, "journeys", "by-sea", title="By air"))
    change = changed(store, "journeys", "by-sea", title="By foot")
    save(store, [change], "cho", "", started_from([change]))
    with pytest.raises(Conflict):
        agree(store, found, "ben")
    assert store.proposals.load(found.id).state == "open"
    assert journey(store)["title"] == "By foot"


def test_files_take_a_proposal_in_and_close_it_in_one_step(tmp_path):
    store = store_in(tmp_path)
    found = proposed(store, added("names", "A Pastor"))
    agree(store, found, "ben")
    assert store.proposals.load(found.id).state == "accepted"
    assert store.lines()[0].proposal == found.id
    with pytest.raises(ValueError, match="accepted"):
        agree(store, store.proposals.load(found.id), "cho")


@pytest.mark.parametrize("alone", [False, True], ids=["among-others", "machine-of-one"])
@pytest.mark.parametrize("change_first", [False, True])
def test_nobody_gets_words_reviewed_alone_by_undoing_a_review_and_the_undo(alone, change_first):
    store = store_of()
    first = changed(store, "journeys", "by-sea", title="By air", status="reviewed")
    agree(store, proposed(store, first), "ben")
    assert journey(store)["status"] == "reviewed"

    def agree_to_own() -> None:
        """Let ada agree to what she proposed last, where she may."""
        newest = store.proposals.all()[0]
        with suppress(OwnWork, ValueError, Conflict, Refused):
            agree(store, newest, "ada", alone=alone)

    def undo_last() -> None:
        with suppress(ValueError, Conflict, Refused, LookupError):
            undo(Overlay(store), store.lines()[-1].save, "ada")
        agree_to_own()

    def write() -> None:
        row = journey(store)
        proposed(store, Change("journeys", "by-sea", row, {**row, "title": "Ada alone says so"}))
        agree_to_own()

    undone = store.lines()[-1].save
    for act in (write, undo_last) if change_first else (undo_last, write):
        act()
    undo_last()
    with suppress(ValueError, Conflict, Refused, LookupError):
        undo(Overlay(store), undone, "ada")
    agree_to_own()
    with suppress(OwnWork, ValueError, Conflict):
        accept(store, desk(store).journey("by-sea"), "ada")
    now = journey(store)
    assert (now["title"], now["status"]) == ("By air", "reviewed") or now["status"] == "draft"
    if not alone:
        # Nothing of it came into the tables; she may look at what ben has accepted.
        assert now["title"] == "By air"
        assert {line.act for line in store.lines()[1:]} <= {REVIEWED}


class ThreePeople(RuleBasedStateMachine):
    """Three people write, return, agree, undo and look again, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.store = store_of()
        self.start = journey(self.store)

    @rule(who=some.sampled_from(PEOPLE), title=some.sampled_from(["By air", "By sea", "By foot"]),
          status=some.sampled_from(["draft", "reviewed"]), extend=some.booleans())  # fmt: skip
    def write(self, who, title, status, extend):
        """Write a title, over the newest open proposal or over the tables."""
        opens = [one for one in self.store.proposals.all() if one.is_open]
        over = Overlay(self.store, opens[0] if extend and opens else None)
        row = rows_by_key(over, "journeys")["by-sea"]
        change = Change("journeys", "by-sea", row, {**row, "title": title, "status": status})
        with suppress(ValueError, Refused, Conflict):
            save(over, [change], who, "", started_from([change]))

    @rule(who=some.sampled_from(PEOPLE), at=some.integers(0, 3))
    def agree(self, who, at):
        """Agree to one of the newest proposals."""
        for one in self.store.proposals.all()[at : at + 1]:
            with suppress(OwnWork, ValueError, Conflict, Refused):
                agree(self.store, one, who)

    @rule(who=some.sampled_from(PEOPLE))
    def give_back(self, who):
        """Return the newest proposal, and ask again."""
        for one in self.store.proposals.all()[:1]:
            with suppress(ValueError):
                ask_again(self.store, return_for_changes(self.store, one, who, "Why?"), who)

    @rule(who=some.sampled_from(PEOPLE))
    def undo(self, who):
        """Propose to undo the last save."""
        for line in self.store.lines()[-1:]:
            with suppress(ValueError, Conflict, Refused, LookupError):
                undo(Overlay(self.store), line.save, who)

    @rule(who=some.sampled_from(PEOPLE))
    def look_again(self, who):
        """Say that the journey in the tables has been looked at."""
        with suppress(OwnWork, ValueError, Conflict):
            accept(self.store, desk(self.store).journey("by-sea"), who)

    @invariant()
    def two_people_stand_behind_what_is_reviewed(self):
        """Whoever wrote the last words did not review them alone."""
        now = journey(self.store)
        lines = self.store.lines(table="journeys", key="by-sea")
        wrote = [line for line in lines if (line.before or {}).get("title") != line.after["title"]]
        if now["status"] != "reviewed" or not wrote:
            return
        last = lines.index(wrote[-1])
        people = {wrote[-1].who}
        for line in lines[last:]:
            people |= {line.who, *line.reviewers}
        assert len(people) > 1


TestThreePeople = pytest.mark.thorough(ThreePeople.TestCase)
TestThreePeople.settings = settings(max_examples=300, stateful_step_count=20, deadline=None)
