"""A story that is written as text is the same story when it is read again."""

from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.codes import JOURNEY_KINDS
from annotations.references import Citation
from annotations.selection.filters import Filters
from annotations.stories.records import LAYERS, Camera, Picture, Shown, Step, Story, Task
from annotations.stories.writer import to_yaml
from annotations.stories.yaml_nodes import UNREADABLE
from tests.stories import COLLECTION, loaded, story_with

HOSTILE = (
    "it's “quoted”", 'say "no"', "a: b", "- dash", "# no comment", "x # y", "&a", "*b", "!c", "%d",
    "@e", "`f`", "[g", "? i", "| j", "> k", "---", "...", "~", "null", "no", "1996-02", "=",
    "<script>alert(1)</script>", "👩‍🏫 🗺️", "שלום, עולם", "도문", "a\u00a0b", "\\n", "C:\\temp",
    "trailing:", "', '", "<<", "long " * 60 + "end", "unbroken" * 40,
)  # fmt: skip


def line_of(text: str) -> str:
    """A text as a story keeps it: one line, nothing at its ends, nothing that is not seen."""
    return " ".join(UNREADABLE.sub("", text).replace("\N{REPLACEMENT CHARACTER}", "").split())


# A brace stands for a figure of the records: one without its other half is no word of a story.
letters = st.characters(exclude_categories=["Cs"], exclude_characters="{}")
anything = st.text(letters, max_size=40).map(line_of)
lines = st.lists(st.sampled_from(HOSTILE) | anything, max_size=4).map(
    lambda p: line_of(" ".join(p))
)
told = lines.filter(bool)
paragraphs = st.lists(told, max_size=3).map("\n\n".join)
shows = st.none() | st.sampled_from(
    [
        (),
        (Shown("by-sea", (1, 2, 3, 4)),),
        (Shown("by-sea", (1, 3, 4)), Shown("by-land", (1,))),
        (Shown("by-land", (1,)), Shown("by-sea", (2,))),
    ]
)
years = st.tuples(st.integers(1990, 2026), st.integers(1990, 2026)).map(sorted)
cameras = st.builds(
    Camera,
    *(
        st.floats(*edges, allow_nan=False).map(lambda number: round(number, 5))
        for edges in ((-12, 64), (58, 166), (3, 12))
    ),
)
citations = st.builds(
    Citation, st.just("interview"), st.sampled_from(["", "2", "rows 3 to 4", "p. 5, note"])
)


some = paragraphs.filter(bool)
numbers = st.sampled_from(["2914", "-1.5", "{arrivals:2002}"])
tasks = (
    st.lists(told, min_size=2, max_size=4, unique=True).flatmap(
        lambda of: st.builds(
            Task, some, st.just("choice"), st.sampled_from(of), st.just(tuple(of)), why=paragraphs
        )
    )
    | st.builds(
        Task, some, st.just("number"), numbers, within=st.sampled_from([0, 0.5, 40]), why=paragraphs
    )
    | st.builds(Task, some, st.just("place"), st.just("dalian"), within=st.just(100.0))
    | st.builds(Task, some, st.just("text"), some, why=paragraphs)
)


@st.composite
def steps(draw) -> Step:
    """A step as it can be read: by hand or by filters, with or without everything else."""
    show, (first, last) = draw(shows), draw(years)
    chosen = {} if show is not None else {
        "possibly": draw(st.booleans()),
        "countries": draw(st.frozensets(st.sampled_from(["CN", "KP"]))),
        "kinds": draw(st.frozensets(st.sampled_from(JOURNEY_KINDS))),
        "sources": draw(st.frozensets(st.sampled_from(["interview", "public-record"]))),
    }  # fmt: skip
    opened = [(one.journey, None) for one in show or ()] + [
        (one.journey, one.stops[-1]) for one in show or ()
    ]
    chosen_one = draw(st.sampled_from([None, *opened]))
    return Step(
        heading=draw(told),
        text=draw(paragraphs.filter(bool)),
        question=draw(paragraphs),
        notes=draw(paragraphs),
        care=draw(lines),
        show=show,
        opened=chosen_one,
        event="" if chosen_one else draw(st.sampled_from(["", "famine"])),
        minutes=draw(st.integers(0, 240)),
        plain=draw(paragraphs),
        tasks=tuple(draw(st.lists(tasks, max_size=2))),
        filters=Filters(first, last, **chosen),
        layers=draw(st.frozensets(st.sampled_from(LAYERS))),
        camera=draw(st.none() | cameras),
        sources=tuple(draw(st.lists(citations, min_size=1, max_size=3))),
        picture=draw(st.none() | st.builds(Picture, st.just("bridge.jpg"), told, told)),
    )


stories = st.builds(
    Story,
    id=st.just("story"),
    title=told,
    audience=told,
    minutes=st.integers(1, 240),
    care=lines,
    summary=paragraphs.filter(bool),
    steps=st.lists(steps(), min_size=1, max_size=3).map(tuple),
    subject=lines,
    level=lines,
    goals=st.lists(told, max_size=2).map(tuple),
    prepare=st.lists(told, max_size=2).map(tuple),
    words=st.lists(st.sampled_from(["broker", "hanawon"]), max_size=2, unique=True).map(tuple),
    debrief=paragraphs,
    further=st.lists(citations, max_size=2).map(tuple),
)


@settings(max_examples=100, deadline=None)
@given(stories)
def test_a_story_that_is_written_and_read_is_the_same_story(story):
    assert loaded(to_yaml(story)).stories["story"] == story


def told_of(step: Step) -> Story:
    """A story of one step."""
    return Story("story", "A story", "a class", 5, "", "What is told.", (step,))


def test_a_journey_of_which_no_stop_is_named_reads_back_with_all_of_them():
    step = Step("A", "B.", show=(Shown("by-sea", ()),), sources=(Citation("interview"),))
    read = loaded(to_yaml(told_of(step))).stories["story"]
    assert read.steps[0].show == (Shown("by-sea", (1, 2, 3, 4)),)


def test_beside_show_no_filter_is_written_but_the_period():
    chosen = Filters(1996, 1999, possibly=True, countries=frozenset({"CN"}))
    step = Step("A", "B.", show=(), filters=chosen, sources=(Citation("interview"),))
    read = loaded(to_yaml(told_of(step)))
    assert list(read.problems) == []
    assert read.stories["story"].steps[0].filters == Filters(1996, 1999)


def test_text_is_written_in_lines_that_can_be_read_and_what_is_not_seen_is_left_out():
    story = story_with("notes: " + "word " * 100)
    text = to_yaml(story).replace("class", "cl\u202eass\0")
    assert max(map(len, text.splitlines())) <= 100
    hidden = Story("story", "A\u202e title\0", "a\tclass", 5, "", "x\ud800y", story.steps)
    read = loaded(to_yaml(hidden)).stories["story"]
    assert (read.title, read.audience, read.summary) == ("A title", "a class", "xy")


def test_the_collection_that_the_stories_are_read_against_has_what_they_name():
    assert set(COLLECTION.journeys) == {"by-sea", "by-land"}
