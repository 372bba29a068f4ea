"""A record that has another id is named by it everywhere, and nothing remembers the old one."""

import os
import re
import shutil

import pytest

from annotations.check.everything import check
from annotations.proposals.acts import drop
from annotations.proposals.overlay import Overlay
from annotations.rename import main
from annotations.renaming import NotRenamed, planned, rename
from annotations.renaming.new_id import NewId
from annotations.renaming.story import story_with
from annotations.saving.saves import undo
from annotations.store.files.beside.drafts import DraftFolder
from annotations.store.files.beside.redirects import RedirectFolder
from annotations.store.files.store import CsvStore
from annotations.store.memory.store import MemoryStore
from annotations.store.proposals import Event, Proposal, ProposedRow
from tests.collections import csv_of
from tests.killing import killed_after
from tests.stores import (
    added,
    changed,
    held,
    history,
    path_of,
    saved,
    store_in,
    store_of,
    tables_copied,
)
from tests.stories import HEAD, STEP
from tests.two_journeys import SMALL

# Ids of each table that has ids; one is a single word.
REAL = [
    "kim-seong-min-1996", "kim-seong-min-escape", "mou-cn-2020", "kse-p5-dalian",
    "kim-seong-min-caught-1996", "north-korea", "dalian", "miles-in-a-headline", "the-way",
    "third-country",
]  # fmt: skip
NEW = "some-other-id"
WHY = "by-sea:1 again"


def store_with_all(folder) -> CsvStore:
    """Two journeys with a history, a story, a proposal, and a page that was made."""
    folder.mkdir(exist_ok=True)
    store = store_in(folder, **SMALL)
    text = HEAD + STEP + "    show: [by-sea:1, by-land]\n    open: by-sea:1\n"
    text += "    notes: It was {by-sea:1}, {by-land:1.first}.\n"
    (folder / "annotations" / "stories").mkdir()
    (folder / "annotations" / "stories" / "story.yaml").write_text(text)
    saved(store, changed(store, "journeys", "by-sea", note="As by-sea says."), why=WHY)
    saved(store, changed(store, "stops", "by-sea:1", role="waits"))
    row = ProposedRow(changed(store, "stops", "by-sea:1", note="after by-sea"), "bob")
    events = (Event("2026-01-01T00:00:00+00:00", "bob", "proposed", "for by-sea"),)
    store.proposals.keep(Proposal("one", (row,), events), None)
    made = folder / "static" / "atlas" / "made"
    made.mkdir(parents=True)
    (made / "a.js").write_text('{"id": "by-sea"}')
    (made / "b.js").write_text('{"id": "by-land"}')
    return store


def named_in(texts: dict[str, str], key: str) -> set[str]:
    """The files that hold an id as a whole word; that of an address on the web is none."""
    return {n for n, text in texts.items() if re.search(rf"(?<![\w/-]){key}(?![\w-])", text)}


@pytest.mark.parametrize("key", REAL)
def test_any_record_can_be_renamed_and_the_check_finds_nothing_new(key, tmp_path):
    store = tables_copied(tmp_path)
    before, problems = held(tmp_path), check(store.snapshot(), stories=store.stories)
    assert named_in(before, key)
    rename(store, key, NEW, "ada")
    assert len(check(store.snapshot(), stories=store.stories)) == len(problems)
    back = {name: text.replace(NEW, key) for name, text in held(tmp_path).items()}
    back.pop("annotations/history.jsonl")
    assert back == before
    if "-" in key:
        assert named_in(held(tmp_path), key) == set()


@pytest.mark.parametrize(
    ("table", "old", "left"),
    [
        ("events", "famine", "{new}, {famine-2.last}, {km:famine,seoul}, {famine:1}, a famine"),
        ("places", "famine", "{famine}, {famine-2.last}, {km:new,seoul}, {famine:1}, a famine"),
        ("journeys", "famine", "{famine}, {famine-2.last}, {km:famine,seoul}, {new:1}, a famine"),
    ],
)
def test_only_figures_of_the_record_itself_name_it_by_its_new_id(table, old, left):
    head = HEAD + STEP + "    notes: "
    text = f"{head}In {left.replace('new', old)}\n"
    assert story_with(text, NewId(table, old, "new")) == f"{head}In {left}\n"


