"""The scripts of the browser import one way between their rooms, and fit in the head."""

import re
from pathlib import Path

import pytest

ATLAS = Path(__file__).parents[1] / "static" / "atlas"
# Each room may import from itself and from those that it names.
ROOMS = {
    "colours": set(),
    "map/plane": set(),
    "map/ground": {"colours", "map/plane"},
    "map/names": {"colours", "map/plane", "map/ground"},
    "map/journeys": {"colours", "map/plane", "map/ground"},
    "map": {"colours", "map/plane", "map/ground", "map/names", "map/journeys"},
    # A page loads the map itself before these, so that they take only what is plain of it.
    "time": {"map/plane", "map/journeys"},
    "glossary": set(),
    "lesson/wall": set(),
    "lesson": {
        "colours",
        "map/plane",
        "map/journeys",
        "time",
        "lesson/wall",
        "glossary",
    },
    "pupils": {"colours", "map/journeys", "glossary", "lesson", "lesson/wall"},
    "picture": {"colours", "map", "map/plane", "map/journeys", "map/names", "time", "lesson"},
    "compose/draft": set(),
    "compose/forms": {"map/journeys", "lesson", "compose/draft"},
    "compose": {"map/journeys", "lesson", "compose/draft", "compose/forms"},
    "widgets": {"colours", "map/plane", "map/journeys", "time", "picture"},
}
NOT_OURS = {"vendor", "made"}
GENERATED = {"basemap-data.js"}
MOST_LINES = 350
WIDEST = 110
IMPORTED = re.compile(r'^(?:import|export)\b[^;]*?"([^"]+)";', re.MULTILINE)


def scripts() -> list[Path]:
    """Every script that was written by hand."""
    found = (path for path in ATLAS.rglob("*.js") if path.name not in GENERATED)
    return sorted(path for path in found if path.parent.name not in NOT_OURS)


def room(path: Path) -> str:
    """The room of a script, as `ROOMS` names it."""
    return path.resolve().parent.relative_to(ATLAS).as_posix()


def wrong_imports(path: Path, text: str) -> set[str]:
    """What a script at `path` imports from where it may not."""
    allowed = ROOMS[room(path)] | {room(path)}
    return {name for name in IMPORTED.findall(text) if room(path.parent / name) not in allowed}


def ills(text: str) -> list[str]:
    """What makes a script too large to be read."""
    lines = text.splitlines()
    wide = [f"line {n} is {len(one)} wide" for n, one in enumerate(lines, 1) if len(one) > WIDEST]
    return [*wide, *([f"{len(lines)} lines"] if len(lines) > MOST_LINES else [])]


def test_every_room_has_scripts_and_every_script_a_room():
    assert {room(path) for path in scripts()} == set(ROOMS)


def test_scripts_import_one_way():
    wrong = {path: wrong_imports(path, path.read_text("utf-8")) for path in scripts()}
    assert {path: names for path, names in wrong.items() if names} == {}


@pytest.mark.parametrize(
    ("path", "text", "wrong"),
    (
        ("map/atlas.js", 'import { a } from "../time/years.js";', {"../time/years.js"}),
        ("map/plane/curves.js", 'import { a } from "../ground/boxes.js";', {"../ground/boxes.js"}),
        ("time/player.js", 'import {\n  a,\n} from "../lesson/keys.js";', {"../lesson/keys.js"}),
        ("widgets/bridge.js", 'export { a } from "../lesson/keys.js";', {"../lesson/keys.js"}),
        ("lesson/lesson.js", 'import { a } from "../time/years.js";', set()),
    ),
)
def test_a_script_that_imports_against_the_way_is_found_out(path, text, wrong):
    assert wrong_imports(ATLAS / path, text) == wrong


def test_no_script_is_too_long_or_too_wide():
    found = {path: ills(path.read_text(encoding="utf-8")) for path in scripts()}
    assert {path: ill for path, ill in found.items() if ill} == {}


def test_a_script_that_is_too_long_or_too_wide_is_found_out():
    assert ills("x\n" * 351) == ["351 lines"]
    assert ills("short\n" + "x" * 111) == ["line 2 is 111 wide"]
    assert ills("x\n" * 350) == []
