"""A second person accepts what the first one wrote, or sends it back; nobody reviews their own."""

from __future__ import annotations

import pytest

from annotations.proposals.acts import agree, comment
from annotations.proposals.hide import hide
from annotations.proposals.overlay import Overlay
from annotations.review.acts import accept, return_for_changes
from annotations.review.desk import desk
from annotations.store.lines import ACCEPTED, HIDDEN, REJECTED, REVIEWED
from annotations.tables.changes import rows_by_key
from tests.collections import csv_of
from tests.pages.visits import html, said, text, title, visit
from tests.stores import added, changed, removed, saved, tables_copied

LIST = "What needs review?"
HOSTILE = "<script>alert(1)</script> **b** [x](https://example.org)"


def status(tables) -> str:
    return rows_by_key(tables, "journeys")["by-sea"]["status"]


def published(tables) -> dict[str, dict[str, str]]:
    return dict(rows_by_key(tables, "publication"))


def acts(tables) -> list[str]:
    return [line.act for line in tables.lines()]


def test_a_visitor_gets_neither_page():
    for page in ("review", "history"):
        assert title(visit(page)) not in (LIST, "Who changed what, and when?")


def test_what_waits_is_listed_by_group_with_who_changed_it(tables, at_the_door):
    rows = [added("journeys", "by-land"), added("stops", "by-land:1", journey="by-land", order="1")]
    saved(tables, *rows, who="ada")
    at = visit("review")
    shown = text(at)
    assert title(at) == LIST and not at.exception
    assert "in the tables, accepted by one person: 1" in shown and "Never reviewed: 1" in shown
    assert "2 new" in shown and "ada, on " in shown
    assert 'href="review?journey=by-land"' in html(at)
    assert "so somebody else must review it" not in shown
    at_the_door("Ada")
    assert "you wrote some of it, so somebody else must review it" in text(visit("review"))


def test_an_opened_journey_is_shown_as_it_will_stand_and_before_and_after(tables, at_the_door):
    accept(tables, desk(tables).journey("by-sea"), "cho")
    saved(tables, changed(tables, "stops", "by-sea:1", role="hides in a port"), who="ada")
    at = visit("review", journey="by-sea")
    shown = text(at)
    assert title(at) == "By sea"
    assert "Last changed by ada" in shown and "Last reviewed by cho" in shown
    assert "role changed hides near the port hides in a port" in shown
    assert {"accept", "send-back"} <= {button.key for button in at.button}


def test_the_second_person_accepts_and_is_told_so(tables, at_the_door):
    saved(tables, changed(tables, "journeys", "by-sea", title="By ship"), who="ada")
    at = visit("review", journey="by-sea")
    at.button(key="accept").click().run()
    assert status(tables) == "reviewed"
    assert acts(tables) == ["saved", REVIEWED, REVIEWED]
    assert "It has been reviewed." in said(at)
    assert "Nothing here needs review." in text(at)
    assert "accept" not in {button.key for button in at.button}
    labels = [link.proto.label for link in at.get("page_link")]
    assert "The journey as it is published now" in labels
    assert "It has been reviewed." not in said(at.run())


def test_own_work_is_told_kindly_and_cannot_be_accepted(tables, at_the_door):
    saved(tables, changed(tables, "journeys", "by-sea", title="By ship"), who="bo")
    at = visit("review", journey="by-sea")
    assert "You wrote some of it. Somebody else has to review it." in said(at)
    assert "accept" not in {button.key for button in at.button}


def test_a_journey_is_returned_with_a_reason_that_its_writer_finds(tables, at_the_door):
    saved(tables, changed(tables, "journeys", "by-sea", title="By ship"), who="ada")
    at = visit("review", journey="by-sea")
    at.button(key="send-back").click().run()
    assert "Say what should be changed" in said(at)
    assert acts(tables) == ["saved"]
    at.text_area[0].set_value("Name the ship.")
    at.button(key="send-back").click().run()
    assert acts(tables) == ["saved", REJECTED]
    at_the_door("ada")
    at = visit("review", journey="by-sea")
    assert "Returned for changes by bo, on " in said(at) and "Name the ship." in said(at)
    assert "Returned for changes: 1" in text(visit("review"))