@pytest.mark.parametrize(
    ("table", "key"),
    [("events", "open: {}"), ("sources", "sources: {}[2]"), ("places", "tasks: [place: {}]")],
)
def test_steps_and_their_tasks_name_a_record_by_its_new_id(table, key):
    text = HEAD + STEP + f"  - {key.format('famine')}\n"
    renamed = story_with(text, NewId(table, "famine", "new"))
    assert renamed == HEAD + STEP + f"  - {key.format('new')}\n"
    further = f"further: interview; {'famine' if table == 'sources' else 'other'}[3]\n{text}"
    named = further.replace("famine", "new")
    assert story_with(further, NewId(table, "famine", "new")) == named


def test_a_story_names_a_word_to_know_by_its_new_id():
    text = "words: [broker, famine]\n" + HEAD + STEP
    renamed = story_with(text, NewId("glossary", "famine", "new"))
    assert renamed == text.replace("famine", "new")


def test_tables_stories_history_proposals_and_pages_forget_the_old_id(tmp_path):
    store = store_with_all(tmp_path)
    report = "\n".join(rename(store, "by-sea", "one-way", "ada").report)
    assert "stops.csv:2:journey" in report and "proposal one" in report
    left = {p: p.read_text() for p in tmp_path.rglob("*") if p.is_file()}
    assert {path.name for path, text in left.items() if "by-sea" in text} == set()
    assert not (tmp_path / "static/atlas/made/a.js").exists()
    assert (tmp_path / "static/atlas/made/b.js").exists()
    (row,) = store.proposals.load("one").rows
    assert (row.change.key, row.change.after["note"]) == ("one-way:1", "after one-way")
    assert store.proposals.load("one").why == "for one-way"
    assert "[one-way:1, by-land]" in store.stories.exact("story.yaml")
    assert "It was {one-way:1}, {by-land:1.first}." in store.stories.exact("story.yaml")
    assert store.table("publication").by_key["one-way:1"]
    assert store.table("stops").by_key["by-land:1"]["after"] == "one-way:1"


def test_the_history_goes_on_under_the_new_id_and_says_who_renamed_it(tmp_path):
    store = store_with_all(tmp_path)
    rename(store, "by-sea", "one-way", "eva")
    lines = history(store, "journeys", "one-way")
    assert [(line.who, line.act) for line in lines] == [("ada", "saved"), ("eva", "renamed")]
    assert lines[0].why == "one-way:1 again"
    undo(store, lines[0].save, "ada")
    assert store.table("journeys").by_key["one-way"]["note"] == ""
    with pytest.raises(LookupError, match="another id"):
        undo(store, lines[1].save, "ada")


def test_a_row_as_it_was_written_once_does_not_keep_the_old_id(tmp_path):
    store = store_with_all(tmp_path)
    path = path_of(tmp_path, "journeys")
    path.write_text(path.read_text().replace("by-sea,", '"by-sea",', 1))
    line = saved(store, changed(store, "journeys", "by-sea", note="Again."))
    assert [each.text for each in store.lines(save=line.id) if '"by-sea"' in (each.text or "")]
    rename(store, "by-sea", "one-way", "ada")
    assert "by-sea" not in (tmp_path / "annotations" / "history.jsonl").read_text()


def test_a_dry_run_writes_nothing_and_says_the_same(tmp_path, capsys):
    store = store_with_all(tmp_path)
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    options = ["by-sea", "one-way", "--root", str(tmp_path)]
    assert main([*options, "--dry-run"]) == 0
    planned_words = capsys.readouterr().out
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before
    assert main(options) == 0
    assert capsys.readouterr().out.splitlines()[:4] == planned_words.splitlines()[:4]
    assert store.table("journeys").by_key["one-way"]


def test_what_says_the_old_id_in_words_is_listed_for_a_person(tmp_path):
    store = store_with_all(tmp_path)
    saved(store, changed(store, "journeys", "by-land", summary="As in by-sea-two."))
    (tmp_path / "README.md").write_text("A page.\nSee by-sea.\n")
    report = planned(store, "by-sea", "one-way", "ada").report
    assert "README.md:2  still says 'by-sea'. Rewrite it." in report
    assert any(line.startswith("journeys.csv:3  still says") for line in report)


