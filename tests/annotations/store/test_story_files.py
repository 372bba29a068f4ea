"""Stories lie in a folder; what is no story there is a problem of its own file."""

import os

import pytest

from annotations.store.files.beside.stories import StoryFolder
from annotations.store.stories import MOST_STORY_BYTES
from annotations.stories.load import load_stories
from tests.collections import LINE_OF_A_PROBLEM
from tests.stories import COLLECTION, HEAD, STEP, MemoryStories


@pytest.fixture
def folder(tmp_path):
    """A folder with one story and one picture."""
    (tmp_path / "story.yaml").write_text(HEAD + STEP, encoding="utf-8")
    (tmp_path / "README.md").write_text("How to write one.", encoding="utf-8")
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "bridge.jpg").write_bytes(b"a bridge")
    return tmp_path


def problems_in(folder) -> list[str]:
    """The problems of a folder, of which the good story comes all the same."""
    told = load_stories(StoryFolder(folder), COLLECTION)
    assert list(told.stories) == ["story"]
    assert all(LINE_OF_A_PROBLEM.fullmatch(str(problem)) for problem in told.problems)
    return list(map(str, told.problems))


def test_a_folder_holds_its_stories_and_pictures_and_nothing_else(folder):
    files = StoryFolder(folder)
    assert tuple(files.names()) == ("story.yaml",)
    assert files.pictures() == {"bridge.jpg"}
    assert files.picture("bridge.jpg") == b"a bridge"
    assert problems_in(folder) == []


@pytest.mark.parametrize("name", ["brigde.jpg", "../story.yaml", "/etc/passwd", ""])
def test_only_a_picture_of_the_folder_can_be_had(folder, name):
    with pytest.raises(FileNotFoundError):
        StoryFolder(folder).picture(name)


def test_a_story_with_a_byte_order_mark_is_read(folder):
    (folder / "story.yaml").write_text(HEAD + STEP, encoding="utf-8-sig")
    assert problems_in(folder) == []


@pytest.mark.parametrize("name", ["draft.yml", "Kim Seong Min.yaml", "-.yaml", "a\nb.yaml"])
def test_a_name_that_is_no_id_is_told(folder, name):
    (folder / name).write_text(HEAD + STEP, encoding="utf-8")
    (problem,) = problems_in(folder)
    assert problem.startswith("stories/")
    assert ":0  is not read, as its name is not an id followed by '.yaml'. Rename it" in problem


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("my-lesson.yaml.txt", "my-lesson.yaml"),
        ("my-lesson.yml", "my-lesson.yaml"),
        ("my-lesson.YAML", "my-lesson.yaml"),
        ("my-lesson.yaml.bak", "my-lesson.yaml"),
        ("My Lesson (2).yaml", "my-lesson-2.yaml"),
        ("My Lesson.Yml.txt", "my-lesson.yaml"),
        ("leçon_1.txt", "lecon-1.yaml"),
        ("my-lesson", "my-lesson.yaml"),
        ("my-lesson.docx", "my-lesson.yaml"),
        ("탈북.yaml.txt", "kim-seong-min.yaml"),
    ],
)
def test_a_file_that_was_meant_as_a_story_is_told_with_the_name_to_give_it(folder, name, meant):
    before = StoryFolder(folder).version()
    (folder / name).write_text(HEAD + STEP, encoding="utf-8")
    (problem,) = problems_in(folder)
    assert problem.startswith(
        f"stories/{name}:0  is not read, as its name is not an id followed by"
    )
    assert f"'{meant}'" in problem.partition("Rename it")[2]
    assert StoryFolder(folder).version() != before


def test_a_copy_of_a_story_is_told_to_be_moved_away(folder):
    (folder / "story.yaml.bak").write_text(HEAD + STEP, encoding="utf-8")
    (problem,) = problems_in(folder)
    assert "There is a 'story.yaml' already: move this one out of the folder." in problem


def test_a_folder_is_told_only_where_it_holds_what_could_be_a_story(folder):
    (folder / "mine").mkdir()
    (folder / "mine" / "notes.txt").write_text("", encoding="utf-8")
    assert problems_in(folder) == []
    (folder / "mine" / "lesson.yaml").write_text(HEAD + STEP, encoding="utf-8")
    (problem,) = problems_in(folder)
    assert problem.startswith("stories/mine:0  is a folder, which is not looked into.")


@pytest.mark.parametrize(
    "name", ["steps.py", ".story.yaml.swp", "story.yaml~", "#story.yaml#", "Thumbs.db", "readme.md"]
)
def test_what_is_known_there_is_no_problem(folder, name):
    (folder / name).write_text("", encoding="utf-8")
    assert problems_in(folder) == []


def test_a_story_in_another_encoding_is_told_by_the_line(folder):
    (folder / "other.yaml").write_bytes((HEAD + STEP).replace("hid", "hïd").encode("latin-1"))
    assert problems_in(folder) == [
        "stories/other.yaml:7  holds bytes that are not UTF-8. Save the file as UTF-8."
    ]


def test_a_story_in_utf_16_is_told_once(folder):
    (folder / "other.yaml").write_text(HEAD + STEP, encoding="utf-16")
    (problem,) = problems_in(folder)
    assert problem.startswith("stories/other.yaml:1  holds bytes that are not UTF-8.")


def test_a_file_that_is_too_large_is_told_and_not_read(folder):
    text = "#" * MOST_STORY_BYTES + "\n" + HEAD + STEP
    (folder / "large.yaml").write_text(text, encoding="utf-8")
    assert problems_in(folder) == [
        "stories/large.yaml:0  is larger than 1,000,000 bytes. Put pictures into separate files."
    ]


def test_a_file_that_is_as_large_as_it_may_be_is_read():
    text = HEAD + STEP
    text += "#" * (MOST_STORY_BYTES - len(text))
    assert not load_stories(MemoryStories({"story.yaml": text}), COLLECTION).problems


def test_what_cannot_be_opened_is_told(folder):
    (folder / "folder.yaml").mkdir()
    (problem,) = problems_in(folder)
    assert problem.startswith("stories/folder.yaml:0  cannot be opened (")


def test_a_story_that_goes_between_listing_and_reading_is_told():
    class Gone(MemoryStories):
        def names(self):
            return ("gone.yaml", *super().names())

    told = load_stories(Gone({"story.yaml": HEAD + STEP}), COLLECTION)
    assert list(told.stories) == ["story"]
    assert str(told.problems[0]).startswith("stories/gone.yaml:0  cannot be opened (No such file")


def test_the_version_differs_when_a_story_or_a_picture_does(folder):
    files = StoryFolder(folder)
    seen = [files.version()]
    assert files.version() == seen[0]
    os.utime(folder / "story.yaml", ns=(1, 1))
    seen.append(files.version())
    (folder / "pictures" / "river.png").write_bytes(b"a river")
    seen.append(files.version())
    (folder / "second.yaml").write_text("", encoding="utf-8")
    seen.append(files.version())
    assert len(set(seen)) == 4