def test_a_change_after_the_page_was_shown_is_a_conflict_and_nothing_is_reviewed(
    tables, at_the_door
):
    at = visit("review", journey="by-sea")
    saved(tables, changed(tables, "stops", "by-sea:1", role="swims"), who="ada")
    at.button(key="accept").click().run()
    assert "Nothing was saved." in said(at)
    assert "When you started Now Your version role hides near the port swims" in text(at)
    assert status(tables) == "draft"
    at.button(key="accept").click().run()
    assert status(tables) == "reviewed"


def test_a_reviewer_who_changed_it_meanwhile_is_told_so(tables, at_the_door):
    """Two windows of one person: the change is that of the unit, so that it is a conflict."""
    at = visit("review", journey="by-sea")
    saved(tables, changed(tables, "journeys", "by-sea", note="x"), who="bo")
    at.button(key="accept").click().run()
    assert status(tables) == "draft"
    assert "You wrote some of it." in said(at)


def proposed(tables, *changes, who="ada", why="as she said"):
    """A proposal of these changes."""
    over = Overlay(tables)
    saved(over, *changes, who=who, why=why)
    return over.proposal


def buttons(at) -> set[str]:
    return {button.key for button in at.button}


def test_a_proposal_is_listed_with_its_reason_its_rows_and_its_writer(tables, at_the_door):
    found = proposed(tables, changed(tables, "journeys", "by-sea", title="By ship"))
    at = visit("review")
    assert "1 proposal needs review by someone other than its writer." in text(at)
    assert "Open proposals: 1" in text(at)
    assert "as she said Journeys 1 ada on " in text(at)
    assert f'href="review?proposal={found.id}"' in html(at)


def test_an_opened_proposal_shows_rows_before_and_after_and_the_counts_that_change(
    tables, at_the_door
):
    key, row = next(iter(rows_by_key(tables, "arrivals").items()))
    more = str(int(row["total"]) + 100)
    cells = {"men": "", "women": "", "total": more}
    found = proposed(tables, changed(tables, "arrivals", key, **cells))
    at = visit("review", proposal=found.id)
    assert not at.exception
    assert f"{int(row['total']):,} → {int(more):,}" in text(at)
    assert f"total changed {row['total']} {more}" in text(at)
    assert "1 more person has to agree." in text(at)


def test_a_proposal_shows_its_journey_as_visitors_would_see_it(tables, at_the_door):
    found = proposed(tables, changed(tables, "journeys", "by-sea", title="By ship"))
    shown = text(visit("review", proposal=found.id))
    assert "A woman in her twenties." in shown and "By ship" in shown
    assert "What a reader who knows something could still find" in shown
    assert "By ship" not in text(visit("review")) and "By ship" not in text(visit())


def test_a_second_person_accepts_a_proposal_and_visitors_see_it_then(tables, at_the_door):
    found = proposed(tables, changed(tables, "journeys", "by-sea", title="By ship"))
    assert "By ship" not in text(visit(journey="by-sea"))
    at = visit("review", proposal=found.id)
    at.button(key="proposal-agree").click().run()
    assert "You stand behind it." in said(at)
    assert [(line.act, line.who, line.reviewers) for line in tables.lines()] == [
        (ACCEPTED, "ada", ("bo",))
    ]
    assert "By ship" in text(visit(journey="by-sea"))
    assert "Accepted or dropped: 1" in text(visit("review"))


def test_nobody_accepts_their_own_proposal_and_is_told_so(tables, at_the_door):
    found = proposed(tables, changed(tables, "journeys", "by-sea", title="By ship"), who="bo")
    at = visit("review", proposal=found.id)
    at.button(key="proposal-agree").click().run()
    assert "You wrote it. Somebody else has to review it." in said(at)
    assert tables.lines() == []


