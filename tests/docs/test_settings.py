"""Settings, variables, limits and files are those of the app."""

import re
import tomllib
from dataclasses import fields
from fnmatch import fnmatch
from pathlib import Path

import pytest
import streamlit as st

from annotations.saving.file_rows import MOST_BYTES, MOST_LINES, MOST_PARTS, MOST_ROWS
from annotations.store import TEXTS_FOLDER
from annotations.store.files import save_journal
from annotations.store.files.beside.drafts import DRAFTS_FOLDER
from annotations.store.files.store import LONGEST_WAIT_S
from geodata import ROOT
from tests.docs.pages import PAGES, blocks, first_column, inline_code, page, section
from tests.killing import Killed
from tests.stores import added, saved, store_in
from views.atlas.assets import BETWEEN_SWEEPS_S, KEPT_S
from views.panels import Site
from views.server import sayings, sign_in, sockets, uploads
from views.server.capacity import OTHERS
from views.staff.admission import LOOPBACK, SETTINGS, SHORTEST_SECRET, START

STREAMLIT = re.compile(r"(?:browser|client|global|logger|runner|server|theme)\.\w+")
VARIABLE = re.compile(r"([A-Z][A-Z_]+)(?:=\w+)?")
READ = re.compile(r"""environ(?:\.get\(|\[)\s*["'](\w+)""")
ROOMS = ("annotations", "geodata", "views", "pages", "tests")
# For a part of the benchmarks alone, which sets it, and for whoever runs the tests on many cores.
NOT_FOR_READERS = {"JOURNEYS", "PYTEST_XDIST_WORKER"}
# What tools leave behind, not the app.
OF_TOOLS = {"__pycache__/", "*.pyc", ".pytest_cache/", ".ruff_cache/", ".hypothesis/", ".venv/"}
OF_TOOLS |= {"node_modules", ".mypy_cache/"}
OPERATE = page("docs/operate.md")
STORED = section(OPERATE, "Know what it stores")


def codes() -> set[str]:
    """All inline code of the pages on how the app is used, run and changed."""
    pages = (text for path, text in PAGES.items() if path.startswith(("README", "docs/")))
    return {code for text in pages for code in inline_code(text)}


def one_line(text: str) -> str:
    """A text with every run of spaces and line ends as one space."""
    return " ".join(text.split())


