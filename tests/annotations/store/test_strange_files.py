"""What is no file where one should be is named and left out, and the rest goes on."""

import os
import shutil
import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from annotations.check.__main__ import main as check
from annotations.collection.load import load
from annotations.renaming import rename
from annotations.store.drafts import BrokenDraft
from annotations.store.files.beside.texts import TextFolder
from annotations.store.files.history_file import HistoryFile
from annotations.store.files.save_journal import Journal
from annotations.store.files.store import CsvStore, open_store
from annotations.store.lines import BrokenHistory
from annotations.store.protocol import Interrupted
from annotations.store.texts import digest
from annotations.stories.load import load_stories
from annotations.tables.changes import Refused, rows_by_key
from annotations.tables.schema import TABLES
from annotations.withdraw.plan import withdraw
from annotations.withdraw.subject import Subject
from tests.collections import LINE_OF_A_PROBLEM
from tests.killing import killed_after
from tests.stores import added, bytes_of, changed, path_of, saved, store_in
from tests.stories import COLLECTION, HEAD, STEP
from tests.strange_files import NOT_UTF_8, STRANGE, in_time, put
from tests.two_journeys import OPEN

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these files are of POSIX")


@pytest.fixture(autouse=True)
def ends():
    """No test here may wait for ever."""
    with in_time():
        yield


@pytest.fixture(params=STRANGE)
def kind(request) -> str:
    """Something strange."""
    return request.param


def told_of(store, file: str) -> list[str]:
    """The problems of a file, when all is loaded."""
    problems = map(str, load(store.snapshot()).problems)
    return [problem for problem in problems if problem.startswith(file)]


@pytest.mark.parametrize("table", ["names", "places", "publication"])
def test_a_table_that_is_no_file_is_named_and_the_others_are_read(tmp_path, kind, table):
    store = store_in(tmp_path)
    seen = store.version()
    put(kind, path_of(tmp_path, table))
    assert store.version() != seen
    assert store.version() == store.version()
    (problem, *_) = told_of(store, f"{table}.csv:0")
    assert LINE_OF_A_PROBLEM.fullmatch(problem)
    assert "Make it a readable file." in problem
    assert set(load(store.snapshot()).collection.journeys) == {"by-sea"}


def test_a_table_that_is_no_file_is_not_saved_to_and_the_others_are(tmp_path, kind):
    store = store_in(tmp_path)
    change = added("names", "A Person")
    put(kind, path_of(tmp_path, "names"))
    with pytest.raises(Refused, match=r"names\.csv:0"):
        saved(store, change)
    saved(store, changed(store, "sources", "interview", title="A talk"))
    assert rows_by_key(store, "sources")["interview"]["title"] == "A talk"
    assert open_store(tmp_path).version() == store.version()


def test_what_an_editor_leaves_beside_a_table_disturbs_nothing(tmp_path, kind):
    store = store_in(tmp_path)
    seen, problems = store.version(), told_of(store, "")
    put(kind, tmp_path / "annotations" / ".#stops.csv")
    assert store.version() == seen
    assert told_of(store, "") == problems
    saved(store, changed(store, "places", "dalian", note="A port."))


@pytest.mark.parametrize("name", [".#x.yaml", "x.yaml", f"{NOT_UTF_8}.yaml"])
def test_a_story_that_is_no_file_is_named_and_the_others_are_read(tmp_path, kind, name):
    store = store_in(tmp_path)
    folder = tmp_path / "annotations" / "stories"
    folder.mkdir()
    (folder / "story.yaml").write_text(HEAD + STEP, encoding="utf-8")
    put(kind, folder / name)
    loaded = load_stories(store.stories, COLLECTION)
    assert list(loaded.stories) == ["story"]
    (problem,) = map(str, loaded.problems)
    assert LINE_OF_A_PROBLEM.fullmatch(problem)
    assert problem.encode()
    assert store.stories.version() == store.stories.version()


def test_stories_that_cannot_be_listed_are_named(tmp_path):
    store = store_in(tmp_path)
    put("loop", tmp_path / "annotations" / "stories")
    assert store.stories.version()
    (problem,) = map(str, load_stories(store.stories, COLLECTION).problems)
    assert problem.startswith("stories:0  cannot be opened (")