def test_one_person_on_a_machine_of_their_own_accepts_alone_and_visitors_are_told(
    tables, at_the_door
):
    me = "this machine (ada)"
    at_the_door(me)
    row = changed(tables, "journeys", "by-sea", title="By ship", status="reviewed")
    found = proposed(tables, row, who=me)
    at = visit("review", proposal=found.id)
    assert at.button(key="proposal-agree").label == "Accept it alone"
    at.button(key="proposal-agree").click().run()
    assert status(tables) == "draft"
    assert "A draft: no second person has reviewed it yet." in text(visit(journey="by-sea"))
    assert "accepted alone" in text(visit("history")) + html(visit("history")) + " ".join(
        block.proto.label for block in visit("history").expander
    )


def test_a_proposal_is_returned_answered_and_asked_for_again(tables, at_the_door):
    found = proposed(tables, changed(tables, "journeys", "by-sea", title="By ship"))
    at = visit("review", proposal=found.id)
    at.button(key="proposal-return").click().run()
    assert "Say why it is returned" in said(at)
    at.text_area[0].set_value(HOSTILE)
    at.button(key="proposal-return").click().run()
    assert tables.proposals.load(found.id).state == "returned"
    assert "<script" not in html(at) and HOSTILE in text(at)
    assert "proposal-agree" not in buttons(at)
    at.button(key="proposal-ask").click().run()
    assert "proposal-agree" in buttons(at)
    at.button(key="proposal-drop").click().run()
    assert "Dropped: nothing of it is in the tables." in text(at)
    assert tables.lines() == []


def test_a_click_on_a_proposal_that_is_another_one_by_now_does_nothing(tables, at_the_door):
    found = proposed(tables, changed(tables, "journeys", "by-sea", title="By ship"))
    at = visit("review", proposal=found.id)
    over = Overlay(tables, found)
    saved(over, changed(over, "journeys", "by-sea", title="By air"), who="ada")
    at.button(key="proposal-agree").click().run()
    assert "Somebody else changed this proposal meanwhile." in said(at)
    assert tables.lines() == []


def test_a_proposal_that_does_not_fit_any_more_shows_its_rows_and_cannot_be_accepted(
    tables, at_the_door
):
    found = proposed(tables, changed(tables, "journeys", "by-sea", title="By ship"))
    saved(tables, changed(tables, "journeys", "by-sea", title="By foot"), who="cho")
    at = visit("review", proposal=found.id)
    assert "these rows do not fit them any more" in said(at)
    assert "By foot" in text(at) and "proposal-agree" not in buttons(at)


def test_the_records_show_a_chosen_proposal_and_say_so(tables, at_the_door):
    found = proposed(tables, added("names", "A Pastor"))
    assert "A Pastor" not in text(visit("records", table="Names", row="A Pastor"))
    at = visit("records", table="Names", row="A Pastor", proposal=found.id)
    assert "A Pastor" in text(at)
    assert "The proposal lies over the tables here" in said(at)
    assert "A Pastor" not in text(visit("method", proposal=found.id))


def test_a_journey_is_hidden_with_one_click_and_a_reason(app_with, at_the_door):
    rows = csv_of("publication", {"record": "dalian", "place": "as-is", "date": "as-is"})
    tables = app_with(publication=rows)
    at = visit("review", journey="by-sea")
    at.button(key="hide-now-by-sea").click().run()
    assert "Say why it is hidden." in said(at)
    at.text_input(key="hide-why-by-sea").set_value("She asked us.")
    at.checkbox(key="hide-asked-by-sea").check()
    at.button(key="hide-now-by-sea").click().run()
    assert "It is hidden from visitors." in said(at)
    row = published(tables)["by-sea"]
    assert (row["place"], row["date"], row["asked"]) == ("withheld", "withheld", "yes")
    assert acts(tables) == [HIDDEN]
    assert "No journey can be shown at the moment." in text(visit())


def test_what_shows_more_again_is_a_proposal_and_changes_nothing_yet(app_with, at_the_door):
    hidden = {"record": "by-sea", "place": "withheld", "date": "withheld", "names": "as-is",
              "reason": "She asked us.", "asked": "yes", "review": "9999"}  # fmt: skip
    tables = app_with(publication=csv_of("publication", hidden))
    at = visit("review", journey="by-sea")
    at.radio[0].set_value("as it stands").run()
    at.button(key="publish").click().run()
    assert "Nothing changes until enough others agree." in said(at)
    assert published(tables)["by-sea"]["place"] == "withheld"
    (found,) = tables.proposals.all()
    assert "2 more people have to agree." in text(visit("review", proposal=found.id))
    assert agree(tables, agree(tables, found, "cho"), "dan").state == "accepted"
    assert "by-sea" not in published(tables)


