"""What the README of the stories says is so: its example, its keys and its problem."""

import re
from pathlib import Path

import pytest

from annotations.check.names import check_names_of_stories
from annotations.codes import JOURNEY_KINDS
from annotations.collection.load import load
from annotations.store.files.beside.stories import StoryFolder
from annotations.store.files.store import CsvStore
from annotations.stories.figures import COUNT, DAYS, LENGTH, MOMENT
from annotations.stories.load import load_stories
from annotations.stories.reader import KEYS as STORY_KEYS
from annotations.stories.records import LAYERS, TASK_KINDS
from annotations.stories.steps import KEYS as STEP_KEYS
from annotations.stories.steps import PICTURE_KEYS
from annotations.stories.tasks import KEYS as TASK_KEYS
from tests.stories import HEAD, STEP, MemoryStories
from views.lessons.story_words import story_words

README = (Path(StoryFolder.__init__.__defaults__[0]) / "README.md").read_text(encoding="utf-8")
COLLECTION = load(CsvStore()).collection
EXAMPLE, FIGURES, TASKS, PICTURE = re.findall(
    r"^```yaml\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL
)


def section(title: str) -> str:
    """What stands below a heading."""
    return README.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def keys_in(title: str) -> set[str]:
    """What the first column of the table of a section names."""
    return set(re.findall(r"^\| `(\w+)` \|", section(title), flags=re.MULTILINE))


def test_the_example_is_a_story_without_a_problem():
    told = load_stories(MemoryStories({"example.yaml": EXAMPLE}), COLLECTION)
    assert list(map(str, told.problems)) == []
    assert check_names_of_stories(told, COLLECTION) == []
    assert len(told.stories["example"].steps) == 3


def test_an_example_that_names_what_is_not_there_is_found_out():
    wrong = EXAMPLE.replace("[kim-seong-min-1996:2]", "[kim-seong-min]")
    told = load_stories(MemoryStories({"example.yaml": wrong}), COLLECTION)
    assert str(told.problems[0]).endswith(
        ":show  no journey 'kim-seong-min'. Did you mean 'kim-seong-min-1996'?"
    )


def test_the_problem_shown_there_is_what_the_check_says():
    line = "stories/kim-seong-min.yaml:12:show  no journey 'kim-seong-min'."
    text = (
        "\n" * 6 + "title: A\nfor: b\nminutes: 5\nsummary: C.\nsteps:\n  - show: [kim-seong-min]\n"
    )
    told = load_stories(MemoryStories({"kim-seong-min.yaml": text}), COLLECTION)
    (problem,) = (str(found) for found in told.problems if found.column == "show")
    assert problem.startswith(line)
    assert problem in README


def test_every_figure_shown_there_is_what_a_lesson_shows():
    rows = re.findall(r"^\| `(\{[^`]*\})`.*: (.+) \|$", section("Figures from the records"), re.M)
    assert len(rows) >= 7
    assert [story_words(COLLECTION, written) for written, _ in rows] == [told for _, told in rows]
    assert "{" not in story_words(COLLECTION, FIGURES)


def test_every_figure_that_there_is_stands_there():
    told = section("Figures from the records")
    for field in {*DAYS, *MOMENT, *LENGTH, *COUNT} - {"when", "total"}:
        assert f".{field}" in told


def test_the_picture_there_has_every_key_of_a_picture():
    told = {*re.findall(r"^ +(\w+):", PICTURE, flags=re.MULTILINE), "data"}
    assert told == {"picture", *PICTURE_KEYS}
    assert "`data:image/jpeg;base64,`" in section("Pictures")


def test_every_key_stands_in_a_table_and_no_other():
    assert keys_in("Keys of a story") == set(STORY_KEYS)
    assert keys_in("Keys of a step") == set(STEP_KEYS)
    assert keys_in("Tasks for pupils") == set(TASK_KEYS)


def test_the_tasks_there_are_of_every_kind_and_without_a_problem():
    text = HEAD + STEP.replace("interview[2]", "birrell-2023[5]") + TASKS
    told = load_stories(MemoryStories({"tasks.yaml": text}), COLLECTION)
    assert list(map(str, told.problems)) == []
    assert [task.kind for task in told.stories["tasks"].steps[0].tasks] == list(TASK_KINDS)


@pytest.mark.parametrize("word", [*JOURNEY_KINDS, *LAYERS, "definitely", "possibly"])
def test_every_word_that_a_key_allows_is_named(word):
    assert f"`{word}`" in section("Keys of a step")


def test_every_story_is_named_where_it_lies():
    named = set(re.findall(r"^\| `([\w-]+\.yaml)` \|", README, flags=re.MULTILINE))
    assert named == set(StoryFolder().names())
