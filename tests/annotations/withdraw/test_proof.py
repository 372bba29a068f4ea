"""After a withdrawal everything that is left is searched, and what still tells is named."""

import json

import pytest

from annotations.store.files.store import CsvStore
from annotations.withdraw.plan import withdraw
from annotations.withdraw.proof import proof
from annotations.withdraw.subject import Subject
from tests.stores import store_in
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


def test_what_tools_make_and_what_is_no_text_is_not_searched(store):
    assert left_in(store, ".git/x", "by-sea") == ""
    (store.root / "venv").mkdir()
    (store.root / "venv" / "pyvenv.cfg").write_text("x")
    (store.root / "venv" / "a.py").write_text("Mike Kim")
    (store.root / "a.png").write_bytes(b"\0Mike Kim")
    saved_again = store_in(store.root, **SMALL)
    assert proof(saved_again, withdraw(saved_again, Subject("by-sea"))).found == ()


def test_a_word_that_others_rightly_use_is_no_trace(store):
    assert left_in(store, ".texts/other.txt", "Many were in Dalian.") == ""
    assert "Dalian" in (store.root / "annotations" / "mentions.csv").read_text()


def test_a_proof_says_how_much_was_searched_for(store):
    plan = withdraw(store, Subject("by-sea"))
    assert proof(store, plan).lines == (
        "Searched the 10 files that are left for what tells of it (ids: 1, names: 1, texts: 1): "
        "nothing found.",
    )
