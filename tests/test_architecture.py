"""Rooms within rooms: imports run one way, through front doors, and each library has its room."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from geodata import ROOT

# From the ground up: a room imports only from those above it in this list. A name without a
# folder is a module that is a room by itself.
ROOMS = (
    "geodata.commands",
    "geodata",
    "geodata.build",
    "geodata.build_basemap",
    "geodata.build_gazetteer",
    "annotations.problems",
    "annotations.codes",
    "annotations.dates",
    "annotations.references",
    "annotations.statements",
    "annotations.glossary",
    "annotations.records",
    "annotations.certainty",
    "annotations.derived",
    "annotations.date_words",
    "annotations.tables",
    "annotations.describe",
    "annotations.selection",
    "annotations.search",
    "annotations.store",
    "annotations.collection",
    "annotations.stories",
    "annotations.publication",
    "annotations.annotating",
    "annotations.readings",
    "annotations.check",
    "annotations.saving",
    "annotations.proposals",
    "annotations.review",
    "annotations.audit",
    "annotations.withdraw",
    "annotations.renaming",
    "annotations.undo",
    "annotations.rename",
    "views.leans.leaflet",
    "views.leans.plotly",
    "views.leans.streamlit",
    "views.leans.streamlit_page",
    "views.leans.folium",
    "views.leans.streamlit_folium",
    "views.leans.streamlit_secrets",
    "views.leans.streamlit_theme",
    "views.leans.uvicorn",
    "views.text",
    "views.atlas",
    "views.timeline",
    "views.citing",
    "views.panels",
    "views.making",
    "views.lessons",
    "views.composing",
    "views.take_along",
    "views.build_typefaces",
    "views.staff",
    "views.server",
    "views.widgets.app",
    "views.widgets.atlas",
    "views.widgets.compose",
    "views.widgets.staff",
    "views.widgets.annotate",
    "pages",
    "dashboard",
)
# Which rooms may import a library; a room within one of these may too.
LIBRARIES = {
    "streamlit": (
        "views.server",
        "views.widgets",
        "pages",
        "dashboard",
        "views.leans.streamlit",
        "views.leans.streamlit_folium",
        "views.leans.streamlit_secrets",
        "views.leans.streamlit_theme",
    ),
    "starlette": ("views.server",),
    "streamlit_folium": ("views.leans.streamlit_folium",),
    "folium": ("views.leans", "views.atlas"),
    "branca": ("views.leans.folium",),
    "uvicorn": ("views.leans.uvicorn",),
    "plotly": ("views.panels", "views.leans.plotly"),
    "segno": ("views.lessons",),
    "sqlite3": ("geodata",),
    "psycopg": ("annotations.store",),
    "sqlalchemy": ("annotations.store",),
}
CDN_HOSTS = (
    "cdn.jsdelivr",
    "cdnjs.",
    "unpkg.com",
    "code.jquery",
    "bootstrapcdn",
    "cdn.plot.ly",
    "fonts.googleapis",
)
READ_BY_BROWSERS = {".py", ".js", ".css", ".html", ".toml"}
MOST_LINES = 250
MOST_MODULES = 14


def modules() -> dict[str, str]:
    """The text of each module of the rooms by its dotted name; a front door by its room's."""
    paths = [ROOT / "dashboard.py"]
    for folder in ("geodata", "annotations", "views", "pages"):
        paths += sorted((ROOT / folder).rglob("*.py"))
    dotted = {path: ".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths}
    return {
        name.removesuffix(".__init__"): path.read_text(encoding="utf-8")
        for path, name in dotted.items()
    }


MODULES = modules()


def room_of(module: str) -> str:
    """The room that a module belongs to: the longest name in `ROOMS` that begins it."""
    found = [room for room in ROOMS if f"{module}.".startswith(f"{room}.")]
    return max(found, key=len, default="")


def imported(text: str, room: str = "") -> Iterator[str]:
    """Every name that a module of a room imports, a module of its own room by its whole name."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                own = whole in MODULES and (node.module == room or node.module not in ROOMS)
                yield whole if own else node.module


def wrong_imports(module: str, text: str) -> set[str]:
    """What a module imports against the order of the rooms, past a door, or out of its library."""
    room, wrong = room_of(module), set()
    for name in imported(text, room):
        theirs = room_of(name)
        library = LIBRARIES.get(name.partition(".")[0])
        if library and not any(f"{room}.".startswith(f"{allowed}.") for allowed in library):
            wrong.add(name)
        elif theirs and theirs != room:
            past_the_door = name not in (theirs, f"{theirs}.__init__") and theirs != "geodata"
            if ROOMS.index(theirs) > ROOMS.index(room) or past_the_door:
                wrong.add(name)
        elif theirs and name == room and "." in room and module != room:
            wrong.add(name)  # a room knows its own modules; its door is for others
    return wrong


def circle(texts: dict[str, str]) -> list[str]:
    """Modules that import each other in a circle; empty where there is none."""
    graph = {
        module: {n for n in imported(text, room_of(module)) if n in texts}
        for module, text in texts.items()
    }
    try:
        TopologicalSorter({m: needs - {m} for m, needs in graph.items()}).prepare()
    except CycleError as found:
        return found.args[1]
    return []


def hosts_named(text: str) -> set[str]:
    """The hosts of `CDN_HOSTS` that a text names."""
    return {host for host in CDN_HOSTS if host in text.lower()}


def files_of_our_own() -> Iterator[Path]:
    """Every file that a browser or the app may read, but no copy of somebody else's."""
    for folder in ("geodata", "annotations", "views", "pages", "tests", "static", ".streamlit"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in READ_BY_BROWSERS and "vendor" not in path.parts:
                yield path
    yield from ROOT.glob("*.py")
    yield from ROOT.glob("*.toml")


def test_imports_run_one_way_through_front_doors():
    wrong = {module: wrong_imports(module, text) for module, text in MODULES.items()}
    assert {module: names for module, names in wrong.items() if names} == {}


@pytest.mark.parametrize(
    ("module", "text", "wrong"),
    (
        ("geodata.places", "from annotations.records import Citation", {"annotations.records"}),
        ("annotations.dates.edtf", "from annotations.check import check", {"annotations.check"}),
        (
            "annotations.tables.row",
            "from annotations.dates.edtf import parse",
            {"annotations.dates.edtf"},
        ),
        ("annotations.tables.row", "from annotations.tables import Row", {"annotations.tables"}),
        ("annotations.check.gaps", "def late():\n    import views.text", {"views.text"}),
        ("annotations.check.gaps", "import streamlit as st", {"streamlit"}),
        ("annotations.saving.saves", "import sqlite3", {"sqlite3"}),
        (
            "views.atlas.scene",
            "from streamlit_folium import st_folium",
            {"streamlit_folium"},
        ),
        ("views.text.labels", "import plotly.graph_objects as go", {"plotly.graph_objects"}),
        ("pages.map", "import plotly.graph_objects as go", {"plotly.graph_objects"}),
        ("dashboard", "import folium", {"folium"}),
        ("views.widgets.app.store", "import streamlit\nfrom geodata import places", set()),
    ),
)
def test_an_import_against_the_rules_is_found_out(module, text, wrong):
    assert wrong_imports(module, text) == wrong


def test_no_modules_import_each_other_in_a_circle():
    assert circle(MODULES) == []


def test_a_circle_is_found_out():
    assert circle({"a": "import b", "b": "import c", "c": "from a import x"})
    assert not circle({"a": "import b", "b": "import c", "c": ""})


def test_every_module_has_its_room_and_every_room_its_modules():
    packages = {"annotations", "views", "views.leans", "views.widgets"}
    rooms = {module: room_of(module) for module in MODULES if module not in packages}
    assert [module for module, room in rooms.items() if not room] == []
    assert set(rooms.values()) == set(ROOMS)


def test_every_door_says_in_its_first_line_what_the_room_answers():
    doors = [
        room
        for room in ROOMS
        if room.count(".") and f"{room}." in "".join(f"{module} " for module in MODULES)
    ]
    unsaid = [
        room
        for room in doors
        if "?" not in (ast.get_docstring(ast.parse(MODULES[room])) or "").partition("\n")[0]
    ]
    assert unsaid == []


def test_a_module_fits_in_the_head_and_a_room_in_one_look():
    long = {m: len(t.splitlines()) for m, t in MODULES.items() if t.count("\n") > MOST_LINES}
    assert long == {}
    folders = [
        path.parent
        for room in ("annotations", "views", "geodata")
        for path in (ROOT / room).rglob("*.py")
        if path.name != "__init__.py"
    ]
    assert {f.name: folders.count(f) for f in folders if folders.count(f) > MOST_MODULES} == {}


def test_no_file_names_a_host_that_hands_out_scripts():
    named = {path: hosts_named(path.read_text(encoding="utf-8")) for path in files_of_our_own()}
    del named[Path(__file__)]  # the list itself
    assert {path.name: hosts for path, hosts in named.items() if hosts} == {}


def test_a_host_that_hands_out_scripts_is_found_out():
    assert hosts_named("<script src='https://UNPKG.com/leaflet@1.9.3'></script>") == {"unpkg.com"}


def test_whoever_waits_for_the_app_needs_nothing_that_is_not_installed_yet():
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import tests.browser.see_first_journey"
    command = [sys.executable, "-I", "-S", "-c", code]  # the standard library alone
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
