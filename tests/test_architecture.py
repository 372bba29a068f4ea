"""Imports run one way between the rooms, and no file names a host that hands out scripts."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("geodata", "annotations", "views", "pages", "dashboard")
STREAMLIT = {"streamlit", "streamlit_folium"}
DRAWING = {"folium", "branca", "plotly", "streamlit_folium"}
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


def modules() -> Iterator[tuple[str, str]]:
    """Each module of the rooms as its path from the root and its text."""
    for room in ROOMS[:-1]:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
    yield "dashboard.py", (ROOT / "dashboard.py").read_text(encoding="utf-8")


def imported(text: str) -> set[str]:
    """The first part of every module name that a module imports."""
    names = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add(node.module)
    return {name.partition(".")[0] for name in names}


def wrong_imports(path: str, text: str) -> set[str]:
    """What the module at `path` imports against the rules of the rooms."""
    room = path.partition("/")[0].removesuffix(".py")
    not_yet = set(ROOMS[ROOMS.index(room) + 1 :])
    forbidden = not_yet if room in ("views", "pages", "dashboard") else not_yet | STREAMLIT
    if room == "views" and not path.startswith("views/widgets/"):
        forbidden = forbidden | STREAMLIT
    if room != "views":
        forbidden = forbidden | DRAWING
    return imported(text) & forbidden


def hosts_named(text: str) -> set[str]:
    """The hosts of `CDN_HOSTS` that a text names."""
    return {host for host in CDN_HOSTS if host in text.lower()}


def files_of_our_own() -> Iterator[Path]:
    """Every file that a browser or the app may read, but no copy of somebody else's."""
    for folder in (*ROOMS[:-1], "tests", "static", ".streamlit"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in READ_BY_BROWSERS and "vendor" not in path.parts:
                yield path
    yield from ROOT.glob("*.py")
    yield from ROOT.glob("*.toml")


def test_imports_run_one_way():
    wrong = {path: wrong_imports(path, text) for path, text in modules()}
    assert {path: names for path, names in wrong.items() if names} == {}


@pytest.mark.parametrize(
    ("path", "text", "wrong"),
    (
        ("geodata/places.py", "from annotations.records import Span", {"annotations"}),
        ("annotations/check.py", "def late():\n    import views.map", {"views"}),
        ("annotations/check.py", "import streamlit as st", {"streamlit"}),
        ("views/map.py", "from streamlit_folium import st_folium", {"streamlit_folium"}),
        ("views/map.py", "from pages import map", {"pages"}),
        ("pages/map.py", "import plotly.graph_objects as go", {"plotly"}),
        ("dashboard.py", "import folium", {"folium"}),
        ("views/widgets/store.py", "import streamlit\nfrom geodata import places", set()),
    ),
)
def test_an_import_against_the_way_is_found_out(path, text, wrong):
    assert wrong_imports(path, text) == wrong


def test_every_room_has_modules_to_read():
    rooms = {path.partition("/")[0].removesuffix(".py") for path, _ in modules()}
    assert rooms == set(ROOMS)


def test_no_file_names_a_host_that_hands_out_scripts():
    named = {path: hosts_named(path.read_text(encoding="utf-8")) for path in files_of_our_own()}
    del named[Path(__file__)]  # the list itself
    assert {path.name: hosts for path, hosts in named.items() if hosts} == {}


def test_a_host_that_hands_out_scripts_is_found_out():
    assert hosts_named("<script src='https://UNPKG.com/leaflet@1.9.3'></script>") == {"unpkg.com"}