def test_less_detail_takes_effect_at_once_and_a_role_is_proposed(app_with, at_the_door):
    open_row = {"record": "dalian", "place": "as-is", "date": "as-is"}
    journeys = csv_of("journeys", {"title": "A woman hides"})
    tables = app_with(publication=csv_of("publication", open_row), journeys=journeys)
    at = visit("review", journey="by-sea")
    at.radio[0].set_value("in part").run()
    at.selectbox(key="place-by-sea").set_value("country").run()
    at.button(key="publish").click().run()
    for words in ("Say why", "Give the day"):
        assert words in said(at)
    at.text_input(key="reason-by-sea").set_value("She has a family there.")
    at.text_input(key="review-by-sea").set_value("9999").run()
    at.button(key="publish").click().run()
    assert published(tables)["by-sea"]["place"] == "country"
    at.selectbox(key="names-by-sea").set_value("role").run()
    at.text_input(key="role-by-sea").set_value("a woman").run()
    at.button(key="publish").click().run()
    assert published(tables)["by-sea"]["role"] == ""
    assert tables.proposals.all()[0].changes[0].after["role"] == "a woman"


def test_the_words_of_a_text_are_reviewed_but_for_ones_own(tables, at_the_door):
    saved(tables, added("mentions", "one"), added("mentions", "two"), who="ada")
    saved(tables, added("mentions", "three"), who="bo")
    assert 'href="review?source=interview"' in html(visit("review"))
    at = visit("review", source="interview")
    assert at.multiselect[0].value == ["one", "two"]
    at.button(key="accept").click().run()
    rows = rows_by_key(tables, "mentions")
    assert [rows[key]["status"] for key in ("one", "two", "three")] == [
        "reviewed", "reviewed", "draft",
    ]  # fmt: skip
    assert at.multiselect[0].value == ["three"]
    assert "You wrote some of it." in said(at)
    at_the_door("ada")
    return_for_changes(tables, desk(tables).source("interview"), "ada", "No place.")
    at = visit("review", source="interview")
    at.multiselect[0].set_value([]).run()
    assert "Choose at least one of them." in said(at)


def test_a_link_to_nothing_gets_one_kind_sentence_and_the_list(tables, at_the_door):
    at = visit("review", journey="<b>x</b>")
    assert said(at) == "This link points to nothing that is here."
    assert title(at) == LIST


def test_a_history_that_cannot_be_read_is_told_by_line(tables_in_files, at_the_door):
    root = tables_in_files.root
    (root / "annotations" / "history.jsonl").write_text("<<<<<<<\n", encoding="utf-8")
    for page in ("review", "history"):
        at = visit(page)
        assert not at.exception
        assert "The history cannot be read" in said(at)
        assert any("history.jsonl:1" in block.value for block in at.code)


def test_text_of_the_records_stays_text(tables, at_the_door):
    saved(tables, changed(tables, "stops", "by-sea:1", note="x"), who="ada", why=HOSTILE)
    return_for_changes(tables, desk(tables).journey("by-sea"), "ada", HOSTILE)
    for address in ({}, {"journey": "by-sea"}):
        at = visit("review", **address)
        assert "<script" not in html(at)
    assert r"\*\*b\*\*" in at.info[0].value


def labels(at) -> set[str]:
    return {button.label for button in at.button}


@pytest.fixture
def plain(app_with):
    """The good tables with a journey of which everything is public."""
    return app_with(journeys=csv_of("journeys", {"title": "A woman hides"}))


ASKED = {"place": "withheld", "date": "withheld", "reason": "She asked us.", "asked": "yes"}


@pytest.fixture
def withheld(app_with):
    """The good tables with a journey of somebody who asked to be hidden."""
    return app_with(publication=csv_of("publication", ASKED))