@pytest.mark.parametrize(
    "path", ["annotations/stops.csv.bak", ".texts/abc", "static/notes.txt", "private/a/b.csv"]
)
def test_a_renaming_says_of_any_other_file_that_it_still_names_the_record(tmp_path, path):
    store = store_with_all(tmp_path)
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_text("one\nby-sea:1\n")
    for report in (planned(store, "by-sea", "one-way", "ada").report,
                   rename(store, "by-sea", "one-way", "ada").report):  # fmt: skip
        assert f"{path}:2  still says 'by-sea'. Rewrite it." in report


def test_a_renaming_names_files_that_are_called_so_and_what_it_could_not_open(
    tmp_path, monkeypatch
):
    store = store_with_all(tmp_path)
    (tmp_path / "by-sea.png").write_bytes(b"\0")
    (tmp_path / "private").mkdir()
    real = os.listdir

    def listdir(folder):
        if os.fspath(folder).endswith("private"):
            raise PermissionError(13, "Permission denied", folder)
        return real(folder)

    monkeypatch.setattr(os, "listdir", listdir)
    report = rename(store, "by-sea", "one-way", "ada").report
    assert "by-sea.png:0  has 'by-sea' in its name. Rename or remove it." in report
    told = "could not be searched for 'by-sea' (Permission denied). Let it be read, and search it."
    assert f"private:0  {told}" in report


@pytest.mark.parametrize("make", [lambda folder: store_of(**SMALL), store_with_all])
def test_a_second_renaming_has_nothing_to_say_of_what_follows_by_itself(tmp_path, make):
    store = make(tmp_path)
    rename(store, "by-sea", "one-way", "ada")
    report = rename(store, "one-way", "a-boat", "ada").report
    assert [line for line in report if "renamed" not in line] == []


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("by-see", "one-way", "no record 'by-see'. Did you mean 'by-sea'"),
        ("by-sea", "One way", "is no id"),
        ("by-sea", "by-land", "is the id of another record in journeys.csv"),
        ("by-sea", "dalian", "is the id of another record in places.csv"),
    ],
)
def test_what_cannot_be_renamed_is_said_and_nothing_is_written(old, new, why):
    store = store_of(**SMALL)
    before = store.snapshot()
    with pytest.raises(NotRenamed, match=why):
        rename(store, old, new, "ada")
    assert store.snapshot() == before


