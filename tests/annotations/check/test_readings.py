"""Wrong cells in the files of both readings are named with their line and a remedy."""

import os
import re

import pytest

from annotations.check.__main__ import main
from annotations.check.readings import check_readings
from tests.collections import LINE_OF_A_PROBLEM, loaded_of

READ = "journey,texts,read,when,verdict,unseen,what"
COMPARED = "journey,first,second,dates"
GOOD = "by-sea,yes,whole,2026-11-30,first,1,Nothing of weight."


@pytest.fixture(scope="module")
def collection():
    """One journey, `by-sea`, of one stop."""
    return loaded_of().collection


@pytest.fixture
def problems(tmp_path, collection):
    """What is wrong where these rows stand in the two files."""

    def found(read: str = GOOD, compared: str = "by-sea,1,1,same", head: str = READ) -> list[str]:
        (tmp_path / "journeys.csv").write_text(f"{head}\n{read}\n", encoding="utf-8")
        (tmp_path / "stops.csv").write_text(f"{COMPARED}\n{compared}\n", encoding="utf-8")
        told = list(map(str, check_readings(tmp_path, collection)))
        assert [one for one in told if not LINE_OF_A_PROBLEM.fullmatch(one)] == []
        return told

    return found


def test_good_rows_and_a_folder_that_is_not_there_have_no_problem(problems, tmp_path, collection):
    assert problems() == []
    assert problems(compared="by-sea,1,,\nby-sea,,1,\nby-sea,2,2,within") == []
    assert check_readings(tmp_path / "nowhere", collection) == []


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("by-see,,none,2026-11-30,none,,", "journey  'by-see' is the id of no journey. Did you"),
        ("by-sea,no,whole,2026-11-30,first,,", "texts  is 'no'. Write one of: yes, nothing."),
        ("by-sea,,half,2026-11-30,first,,", "read  is 'half'. Write one of: whole, excerpts"),
        ("by-sea,,whole,2026-11,first,,", "when  is '2026-11'. Write a day"),
        ("by-sea,,whole,soon,first,,", "when  is 'soon'. Write a day"),
        ("by-sea,,whole,2026-11-30,third,,", "verdict  is 'third'. Write one of: agrees, first"),
        ("by-sea,,whole,2026-11-30,first,1;7,", "unseen  names stop '7', which by-sea does not"),
        ("by-sea,,whole,2026-11-30,first,one,", "unseen  names stop 'one', which by-sea does not"),
    ],
)
def test_a_wrong_cell_of_what_was_read_again_is_named(problems, row, words):
    key = row.partition(",")[0]
    found = problems(row, f"{key},1,1,same")
    assert found[0].startswith(f"readings/journeys.csv:2:{words}")
    assert len(found) == 1 + (key == "by-see")  # which both files name


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("by-sea,0,1,same", "first  is '0'. Stops stand in their order: write 1 or more."),
        ("by-sea,1,x,same", "second  is 'x'. Stops stand in their order: write 1 or more."),
        ("by-sea,1,²,same", "second  is '²'. "),
        (f"by-sea,1,{'9' * 5000},same", "second  is '9999"),
        ("by-sea,1,1,equal", "dates  is 'equal'. Write one of: same, within"),
        ("by-sea,1,1,", "dates  is ''. Write one of: same, within"),
        ("by-sea,1,,same", "dates  is 'same', but one reading lacks the stop."),
        ("by-sea,,,", "first  is empty, and so is second."),
    ],
)
def test_a_wrong_cell_of_a_stop_is_named(problems, row, words):
    (problem,) = problems(compared=row)
    assert problem.startswith(f"readings/stops.csv:2:{words}")


def test_numbers_of_stops_rise(problems):
    (problem,) = problems(compared="by-sea,2,1,same\nby-sea,1,2,same")
    assert problem.startswith("readings/stops.csv:3:first  is '1'. ")
    assert "a whole number above 2" in problem


def test_a_journey_twice_or_in_one_file_alone_is_named(problems):
    (problem,) = problems(f"{GOOD}\n{GOOD}")
    assert problem == "readings/journeys.csv:3:journey  'by-sea' has a row already. Keep one."
    found = problems(compared="by-air,1,1,same")
    rules = [re.sub(r".*journey  (\S+ \S+ \S+).*", r"\1", one) for one in found]
    assert sorted(rules) == ["'by-air' has no", "'by-air' is the", "'by-sea' has no"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"read": "by-sea,yes"}, "readings/journeys.csv:2  The row has not as many cells"),
        ({"read": '"by-sea'}, "readings/journeys.csv:"),
        ({"head": READ.replace("unseen", "seen")}, "readings/journeys.csv:1  There is no column u"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_problem(problems, changes, words):
    (problem,) = problems(**changes)
    assert problem.startswith(words)


def test_a_file_that_is_missing_or_not_in_utf_8_is_one_problem(problems, tmp_path, collection):
    problems()
    (tmp_path / "stops.csv").write_bytes(COMPARED.encode() + b"\n\xff,1,1,same\n")
    (problem,) = check_readings(tmp_path, collection)
    assert str(problem) == "readings/stops.csv:0  The file is not in UTF-8. Save it so."
    (tmp_path / "stops.csv").unlink()
    (problem,) = check_readings(tmp_path, collection)
    assert str(problem).startswith("readings/stops.csv:0  A file could not be read")


def test_the_command_reads_the_readings_of_its_folder(tmp_path, capsys):
    folder = tmp_path / "annotations" / "readings"
    folder.mkdir(parents=True)
    (tmp_path / "geodata").mkdir()
    (folder / "journeys.csv").write_text(f"{READ}\n{GOOD}\n", encoding="utf-8")
    (folder / "stops.csv").write_text(f"{COMPARED}\nby-sea,1,1,same\n", encoding="utf-8")
    assert main(["--root", str(tmp_path)]) == 1
    assert "readings/journeys.csv:2:journey  'by-sea' is the id of no journey" in (
        capsys.readouterr().out
    )


def test_a_pipe_in_place_of_a_file_is_named_and_not_waited_for(tmp_path, collection):
    os.mkfifo(tmp_path / "journeys.csv")
    (tmp_path / "stops.csv").write_text(f"{COMPARED}\n", encoding="utf-8")
    (problem,) = map(str, check_readings(tmp_path, collection))
    assert "readings/journeys.csv" in problem and "This is no file." in problem
