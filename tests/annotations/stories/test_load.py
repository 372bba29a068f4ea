"""Stories are read from their files, each with its steps and with every problem by its line."""

import pytest

from annotations.references import Citation
from annotations.selection.filters import Filters
from annotations.store.files.beside.stories import StoryFolder
from annotations.stories.load import load_stories
from annotations.stories.records import Camera, Picture, Shown, Step
from annotations.stories.references import shown_ids
from tests.collections import LINE_OF_A_PROBLEM
from tests.stories import (
    COLLECTION,
    HEAD,
    STEP,
    MemoryStories,
    loaded,
    problems_with,
    story_with,
    with_keys,
)


def test_where_no_story_is_there_is_no_problem(tmp_path):
    for files in (MemoryStories({}), StoryFolder(tmp_path / "nowhere")):
        told = load_stories(files, COLLECTION)
        assert (dict(told.stories), list(told.problems)) == ({}, [])


def test_the_smallest_story_has_its_keys_and_one_step():
    story = story_with()
    assert (story.id, story.title, story.audience) == ("story", "A story", "a class")
    assert (story.minutes, story.summary, story.care) == (40, "What is told.", "")
    told = Step("The port", "She hid.", sources=(Citation("interview", "2"),))
    assert story.steps == (told,)


def test_of_two_stories_the_broken_one_is_left_out_and_the_other_comes():
    told = load_stories(MemoryStories({"a.yaml": "title: [", "b.yaml": HEAD + STEP}), COLLECTION)
    assert list(told.stories) == ["b"]
    assert [problem.file for problem in told.problems] == ["stories/a.yaml"]


def test_a_step_with_every_key_keeps_each():
    (step,) = story_with(
        "show: [by-sea]",
        "open: by-sea:3",
        "period: 1996-1999",
        "layers: [relief, cumulative]",
        "camera: 42.97, 129.84, 6.5",
        "question: How sure are we?",
        "notes: Point at the port.",
        "care: hunger",
        "picture: {file: bridge.jpg, alt: A bridge, credit: Somebody}",
    ).steps
    assert step == Step(
        heading="The port",
        text="She hid.",
        question="How sure are we?",
        notes="Point at the port.",
        care="hunger",
        show=(Shown("by-sea", (1, 2, 3, 4)),),
        opened=("by-sea", 3),
        filters=Filters(first=1996, last=1999),
        layers=frozenset({"relief", "cumulative"}),
        camera=Camera(42.97, 129.84, 6.5),
        sources=(Citation("interview", "2"),),
        picture=Picture("bridge.jpg", "A bridge", "Somebody"),
    )


def test_an_event_may_be_open_in_place_of_a_journey():
    (step,) = story_with("open: famine").steps
    assert (step.event, step.opened) == ("famine", None)
    (problem,) = problems_with("open: famin")
    assert problem.endswith("no journey 'famin'. Did you mean 'famine'?")


def test_a_story_may_have_the_plan_of_a_lesson():
    plan = (
        "subject: History\nlevel: upper secondary\ngoals: [See it,  Say it]\nprepare: Print it\n"
        "words: [broker]\ndebrief: |\n  What stays?\n\n  Who helps?\nfurther: interview[2]\n"
    )
    told = loaded(plan + HEAD + STEP + "    minutes: 40\n    plain: She hid there.\n")
    assert told.problems == []
    story = told.stories["story"]
    assert (story.subject, story.level, story.words) == ("History", "upper secondary", ("broker",))
    assert (story.goals, story.prepare) == (("See it", "Say it"), ("Print it",))
    assert story.debrief == "What stays?\n\nWho helps?"
    assert story.further == (Citation("interview", "2"),)
    assert (story.steps[0].minutes, story.steps[0].plain) == (40, "She hid there.")


def test_a_word_to_know_is_one_of_the_glossary():
    (problem,) = loaded("words: [brokr]\n" + HEAD + STEP).problems
    assert str(problem).startswith(
        "stories/story.yaml:1:words  no word 'brokr' in glossary.csv. Did you mean 'broker'?"
    )


def test_figures_are_told_wherever_words_stand():
    for key in ("plain: |", "notes: |"):
        (problem,) = list(map(str, loaded(with_keys(key, "  {famin}")).problems))
        assert "no event 'famin'" in problem
    (problem,) = loaded("goals: [a, 'b {famine}']\n" + HEAD + STEP).problems
    assert "figures are read in" in str(problem)
    (problem,) = loaded("debrief: 'b {famin}'\n" + HEAD + STEP).problems
    assert "no event 'famin'" in str(problem)


