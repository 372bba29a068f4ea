"""After a withdrawal everything that is left is searched, and what still tells is named."""

import json
from unicodedata import normalize

import pytest

from annotations.store.files.store import CsvStore
from annotations.withdraw.__main__ import main
from annotations.withdraw.alone import composed
from annotations.withdraw.plan import planned, withdraw
from annotations.withdraw.proof import proof
from annotations.withdraw.subject import Subject
from annotations.withdraw.tables import NotWithdrawn
from tests.stores import store_in
from tests.strange_files import closed, in_time
from tests.two_journeys import SMALL


@pytest.fixture
def store(tmp_path) -> CsvStore:
    return store_in(tmp_path, **SMALL)


def left_in(store, path: str, text: str) -> str:
    """What the proof says of a file that somebody has put beside the tables."""
    file = store.root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    plan = withdraw(store, Subject("by-sea"))
    return "\n".join(line for line in proof(store, plan).found if line.startswith(path))


@pytest.mark.parametrize(
    "path", ["notes.txt", "annotations/stops.csv.orig", ".texts/notes.txt", "docs/a/b.html"]
)
def test_an_id_is_found_in_any_file(store, path):
    told = left_in(store, path, "one\nsee by-sea, and by-sea:1\nby-sea-2\n")
    remedy = "Withdraw its source" if path.startswith(".texts/") else "Rewrite it"
    assert told == f"{path}:2  still holds 'by-sea'. {remedy}"


def test_a_name_of_a_file_tells_too(store):
    told = left_in(store, "by-sea.csv", "nothing\n")
    assert told == "by-sea.csv  has 'by-sea' in its name. Rename or remove it"


@pytest.mark.parametrize(
    "text", [json.dumps("그 김 마이크는"), json.dumps(json.dumps("김 마이크"))]
)
def test_a_name_is_found_as_a_script_writes_it(tmp_path, text):
    rows = {table: text.replace("Mike Kim", "김 마이크") for table, text in SMALL.items()}
    names = "name,kind,reason,sources\n김 마이크,public person,x,interview\n"
    store = store_in(tmp_path, **rows, names=names)
    told = left_in(store, "a.js", text)
    assert told == "a.js:1  still holds '김 마이크'. Rewrite it"


@pytest.mark.parametrize(
    "text",
    ["the boat\nthat left", "the boat\u00a0that left", "the\n    boat that\r\nleft",
     json.dumps("the boat\nthat left")],
    ids=["broken over lines", "no-break space", "indented", "as JSON"],
)  # fmt: skip
def test_a_title_is_found_whatever_blanks_are_in_it(tmp_path, text):
    journeys = SMALL["journeys"].replace("By sea", "the boat that left", 1)
    told = left_in(store_in(tmp_path, **{**SMALL, "journeys": journeys}), "notes/a.txt", text)
    assert told == "notes/a.txt:1  still holds 'the boat that left'. Rewrite it"


@pytest.mark.parametrize(
    "written",
    ["김성민".encode(), "김성민".encode("cp949"), normalize("NFD", "김성민").encode(),
     "김 성민".encode(), "김성\n민".encode(), json.dumps("김 성민").encode()],
    ids=["UTF-8", "CP949", "NFD", "with a space", "broken over lines", "as JSON"],
)  # fmt: skip
def test_a_korean_name_is_found_as_any_machine_writes_it(tmp_path, written):
    rows = {table: text.replace("Mike Kim", "김성민") for table, text in SMALL.items()}
    store = store_in(tmp_path, **rows)
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.txt").write_bytes(b"one\n" + written + b"\n")
    plan = withdraw(store, Subject(names=("김성민",)))
    assert [line[:28] for line in proof(store, plan).found] == ["notes/a.txt:2  still holds '"]


@pytest.mark.parametrize("long", ["\\" * 500_000, "a" + "\u0315\u0300" * 250_000])
def test_no_text_takes_long_to_be_searched(store, long):
    (store.root / "long.txt").write_text(f"{long} by-sea", encoding="utf-8")
    with in_time():
        plan = withdraw(store, Subject("by-sea"))
        assert any(told.startswith("long.txt:1") for told in proof(store, plan).found)
        with pytest.raises(NotWithdrawn, match="Nobody named 'Ann'"):
            planned(store, Subject(names=("Ann",)))


