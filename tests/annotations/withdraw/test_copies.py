"""Drafts, texts and pages that were made do not outlive what was withdrawn."""

import json

import pytest

from annotations.annotating.work import as_draft, new_work, work_on
from annotations.proposals.overlay import Overlay
from annotations.store.files.beside.drafts import DraftFolder
from annotations.store.files.beside.texts import TextFolder
from annotations.store.files.store import CsvStore
from annotations.store.texts import digest
from annotations.withdraw.__main__ import main
from tests.collections import TEXT, csv_of
from tests.docs.pages import PAGES
from tests.stores import changed, path_of, saved, store_in
from tests.two_journeys import SMALL
from views.lessons import Inlined

PAGE = "A page\n\nThey walked.\n"


@pytest.fixture
def store(tmp_path) -> CsvStore:
    """Two journeys, the one by land from a text of its own, with texts and drafts beside them."""
    store = store_in(tmp_path, **SMALL)
    path = path_of(tmp_path, "sources")
    of_page = {"id": "page", "sha256": digest(PAGE.encode())}
    path.write_text(csv_of("sources", {}, of_page, {"id": "other"}), encoding="utf-8")
    texts = TextFolder(tmp_path / ".texts")
    texts.keep(TEXT.encode())
    texts.keep(PAGE.encode())
    return store


def keep(store, name: str, draft: dict, owner: str = "ada@example.org") -> None:
    DraftFolder(store.root / ".drafts").keep(owner, name, draft)


def kept(store) -> set[str]:
    """The names of all files among the drafts."""
    return {path.name for path in (store.root / ".drafts").rglob("*") if path.is_file()}


def withdrawn(store, record: str, capsys, *options: str, ends: int = 0) -> list[str]:
    """What is printed while a record is withdrawn."""
    assert main([record, "--root", str(store.root), *options]) == ends
    return capsys.readouterr().out.splitlines()


def test_a_draft_of_the_journey_goes_and_one_that_names_it_is_told_without_its_owner(store, capsys):
    keep(store, "sea", as_draft(work_on(store, "interview", "by-sea")))
    keep(store, "text", as_draft(work_on(store, "interview")), "bo@example.org")
    keep(store, "else", as_draft(new_work({"id": "by-sea-2", "sha256": ""})))
    told = withdrawn(store, "by-sea", capsys)
    assert kept(store) == {"text.json", "else.json"}
    assert ".drafts/*/sea.json  removed" in told
    (still,) = [line for line in told if line.startswith(".drafts/*/text.json")]
    assert still.endswith("Its writer has to open it and discard it")
    assert "example" not in "\n".join(told)


def test_a_proposal_that_names_it_goes_whole_and_one_of_something_else_stays(store, capsys):
    saved(Overlay(store), changed(store, "stops", "by-sea:1", note="She said so."))
    gone = store.proposals.all()[0].id
    saved(Overlay(store), changed(store, "events", "famine", title="A famine"))
    told = withdrawn(store, "by-sea", capsys)
    assert f".proposals/{gone}.json  removed" in told
    assert gone not in [one.id for one in store.proposals.all()]
    assert not (store.root / ".proposals" / f"{gone}.json").exists()
    left = "".join(path.read_text() for path in (store.root / ".proposals").iterdir())
    assert "by-sea" not in left and "A famine" in left


def test_files_that_wait_for_their_import_go_if_they_name_it(store, capsys):
    keep(store, "import-1", {"files": [["stops.csv", "by-sea,1,dalian,hides"]]})
    keep(store, "import-2", {"files": [["stops.csv", "by-land,1,dalian,hides"]]})
    withdrawn(store, "by-sea", capsys)
    assert kept(store) == {"import-2.json"}


def test_a_draft_of_a_text_goes_with_its_source(store, capsys):
    keep(store, "page", as_draft(work_on(store, "page")))
    withdrawn(store, "by-land", capsys)
    assert kept(store) == set()


def test_a_draft_that_cannot_be_read_goes_if_it_names_it(store, capsys):
    keep(store, "a", {})
    folder = next((store.root / ".drafts").iterdir())
    for name, text in (("a.1.broken", '{"by-sea'), ("b.1.broken", "{"), (".x.new", '["by-sea"]')):
        (folder / name).write_text(text, encoding="utf-8")
    withdrawn(store, "by-sea", capsys)
    assert kept(store) == {"a.json", "b.1.broken"}


