"""A lesson that is put together in a browser is read by the rules of a story, finished or not."""

from base64 import b64encode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.stories.draft import (
    MOST_FIGURES,
    MOST_STEPS,
    Draft,
    NoDraft,
    draft_of_story,
    draft_of_text,
    read_draft,
)
from annotations.stories.writer import to_yaml
from annotations.stories.yaml_nodes import BrokenYaml
from tests.annotations.stories.test_writer import stories
from tests.stories import COLLECTION, HEAD, STEP, loaded, with_keys

WHOLE = {
    "title": "A story",
    "for": "a class",
    "minutes": "40",
    "summary": "What is told.",
    "steps": [{"heading": "The port", "text": "She hid.", "sources": "interview[2]"}],
}
JPEG = f"data:image/jpeg;base64,{b64encode(b'a bridge').decode('ascii')}"


def read(**keys) -> Draft:
    """A whole draft of which the step has these keys."""
    return read_draft({**WHOLE, "steps": [WHOLE["steps"][0] | keys]}, COLLECTION, {"bridge.jpg"})


def faults(draft: Draft) -> dict[tuple, str]:
    return {trouble.place: trouble.message for trouble in draft.troubles}


@settings(max_examples=60, deadline=None)
@given(stories)
def test_a_draft_that_goes_on_from_a_story_is_that_story(story):
    draft = read_draft(draft_of_story(story), COLLECTION, {"bridge.jpg"})
    expected = loaded(to_yaml(story)).stories["story"]
    assert draft.story.steps == expected.steps
    assert (draft.story.title, draft.story.goals) == (expected.title, expected.goals)


def test_a_whole_draft_has_no_fault_and_is_what_the_file_of_it_would_be():
    draft = read_draft(WHOLE, COLLECTION)
    assert draft.troubles == ()
    assert draft.story.steps == loaded(HEAD + STEP).stories["story"].steps


def test_what_is_missing_is_told_by_its_place_and_every_step_comes():
    draft = read_draft({"steps": [{}, {"heading": "A"}]}, COLLECTION)
    assert [step.heading for step in draft.story.steps] == ["", "A"]
    places = {trouble.place for trouble in draft.troubles}
    assert {("title",), ("minutes",), ("steps", 0, "heading"), ("steps", 1, "text")} <= places
    assert ("steps", 1, "heading") not in places


@pytest.mark.parametrize(
    ("keys", "place"),
    (
        ({"show": ["by-sea", "by-nobody"]}, ("show", 1)),
        ({"open": "by-nobody"}, ("open",)),
        ({"open": "by-land"}, ("open",)),  # heavy, and nobody says so
        ({"text": "On {by-sea:9}."}, ("text",)),
        ({"text": "A {brace."}, ("text",)),
        ({"period": "1996-1990"}, ("period",)),
        ({"camera": "7"}, ("camera",)),
        ({"sources": "nobody"}, ("sources",)),
        ({"minutes": "many"}, ("minutes",)),
        ({"picture": {"file": "bridge.jpg", "alt": "A bridge"}}, ("picture", "credit")),
        ({"tasks": [{"ask": "Why?"}]}, ("tasks", 0, "ask")),
        ({"tasks": [{"ask": "Where?", "place": "nowhere"}]}, ("tasks", 0, "place")),
    ),
)
def test_what_is_wrong_is_told_at_its_field(keys, place):
    assert ("steps", 0, *place) in faults(read(**keys))


def test_a_picture_that_the_draft_holds_needs_no_file():
    told = {"file": "own.jpg", "alt": "A bridge", "credit": "A neighbour", "data": JPEG}
    draft = read(picture=told)
    assert draft.troubles == ()
    assert draft.story.steps[0].picture.data == JPEG
    assert ("steps", 0, "picture", "file") in faults(read(picture={**told, "data": ""}))