def variables_read() -> set[str]:
    """The environment variables that the code reads."""
    paths = (path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    return {name for path in paths for name in READ.findall(path.read_text(encoding="utf-8"))}


def named_as_stored(path: str) -> bool:
    """True where the table of what the app stores names a file, or a pattern that fits it."""
    names = (code.rstrip("/").rpartition("/")[2] for code in inline_code(STORED))
    return any(fnmatch(path.rpartition("/")[2], name) for name in names)


def files_below(folder: Path) -> set[str]:
    """The files of a folder and of those in it."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_every_setting_of_streamlit_that_is_named_exists():
    named = {code for code in codes() if STREAMLIT.fullmatch(code)}
    assert "server.baseUrlPath" in named
    for name in named:
        st.get_option(name)


def test_every_environment_variable_is_named_and_every_one_named_is_read():
    named = {match[1] for code in codes() if (match := VARIABLE.fullmatch(code))}
    assert named == variables_read() - NOT_FOR_READERS


def test_the_secrets_shown_are_those_that_sign_in_asks_for():
    blocks_of_sign_in = blocks(section(OPERATE, "On a server, with sign-in"), "toml")
    (shown,) = (tomllib.loads(block) for block in blocks_of_sign_in)
    assert set(shown["auth"]) == set(SETTINGS)
    assert set(shown["staff"]) == {"addresses"}
    assert f"at least {SHORTEST_SECRET} characters" in one_line(OPERATE)


def test_what_a_site_says_of_itself_is_shown_as_its_file_has_it():
    of_site = blocks(section(OPERATE, "Say who you are"), "toml")
    (shown,) = (tomllib.loads(block) for block in of_site)
    own = tomllib.loads((ROOT / "site.toml").read_text("utf-8"))
    assert set(shown["site"]) == set(own["site"]) == {field.name for field in fields(Site)}


def test_staff_are_let_in_on_their_own_machine_as_the_app_says():
    own = section(OPERATE, "On your own machine")
    assert blocks(own, "bash") == [START]
    assert {*LOOPBACK} <= {*inline_code(own)}


def test_what_git_ignores_of_the_app_is_named_among_what_it_stores():
    ignored = set((ROOT / ".gitignore").read_text(encoding="utf-8").split()) - OF_TOOLS
    last = {name.rstrip("/").rpartition("/")[2] for name in ignored}
    names = {code.rstrip("/").rpartition("/")[2] for code in inline_code(STORED)}
    assert {each for each in last if not any(fnmatch(name, each) for name in names)} == set()


def test_drafts_and_texts_are_named_where_they_lie():
    assert {f"{DRAFTS_FOLDER}/", f"{TEXTS_FOLDER}/"} <= {*inline_code(STORED)}


@pytest.mark.parametrize("cut_short", (False, True))
def test_every_file_that_a_save_leaves_is_named(tmp_path, monkeypatch, cut_short):
    store = store_in(tmp_path)
    before = files_below(tmp_path)
    if cut_short:

        def stops(new, path):
            raise Killed

        monkeypatch.setattr(save_journal, "swap", stops)
        with pytest.raises(Killed):
            saved(store, added("names", "Row 1"))
    else:
        saved(store, added("names", "Row 1"))
    left = files_below(tmp_path) - before
    assert left and {path for path in left if not named_as_stored(path)} == set()
    assert cut_short == ("annotations/.saving.journal" in left)


def test_a_file_that_is_not_named_is_found_out():
    assert named_as_stored("annotations/.names.csv.new")
    assert not named_as_stored("annotations/.saving.other")


def test_how_long_files_and_locks_stay_is_what_the_code_says():
    longest = KEPT_S + BETWEEN_SWEEPS_S
    assert 50 < longest <= 60
    assert "within 60 seconds" in one_line(section(OPERATE, "What was made and is old"))
    assert f"up to {LONGEST_WAIT_S:g} seconds" in one_line(section(OPERATE, "Run several copies"))


def test_an_import_has_the_limits_that_the_page_says():
    limits = f"at most {MOST_BYTES // 1_000_000} MB and {MOST_ROWS:,} rows"
    limits += f", and none more than {MOST_LINES:,} lines"
    assert limits in one_line(page("docs/review-and-save.md"))
    assert f"at most {MOST_PARTS:,} of these" in one_line(page("docs/review-and-save.md"))


def test_every_page_of_the_app_is_in_the_readme_with_its_address():
    addresses = re.findall(r"^\| [\w ]+ \| `/(\w*)` \|", page("README.md"), flags=re.MULTILINE)
    scripts = {path.stem for path in (ROOT / "pages").glob("*.py")} - {"__init__", "embed"}
    assert sorted(addresses) == sorted({"" if name == "map" else name for name in scripts})


def test_every_table_is_named_where_it_lies():
    named = {path for path in first_column(page("docs/data/tables.md")) if path.endswith(".csv")}
    lying = {path.relative_to(ROOT).as_posix() for path in (ROOT / "annotations").glob("*.csv")}
    assert named == lying | {"geodata/places.csv"}


def test_the_limits_of_pages_and_uploads_are_those_of_the_app():
    limits = one_line(section(OPERATE, "Know its limits"))
    mb = f"{uploads.MOST_OF_SESSION // 1_000_000} MB", f"{uploads.MOST_IN_ALL // 1_000_000} MB"
    size = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))["server"]
    for words in (
        f"| open pages in all | {sockets.MOST_IN_ALL} |",
        f"| open pages of one address | {sockets.MOST_OF_ADDRESS} |",
        f"for {sockets.SILENT_S} seconds",
        f"| {sockets.LONGEST_SILENCE_S // 3600} hours |",
        f"{size['maxUploadSize']} MB a file",
        f"{size['maxMessageSize']} MB a message, {size['maxWidgetStateSize']} MB what a page holds",
        f"{sayings.MOST_OF_VISITOR / 1e6:g} MB what the page of a visitor says",
        f"after {sayings.MOST_PASSED_BY} times",
        f"| {sayings.LONGEST_QUERY:,} signs |",
        f"| {sayings.RUNS_A_S:g} a second, {sayings.RUNS_AT_ONCE:g} at once |",
        f"larger than {sayings.LARGE // 1000} KB, of visitors | {sayings.LARGE_A_S:g} a second, "
        f"{sayings.LARGE_AT_ONCE:g} at once |",
        f"of one address | {sign_in.AT_ONCE_OF_ADDRESS:g} at once, "
        f"then one every {1 / sign_in.A_S_OF_ADDRESS:g} seconds |",
        f"| {sign_in.AT_ONCE:g} at once, then {sign_in.A_S:g} a second |",
        f"| uploads of one session | {mb[0]} |",
        f"| uploads in all | {mb[1]} |",
    ):
        assert words in limits
    needed = sockets.MOST_IN_ALL * sockets.FILES_EACH + OTHERS
    assert int(re.findall(r"LimitNOFILE=(\d+)", limits)[0]) >= needed