@pytest.mark.parametrize("text", ["by-sea: [", f"by-sea: {'[' * 5_000}"])
def test_a_story_that_cannot_be_read_and_names_the_record_comes_first(tmp_path, text):
    store = store_in(tmp_path, **SMALL)
    (tmp_path / "annotations" / "stories").mkdir()
    (tmp_path / "annotations" / "stories" / "torn.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(NotRenamed, match=r"torn\.yaml cannot be read"):
        rename(store, "by-sea", "one-way", "ada")


def test_an_id_that_a_record_had_once_is_not_given_to_another():
    store = store_of(**SMALL)
    cells = store.table("events").by_key["famine"]
    saved(store, changed(store, "events", "famine", id="hunger"))
    saved(store, changed(store, "events", "hunger", id="famine"))
    with pytest.raises(NotRenamed, match=r"events.csv, or was once"):
        rename(store, "famine", "hunger", "ada")
    assert store.table("events").by_key["famine"] == cells


def test_an_id_that_another_record_is_proposed_with_is_not_given():
    store = store_of(**SMALL)
    saved(Overlay(store), added("events", "one-way", title="One way", sources="page"))
    with pytest.raises(NotRenamed, match="'one-way' is the id of another record in an open"):
        rename(store, "by-sea", "one-way", "ada")
    (waits,) = store.proposals.all()
    drop(store, waits, "ada")
    rename(store, "by-sea", "one-way", "ada")


def test_an_id_of_two_tables_is_not_renamed():
    events = csv_of("events", {"id": "by-sea", "sources": "other"})
    with pytest.raises(NotRenamed, match="is an id in journeys"):
        rename(store_of(**{**SMALL, "events": events}), "by-sea", "one-way", "ada")


def test_a_draft_that_names_it_comes_first(tmp_path):
    store = store_with_all(tmp_path)
    DraftFolder(tmp_path / ".drafts").keep("ada@example.org", "one", {"journey": "by-sea"})
    with pytest.raises(NotRenamed, match="saved or discarded"):
        rename(store, "by-sea", "one-way", "ada")
    assert store.table("journeys").by_key["by-sea"]


def test_a_renaming_killed_at_any_step_stands_whole_or_not_at_all(tmp_path, monkeypatch):
    begun = store_with_all(tmp_path / "begun")
    path_of(begun.root, "publication").write_text(csv_of("publication"))
    rename(begun, "by-sea", "first-name", "ada")
    was, ends = _state(begun), []
    for calls in range(99):
        shutil.copytree(begun.root, tmp_path / str(calls))
        store = CsvStore(tmp_path / str(calls))
        killed = killed_after(
            monkeypatch, calls, lambda store=store: rename(store, "first-name", "second", "ada")
        )
        CsvStore(store.root).recover()
        ends.append(_state(store))
        assert ends[-1] == was or set(ends[-1]) == {"second", True}
        if not killed:
            break
    assert was in ends and not killed and ends[-1] != was


def _state(store: CsvStore) -> tuple:
    """What tables, proposals and old links call the journey, and whether they agree."""
    (row,) = store.proposals.load("one").rows
    (key,) = {"first-name", "second"} & set(store.table("journeys").by_key)
    left = [p for p in store.root.rglob("*") if p.is_file() and b"first-name" in p.read_bytes()]
    links = store.redirects.follow("by-sea"), store.redirects.follow(key) or key
    return key, row.change.key.split(":")[0], *links, bool(left) is (key == "first-name")


def test_a_renaming_that_has_no_room_for_its_redirect_writes_nothing(tmp_path, monkeypatch):
    store = store_with_all(tmp_path)
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}

    def fail(*_arguments):
        raise OSError(28, "No space left")

    with monkeypatch.context() as patch:
        patch.setattr(RedirectFolder, "_prepare", fail)
        with pytest.raises(OSError, match="No space"):
            rename(store, "by-sea", "one-way", "ada")
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before
    rename(store, "by-sea", "one-way", "ada")
    assert store.redirects.record_of("by-sea") == "one-way"


def test_the_copy_of_a_proposal_that_somebody_made_is_named_and_stops_no_renaming(tmp_path):
    store = store_with_all(tmp_path)
    copy = tmp_path / ".proposals" / "one (copy).json"
    shutil.copyfile(tmp_path / ".proposals" / "one.json", copy)
    (told,) = store.proposals.broken()
    assert "one (copy).json" in told and "a copy of the proposal one" in told
    assert [each.id for each in store.proposals.all()] == ["one"]
    report = rename(store, "by-sea", "one-way", "ada").report
    assert "by-sea" not in repr(store.proposals.load("one"))
    assert any(line.startswith(".proposals/one (copy).json") for line in report)


def test_a_table_that_cannot_be_read_is_left_alone(tmp_path):
    store = store_with_all(tmp_path)
    path_of(tmp_path, "events").write_text("id,id\n")
    with pytest.raises(NotRenamed, match="Correct the table first"):
        rename(store, "by-sea", "one-way", "ada")


def test_a_store_in_memory_renames_as_files_do(tmp_path):
    files, memory = store_in(tmp_path, **SMALL), store_of(**SMALL)
    assert isinstance(memory, MemoryStore)
    for store in (files, memory):
        rename(store, "interview", "a-talk", "ada")
    for name in ("stops", "mentions", "places", "sources"):
        assert files.table(name).by_key == memory.table(name).by_key
    assert memory.table("mentions").by_key["port"]["source"] == "a-talk"
    assert memory.table("stops").by_key["by-land:1"]["sources"] == "a-talk[3]"


def test_a_story_is_renamed_in_however_the_app_can_read_it_and_once_at_each_place():
    task = "steps: [{tasks: [{ask: Where?, place: cove}]}]\n"
    assert story_with(task, NewId("places", "cove", "new-cove")) == task.replace("cove", "new-cove")
    twice = "steps: [{show: [&a by-sea, *a]}]\n"
    assert story_with(twice, NewId("journeys", "by-sea", "by-sea-1996")) == twice.replace(
        "by-sea", "by-sea-1996"
    )
