"""A withdrawal that ends in the midst stands whole or not at all, and waits for who is saving."""

import re
import shutil
from pathlib import Path

import pytest

from annotations.store.files import save_journal
from annotations.store.files import store as csv_store
from annotations.store.files.store import CsvStore
from annotations.store.protocol import Busy, Interrupted
from annotations.tables.changes import rows_by_key
from annotations.withdraw.__main__ import main
from annotations.withdraw.plan import planned, withdraw
from annotations.withdraw.subject import Subject
from tests.killing import killed_after
from tests.stores import added, changed, disagreements, path_of, saved
from tests.two_journeys import two_journeys_in


@pytest.fixture
def begun(tmp_path) -> Path:
    """Two journeys with a past, stories of them, a draft and a text."""
    folder = tmp_path / "begun"
    store = two_journeys_in(folder)
    saved(store, changed(store, "journeys", "by-land", outcome="x"))
    return folder


def copied(begun: Path, name: object) -> CsvStore:
    folder = begun.parent / str(name)
    shutil.copytree(begun, folder)
    return CsvStore(folder)


def files(store: CsvStore) -> dict[str, str]:
    """Every file but the lock, without the times of withdrawals; digests are counted."""
    paths = (path for path in store.root.rglob("*") if path.is_file())
    texts = {
        path.relative_to(store.root).as_posix(): path.read_text(encoding="utf-8") for path in paths
    }
    texts.pop("annotations/.saving.lock", "")
    marks = [name for name in texts if name.startswith(".redirects/")]
    empty = [name for name in marks if not texts.pop(name)]
    texts["ids that do not come back"] = str(len(empty))
    of_line = r'"save": "[^"]*", "table": "journeys", "time": "[^"]*", "who": "withdrawn"'
    return {name: re.sub(of_line, "", text) for name, text in texts.items()}


def test_a_withdrawal_killed_at_any_step_stands_whole_or_not_at_all(begun, monkeypatch):
    done = copied(begun, "done")
    withdraw(done, Subject("by-sea"))
    before, after = files(CsvStore(begun)), files(done)
    assert before.keys() - after.keys() == {"annotations/stories/sea.yaml", ".drafts/ada/sea.json"}
    assert disagreements(done) == []
    seen = []
    for calls in range(99):
        store = copied(begun, calls)
        killed = killed_after(
            monkeypatch, calls, lambda store=store: withdraw(store, Subject("by-sea"))
        )
        CsvStore(store.root).recover()
        assert files(store) in (before, after)
        seen.append(files(store) == after)
        if not killed:
            break
    assert seen == sorted(seen)
    assert seen.count(False) > 5
    assert seen.count(True) > 8


def cut_short(store: CsvStore, monkeypatch) -> None:
    """Leave a withdrawal that counts, with all of its files still to be put in their places."""
    left = store.root / "annotations" / ".saving.journal"
    for calls in range(99):
        killed_after(monkeypatch, calls, lambda: withdraw(store, Subject("by-sea")))
        if left.exists():
            return
    raise AssertionError("no step leaves a journal")


def test_a_recovery_of_a_withdrawal_killed_at_any_step_is_completed_by_the_next(begun, monkeypatch):
    done = copied(begun, "done")
    withdraw(done, Subject("by-sea"))
    cut_short(CsvStore(begun), monkeypatch)
    for calls in range(99):
        store = copied(begun, calls)
        killed = killed_after(monkeypatch, calls, store.recover)
        CsvStore(store.root).recover()
        assert files(store) == files(done)
        if not killed:
            break
    assert calls > 8


def test_a_story_changed_by_hand_before_it_was_completed_is_not_written_over(begun, monkeypatch):
    store = CsvStore(begun)
    cut_short(store, monkeypatch)
    story = begun / "annotations" / "stories" / "both.yaml"
    story.write_text("By hand", encoding="utf-8")
    with pytest.raises(Interrupted, match=r"both\.yaml was changed .* with \.both\.yaml\.new"):
        store.recover()
    assert story.read_text(encoding="utf-8") == "By hand"


def test_where_nothing_can_be_written_nothing_is(begun, monkeypatch):
    before = files(CsvStore(begun))

    def full(*_args):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(save_journal, "give_name", full)
        with pytest.raises(OSError, match="No space"):
            withdraw(CsvStore(begun), Subject("by-sea"))
    CsvStore(begun).recover()
    assert files(CsvStore(begun)) == before


def test_a_save_that_was_cut_short_is_completed_first_and_withdrawn_too(begun, monkeypatch):
    store, left = CsvStore(begun), begun / "annotations" / ".saving.journal"
    change = changed(store, "journeys", "by-sea", note="Whatever")
    place = changed(store, "places", "dalian", note="Kept")
    for calls in range(99):
        killed_after(monkeypatch, calls, lambda: saved(store, change, place))
        if left.exists():
            break
    withdraw(store, Subject("by-sea"))
    assert "Whatever" not in "".join(files(store).values())
    assert rows_by_key(store, "places")["dalian"]["note"] == "Kept"


def test_a_withdrawal_waits_for_who_is_saving_and_says_so(begun, monkeypatch, capsys):
    store = CsvStore(begun)
    before = files(store)
    monkeypatch.setattr(csv_store, "LONGEST_WAIT_S", 0.01)
    with CsvStore(begun).locked():
        assert main(["by-sea", "--root", str(begun)]) == 1
    assert capsys.readouterr().err.startswith("Somebody else has been saving")
    assert files(store) == before


def test_a_table_edited_by_hand_while_it_is_planned_is_not_written_over(begun):
    store, path = CsvStore(begun), path_of(begun, "names")

    def plan():
        made = planned(store, Subject("by-sea"))
        path.write_text(path.read_text(encoding="utf-8") + "By hand,work,r,\n", encoding="utf-8")
        return made

    with pytest.raises(Busy, match="changed from outside"):
        store.forget(plan)
    assert "By hand" in path.read_text(encoding="utf-8")
    assert "by-sea" in rows_by_key(store, "journeys")


def test_tables_with_problems_are_no_obstacle(begun, capsys):
    names, stops = path_of(begun, "names"), path_of(begun, "stops")
    names.write_text('name,"kind\nMike Kim,work,r,\n', encoding="utf-8")
    text = stops.read_text(encoding="utf-8")
    own = next(line for line in text.splitlines() if line.startswith("by-sea,1,"))
    open_quote = own.replace("by-sea,1,", 'by-sea,3,"')
    stops.write_text(f"{text}{own}\n{open_quote}\n", encoding="utf-8")
    assert main(["by-sea", "--root", str(begun)]) == 1
    left = stops.read_text(encoding="utf-8")
    assert left.count("by-sea") == 1
    assert left.endswith(open_quote + "\n")
    told = capsys.readouterr().out.splitlines()
    assert "annotations/stops.csv:3  still holds 'by-sea'. Rewrite it" in told
    assert "stops.csv:5  cannot be read. Read it: it may tell of the record" in told
    assert "names.csv:1  cannot be read. Read it: it may tell of the record" in told
    assert "journeys.csv:2  row removed" in told
    saved(CsvStore(begun), added("events", "flood", title="Flood"))