@pytest.mark.parametrize(
    "data",
    ("javascript:alert(1)", "data:text/html;base64,AAAA", "data:image/svg+xml;base64,AAAA",
     "data:image/png;base64,A", "data:image/png;base64,AAAA<b>", "https://example.org/a.png"),
)  # fmt: skip
def test_what_is_no_picture_is_shown_nowhere(data):
    told = {"file": "own.jpg", "alt": "A bridge", "credit": "A neighbour", "data": data}
    draft = read(picture=told)
    assert draft.story.steps[0].picture is None
    assert ("steps", 0, "picture", "data") in faults(draft)


def test_the_file_of_a_story_may_hold_its_picture():
    lines = ("picture:", "  file: own.jpg", "  alt: A bridge", "  credit: Mine", f"  data: {JPEG}")
    told = loaded(with_keys(*lines))
    assert list(told.problems) == []
    (step,) = told.stories["story"].steps
    assert step.picture.data == JPEG
    assert loaded(to_yaml(told.stories["story"])).stories["story"].steps == (step,)


@pytest.mark.parametrize(
    "given",
    (None, 7, "x", [], {"title": [[[[[[[[1]]]]]]]]}, {"title": True}, {"goals": ["x"] * 6_000},
     {"steps": [{}] * (MOST_STEPS + 1)}),
)  # fmt: skip
def test_what_has_not_the_form_of_a_draft_or_is_too_large_is_refused(given):
    with pytest.raises(NoDraft):
        read_draft(given, COLLECTION)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from([*WHOLE, *WHOLE["steps"][0], "show", "open"]), inner)
    ),
    max_leaves=20,
)


@settings(max_examples=200, deadline=None)
@given(anything)
def test_whatever_is_given_is_read_or_refused(given):
    try:
        draft = read_draft(given, COLLECTION)
    except NoDraft:
        return
    assert len(draft.story.steps) <= MOST_STEPS


def test_the_text_of_a_file_is_the_draft_that_it_was_written_from():
    text = to_yaml(read(notes="One.\n\nTwo.", show=[]).story)
    assert draft_of_text(text) == {
        **WHOLE,
        "steps": [WHOLE["steps"][0] | {"notes": "One.\n\nTwo.", "show": []}],
    }


@pytest.mark.parametrize("text", ("", "a: &b c", "a: [", "- a", "a: !!python/object b"))
def test_a_text_that_is_no_story_opens_no_draft(text):
    with pytest.raises((BrokenYaml, NoDraft)):
        draft_of_text(text)


def test_a_draft_with_thousands_of_words_that_nobody_knows_is_compared_with_none(monkeypatch):
    monkeypatch.setattr("annotations.problems.get_close_matches", lambda *_given, **_more: 1 / 0)
    given = {
        **{f"key{n}": "x" for n in range(300)},
        "words": ["no-word"],
        "further": "nobody",
        "steps": [
            {
                "show": ["by-nobody"] * 1_000,
                "open": "by-nobody:1",
                "kinds": ["way"],
                "within": "maybe",
                "sources": "nobody",
                "text": "{by-nobody:1} {no-event} {by-sea:1.days-} {km:a,b}",
                "picture": {"file": "brigde.jpg", "alt": "a", "credit": "b"},
                "tasks": [{"ask": "?", "place": "nowhere"}, {"ask": "?", "choices": ["a", "b"]}],
            }
        ],
    }
    draft = read_draft(given, COLLECTION, {"bridge.jpg"})
    assert ("steps", 0, "show", 999) in faults(draft)
    monkeypatch.undo()
    assert "Did you mean 'by-sea'?" in loaded(with_keys("show: by-se")).problems[0].message


def test_a_draft_with_more_figures_than_anybody_could_hear_is_refused():
    read(text="{by-sea:1} " * (MOST_FIGURES // 2))
    with pytest.raises(NoDraft):
        read(text="{by-sea:1} " * MOST_FIGURES, notes="{by-sea:1}")
