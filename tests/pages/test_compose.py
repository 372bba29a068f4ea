"""The page Compose answers what a browser asks of a draft, and tells nothing that is hidden."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import replace
from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from annotations.proposals.hide import hide
from tests.pages.test_reader import anything, browser_says  # noqa: F401
from tests.pages.visits import text, title, visit
from views.composing import field_words, page_words
from views.making import Limits, Shelf, Workshop
from views.widgets.app import made, reader, store, versions
from views.widgets.compose import page as compose
from views.widgets.compose import turns

FORMAT = re.compile(r"\b(?:YAML|ids?|JSON|server|camera|keys)\b")
WHOLE = {"title": "A", "for": "b", "minutes": "5", "summary": "c", "steps": [{"show": ["by-sea"]}]}


@pytest.fixture
def asked(browser_says):  # noqa: F811
    """What a browser is told that asks this."""

    def ask(**question):
        browser_says.state["composer"] = {"told": {"n": 1, **question}}
        compose._told()
        return browser_says.state.pop(compose.ANSWER, None)

    return ask


def composer(at) -> dict:
    """What the composer is told."""
    ours = (one.proto for one in at.get("bidi_component"))
    (told,) = (proto for proto in ours if proto.component_name == "composer")
    return json.loads(told.bytes)


def test_the_page_is_for_every_visitor_and_has_a_place_in_the_navigation():
    at = visit("compose")
    assert not at.exception
    assert title(at) == "How do I make a lesson of my own?"
    assert "take the lesson along" in text(at)
    told = composer(at)
    assert {one["id"] for one in told["stories"]} == set(store.stories())
    assert all(path.startswith("app/static/") for path in (told["offers"], told["page"]))
    assert told["answer"] is None


def test_a_teacher_reads_no_word_of_the_format():
    words = {**page_words(), **field_words()}
    assert all(words.values())
    assert {told for told in words.values() if FORMAT.search(told)} == set()


def test_a_draft_is_answered_with_its_lesson_and_what_is_missing(asked):
    told = asked(draft=json.dumps({"steps": [{}]}), have=["x", 7, "frame"])
    assert told["n"] == 1 and "frame" not in told["lesson"]
    assert {tuple(each["place"]) for each in told["faults"]} >= {("title",), ("steps", 0, "text")}


def test_a_story_that_is_here_is_opened_as_a_draft_and_so_is_the_text_of_a_file(asked):
    opened = asked(story="kim-seong-min")["opened"]
    assert opened["title"] == store.stories()["kim-seong-min"].title
    text = "title: A\nsteps:\n  - heading: B\n    show: by-sea\n"
    assert asked(open=text)["opened"] == {
        "title": "A",
        "steps": [{"heading": "B", "show": "by-sea"}],
    }


def test_a_page_to_take_along_is_made_of_a_draft(asked):
    draft = json.dumps({"title": "Mine", "steps": [{"heading": "B"}]})
    assert "<title>Mine</title>" in asked(draft=draft, want="file")["page"]
    assert "Mine" in asked(draft=draft, want="A4-handout")["page"]
    assert asked(draft=draft, want="anything")["page"] == ""


@pytest.mark.parametrize("question", (
    {}, {"draft": "["}, {"draft": 7}, {"draft": "x" * 300_000}, {"draft": "[" * 5_000},
    {"draft": '{"steps": [[]]}'[:-1]}, {"open": "a: [", "draft": "{}"}, {"open": 7},
    {"open": "x" * 300_000}, {"draft": "null"},
))  # fmt: skip
def test_what_is_no_draft_is_answered_in_a_sentence(asked, question):
    assert asked(**question)["fault"] == "This cannot be read as a lesson."


def test_messages_of_the_composer_cause_no_error(browser_says):  # noqa: F811
    @settings(deadline=None, max_examples=40)  # a page is made in a second
    @given(anything, anything, some.sampled_from(["file", "A4-handout", "", 7]))
    def say(one, two, want):
        for told in (one, {"n": 1, "draft": json.dumps(two, default=str), "want": want}):
            browser_says.state["composer"] = {"told": told}
            compose._told()
            browser_says.state["composer"] = told
            compose._told()

    say()


def test_a_hidden_journey_is_not_offered_and_a_draft_that_names_it_tells_nothing_of_it(
    tables, asked
):
    draft = json.dumps(WHOLE)
    before = asked(draft=draft)
    assert "By sea" in json.dumps(before["lesson"])
    hide(tables, "by-sea", "ada", "She asked.")
    offered = composer(visit("compose"))["offers"].rpartition("/")[2]
    offers = (made.STATIC / "made" / offered).read_text("utf-8")
    assert "By sea" not in offers and "by-sea" not in offers

    def later() -> dict:
        versions.begin(tables)
        return asked(draft=draft)

    after = copy_context().run(later)
    assert "By sea" not in json.dumps(after)
    assert ["steps", 0, "show", 0] in [list(each["place"]) for each in after["faults"]]


def test_a_bound_text_of_json_is_read_and_nothing_else():
    assert reader.told('{"a": [1]}') == {"a": [1]}
    for given_ in (None, 7, "[", "x" * (reader.LONGEST_DRAFT + 1), '"\\ud800"', "NaN"):
        assert reader.told(given_) is None


def test_a_draft_is_told_nothing_of_the_files_of_pictures_that_others_may_hide(asked, monkeypatch):
    stories = type(store.reviewed().stories)
    monkeypatch.setattr(stories, "pictures", lambda _self: ["hidden.jpg"])
    told = []
    for file in ("hidden.jpg", "nothing.jpg"):
        picture = {"file": file, "alt": "a", "credit": "b"}
        draft = json.dumps({**WHOLE, "steps": [{"heading": "B", "picture": picture}]})
        told.append(asked(draft=draft, have=["frame"]))
        assert "page" in asked(draft=draft, want="file")
    assert told[0]["faults"] == told[1]["faults"]
    assert ["steps", 0, "picture", "file"] in [list(each["place"]) for each in told[0]["faults"]]


def test_drafts_take_turns_and_one_that_nobody_gets_to_is_asked_about_again(asked, monkeypatch):
    draft = json.dumps({"steps": [{}]})
    begun, end = Event(), Event()
    busy = Workshop(Limits(1, 8, 8, seconds=0.2, jobs_of_one=8, people_of_one=8), Shelf(0))
    monkeypatch.setattr(turns, "DRAFTS", busy)

    def wait():
        begun.set()
        end.wait(30)

    with ThreadPoolExecutor(1) as others:
        other = others.submit(turns.in_turn, wait)
        begun.wait(30)
        assert asked(draft=draft) is None
        end.set()
        other.result()
    monkeypatch.setattr(busy, "limits", replace(busy.limits, seconds=60))
    assert asked(draft=draft)["lesson"]