@pytest.mark.parametrize(
    ("line", "show"),
    [
        ("show: []", ()),
        ("show: by-sea", (Shown("by-sea", (1, 2, 3, 4)),)),
        ("show: [by-sea:2]", (Shown("by-sea", (2,)),)),
        ("show: [by-sea:2-3]", (Shown("by-sea", (2, 3)),)),
        ("show: ['by-sea:1,3-4', by-land]", (Shown("by-sea", (1, 3, 4)), Shown("by-land", (1,)))),
    ],
)
def test_journeys_and_stops_are_shown_as_they_are_named(line, show):
    assert story_with(line).steps[0].show == show


def test_without_show_the_filters_choose_what_is_shown():
    story = story_with(
        "kinds: [attempt]", "countries: CN", "told_by: [interview]", "within: possibly"
    )
    (step,) = story.steps
    assert step.show is None
    assert step.filters == Filters(
        possibly=True,
        kinds=frozenset({"attempt"}),
        countries=frozenset({"CN"}),
        sources=frozenset({"interview"}),
    )
    assert shown_ids(step, COLLECTION) == ("by-land",)


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("question: Where?", ("by-sea", "by-land")),
        ("show: []", ()),
        ("show: [by-land, by-sea]", ("by-sea", "by-land")),
        ("period: 2001", ("by-land",)),
    ],
)
def test_what_is_shown_comes_in_the_order_of_the_collection(line, ids):
    assert shown_ids(story_with(line).steps[0], COLLECTION) == ids


@pytest.mark.parametrize(
    ("line", "years"),
    [("period: 1996", (1996, 1996)), ("period: 1996 – 1999", (1996, 1999)), ("", (1990, 2026))],
)
def test_the_timeline_marks_a_year_or_years_also_beside_show(line, years):
    filters = story_with("show: by-sea", line).steps[0].filters
    assert (filters.first, filters.last) == years


@pytest.mark.parametrize("style", ["|", ">", "|-", ">+", ""])
def test_a_blank_line_parts_paragraphs_in_every_style_of_yaml(style):
    story = story_with(f"notes: {style}", "  One two", "  three.", "", "  Four.")
    assert story.steps[0].notes == "One two three.\n\nFour."


def test_words_that_yaml_takes_for_something_else_stay_words():
    for word in ("no", "1996-01-01", "0x1F", "1_000", "null", "12:30", "=", ".inf"):
        assert story_with(f"notes: {word}").steps[0].notes == word


def test_a_story_of_one_step_may_be_written_without_a_list():
    text = HEAD + STEP.replace("  - heading", "    heading")
    assert [step.heading for step in loaded(text).stories["story"].steps] == ["The port"]