def test_a_picture_that_is_no_file_is_none(tmp_path, kind):
    store = store_in(tmp_path)
    pictures = tmp_path / "annotations" / "stories" / "pictures"
    put(kind, pictures / "bridge.jpg")
    (pictures / f"{NOT_UTF_8}.jpg").write_bytes(b"a river")
    (pictures / "river.jpg").write_bytes(b"a river")
    assert store.stories.pictures() == {"river.jpg"}
    assert store.stories.version()
    with pytest.raises(FileNotFoundError):
        store.stories.picture("bridge.jpg")


def test_a_text_that_is_no_file_hides_no_other_one(tmp_path, kind):
    texts = TextFolder(tmp_path)
    put(kind, tmp_path / "a.txt")
    (tmp_path / f"{NOT_UTF_8}.txt").write_bytes(b"Two.")
    assert texts.text(digest(b"Two.")) == "Two."
    assert texts.text("0" * 64) is None


def test_a_draft_that_is_no_file_is_set_aside_and_the_others_are_listed(tmp_path, kind):
    drafts = store_in(tmp_path).drafts
    drafts.keep("ada", "good", {"word": 1})
    folder = next((tmp_path / ".drafts").iterdir())
    (folder / f"{NOT_UTF_8}.json").write_text("{}", encoding="utf-8")
    put(kind, folder / "bad.json")
    assert "good" in {entry.name for entry in drafts.list("ada")} <= {"good", "bad"}
    with pytest.raises(KeyError if kind == "dangling link" else BrokenDraft):
        drafts.load("ada", "bad")
    assert drafts.load("ada", "good") == {"word": 1}


def test_a_proposal_that_is_no_file_is_named(tmp_path, kind):
    proposals = store_in(tmp_path).proposals
    put(kind, tmp_path / ".proposals" / "one.json")
    (tmp_path / ".proposals" / f"{NOT_UTF_8}.json").write_bytes(b"{")
    assert proposals.version() == proposals.version()
    assert proposals.all() == ()
    told = proposals.broken()
    assert all(each.encode() and "Correct the file, or move it away." in each for each in told)
    assert len(told) == 2


def test_a_redirect_that_is_no_file_leads_nowhere_and_the_others_lead_on(tmp_path, kind):
    store = store_in(tmp_path, **OPEN)
    redirects = store.redirects
    rename(store, "by-sea", "new", "ada")
    put(kind, tmp_path / ".redirects" / "0")
    rename(store, "new", "newer", "ada")
    assert redirects.follow("by-sea") == "newer"
    assert len(list(redirects.paths())) == 2
    put(kind, tmp_path / ".redirects" / "key")
    assert redirects.follow("by-sea") is None


def test_what_is_no_file_holds_nothing_that_could_be_withdrawn(tmp_path, kind):
    store = store_in(tmp_path)
    for folder in (".drafts/ada", ".proposals", ".redirects", ".texts", "static/atlas/made"):
        put(kind, tmp_path / folder / "0")
        (tmp_path / folder / NOT_UTF_8).write_text("word", encoding="utf-8")
    copies = list(store.copies())
    assert all(copy.name.encode() for copy in copies)
    assert {copy.kind for copy in copies} == {"draft", "proposal", "redirect", "text", "page"}
    assert all(each.name.encode() for each in store.held())


def test_a_history_that_is_a_link_to_nowhere_begins_where_it_leads(tmp_path):
    store = store_in(tmp_path)
    put("dangling link", tmp_path / "annotations" / "history.jsonl")
    saved(store, changed(store, "places", "dalian", note="A port."))
    assert len(store.lines()) == 1


@pytest.mark.parametrize("kind", [kind for kind in STRANGE if kind != "dangling link"])
def test_a_history_that_is_no_file_is_named_and_nothing_is_saved(tmp_path, kind):
    store = store_in(tmp_path)
    change, before = changed(store, "places", "dalian", note="A port."), bytes_of(tmp_path)
    put(kind, tmp_path / "annotations" / "history.jsonl")
    assert store.history_version() == store.history_version()
    with pytest.raises(BrokenHistory, match=r"history\.jsonl:0  cannot be opened"):
        store.lines()
    with pytest.raises(OSError):
        saved(store, change)
    assert {name: path_of(tmp_path, name).read_bytes() for name in TABLES} == {
        name: before[name] for name in TABLES
    }


