"""`python -m annotations.check` finds every problem of every table at once."""

import subprocess
import sys
from pathlib import Path

import pytest

from annotations.check.__main__ import main
from annotations.check.everything import check
from annotations.store.files.beside.texts import TextFolder
from annotations.tables.schema import TABLES
from geodata import ROOT
from tests.collections import LINE_OF_A_PROBLEM, TEXT, csv_of, good_tables, tables_with
from tests.stories import HEAD, STEP, MemoryStories

BROKEN = {
    "stops": csv_of("stops", {}, {"order": "2", "date": "1951-13"}),
    "journeys": csv_of("journeys", {"summary": "She met Jane Roe."}),
    "mentions": csv_of("mentions", {"start": "40", "end": "46"}),
    "arrivals": csv_of("arrivals", {"total": "1143"}),
}


@pytest.fixture
def project(tmp_path):
    """A folder with the good tables, and beside them the text that they quote."""
    for name, text in good_tables().texts.items():
        write(tmp_path, name, text)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "interview.txt").write_bytes(TEXT.encode())
    return tmp_path


def write(root: Path, name: str, text: str) -> None:
    """A table as the file that the project would have it in."""
    path = root / ("geodata" if name == "places" else "annotations") / f"{name}.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def places_of(problems) -> list[str]:
    """Where each problem stands."""
    return [str(problem).split()[0] for problem in problems]


def test_good_tables_and_their_text_have_no_problem(project):
    assert check(good_tables(), TextFolder(project / "texts")) == []


def test_problems_of_cells_names_and_quotes_are_told_together_by_table_and_line(project):
    problems = check(good_tables(**BROKEN), TextFolder(project / "texts"))
    assert places_of(problems) == [
        "arrivals.csv:2:total",
        "journeys.csv:2:summary",
        "mentions.csv:2:quote",
        "stops.csv:3:date",
    ]
    assert all(LINE_OF_A_PROBLEM.fullmatch(str(problem)) for problem in problems)


def test_lines_are_in_the_order_of_numbers_and_not_of_words():
    stops = [{"order": str(order), "date": "", "basis": "guess"} for order in range(1, 12)]
    lines = [problem.line for problem in check(good_tables(stops=csv_of("stops", *stops)))]
    assert lines == sorted(lines)
    assert lines[-1] == 12


def test_without_texts_no_quote_is_compared_with_one():
    problems = check(good_tables(**BROKEN))
    assert "mentions.csv:2:quote" not in places_of(problems)


def test_an_extent_that_the_basemap_does_not_have_is_told():
    (problem,) = check(tables_with("places", id="second", extent="place:dalian;XX-99"))
    assert str(problem).startswith("places.csv:3:extent  of 'second' names 'XX-99'")


def test_a_country_that_the_basemap_has_is_no_problem():
    country = {"kind": "country", "lat": "", "lon": "", "extent": "KP"}
    assert check(tables_with("places", id="second", **country)) == []


def test_the_command_says_nothing_and_returns_0_where_all_is_well(project, capsys):
    assert main(["--root", str(project), "--texts", str(project / "texts")]) == 0
    assert capsys.readouterr() == ("", "0 problems\n")


def test_the_command_prints_a_line_a_problem_and_returns_1(project, capsys):
    for name, text in BROKEN.items():
        write(project, name, text)
    assert main(["--root", str(project), "--texts", str(project / "texts")]) == 1
    out, err = capsys.readouterr()
    assert places_of(out.splitlines()) == [
        "arrivals.csv:2:total",
        "journeys.csv:2:summary",
        "mentions.csv:2:quote",
        "stops.csv:3:date",
    ]
    assert err == "4 problems\n"


def test_one_problem_is_counted_as_one(project, capsys):
    write(project, "arrivals", BROKEN["arrivals"])
    assert main(["--root", str(project)]) == 1
    assert capsys.readouterr().err == "1 problem\n"


def test_an_empty_folder_is_told_each_missing_table_once(tmp_path, capsys):
    assert main(["--root", str(tmp_path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(TABLES)
    assert all(".csv:0  is missing." in line for line in lines)


def test_problems_of_stories_are_told_with_those_of_tables_by_file_and_line():
    story = HEAD + STEP + "    show: [by-see]\n    camera: here\n"
    problems = check(good_tables(**BROKEN), stories=MemoryStories({"lesson.yaml": story}))
    assert places_of(problems) == [
        "arrivals.csv:2:total",
        "journeys.csv:2:summary",
        "stops.csv:3:date",
        "stories/lesson.yaml:9:show",
        "stories/lesson.yaml:10:camera",
    ]


def test_the_command_checks_the_stories_of_the_folder_that_it_is_given(project, capsys):
    folder = project / "annotations" / "stories"
    folder.mkdir()
    (folder / "lesson.yaml").write_text(HEAD + STEP, encoding="utf-8")
    assert main(["--root", str(project)]) == 0
    (folder / "lesson.yaml").write_text(HEAD + STEP + "    show: [by-see]\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["--root", str(project)]) == 1
    told = "stories/lesson.yaml:9:show  no journey 'by-see'. Did you mean 'by-sea'?\n"
    assert capsys.readouterr() == (told, "1 problem\n")


@pytest.mark.parametrize("option", ["--texts", "--root"])
def test_a_folder_that_is_not_there_is_told_by_its_option(option, project, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["--root", str(project), option, str(project / "nowhere")])
    assert stopped.value.code == 2
    assert f"{option} {project / 'nowhere'} is not a folder." in capsys.readouterr().err


def test_the_module_is_a_command(project):
    write(project, "arrivals", BROKEN["arrivals"])
    command = [sys.executable, "-m", "annotations.check", "--root", str(project)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "1 problem\n")
    assert done.stdout.startswith("arrivals.csv:2:total  is 1143")
