"""The README says what is so: its commands, its rooms, its tables and its examples."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

from annotations.dates.edtf import parse
from annotations.store.files.store import CsvStore
from annotations.tables.schema import TABLES
from geodata import ROOT
from geodata.geocode import main as geocode
from tests.collections import text_of
from views.panels.embedding import MAP, frame_code

README = (ROOT / "README.md").read_text(encoding="utf-8")
RUN = "pip install -r requirements.txt && streamlit run dashboard.py"
TEST = "pip install -r requirements.txt && pytest"
# Builders ask for packages that the app does not need, so they are found but not run.
BUILDERS = {"geodata.build_basemap", "geodata.build_gazetteer"}
COMMANDS = set(re.findall(r"python -m ([a-z_]+\.[a-z_]+)", README))


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language that start at the margin, without their fences."""
    return re.findall(rf"^```{language}\n(.*?)\n```$", README, flags=re.MULTILINE | re.DOTALL)


def rooms_of_layout() -> set[str]:
    """What the first column of the table under "Layout" names."""
    layout = README.partition("\n## Layout\n")[2].partition("\n## ")[0]
    return set(re.findall(r"^\| `([^`]+)` \|", layout, flags=re.MULTILINE))


def test_both_commands_stand_there_alone_in_their_blocks_to_run_first_and_test_second():
    assert [block for block in blocks("bash") if "requirements.txt &&" in block] == [RUN, TEST]


def test_every_room_of_the_layout_exists():
    assert {room for room in rooms_of_layout() if not (ROOT / room).exists()} == set()


def test_every_folder_with_code_is_a_room_of_the_layout():
    with_code = {f"{path.parent.name}/" for path in ROOT.glob("[a-z]*/*.py")}
    assert with_code <= rooms_of_layout()


def test_every_table_is_named_where_it_lies():
    named = set(re.findall(r"^\| `(\w+/\w+\.csv)` \|", README, flags=re.MULTILINE))
    assert {Path(path).stem for path in named} == set(TABLES)
    assert {path for path in named if not (ROOT / path).exists()} == set()


@pytest.mark.parametrize("module", sorted(COMMANDS))
def test_a_command_named_there_can_be_run(module):
    assert importlib.util.find_spec(module)
    if module not in BUILDERS:
        command = [sys.executable, "-m", module, "--help"]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def test_the_commands_to_check_and_to_geocode_are_among_them():
    assert {"annotations.check", "geodata.geocode"} <= COMMANDS


def test_the_answer_of_the_gazetteer_is_the_one_printed_there(capsys):
    assert geocode(["도문"]) == 0
    assert capsys.readouterr().out.rstrip("\n") in blocks("text")


def test_the_problem_shown_there_is_what_the_check_says():
    with pytest.raises(ValueError) as problem:
        parse("1951-13")
    line = next(block for block in blocks("text") if "1951-13" in block)
    assert line == f"stops.csv:9:date  {problem.value}"


def test_a_record_cited_there_exists():
    cited = re.findall(r"record `([a-z0-9-]+)`", README)
    journeys = text_of(CsvStore().table("journeys"))
    assert cited
    assert [key for key in cited if f"\n{key}," not in journeys] == []


def test_every_file_and_picture_named_there_exists():
    named = set(re.findall(r"`((?:\w+/)+[\w-]+\.\w+)`|\]\(([\w/-]+\.png)\)", README))
    paths = {code or picture for code, picture in named}
    assert {path for path in paths if not (ROOT / path).exists()} == set()


def test_the_frame_shown_there_is_what_the_app_gives():
    title = "Kim Seong Min, February 1996 to February 1999"
    code = frame_code("https://example.org", MAP, {"period": ["1996", "1999"]}, title)
    assert blocks("html") == [code]
