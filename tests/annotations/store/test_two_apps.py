"""Two apps on one folder see each other's work at once; a clock that is set back breaks none."""

import os
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path
from threading import Thread

import pytest

from annotations.store import acts
from annotations.store.drafts import OtherDraft
from annotations.store.files.beside.texts import TextFolder
from annotations.store.files.store import CsvStore
from annotations.store.lines import saves_of
from annotations.store.proposals import Event, Moved, Proposal, ProposedRow
from annotations.tables.changes import rows_by_key
from tests.stores import added, changed, disagreements, path_of, saved, store_in


def rewritten(path, old: bytes, new: bytes) -> None:
    """Another text of the same length in the same file, with the time that it had."""
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(old, new))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_a_table_of_the_same_size_and_time_is_another_version(tmp_path):
    store = store_in(tmp_path)
    seen = store.version()
    rewritten(path_of(tmp_path, "places"), b"Dalian", b"Dalyan")
    assert store.version() != seen


def test_a_story_of_the_same_size_and_time_is_another_version(tmp_path):
    store = store_in(tmp_path)
    path = tmp_path / "annotations" / "stories" / "one.yaml"
    path.parent.mkdir()
    path.write_text("title: A", encoding="utf-8")
    seen = store.stories.version()
    rewritten(path, b"A", b"B")
    assert store.stories.version() != seen


def test_a_text_of_the_same_size_and_time_is_read_again(tmp_path):
    texts = TextFolder(tmp_path / ".texts")
    key = texts.keep(b"One.")
    (path,) = texts.folder.iterdir()
    assert texts.text(key) == "One."
    rewritten(path, b"One", b"Two")
    assert texts.text(key) is None


def test_a_clock_that_is_set_back_keeps_saves_apart_and_the_history_in_its_order(
    tmp_path, monkeypatch
):
    times = iter(datetime(2026, 1, 1, tzinfo=UTC) - timedelta(hours=n) for n in range(99))

    class Clock:
        @staticmethod
        def now(_zone):
            return next(times)

    monkeypatch.setattr(acts, "datetime", Clock)
    store = store_in(tmp_path)
    versions = [store.version()]
    saves = []
    for note in ("first", "second", "third"):
        saves.append(saved(store, changed(store, "places", "dalian", note=note)).id)
        versions.append(store.version())
    assert len(set(saves)) == 3
    assert len(set(versions)) == 4
    assert list(saves_of(store.lines())) == saves[::-1]
    assert [line.after["note"] for line in store.lines(table="places", key="dalian")] == [
        "first", "second", "third",
    ]  # fmt: skip
    assert [line.save for line in store.lines(limit=1)] == saves[-1:]
    assert disagreements(store) == []


def proposal(*deeds: str) -> Proposal:
    """A proposal to which this happened."""
    events = tuple(Event(f"2026-01-0{n}", "ada", deed) for n, deed in enumerate(deeds, start=1))
    return Proposal("p", (ProposedRow(added("names", "A"), "ada"),), events)


def test_a_proposal_that_the_app_beside_has_changed_is_not_written_over(tmp_path):
    one, other = store_in(tmp_path), CsvStore(tmp_path)
    first, second = proposal("proposed"), proposal("proposed", "dropped")
    one.proposals.keep(first, None)
    assert other.proposals.load("p") == first
    other.proposals.keep(second, first)
    with pytest.raises(Moved):
        one.proposals.keep(proposal("proposed", "accepted"), first)
    assert one.proposals.all() == other.proposals.all() == (second,)


def test_two_apps_on_one_folder_see_what_the_other_does(tmp_path):
    one, other = store_in(tmp_path), CsvStore(tmp_path)
    for turn in range(8):
        writer, reader = (one, other) if turn % 2 else (other, one)
        seen = reader.version()
        saved(writer, changed(writer, "places", "dalian", note=f"note {turn}"))
        assert reader.version() != seen
        assert reader.version() == writer.version()
        assert rows_by_key(reader.snapshot(), "places") == rows_by_key(writer, "places")
        assert reader.lines() == writer.lines()
    one.drafts.keep("ada", "x", {"word": 1})
    assert other.drafts.load("ada", "x") == {"word": 1}
    other.drafts.keep("ada", "x", {"word": 2})
    assert one.drafts.load("ada", "x") == {"word": 2}


STEPS = 30


def write_steps(folder: str, me: str) -> None:
    """Steps on one draft, each done on the draft as it is then."""
    drafts = CsvStore(Path(folder)).drafts
    for number in range(STEPS):
        while True:
            seen = drafts.load("ada", "a")
            with suppress(OtherDraft):
                drafts.replace("ada", "a", seen, {**seen, f"{me}-{number}": "word"})
                break


def test_two_apps_on_one_folder_keep_every_step_of_a_draft(tmp_path):
    store = store_in(tmp_path)
    store.drafts.keep("ada", "a", {})
    context = get_context("spawn")
    apps = [context.Process(target=write_steps, args=(str(tmp_path), me)) for me in "AB"]
    for app in apps:
        app.start()
    for app in apps:
        app.join(60)
    assert len(store.drafts.load("ada", "a")) == 2 * STEPS


def test_two_apps_on_one_folder_save_at_once_and_lose_nothing(tmp_path):
    stores = store_in(tmp_path), CsvStore(tmp_path)

    def write(number: int) -> None:
        for turn in range(5):
            saved(stores[number], added("names", f"{number}-{turn}"))

    threads = [Thread(target=write, args=(number,)) for number in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    names = {f"{number}-{turn}" for number in (0, 1) for turn in range(5)}
    assert names <= rows_by_key(stores[0], "names").keys()
    assert len(stores[1].lines()) == 10
    assert disagreements(stores[0]) == []
