"""A second person accepts what the first one wrote, or sends it back; nobody reviews their own."""

from __future__ import annotations

from datetime import date

import pytest

from annotations.review.acts import accept, return_for_changes
from annotations.review.desk import desk
from annotations.saving.review_rules import pending, with_pending
from annotations.store.lines import REJECTED, REVIEWED
from annotations.tables.changes import rows_by_key
from tests.collections import csv_of
from tests.pages.visits import html, said, text, title, visit
from tests.stores import added, changed, saved

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
    saved(tables, *with_pending(rows, tables, date.today()), who="ada")
    at = visit("review")
    shown = text(at)
    assert title(at) == LIST and not at.exception
    assert "Changed since the last review: 1" in shown and "Never reviewed: 1" in shown
    assert "2 new" in shown and "ada, on " in shown
    assert 'href="review?journey=by-land"' in html(at)
    assert "so somebody else must review it" not in shown
    at_the_door("Ada")
    assert "you, so somebody else must review it" in text(visit("review"))


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
    assert "You made the last change. Somebody else has to review it." in said(at)
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
    assert "You made the last change." in said(at)


@pytest.fixture
def waiting(app_with):
    """The same tables, their journey kept back until it has been reviewed."""
    row = pending("by-sea", date.today())
    journeys = csv_of("journeys", {"title": "A woman hides"})
    return app_with(publication=csv_of("publication", row), journeys=journeys)


def test_a_pending_journey_asks_for_a_choice_and_makes_none(waiting, at_the_door):
    at = visit("review", journey="by-sea")
    assert at.radio[0].value is None
    at.button(key="accept").click().run()
    assert "First choose how much of it may be public." in said(at)
    assert status(waiting) == "draft"
    at.radio[0].set_value("as it stands").run()
    at.button(key="accept").click().run()
    assert (status(waiting), published(waiting)) == ("reviewed", {})


def test_a_part_of_it_is_published_with_a_reason_and_a_day(waiting, at_the_door):
    at = visit("review", journey="by-sea")
    at.radio[0].set_value("in part").run()
    at.selectbox(key="place-by-sea").set_value("country")
    at.selectbox(key="names-by-sea").set_value("role").run()
    at.button(key="accept").click().run()
    for words in ("Write the role", "Say why", "Give the day"):
        assert words in said(at)
    at.text_input(key="role-by-sea").set_value("a woman")
    at.text_input(key="reason-by-sea").set_value("She has a family there.")
    at.text_input(key="review-by-sea").set_value("not a day").run()
    at.button(key="accept").click().run()
    assert "This would cause problems in the tables" in said(at)
    at.text_input(key="review-by-sea").set_value("9999").run()
    at.button(key="accept").click().run()
    row = published(waiting)["by-sea"]
    assert (row["place"], row["date"], row["names"]) == ("country", "as-is", "role")
    assert (row["role"], row["reason"]) == ("a woman", "She has a family there.")
    assert status(waiting) == "reviewed"


def test_nothing_yet_keeps_the_journey_back_with_the_reviewers_reason(waiting, at_the_door):
    at = visit("review", journey="by-sea")
    at.radio[0].set_value("nothing yet").run()
    at.text_input(key="reason-by-sea").set_value("We ask her first.")
    at.text_input(key="review-by-sea").set_value("9999").run()
    at.button(key="accept").click().run()
    row = published(waiting)["by-sea"]
    assert (row["place"], row["date"], row["reason"]) == (
        "withheld", "withheld", "We ask her first.",
    )  # fmt: skip
    at = visit("review", journey="by-sea")
    assert "The journey as it is published now" not in [
        link.proto.label for link in at.get("page_link")
    ]


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
    assert "You made the last change." in said(at)
    at_the_door("ada")
    return_for_changes(tables, desk(tables).source("interview"), "ada", "No place.")
    at = visit("review", source="interview")
    at.multiselect[0].set_value([]).run()
    assert "Choose at least one of them." in said(at)


def test_a_link_to_nothing_gets_one_kind_sentence_and_the_list(tables, at_the_door):
    at = visit("review", journey="<b>x</b>")
    assert said(at) == "This link points to nothing that is in the tables."
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