def test_a_long_text_is_composed_as_a_short_one():
    text = normalize("NFD", "탈북민의길 é " * 3_000) + normalize("NFD", "남" * 3_000)
    assert composed(text) == normalize("NFC", text)


def test_what_tools_make_and_what_is_no_text_is_not_searched(store):
    assert left_in(store, ".git/x", "by-sea") == ""
    (store.root / "venv").mkdir()
    (store.root / "venv" / "pyvenv.cfg").write_text("x")
    (store.root / "venv" / "a.py").write_text("Mike Kim")
    (store.root / "a.png").write_bytes(b"\0Mike Kim")
    saved_again = store_in(store.root, **SMALL)
    found = proof(saved_again, withdraw(saved_again, Subject("by-sea")))
    assert found.found == ()
    assert found.lines[-1] == "Not searched, for they are no text: 1 .png."


def test_a_word_that_others_rightly_use_is_no_trace(store):
    assert left_in(store, ".texts/other.txt", "Many were in Dalian.") == ""
    assert "Dalian" in (store.root / "annotations" / "mentions.csv").read_text()


def test_a_proof_says_how_much_was_searched_for(store):
    plan = withdraw(store, Subject("by-sea"))
    assert proof(store, plan).lines == (
        "Searched the 12 files that are left for what tells of it (ids: 1, names: 1, texts: 1): "
        "nothing found.",
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32", "utf-8-sig"])
def test_an_id_is_found_in_a_copy_that_a_spreadsheet_saved(store, encoding):
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    (store.root / "stops.txt").write_bytes(f"{mark}one\nby-sea:1\n".encode(encoding))
    found = proof(store, withdraw(store, Subject("by-sea"))).found
    assert found == ("stops.txt:2  still holds 'by-sea'. Rewrite it",)


def test_an_id_is_found_behind_links_and_a_link_back_ends(store):
    elsewhere = store.root.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "stops.csv").write_text("by-sea:1\n", encoding="utf-8")
    (elsewhere / "back").symlink_to(store.root)
    (store.root / "annotations").rename(elsewhere / "annotations")
    (store.root / "annotations").symlink_to(elsewhere / "annotations")
    (store.root / "annotations" / "stops.csv.bak").write_text("by-sea:1\n", encoding="utf-8")
    (store.root / "old").symlink_to(elsewhere)
    found = proof(store, withdraw(store, Subject("by-sea"))).found
    assert [line.partition("  ")[0] for line in found] == [
        "annotations/stops.csv.bak:1", "old/stops.csv:1",
    ]  # fmt: skip


def test_what_nobody_can_open_stops_no_withdrawal_and_is_named(store, monkeypatch, capsys):
    (store.root / "private").mkdir()
    (store.root / "secrets.toml").write_text("x", encoding="utf-8")
    closed(monkeypatch, "private", "secrets.toml")
    person = ["--person", "Mike Kim", "--dry-run"]
    assert main([*person, "--root", str(store.root)]) == 1
    assert "secrets.toml  could not be searched" in capsys.readouterr().out
    for options in (["--dry-run"], []):
        assert main(["by-sea", "--root", str(store.root), *options]) == 1
        told = capsys.readouterr().out
        assert "journeys.csv:2  row removed" in told
        for name in ("private", "secrets.toml"):
            assert f"{name}  could not be searched (Permission denied). " in told
        assert "nothing found" not in told


@pytest.mark.parametrize("name", ["stops.csv", "both.yaml", "sea.json"])
def test_a_withdrawal_that_cannot_know_what_is_kept_names_the_file(
    store, monkeypatch, capsys, name
):
    (store.root / "annotations" / "stories").mkdir()
    (store.root / "annotations" / "stories" / "both.yaml").write_text("x", encoding="utf-8")
    store.drafts.keep("ada", "sea", {"word": 1})
    closed(monkeypatch, name)
    assert main(["by-sea", "--root", str(store.root)]) == 1
    assert name in capsys.readouterr().err