@pytest.mark.parametrize("strange", ["folder", "pipe", "socket", "device"])
def test_a_journal_that_is_no_file_is_named_and_the_tables_are_read(tmp_path, strange):
    store = store_in(tmp_path)
    put(strange, tmp_path / "annotations" / ".saving.journal")
    with pytest.raises(Interrupted, match=r"its \.saving\.journal cannot be read"):
        open_store(tmp_path)
    assert "by-sea" in load(store.snapshot()).collection.journeys


def linked_names(folder: Path) -> tuple[Path, Path]:
    """A table that is a link, and the file to which it leads, elsewhere."""
    link, target = path_of(folder, "names"), folder / "elsewhere" / "people.csv"
    target.parent.mkdir()
    shutil.move(link, target)
    link.symlink_to(target)
    return link, target


def test_a_table_that_is_a_link_stays_one_and_is_saved_where_it_leads(tmp_path):
    store = store_in(tmp_path)
    link, target = linked_names(tmp_path)
    seen = store.version()
    saved(store, added("names", "A Person"))
    assert link.is_symlink()
    assert b"A Person" in target.read_bytes()
    assert store.version() != seen
    assert [path.name for path in target.parent.iterdir()] == ["people.csv"]


def test_a_save_through_a_link_that_is_killed_at_any_step_stands_whole_or_not(
    tmp_path, monkeypatch
):
    seen = set()
    for calls in range(99):
        folder = tmp_path / str(calls)
        folder.mkdir()
        store = store_in(folder)
        link, target = linked_names(folder)
        change = added("names", "A Person")
        killed = killed_after(monkeypatch, calls, lambda: saved(CsvStore(folder), change))  # noqa: B023
        open_store(folder)
        stands = b"A Person" in target.read_bytes()
        seen.add(stands)
        assert link.is_symlink()
        assert len(store.lines()) == stands
        if not killed:
            break
    assert seen == {True, False}


def test_what_is_removed_goes_with_the_link_that_leads_to_it(tmp_path):
    link, target = tmp_path / "link", tmp_path / "target"
    target.write_text("word", encoding="utf-8")
    link.symlink_to(target)
    Journal(tmp_path, tmp_path / "journal", HistoryFile(tmp_path / "history")).write({}, [link])
    assert list(tmp_path.iterdir()) == []


def test_tables_that_are_replaced_one_after_the_other_are_read_all_the_while(tmp_path):
    store, done = store_in(tmp_path), Event()
    stories = tmp_path / "annotations" / "stories"
    stories.mkdir()
    paths = [*(path_of(tmp_path, name) for name in TABLES), stories / "story.yaml"]
    (stories / "story.yaml").write_text(HEAD + STEP, encoding="utf-8")

    def check_out() -> None:
        """Remove each file and write it anew, as Git does."""
        while not done.is_set():
            for path in paths:
                data = path.read_bytes()
                path.unlink()
                path.write_bytes(data)

    thread = Thread(target=check_out)
    thread.start()
    try:
        for _ in range(300):
            assert store.version()
            assert store.stories.version()
            load_stories(store.stories, COLLECTION)
            assert {name: store.table(name).table for name in TABLES}
    finally:
        done.set()
        thread.join()


