"""The architecture page draws the house as it stands, and the papers at its door are in order."""

import ast
import re
from pathlib import Path

import pytest
import yaml

from geodata import ROOT
from tests.docs.pages import HEADING, first_column, page, section
from tests.test_architecture import ROOMS

ARCHITECTURE = page("docs/develop/architecture.md")
HOUSE = section(ARCHITECTURE, "Find the room for a line")
WITHIN = section(ARCHITECTURE, "Rooms within rooms")
KINDS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}

MADE = {"made", "vendor"}  # by the app, from what may be shown, and by others
PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".pdf"}


def rooms_with_code(folder: Path) -> set[str]:
    """The folders in a folder that hold Python code themselves, by name."""
    return {path.parent.name for path in folder.glob("[a-z]*/*.py")}


def test_every_room_exists():
    assert {room for room in first_column(HOUSE) if not (ROOT / room).exists()} == set()


def test_every_folder_with_code_is_a_room():
    assert {f"{name}/" for name in rooms_with_code(ROOT)} <= set(first_column(HOUSE))


def test_the_arrows_are_those_that_imports_follow():
    (arrows,) = re.findall(r"^    (.+ ← .+)$", HOUSE, flags=re.MULTILINE)
    firsts = dict.fromkeys(room.partition(".")[0] for room in ROOMS)
    assert [room.strip().removesuffix(".py") for room in arrows.split("←")] == list(firsts)


def test_every_room_within_a_room_stands_in_its_order():
    assert tuple(first_column(WITHIN)) == ROOMS


def test_every_question_is_that_of_the_front_door():
    rows = re.findall(r"^\| `(\S+)` \| (.+?\?) \|", WITHIN, flags=re.MULTILINE)
    doors = {room: ROOT / room.replace(".", "/") / "__init__.py" for room, _ in rows}
    asked = {
        room: ast.get_docstring(ast.parse(door.read_text(encoding="utf-8")))
        for room, door in doors.items()
        if door.exists()
    }
    assert len(asked) > 20
    assert {
        room for room, question in rows if not asked.get(room, question).startswith(question)
    } == set()


def test_nothing_is_served_whatever_is_hidden_but_the_atlas_and_its_relief():
    served = ROOT / "static"
    assert {path.name for path in served.iterdir()} == {"atlas"}
    ours = [path for path in served.rglob("*") if not MADE & set(path.parts)]
    assert {path.name for path in ours if path.suffix in PICTURES} == {"relief.webp"}


def test_the_code_has_the_licence_that_the_readme_names():
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License\n")
    licences = section(page("README.md"), "Licences")
    assert "Code: [MIT](LICENSE)" in licences
    assert "Records and stories: [CC BY 4.0](LICENSES.md)" in licences


def test_the_citation_has_every_key_that_its_format_asks_for():
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= cited.keys()
    assert cited["cff-version"] == "1.2.0"
    assert cited["type"] in ("dataset", "software")
    assert all(author.get("name") or author.get("family-names") for author in cited["authors"])
    assert cited["license"] == ["CC-BY-4.0", "MIT"]


def test_the_changelog_begins_with_what_is_unreleased_and_goes_back_in_time():
    _title, first, *days = re.findall(r"^##? (.+)$", page("CHANGELOG.md"), flags=re.MULTILINE)
    assert first == "Unreleased"
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in days)
    assert days == sorted(days, reverse=True)


def test_a_change_is_of_one_of_the_kinds_of_the_format():
    kinds = re.findall(r"^### (.+)$", page("CHANGELOG.md"), flags=re.MULTILINE)
    assert kinds and set(kinds) <= KINDS


@pytest.mark.parametrize("path", ("docs/visit.md", "docs/teach.md", "docs/operate.md"))
def test_no_heading_stands_twice_on_a_page(path):
    titles = HEADING.findall(page(path))
    assert len(titles) == len(set(titles))