def test_less_detail_is_shown_at_once_with_a_reason_and_a_day(plain, at_the_door):
    at = visit("review", journey="by-sea")
    assert at.radio[0].value == "as it stands" and "publish" not in {b.key for b in at.button}
    at.radio[0].set_value("in part").run()
    at.selectbox(key="place-by-sea").set_value("country").run()
    assert at.button(key="publish").label == "Hide it like this now"
    at.button(key="publish").click().run()
    for words in ("Say why", "Give the day"):
        assert words in said(at)
    at.text_input(key="reason-by-sea").set_value("She has a family there.")
    at.text_input(key="review-by-sea").set_value("not a day").run()
    at.button(key="publish").click().run()
    assert "This would cause problems in the tables" in said(at) and published(plain) == {}
    at.text_input(key="review-by-sea").set_value("9999").run()
    at.button(key="publish").click().run()
    row = published(plain)["by-sea"]
    assert (row["place"], row["date"], row["names"]) == ("country", "as-is", "as-is")
    assert row["reason"] == "She has a family there." and acts(plain) == [HIDDEN]
    assert status(plain) == "draft"


def test_new_words_for_a_person_are_proposed_and_not_shown_by_one_person(plain, at_the_door):
    at = visit("review", journey="by-sea")
    at.radio[0].set_value("in part").run()
    at.selectbox(key="names-by-sea").set_value("role").run()
    at.text_input(key="reason-by-sea").set_value("She has a family there.")
    at.text_input(key="review-by-sea").set_value("9999").run()
    at.button(key="publish").click().run()
    assert "Write the role" in said(at)
    at.text_input(key="role-by-sea").set_value("a woman").run()
    assert at.button(key="publish").label == "Propose to show it like this"
    at.button(key="publish").click().run()
    assert "It is proposed." in said(at)
    assert published(plain) == {} and plain.lines() == []
    (change,) = plain.proposals.all()[0].changes
    assert (change.after["names"], change.after["role"]) == ("role", "a woman")


def test_nothing_yet_keeps_the_journey_back_with_the_given_reason(plain, at_the_door):
    at = visit("review", journey="by-sea")
    at.radio[0].set_value("nothing yet").run()
    at.text_input(key="reason-by-sea").set_value("We ask her first.")
    at.text_input(key="review-by-sea").set_value("9999").run()
    at.button(key="publish").click().run()
    row = published(plain)["by-sea"]
    assert (row["place"], row["date"], row["reason"]) == (
        "withheld", "withheld", "We ask her first.",
    )  # fmt: skip


def test_more_is_shown_again_only_once_two_others_agreed_where_the_person_had_asked(
    withheld, at_the_door
):
    at = visit("review", journey="by-sea")
    assert at.radio[0].value == "nothing yet"
    at.radio[0].set_value("as it stands").run()
    assert "Hide it like this now" not in labels(at)
    at.button(key="publish").click().run()
    assert "Nothing changes until enough others agree." in said(at)
    assert published(withheld)["by-sea"]["place"] == "withheld" and withheld.lines() == []
    (found,) = withheld.proposals.all()
    assert "2 more people have to agree." in text(visit("review", proposal=found.id))
    for who, told in (("ada", "Agreed to by ada. 1 more person"), ("cho", "Accepted: it is")):
        assert published(withheld)["by-sea"]["place"] == "withheld"
        assert "By sea" not in html(visit("journeys"))
        at_the_door(who)
        at = visit("review", proposal=found.id)
        at.button(key="proposal-agree").click().run()
        assert told in text(at)
    assert published(withheld) == {} and acts(withheld) == [ACCEPTED]
    assert "By sea" in html(visit("journeys"))


def test_one_person_at_a_machine_of_their_own_cannot_show_again_who_asked_to_be_hidden(
    withheld, at_the_door
):
    me = "this machine (ada)"
    at_the_door(me)
    found = proposed(withheld, removed(withheld, "publication", "by-sea"), who=me)
    at = visit("review", proposal=found.id)
    at.button(key="proposal-agree").click().run()
    assert "You wrote it. Somebody else has to review it." in said(at)
    assert published(withheld)["by-sea"]["place"] == "withheld"


