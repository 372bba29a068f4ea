"""The desk opens what is there, says what is not, and shows what is still missing in a work."""

from importlib import import_module

import pytest
from streamlit.testing.v1 import AppTest

from annotations.annotating import with_source
from annotations.annotating.work import as_draft, blank, new_work, of_draft, work_on
from annotations.store.files.beside.drafts import DraftFolder
from annotations.store.files.beside.texts import TextFolder
from annotations.store.texts import digest
from tests.collections import TEXT
from tests.pages.test_staff import LISTED, SECRETS, SIGNED_IN
from tests.pages.visits import DASHBOARD, LONGEST_RUN_S, text
from tests.stores import store_in


@pytest.fixture
def store(tmp_path, monkeypatch):
    """The good tables, with the text of their source."""
    monkeypatch.setenv("WAYS_OUT_TABLES", str(tmp_path))
    TextFolder(tmp_path / ".texts").keep(TEXT.encode())
    return store_in(tmp_path)


def visit(**address: str) -> AppTest:
    """The page for a staff member."""
    at = AppTest.from_file(str(DASHBOARD), default_timeout=LONGEST_RUN_S)
    at.secrets.update(SECRETS)
    at.user = SIGNED_IN
    at.switch_page("pages/annotate.py")
    at.query_params.update(address)
    at.run()
    assert not at.exception
    return at


def keep(store, work, name: str = "draft") -> None:
    """Keep a work as a draft of the one who visits."""
    DraftFolder(store.root / ".drafts").keep(LISTED, name, as_draft(work))


def kept(store, name: str = "draft"):
    """The work as its draft has it."""
    return of_draft(DraftFolder(store.root / ".drafts").load(LISTED, name))


def labels(at: AppTest) -> set[str]:
    """The labels of the buttons."""
    return {button.label for button in at.button}


def test_drafts_and_annotated_texts_are_there_to_open(store):
    keep(store, work_on(store, "interview"), "my draft")
    assert {"my draft", "An interview"} <= labels(visit())


def test_a_text_that_is_not_on_this_machine_is_named_and_not_offered(store):
    next((store.root / ".texts").iterdir()).unlink()
    at = visit()
    assert "An interview" not in labels(at)
    assert "upload the same file to open it: An interview." in text(at)


def test_an_annotated_text_opens_with_its_marks_and_changes_nothing_by_that(store):
    at = visit()
    next(button for button in at.button if button.label == "An interview").click().run()
    assert not at.exception
    assert at.query_params["work"] == "interview"
    assert "Nothing has been changed yet." in text(at)


def test_a_link_to_a_journey_offers_to_change_it_and_begins_nothing_by_itself(store):
    at = visit(journey="by-sea")
    assert DraftFolder(store.root / ".drafts").list(LISTED) == ()
    at.button(key="change-interview").click().run()
    assert kept(store, "interview") == work_on(store, "interview", "by-sea")
    assert "not here" in visit(journey="nowhere").info[0].value
    next((store.root / ".texts").iterdir()).unlink()
    assert "is not on this machine" in visit(journey="by-sea").info[0].value


@pytest.mark.parametrize(
    ("draft", "told"),
    [(None, "a draft that is not here"), ({"source": "x"}, "another version")],
)
def test_a_link_to_no_draft_is_told_and_the_page_begins_anew(store, draft, told):
    if draft is not None:
        DraftFolder(store.root / ".drafts").keep(LISTED, "gone", draft)
    at = visit(work="gone")
    assert told in "".join(one.value for one in (*at.info, *at.warning)).replace("\\", "")
    assert "Start" in labels(at)


def test_the_draft_of_another_person_is_not_opened(store):
    DraftFolder(store.root / ".drafts").keep("bo", "his", as_draft(work_on(store, "interview")))
    at = visit(work="his")
    assert "it is not yours" in at.info[0].value


def test_a_draft_whose_text_is_gone_is_kept_and_told(store):
    keep(store, work_on(store, "interview"))
    next((store.root / ".texts").iterdir()).unlink()
    at = visit(work="draft")
    assert "not on this machine" in at.warning[0].value
    assert kept(store) == work_on(store, "interview")