# Line 9 is the line of the key that is added.
@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("show: [by-see]", "show  no journey 'by-see'. Did you mean 'by-sea'?"),
        ("show: [by-sea, xyz]", "show  no journey 'xyz'. Write the id of a journey."),
        ("show: ['']", "show  no journey ''. Write the id of a journey."),
        ("show: ['a b']", "show  no journey 'a b'. Write the id of a journey."),
        (
            "show: [by-sea:5]",
            "show  no stop 5 in 'by-sea', which has stops 1 to 4. Correct the number.",
        ),
        ("show: [by-land:2]", "show  no stop 2 in 'by-land', which has only stop 1. Correct the"),
        ("show: [by-sea:0-9999]", "show  no stop 0 in 'by-sea'"),
        (
            "show: [by-sea:99999]",
            "show  '99999' does not name its stops. Write 'by-sea:2', 'by-sea:2-3' or",
        ),
        ("show: ['by-sea:']", "show  '' does not name its stops."),
        ("show: [by-sea:3-2]", "show  '3-2' has stops out of order or twice. Count upwards."),
        ("show: ['by-sea:3,1']", "show  '3,1' has stops out of order or twice."),
        ("show: ['by-sea:1-3,3']", "show  '1-3,3' has stops out of order or twice."),
        ("show: ['by-sea:2,2']", "show  '2,2' has stops out of order or twice."),
        ("show: [by-sea:1,3-4]", "show  '3-4' is cut off. Put 'by-sea:1,3-4' in quotes."),
        ("show: [by-sea:1, by-sea:3]", "show  names 'by-sea' twice. Write its stops together"),
        ("show:", "show  is empty. Write a list, or leave the key out."),
        ("show: [[by-sea]]", "show  holds a list among its texts. Rewrite it."),
        ("open: by-see", "open  no journey 'by-see'. Did you mean 'by-sea'?"),
        ("open: by-sea:7", "open  no stop 7 in 'by-sea'"),
        ("open: by-sea:1-2", "open  'by-sea:1-2' opens more than one stop. Name one or none."),
        ("open: by-land", "open  shows 'by-land' in full, which has 'hunger'. Announce it in"),
        (
            "period: 96",
            "period  '96' is not a period between 1990 and 2026. Write '1996' or '1996-1999'.",
        ),
        ("period: 1989-1999", "period  '1989-1999' is not a period between 1990 and 2026."),
        ("period: 1999-1996", "period  '1999-1996' is not a period"),
        ("within: maybe", "within  'maybe' is not one of definitely, possibly."),
        ("within: possible", "within  'possible' is not one of definitely, possibly. Did you"),
        ("countries: [UK]", "countries  'UK' is not one of CN, KP."),
        ("countries: [KP]", "countries  no journey has a stop in 'KP'. Write one of CN."),
        ("kinds: [atempt]", "kinds  'atempt' is not one of journey, attempt, return, helper,"),
        ("told_by: [press]", "told_by  'press' is not one of interview, public-record."),
        (
            "layers: [releif]",
            "layers  'releif' is not one of relief, cumulative, chart. Did you mean 're",
        ),
        ("camera: 42.97, 129.84", "camera  '42.97, 129.84' is not three numbers. Write lat, lon"),
        ("camera: nan, 1, 7", "camera  'nan, 1, 7' is not three numbers."),
        ("camera: 70, 129, 7", "camera  lat 70 lies outside -12 to 64. Correct it."),
        ("camera: 42, 12.98, 7", "camera  lon 12.98 lies outside 58 to 166."),
        ("camera: 42, 129, 13", "camera  zoom 13 lies outside 3 to 12."),
        ("sauces: interview", "sauces  'sauces' is not a key of a step. Did you mean 'sources'?"),
        ("x y: 1", " 'x y' is not a key of a step. Write one of heading, text, plain,"),
        ("heading: Twice", "heading  'heading' is already in line 6. Remove one of the two."),
        ("notes: [a, b]", "notes  is a list, and should be a text. Rewrite it."),
        ("question: {a: b}", "question  is keys with values, and should be a text. Rewrite it."),
        ("notes: <script>alert(1)</script>", "notes  '<script>alert(1)</script>' holds markup."),
        ('notes: "a\\u200bb"', "notes  'a�b' holds invisible characters (U+200B). Remove them."),
        (f"notes: {'long ' * 300}", "notes  'long long long"),
        ("picture: bridge.jpg", "picture  is a text, and should be keys with values. Rewrite it."),
        (
            "picture: {file: bridge.jpg, alt: A bridge}",
            "credit  is missing. Every picture needs one.",
        ),
        (
            "picture: {file: brigde.jpg, alt: A, credit: B}",
            "file  no picture 'brigde.jpg'. Did you mean 'bridge.jpg'?",
        ),
        (
            "picture: {file: ../bridge.jpg, alt: A, credit: B}",
            "file  '../bridge.jpg' is not a picture. Write its name alone, as in 'bridge.jpg': png",
        ),
        ("picture: {file: a.svg, alt: A, credit: B}", "file  'a.svg' is not a picture."),
        (
            "picture: {by: me, file: a.svg, alt: A, credit: B}",
            "by  'by' is not a key of a picture.",
        ),
    ],
)
def test_what_is_wrong_in_a_step_is_told_by_its_line_and_the_step_stands(line, problem):
    first = problems_with(line)[0]
    assert first.startswith(f"stories/story.yaml:9:{problem}".replace(":9: ", ":9  "))
    assert LINE_OF_A_PROBLEM.fullmatch(first)


@pytest.mark.parametrize("key", ["within: possibly", "countries: CN", "kinds: a", "told_by: b"])
def test_a_filter_beside_show_chooses_nothing_and_is_told(key):
    name = key.partition(":")[0]
    assert problems_with("show: [by-sea]", key) == [
        f"stories/story.yaml:10:{name}  has no effect beside show. Remove one of the two."
    ]