def test_open_returned_and_closed_proposals_are_listed_each_with_a_link(tables, at_the_door):
    assert "Open proposals: 0" in text(visit("review"))
    found = proposed(tables, added("names", "A Pastor"), why="from the archive")
    other = proposed(tables, added("names", "B"), why="a second one")
    at = visit("review")
    assert title(at) == LIST
    assert "2 proposals need review by someone other than their writers." in text(at)
    assert "Open proposals: 2" in text(at) and "from the archive" in text(at)
    assert f'href="review?proposal={found.id}"' in html(at)
    assert "Accepted or dropped" not in text(at)
    at = visit("review", proposal=other.id)
    at.text_area[0].set_value("Which B?").run()
    at.button(key="proposal-return").click().run()
    at = visit("review", proposal=found.id)
    at.button(key="proposal-drop").click().run()
    shown = text(visit("review"))
    assert "Open proposals: 0" in shown and "Proposals returned for changes: 1" in shown
    assert "Accepted or dropped: 1" in shown and "No proposal needs review." in shown


def test_a_visitor_reads_nothing_of_a_proposal_whatever_the_address_says(
    tables, at_the_door, monkeypatch
):
    found = proposed(tables, changed(tables, "journeys", "by-sea", title="By hidden ship"))
    for page in ("review", "records", "history"):
        at_the_door(None)
        assert "hidden ship" not in html(visit(page, proposal=found.id))
    for page in ("map", "journeys", "sources"):
        for who in (None, "bo"):
            at_the_door(who)
            assert "hidden ship" not in html(visit(page, proposal=found.id))
    at_the_door("bo")
    assert "By hidden ship" in text(visit("review", proposal=found.id))


def test_an_opened_proposal_has_before_and_after_and_what_visitors_would_see(tables, at_the_door):
    changes = (
        changed(tables, "stops", "by-sea:1", role="hides in a port"),
        added("journeys", "by-land", title="By land"),
        added("stops", "by-land:1", journey="by-land"),
    )
    found = proposed(tables, *changes, why="a letter")
    at = visit("review", proposal=found.id)
    shown = text(at)
    assert not at.exception and title(at) == "a letter"
    assert "1 more person has to agree." in shown
    assert "ada proposed it" in shown
    assert "role changed hides near the port hides in a port" in shown
    assert "<del>" in html(at) and "<ins>" in html(at)
    assert "Journeys 1 → 2" in shown and "Stops 1 → 2" in shown
    assert "Exact places Dalian Months and days 1996-05" in shown
    assert "Marked words" not in shown.partition("Before and after")[0].partition("Now → then")[2]


def test_the_total_of_arrivals_that_visitors_would_read_stands_before_and_after(
    tmp_path, monkeypatch, at_the_door
):
    monkeypatch.setenv("WAYS_OUT_TABLES", str(tmp_path))
    store = tables_copied(tmp_path)
    key, row = next(
        (key, row)
        for key, row in rows_by_key(store, "arrivals").items()
        if row["series"] == "ministry" and row["start_year"] == "2009"
    )
    more = {name: str(int(row[name]) + 100) for name in ("men", "total")}
    found = proposed(store, changed(store, "arrivals", key, **more))
    at = visit("review", proposal=found.id)
    assert "Arrivals, series ministry 34,537 → 34,637" in text(at)
    assert "Journeys" not in text(at).partition("Now → then")[2].partition("Before and after")[0]
    assert "34,537" in text(visit("arrivals")) and "34,637" not in text(visit("arrivals"))
    at.button(key="proposal-agree").click().run()
    assert "34,637" in text(visit("arrivals"))


def test_a_comment_stands_with_its_words_and_none_is_made_without(tables, at_the_door):
    found = proposed(tables, added("names", "A Pastor"))
    at = visit("review", proposal=found.id)
    at.button(key="proposal-comment").click().run()
    assert "Write what you want to say." in said(at)
    assert tables.proposals.load(found.id) == found
    at.text_area[0].set_value(HOSTILE).run()
    at.button(key="proposal-comment").click().run()
    assert "Your comment is there." in said(at) and "bo commented" in text(at)
    assert HOSTILE in text(at) and "<script" not in html(at)
    assert at.text_area[0].value == ""
    assert tables.proposals.load(found.id).state == "open" and tables.lines() == []