def begin(at: AppTest, pasted: str, **cells: str) -> AppTest:
    """Paste a text, fill in what is said of it, and begin."""
    at.text_area(key="pasted").input(pasted)
    for name, cell in cells.items():
        at.text_input(key=f"source-{name}").input(cell)
    next(button for button in at.button if button.label == "Start").click()
    at.run()
    assert not at.exception
    return at


@pytest.mark.parametrize(
    ("pasted", "cells", "told"),
    [
        ("", {"title": "A talk"}, "no words in the text"),
        ("In 1998.", {}, "Title: is empty"),
        ("In 1998.", {"title": "A talk", "published": "May 98"}, "Date of publication"),
        ("In 1998.", {"title": "A talk", "url": "ftp://x"}, "not a web address"),
        ("In 1998.", {"title": "A talk with Jane Roe"}, "Title: names 'Jane Roe', which is in no"),
        ("In 1998.", {"title": "A talk", "author": "Mina"}, "speaker: names 'Mina', which is in"),
    ],
)
def test_a_text_that_cannot_be_begun_is_told_why_and_not_kept(store, pasted, cells, told):
    at = begin(visit(), pasted, **cells)
    assert told in at.warning[0].value.replace("\\", "")
    assert len(list((store.root / ".texts").iterdir())) == 1
    assert DraftFolder(store.root / ".drafts").list(LISTED) == ()


def test_a_pasted_text_is_kept_on_this_machine_with_its_digest_in_its_row(store):
    at = begin(visit(), "In 1998.", title="A talk", published="2003")
    name = at.query_params["work"]
    row = kept(store, name).rows["sources"][name]
    assert row["sha256"] == digest(b"In 1998.")
    assert TextFolder(store.root / ".texts").text(row["sha256"]) == "In 1998."
    assert "In 1998" not in str(kept(store, name))


def test_a_text_that_is_annotated_already_opens_as_that_one(store):
    at = begin(visit(), TEXT)
    assert at.query_params["work"] == "interview"
    assert kept(store, "interview").mentions.keys() == {"port"}


def test_no_place_is_chosen_until_somebody_chooses_it(store):
    work = work_on(store, "interview")
    row = {**work.mentions["port"], "value": "", "certainty": "unresolved"}
    work = type(work)(work.source, "", work.began, {**work.rows, "mentions": {"port": row}})
    keep(store, work)
    at = visit(work="draft", mention="port")
    radio = at.radio(key="place-port")
    assert radio.value is None
    assert len(radio.options) > 1
    radio.set_value("dalian").run()
    assert kept(store).mentions["port"]["value"] == "dalian"
    at.button(key="none-port").click().run()
    assert kept(store).mentions["port"]["value"] == ""


def test_a_date_that_is_none_is_refused_with_its_remedy_and_the_draft_stays(store):
    keep(store, work_on(store, "interview", "by-sea"))
    at = visit(work="draft", stop="1")
    at.text_input(key="stop-by-sea:1-date").input("May 1996").run()
    assert not at.exception
    assert "May 1996" in at.warning[0].value
    assert kept(store).stops[0].cells["date"] == "1996-05"
    at.text_input(key="stop-by-sea:1-date").input("1996-06").run()
    assert kept(store).stops[0].cells["date"] == "1996-06"
    at.button(key="take-back").click().run()
    assert kept(store).stops[0].cells["date"] == "1996-05"


def sure(at: AppTest, column: str):
    """The widget that asks how sure the first stop is of something; None where it is not there."""
    keys = {group.key: group for group in at.button_group}
    return keys.get(f"stop-by-sea:1-{column}")


def test_the_form_of_a_stop_asks_of_its_date_apart_from_its_place(store):
    keep(store, work_on(store, "interview", "by-sea"))
    at = visit(work="draft", stop="1")
    sure(at, "date_certainty").set_value("probable").run()
    cells = kept(store).stops[0].cells
    assert (cells["certainty"], cells["date_certainty"]) == ("certain", "probable")
    assert "probably in May 1996" in text(at)
    at.text_input(key="stop-by-sea:1-date").input("").run()
    assert sure(at, "certainty") and not sure(at, "date_certainty")
    assert kept(store).stops[0].cells["date_certainty"] == ""