@pytest.mark.parametrize(
    ("show", "opened"),
    [
        ("show: []", "by-sea"),
        ("show: [by-land]", "by-sea"),
        ("show: [by-sea:1-2]", "by-sea:3"),
        ("kinds: [attempt]", "by-sea"),
    ],
)
def test_what_is_told_in_full_but_not_shown_is_a_problem(show, opened):
    assert problems_with(show, f"open: {opened}") == [
        f"stories/story.yaml:10:open  '{opened}' is not among what is shown. "
        "Show it, or open another."
    ]


def test_an_item_of_a_list_is_told_by_its_own_line():
    (problem,) = problems_with("show:", "  - by-sea", "  - by-see")
    assert problem.startswith("stories/story.yaml:11:show  no journey 'by-see'.")


def test_heavy_content_may_be_announced_by_the_step_or_by_the_story():
    assert story_with("open: by-land", "care: hunger").steps
    told = loaded(with_keys("open: by-land").replace("minutes", "care: hunger\nminutes"))
    assert list(told.problems) == []


def test_a_heading_that_comes_twice_in_a_story_is_told_with_both_lines():
    told = loaded(HEAD + STEP + STEP.replace("The port", "the  Port"))
    assert list(map(str, told.problems)) == [
        "stories/story.yaml:9:heading  is already in line 6. Give one of them a different one."
    ]
    assert len(told.stories["story"].steps) == 2


# A step that cannot stand is left out; the one before it stands.
@pytest.mark.parametrize(
    ("step", "problem"),
    [
        ("  - text: A.\n    sources: interview\n", "9:heading  is missing. Every step needs one."),
        ("  - heading: B\n    sources: interview\n", "9:text  is missing. Every step needs one."),
        ("  - heading: B\n    text: ''\n    sources: interview\n", "10:text  is missing. Every s"),
        ("  - heading: B\n    text: A.\n", "9:sources  names no source of sources.csv, and what"),
        (
            "  - heading: B\n    text: A.\n    sources: intervew\n",
            "11:sources  no source 'intervew' in sources.csv. Did you mean 'interview'?",
        ),
        (
            "  - heading: B\n    text: A.\n    sources: interview]2[\n",
            "11:sources  'interview]2[' is not a citation.",
        ),
        (
            "  - heading: B\n    text: A.\n    sources: [interview]\n",
            "11:sources  is a list, and should be a text. Rewrite it.",
        ),
        ("  - only a text\n", "9  is a text, and should be a step: keys"),
        ("  - []\n", "9  is a list, and should be a step: keys"),
    ],
)
def test_a_step_that_cannot_stand_is_told_and_left_out(step, problem):
    told = loaded(HEAD + STEP + step)
    assert str(told.problems[0]).startswith(f"stories/story.yaml:{problem}")
    assert [step.heading for step in told.stories["story"].steps] == ["The port"]


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("title: A story\n", "", "1:title  is missing. Every story needs one."),
        ("for: a class\n", "", "1:for  is missing. Every story needs one."),
        ("summary: What is told.\n", "", "1:summary  is missing. Every story needs one."),
        ("minutes: 40\n", "", "1:minutes  is missing. Every story needs one."),
        (
            "minutes: 40",
            "minutes: forty",
            "3:minutes  'forty' is not a number of digits and a point.",
        ),
        ("minutes: 40", "minutes: 2.5", "3:minutes  '2.5' is not a whole number. Correct it."),
        ("minutes: 40", "minutes: 241", "3:minutes  '241' lies outside 1 to 240. Correct it."),
        ("minutes: 40", "minutes: 0", "3:minutes  '0' lies outside 1 to 240."),
        ("title: A", "tilte: A", "1:tilte  'tilte' is not a key of a story. Did you mean 'title'?"),
        (STEP, "  []\n", "5:steps  has no step. Start one with '- heading: …'."),
        (f"steps:\n{STEP}", "", "1:steps  has no step."),
        (f"steps:\n{STEP}", "steps:\n", "5:steps  is empty. Write a list, or leave the key out."),
        (f"steps:\n{STEP}", "steps: a\n", "5  is a text, and should be a step:"),
    ],
)
def test_what_keeps_a_story_from_standing_is_told(before, after, problem):
    assert before in HEAD + STEP
    told = loaded((HEAD + STEP).replace(before, after))
    assert str(told.problems[0]).startswith(f"stories/story.yaml:{problem}")
    assert dict(told.stories) == {}


def test_every_problem_of_a_story_is_told_at_once():
    text = with_keys("show: [by-see]", "camera: here", "keys: of another")
    told = loaded(text.replace("minutes: 40", "minutes: many"))
    assert sorted(problem.line for problem in told.problems) == [3, 9, 10, 11]