def test_a_click_on_a_proposal_that_moved_since_it_was_shown_accepts_nothing(tables, at_the_door):
    found = proposed(tables, added("names", "A Pastor"))
    at = visit("review", proposal=found.id)
    comment(tables, found, "cho", "Wait.")
    at.button(key="proposal-agree").click().run()
    assert "Somebody else changed this proposal meanwhile." in said(at)
    assert "A Pastor" not in rows_by_key(tables, "names") and tables.lines() == []


def test_a_returned_proposal_cannot_be_accepted_until_a_review_is_asked_for_again(
    tables, at_the_door
):
    found = proposed(tables, added("names", "A Pastor"))
    at = visit("review", proposal=found.id)
    at.button(key="proposal-return").click().run()
    assert "Say why it is returned" in said(at)
    at.text_area[0].set_value("Which village?").run()
    at.button(key="proposal-return").click().run()
    assert "It was returned for changes." in said(at) and "Which village?" in text(at)
    assert "Returned for changes." in text(at)
    keys = {button.key for button in at.button}
    assert "proposal-agree" not in keys and "proposal-ask" in keys
    at_the_door("ada")
    visit("review", proposal=found.id).button(key="proposal-ask").click().run()
    at_the_door("bo")
    at = visit("review", proposal=found.id)
    at.button(key="proposal-agree").click().run()
    assert "A Pastor" in rows_by_key(tables, "names")


def test_a_dropped_proposal_comes_into_no_table_and_is_still_there_to_read(tables, at_the_door):
    found = proposed(tables, added("names", "A Pastor"))
    at = visit("review", proposal=found.id)
    at.button(key="proposal-drop").click().run()
    assert "It was dropped." in said(at)
    assert "Dropped: nothing of it is in the tables." in text(at)
    assert "A Pastor of names.csv" in text(at)
    assert not {key for b in at.button if (key := b.key or "").startswith("proposal-")}
    assert "A Pastor" not in rows_by_key(tables, "names") and tables.lines() == []


def test_hiding_needs_no_proposal_and_takes_nothing_out_of_one_that_is_open(tables, at_the_door):
    found = proposed(tables, changed(tables, "journeys", "by-sea", title="By ship"))
    hide(tables, "by-sea", "bo", "She asked us.")
    at = visit("review", proposal=found.id)
    assert not at.exception and "title changed By sea By ship" in text(at)
    assert "No count on a public page changes." in text(at)
    assert "Exact places" not in text(at)
    assert tables.proposals.load(found.id) == found


def test_a_figure_that_one_person_stands_behind_is_looked_at_from_the_list(tables, at_the_door):
    saved(tables, changed(tables, "events", "famine", title="Hunger"), who="ada")
    at = visit("review")
    assert "that only one person stands behind : 1" in text(at).replace("behind:", "behind :")
    at.button(key="right-events-famine").click().run()
    assert "It has been reviewed." in said(at)
    assert "that only one person stands behind" not in text(at)


def test_open_proposals_are_grouped_by_journey_text_or_table(tables, at_the_door):
    proposed(tables, changed(tables, "stops", "by-sea:1", role="swims"))
    proposed(tables, added("names", "A Pastor"))
    at = visit("review")
    assert "Open proposals: 2" in text(at)
    by = at.radio(key="proposals-by")
    titles = {"journeys": ["By sea: 1", "Others: 1"], "texts": ["Others: 2"],
              "tables": ["Stops: 1", "Names: 1"]}  # fmt: skip
    for choice, expected in titles.items():
        at = by.set_value(choice).run()
        assert all(title in text(at) for title in expected), text(at)


def test_what_was_withheld_before_proposals_is_proposed_with_one_click(tables, at_the_door):
    waits = {"record": "by-sea", "reason": "Not reviewed yet", "place": "withheld"}
    saved(tables, added("publication", "by-sea", **waits), who="ada")
    at = visit("review")
    assert "1 journey is withheld because nobody had reviewed it." in said(at)
    at.button(key="propose-withheld").click().run()
    (found,) = tables.proposals.all()
    assert found.changes[0].after is None
    assert "is withheld because" not in said(at)