def test_a_step_on_a_draft_that_is_gone_does_not_bring_it_back(store):
    keep(store, work_on(store, "interview", "by-sea"))
    at = visit(work="draft", stop="1")
    DraftFolder(store.root / ".drafts").drop(LISTED, "draft")
    at.text_input(key="stop-by-sea:1-role").input("stays there").run()
    assert not at.exception
    assert "a draft that is not here" in at.info[0].value
    assert DraftFolder(store.root / ".drafts").list(LISTED) == ()


def test_two_steps_that_come_with_one_run_are_both_done(store):
    keep(store, work_on(store, "interview", "by-sea"))
    at = visit(work="draft", stop="1", mention="port")
    at.text_input(key="stop-by-sea:1-role").input("stays there")
    at.text_area(key="note-port").input("By the sea.")
    at.run()
    assert not at.exception
    assert kept(store).stops[0].cells["role"] == "stays there"
    assert kept(store).mentions["port"]["note"] == "By the sea."


def test_what_is_missing_is_named_and_nothing_can_be_saved_before(store):
    work = work_on(store, "interview", "by-sea")
    keep(store, work)
    at = visit(work="draft", stop="1")
    at.text_input(key="stop-by-sea:1-role").input("").run()
    assert "1 thing is missing" in text(at)
    assert "Stop 1 · What happened there, in your own words: is empty." in text(at)
    assert at.button(key="save-work").disabled


def test_a_save_that_somebody_else_was_quicker_with_is_told_and_keeps_the_draft(store):
    keep(store, work_on(store, "interview", "by-sea"))
    stops = store.root / "annotations" / "stops.csv"
    stops.write_text(stops.read_text().replace("hides near", "waits near"))
    at = visit(work="draft", stop="1")
    at.text_input(key="stop-by-sea:1-role").input("stays there").run()
    at.button(key="save-work").click().run()
    assert not at.exception
    assert "Somebody else changed these rows" in at.warning[0].value
    for words in ("hides near the port", "waits near the port", "stays there"):
        assert words in text(at)
    assert kept(store).stops[0].cells["role"] == "stays there"
    at.button(key="rebase").click().run()
    at.button(key="save-work").click().run()
    (found,) = store.proposals.all()
    assert [change.after["role"] for change in found.changes if change.table == "stops"] == [
        "stays there"
    ]
    assert "waits near" in stops.read_text()


def test_a_saved_work_is_a_proposal_that_no_table_has_and_no_draft_any_more(store):
    keep(store, work_on(store, "interview", "by-sea"))
    at = visit(work="draft", stop="1")
    at.text_input(key="stop-by-sea:1-role").input("stays there").run()
    at.button(key="save-work").click().run()
    assert not at.exception
    assert "stays there" not in (store.root / "annotations" / "stops.csv").read_text()
    assert "until a second person accepts it" in at.success[0].value
    assert DraftFolder(store.root / ".drafts").list(LISTED) == ()
    (found,) = store.proposals.all()
    assert (found.who, found.source) == ("ann@example.org", "interview")
    assert "stays there" in str(found.changes) and store.lines() == []


def test_markup_in_a_text_or_a_draft_stays_text(store):
    row = blank("sources", id="talk", title="<b>T</b>", kind="testimony", language="en")
    row["sha256"] = TextFolder(store.root / ".texts").keep(b"<script>alert(1)</script> in Dalian")
    keep(store, new_work(row))
    at = visit(work="draft")
    assert "<b>T</b>" in text(at)


def test_a_step_of_another_tab_during_a_save_stays_in_the_draft(store, monkeypatch):
    keep(store, work_on(store, "interview", "by-sea"))
    at = visit(work="draft", stop="1")
    at.text_input(key="stop-by-sea:1-role").input("stays there").run()
    room = import_module("views.widgets.annotate.save")
    save = room.save

    def save_while_another_tab_goes_on(*given):
        done = save(*given)
        keep(store, with_source(kept(store), rights="Asked for."))
        return done

    monkeypatch.setattr(room, "save", save_while_another_tab_goes_on)
    at.button(key="save-work").click().run()
    assert len(store.proposals.all()) == 1
    assert kept(store).rows["sources"]["interview"]["rights"] == "Asked for."
    assert any("kept as it is now" in box.value for box in at.warning)
