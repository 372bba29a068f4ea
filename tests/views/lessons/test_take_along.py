"""The command writes one file of a story, and says what it wrote or why it could not."""

from pathlib import Path

import pytest

from tests.stories import HEAD, STEP, MemoryStories
from views.take_along import main

STORY = "kim-seong-min"
CITED = STEP.replace("interview[2]", "birrell-2023[12]")


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch) -> Path:
    """A folder of its own, in which files without a path are written."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_options_it_writes_the_lesson(here, capsys):
    assert main([STORY]) == 0
    page = (here / f"{STORY}.html").read_text(encoding="utf-8")
    assert '<body class="lesson">' in page
    assert 'id="kim-seong-min-1996:2"' in page  # a mark leads to its words
    size_mb = len(page.encode("utf-8")) / 1_000_000
    assert capsys.readouterr().out == f"{STORY}.html  {size_mb:.1f} MB\n"


@pytest.mark.parametrize(
    ("options", "name", "paper", "notes"),
    (
        (["--handout"], f"{STORY}-handout.html", "A4", False),
        (["--notes"], f"{STORY}-teacher.html", "A4", True),
        (["--page"], f"{STORY}-one-page.html", "A4", False),
        (["--paper", "Letter", "-o", "class.html"], "class.html", "Letter", False),
    ),
)
def test_an_option_of_the_handout_writes_the_handout(here, options, name, paper, notes):
    assert main([STORY, *options]) == 0
    page = (here / name).read_text(encoding="utf-8")
    assert '<body class="handout"' in page
    assert f"size: {paper};" in page
    assert ("<aside>" in page) is notes
    assert [path.name for path in here.iterdir()] == [name]


def test_one_page_has_no_room_for_the_notes_and_says_so(here, capsys):
    with pytest.raises(SystemExit):
        main([STORY, "--page", "--notes"])
    assert "--page has no room for the notes of --notes." in capsys.readouterr().err
    assert list(here.iterdir()) == []


def test_of_an_unknown_story_it_says_which_there_are(here, capsys):
    assert main(["kim-seong-mim"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("There is no story 'kim-seong-mim'. Did you mean 'kim-seong-min'?")
    assert {"counting-arrivals", "the-long-way-round"} <= set(told.split())
    assert list(here.iterdir()) == []


def test_a_story_that_cannot_stand_is_not_written_and_its_problem_is_told(here, capsys):
    assert main(["broken"], MemoryStories({"broken.yaml": "title: [\n"})) == 1
    assert capsys.readouterr().err.startswith("stories/broken.yaml:")
    assert list(here.iterdir()) == []


def test_a_story_with_a_problem_is_written_and_the_problem_is_told(here, capsys):
    texts = {"good.yaml": HEAD + CITED, "poor.yaml": HEAD + CITED + "    show: [nobody]\n"}
    assert main(["poor", "--handout"], MemoryStories(texts)) == 1
    told = capsys.readouterr()
    assert "stories/poor.yaml:9:show  no journey 'nobody'." in told.err
    assert told.out.startswith("poor-handout.html  ")
    assert main(["good", "--handout"], MemoryStories(texts)) == 0
    assert capsys.readouterr().err == ""


def test_without_chromium_it_says_how_to_get_one(here, capsys, monkeypatch):
    monkeypatch.setenv("CHROMIUM", str(here / "nothing"))
    assert main([STORY, "--pdf"]) == 1
    assert "apt-get install chromium" in capsys.readouterr().err
    assert list(here.iterdir()) == []


def test_a_file_that_cannot_be_written_is_named(here, capsys):
    assert main([STORY, "--handout", "-o", str(here / "no" / "x.html")]) == 1
    assert "x.html" in capsys.readouterr().err