def test_the_check_of_a_folder_full_of_such_files_prints_lines(tmp_path, kind, capsys):
    store_in(tmp_path)
    for path in ("annotations/.#stops.csv", "annotations/names.csv", "annotations/stories/a.yaml",
                 f"annotations/stories/{NOT_UTF_8}.yaml", ".texts/a.txt"):  # fmt: skip
        put(kind, tmp_path / path)
    texts = os.fspath(tmp_path / ".texts")
    assert check(["--root", os.fspath(tmp_path), "--texts", texts]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert all(LINE_OF_A_PROBLEM.fullmatch(line) for line in lines)
    assert any(line.startswith("names.csv:0") for line in lines)


def unlisted(monkeypatch, folder: Path) -> None:
    """A folder that nobody has the right to list, nor to open what is in it."""
    for name in ("listdir", "stat", "open", "scandir"):
        real = getattr(os, name)

        def refuse(path, *arguments, real=real, **options):
            if isinstance(path, (str, Path)) and folder in (Path(path), *Path(path).parents):
                raise PermissionError(13, "Permission denied", str(path))
            return real(path, *arguments, **options)

        monkeypatch.setattr(os, name, refuse)


def test_a_folder_of_proposals_that_cannot_be_opened_is_named_and_stops_no_save(
    tmp_path, monkeypatch
):
    store = store_in(tmp_path)
    (tmp_path / ".proposals").mkdir()
    with monkeypatch.context() as patch:
        unlisted(patch, tmp_path / ".proposals")
        assert store.proposals.all() == ()
        (told,) = store.proposals.broken()
        assert ".proposals/ cannot be opened. Permission denied." in told
        closed = store.proposals.version()
        saved(store, added("events", "flood", title="A flood"))
    assert store.proposals.version() != closed and store.proposals.broken() == ()


def test_a_folder_of_texts_that_cannot_be_opened_has_no_text(tmp_path, monkeypatch):
    texts = TextFolder(tmp_path / ".texts")
    key = texts.keep(b"words")
    unlisted(monkeypatch, tmp_path / ".texts")
    assert texts.text(key) is None


def not_entered(monkeypatch, folder: Path) -> None:
    """A folder that can be listed, and in which nobody has the right to open anything."""
    for name in ("listdir", "stat", "open", "scandir"):
        real = getattr(os, name)

        def refuse(path, *arguments, real=real, **options):
            if isinstance(path, (str, Path)) and folder in Path(path).parents:
                raise PermissionError(13, "Permission denied", str(path))
            return real(path, *arguments, **options)

        monkeypatch.setattr(os, name, refuse)


@pytest.mark.parametrize("deed", ["rename", "withdraw"])
@pytest.mark.parametrize("folder", [".drafts/ada", ".proposals", ".texts", "annotations/stories"])
def test_a_folder_that_can_be_listed_but_not_entered_is_not_taken_for_an_empty_one(
    tmp_path, monkeypatch, folder, deed
):
    store = store_in(tmp_path, **OPEN)
    (tmp_path / folder).mkdir(parents=True)
    (tmp_path / folder / "it.yaml").write_text("by-sea", encoding="utf-8")
    before = bytes_of(tmp_path)
    with monkeypatch.context() as patch:
        not_entered(patch, tmp_path / folder)
        with pytest.raises(PermissionError, match=r"it\.yaml"):
            if deed == "rename":
                rename(store, "by-sea", "a-boat", "ada")
            else:
                withdraw(store, Subject("by-sea"))
    assert bytes_of(tmp_path) == before


def test_pictures_that_nobody_may_open_are_named_and_the_stories_are_read(tmp_path, monkeypatch):
    stories = store_in(tmp_path).stories
    folder = tmp_path / "annotations" / "stories"
    (folder / "pictures").mkdir(parents=True)
    (folder / "pictures" / "a.webp").write_bytes(b"x")
    (folder / "by-sea.yaml").write_text(HEAD + STEP, encoding="utf-8")
    not_entered(monkeypatch, folder / "pictures")
    loaded = load_stories(stories, COLLECTION)
    assert list(loaded.stories) == ["by-sea"]
    assert [str(problem) for problem in loaded.problems] == [
        "stories/pictures:0  cannot be opened (Permission denied). Make it a readable folder."
    ]


def test_the_check_names_each_table_of_a_folder_that_cannot_be_opened(
    tmp_path, monkeypatch, capsys
):
    store_in(tmp_path)
    unlisted(monkeypatch, tmp_path / "annotations")
    assert check(["--root", str(tmp_path)]) == 1
    assert "stops.csv:0  cannot be opened (Permission denied)" in capsys.readouterr().out


def test_of_a_folder_of_tables_that_cannot_be_opened_no_journey_is_read(tmp_path, monkeypatch):
    store = store_in(tmp_path)
    unlisted(monkeypatch, tmp_path / "annotations")
    assert load(store.snapshot()).collection.journeys == {}


def test_what_a_killed_save_left_beside_a_linked_table_is_swept(tmp_path):
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
    store = store_in(tmp_path / "here")
    path = path_of(tmp_path / "here", "events")
    shutil.move(path, tmp_path / "there" / "events.csv")
    path.symlink_to(tmp_path / "there" / "events.csv")
    left, other = (tmp_path / "there" / name for name in (".events.csv.new", ".notes.new"))
    for path in (left, other):
        path.write_text("half")
    store.recover()
    assert not left.exists() and other.exists()