def test_words_behind_a_line_end_in_a_draft_are_found(store, capsys):
    keep(store, "notes", {"source": "else", "journey": "", "note": "see\nby-sea"})
    told = withdrawn(store, "by-sea", capsys, ends=1)
    left = [line for line in told if "notes.json  still" in line]
    assert len(left) == 2 and all(line.startswith(".drafts/*/notes.json") for line in left)


def test_a_text_goes_with_its_source_under_any_name_and_others_stay(store, capsys):
    (store.root / ".texts" / "a page.txt").write_bytes(PAGE.encode())
    told = withdrawn(store, "by-land", capsys)
    texts = TextFolder(store.root / ".texts")
    assert texts.text(digest(PAGE.encode())) is None
    assert texts.text(digest(TEXT.encode())) == TEXT
    assert f".texts/{digest(PAGE.encode())}.txt  removed" in told
    assert ".texts/a page.txt  removed" in told


def test_a_text_that_another_source_has_too_stays(store, capsys):
    path = path_of(store.root, "sources")
    path.write_text(path.read_text(encoding="utf-8").replace("other,", "again,"), encoding="utf-8")
    both = {"sha256": digest(PAGE.encode())}
    path.write_text(
        csv_of("sources", {}, {"id": "page", **both}, {"id": "other", **both}), encoding="utf-8"
    )
    withdrawn(store, "by-land", capsys)
    assert TextFolder(store.root / ".texts").text(digest(PAGE.encode())) == PAGE


def test_a_page_that_was_made_goes_if_it_names_it(store, capsys):
    made = store.root / "static" / "atlas" / "made"
    made.mkdir(parents=True)
    (made / "a.js").write_text(json.dumps({"id": ["by-sea"]}), encoding="utf-8")
    (made / "b.js").write_text(json.dumps({"id": ["by-land"]}), encoding="utf-8")
    assert "static/atlas/made/a.js  removed" in withdrawn(store, "by-sea", capsys)
    assert [path.name for path in made.iterdir()] == ["b.js"]


@pytest.mark.parametrize("as_told", (str, json.dumps))
def test_a_page_goes_whose_packed_script_names_it(store, capsys, as_told):
    made = store.root / "static" / "atlas" / "made"
    made.mkdir(parents=True)
    for name, record in (("a", "by-sea"), ("b", "by-land")):
        script = Inlined().script(f"window.SCENE = {json.dumps({'id': [record]})};")
        (made / f"{name}.json").write_text(as_told(script), encoding="utf-8")
    (made / "c.json").write_text('<script type="text/packed">AAAA</script>', encoding="utf-8")
    withdrawn(store, "by-sea", capsys)
    assert {page.name for page in made.iterdir()} == {"b.json", "c.json"}


@pytest.mark.parametrize(
    "text",
    ["<h1>By sea &amp; &#x27;on&#x27;</h1>", '{"title": "By sea & \'on\'"}', "near Dalian."],
)
def test_a_page_that_has_its_title_or_its_exact_words_and_no_id_goes(store, capsys, text):
    path = path_of(store.root, "journeys")
    rows = path.read_text(encoding="utf-8").replace(",By sea,", ",By sea & 'on',", 1)
    path.write_text(rows, encoding="utf-8")
    made = store.root / "static" / "atlas" / "made"
    made.mkdir(parents=True)
    (made / "a.html").write_text(text, encoding="utf-8")
    (made / "b.html").write_text("By land", encoding="utf-8")
    withdrawn(store, "by-sea", capsys)
    assert [page.name for page in made.iterdir()] == ["b.html"]


def test_a_dry_run_tells_of_them_and_removes_nothing(store, capsys):
    keep(store, "page", as_draft(work_on(store, "page")))
    before = {path for path in store.root.rglob("*") if path.is_file()}
    dry = withdrawn(store, "by-land", capsys, "--dry-run")
    assert {path for path in store.root.rglob("*") if path.is_file()} == before
    assert withdrawn(store, "by-land", capsys) == dry


def test_every_page_of_the_documentation_that_names_it_is_listed(store, capsys):
    pages = {page for page in PAGES if "LICENSES" not in page}
    for page in pages:
        (store.root / page).parent.mkdir(parents=True, exist_ok=True)
        (store.root / page).write_text("# A page\n\nSee `by-sea`.\n", encoding="utf-8")
    told = withdrawn(store, "by-sea", capsys, ends=1)
    assert {f"{page}:3  still holds 'by-sea'. Rewrite it" for page in pages} <= set(told)
    assert all((store.root / page).is_file() for page in pages)
