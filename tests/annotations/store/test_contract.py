"""Whatever stands behind the interface of a store keeps rows, history and all beside them alike."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping

import pytest

from annotations.saving.saves import commit, undo
from annotations.store.acts import Act, Closing
from annotations.store.drafts import OtherDraft
from annotations.store.files.beside.texts import TEXTS_FOLDER, TextFolder
from annotations.store.files.store import CsvStore, open_store
from annotations.store.lines import REVIEWED, SAVED
from annotations.store.memory.shelf import MemoryTexts
from annotations.store.memory.store import MemoryStore
from annotations.store.proposals import Event, Moved, Proposal, ProposedRow
from annotations.store.protocol import Store
from annotations.store.removal import Removal
from annotations.tables.changes import Change, Conflict, Refused, started_from
from annotations.tables.schema import TABLES
from annotations.tables.sheets import Snapshot
from annotations.withdraw.history import line_of_withdrawal
from annotations.withdraw.plan import planned, withdraw
from annotations.withdraw.subject import Subject
from tests.collections import TEXT, csv_of, good_tables
from tests.stores import added, changed, history, removed, saved, store_in
from tests.stories import HEAD, STEP
from tests.two_journeys import SMALL

STORY = HEAD + STEP + "    show: [by-sea:1, by-land]\n"

Made = Callable[..., Store]


def in_files(folder, stories: Mapping[str, str], **tables: str) -> CsvStore:
    """A store of files."""
    store_in(folder, **tables)
    room = folder / "annotations" / "stories"
    room.mkdir()
    for name, text in stories.items():
        (room / name).write_bytes(text.encode())
    return open_store(folder, TextFolder(folder / TEXTS_FOLDER))


@pytest.fixture(params=["files", "memory"])
def make(request, tmp_path) -> Made:
    """What makes a store of good tables, with other contents of some and with stories."""

    def made(stories: Mapping[str, str] | None = None, **tables: str) -> Store:
        if request.param == "files":
            return in_files(tmp_path, stories or {}, **tables)
        return MemoryStore(good_tables(**tables), stories, MemoryTexts())

    return made


@pytest.fixture
def store(make) -> Store:
    """A store of the smallest tables."""
    return make()


def rows(tables: Store | Snapshot) -> dict[str, dict[str, dict[str, str]]]:
    """All rows by table and key."""
    return {
        name: {key: dict(cells) for key, cells in tables.table(name).by_key.items()}
        for name in TABLES
    }


def test_a_snapshot_stays_what_it_was_when_the_store_changes(store):
    before = store.snapshot()
    told = rows(before)
    saved(store, added("names", "A"))
    assert rows(before) == told
    assert "A" in store.snapshot().table("names").by_key
    assert before.version != store.version() == store.snapshot().version


def test_a_version_differs_with_every_save_and_not_without_one(store):
    seen = [store.version()]
    assert store.version() == seen[0]
    saved(store, changed(store, "names", "Mike Kim", reason="x"))
    seen.append(store.version())
    saved(store, removed(store, "names", "Mike Kim"), added("names", "B"))
    seen.append(store.version())
    assert len(set(seen)) == 3


def test_a_remark_is_in_the_history_and_no_other_version_of_the_rows(store):
    before, past = store.version(), store.history_version()
    saved(store, changed(store, "names", "Mike Kim"), why="Read again.")
    assert store.version() == before
    assert store.history_version() != past
    assert [line.why for line in store.lines()] == ["Read again."]


def test_a_row_has_its_key_its_cells_and_a_place_of_its_own(make):
    sheet = make(names=csv_of("names", {}, {"name": "B"})).table("names")
    assert [(row.id, row.key) for row in sheet.rows] == [("Mike Kim",) * 2, ("B",) * 2]
    assert sheet.cells(sheet.rows[1])["name"] == "B"
    assert len({row.place for row in sheet.rows}) == 2
    assert all(sheet.place_of(row.key) == row.place for row in sheet.rows)


def test_a_second_row_of_a_key_is_told_apart_and_cannot_be_changed(make):
    store = make(names=csv_of("names", {}, {"reason": "Again."}))
    sheet = store.table("names")
    assert sheet.twice == {"Mike Kim"}
    assert len({row.id for row in sheet.rows}) == 2
    assert sheet.by_key["Mike Kim"]["reason"] == "Author of a book."
    with pytest.raises(Refused, match="stands twice"):
        saved(store, changed(store, "names", "Mike Kim", reason="x"))


def test_a_table_with_a_header_that_is_wrong_is_read_as_none_and_not_changed(make):
    store = make(names="name,knid,reason,sources\nA,work,r,\n")
    assert store.table("names").broken
    assert store.table("names").by_key == {}
    with pytest.raises(Refused, match="missing in the header"):
        saved(store, added("names", "A"))


def test_rows_are_added_changed_renamed_and_removed_in_one_save(make):
    store = make(names=csv_of("names", {}, {"name": "B"}, {"name": "C"}))
    saved(
        store,
        added("names", "A"),
        changed(store, "names", "B", reason="x"),
        changed(store, "names", "Mike Kim", name="Mike"),
        removed(store, "names", "C"),
    )
    found = store.snapshot().table("names").by_key
    assert set(found) == {"A", "B", "Mike"}
    assert found["B"]["reason"] == "x"


def test_an_undo_brings_the_rows_back_and_is_undone_by_another(make):
    store = make(names=csv_of("names", {}, {"name": "B"}))
    before = rows(store)
    first = saved(
        store, removed(store, "names", "B"), changed(store, "names", "Mike Kim", name="M")
    )
    after = rows(store)
    second = undo(store, first.id, "bo")
    assert rows(store) == before
    undo(store, second.id, "cy")
    assert rows(store) == after
    with pytest.raises(Conflict):
        undo(store, second.id, "bo")


def test_whoever_started_from_another_row_gets_a_conflict_and_nothing_is_saved(store):
    mine = changed(store, "names", "Mike Kim", reason="Mine.")
    saved(store, changed(store, "names", "Mike Kim", reason="Theirs."))
    before, past = rows(store), list(store.lines())
    for change in (mine, added("names", "Mike Kim")):
        with pytest.raises(Conflict) as conflict:
            store.save([change], Act("ada", ""), started_from([change]), lambda *_: None)
        (clash,) = conflict.value.rows
        assert clash.now["reason"] == "Theirs."
    assert (rows(store), list(store.lines())) == (before, past)


def test_a_row_that_is_seen_as_it_is_but_was_not_started_from_is_a_conflict(store):
    change = changed(store, "names", "Mike Kim", reason="x")
    with pytest.raises(Conflict):
        store.save([change], Act("ada", ""), {}, lambda *_: None)


def test_what_a_check_raises_stops_the_save_and_it_sees_both_sides_of_it(store):
    seen = []

    def check(before: Snapshot, after: Snapshot) -> None:
        seen.append((set(before.table("names").by_key), set(after.table("names").by_key)))
        raise Refused([])

    before = rows(store)
    with pytest.raises(Refused):
        store.save([added("names", "A")], Act("ada", ""), {}, check)
    assert seen == [({"Mike Kim"}, {"Mike Kim", "A"})]
    assert (rows(store), list(store.lines())) == (before, [])


def test_a_trial_shows_both_sides_and_writes_nothing(store):
    before = rows(store)
    was, would = store.trial([changed(store, "names", "Mike Kim", name="A")])
    assert rows(was) == rows(store) == before
    assert set(would.table("names").by_key) == {"A"}
    with pytest.raises(Conflict):
        store.trial([Change("names", "B", {"name": "B"}, None)])


@pytest.mark.parametrize("who", ["", " "])
def test_a_save_of_nobody_or_of_nothing_is_no_save(store, who):
    for changes, name in (([added("names", "A")], who), ([], "ada")):
        with pytest.raises(ValueError, match=r"Say who|no change"):
            store.save(changes, Act(name, ""), {}, lambda *_: None)
    assert store.lines() == []


def test_a_row_changed_twice_in_one_save_and_an_unknown_table_are_told(store):
    twice = [added("names", "A"), added("names", "A")]
    with pytest.raises(ValueError, match="twice"):
        store.save(twice, Act("ada", ""), {}, lambda *_: None)
    with pytest.raises(ValueError, match="no table"):
        store.save([Change("poems", "A", None, {"id": "A"})], Act("ada", ""), {}, lambda *_: None)


def told(store: Store, **asked: str | int) -> list[str]:
    return [line.why for line in store.lines(**asked)]


def test_lines_are_found_by_save_table_key_and_person_and_the_newest_of_them(store):
    saved(store, added("names", "A"), why="one", who="ada")
    done = saved(store, added("names", "B"), added("sources", "b"), why="two", who="bo")
    saved(store, changed(store, "names", "A", reason="x"), why="three", who="bo")
    assert told(store) == ["one", "two", "two", "three"]
    assert told(store, save=done.id) == ["two", "two"]
    assert told(store, table="sources") == ["two"]
    assert told(store, table="names", key="A") == ["one", "three"]
    assert told(store, who="bo") == ["two", "two", "three"]
    assert told(store, who="bo", table="names", key="A") == ["three"]
    assert told(store, limit=2) == ["two", "three"]
    assert told(store, who="ada", limit=2) == ["one"]
    assert told(store, limit=0) == told(store, who="nobody") == told(store, save="x") == []


def test_a_row_is_followed_back_over_the_keys_that_it_had(store):
    saved(store, added("names", "A"), why="A")
    saved(store, added("names", "B"), why="B")
    swap = [changed(store, "names", "A", name="B"), changed(store, "names", "B", name="A")]
    saved(store, *swap, why="swap")
    saved(store, changed(store, "names", "B", name="C"), why="rename")
    saved(store, removed(store, "names", "C"), why="gone")
    assert told(store, table="names", key="C") == ["A", "swap", "rename", "gone"]
    assert told(store, table="names", key="A") == ["B", "swap"]
    assert told(store, table="events", key="A") == []


def test_a_line_says_who_did_what_to_which_cells(store):
    change = changed(store, "names", "Mike Kim", reason="x")
    done = commit(store, [change], Act(" ada ", " why ", REVIEWED), started_from([change]))
    (line,) = store.lines()
    assert (line.who, line.why, line.act, line.save) == ("ada", "why", REVIEWED, done.id)
    assert (line.before["reason"], line.after["reason"]) == ("Author of a book.", "x")
    assert "" not in line.after.values()
    assert [(past.line, past.place.line) for past in store.past()] == [(line, 1)]


def test_writers_at_once_wait_for_each_other_and_lose_nothing(store):
    def write(number: int) -> None:
        saved(store, added("names", f"A{number}"))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.table("names").rows) == 6
    assert len(store.lines()) == 5


def test_what_is_forgotten_is_in_no_row_line_story_draft_or_text(make):
    store = make({"both.yaml": STORY, "sea.yaml": HEAD + STEP + "    show: by-sea\n"}, **SMALL)
    store.texts.keep(TEXT.encode())
    store.drafts.keep("ada", "sea", {"journey": "by-sea", "source": "interview"})
    store.drafts.keep("bo", "else", {"journey": "by-land", "source": "interview"})
    saved(store, changed(store, "journeys", "by-sea", outcome="x"), why="sea")
    saved(store, changed(store, "journeys", "by-land", outcome="x"), why="land")
    dry = planned(store, Subject("by-sea"))
    assert "by-sea" in store.table("journeys").by_key
    assert withdraw(store, Subject("by-sea")).report == dry.report
    left = rows(store)
    assert set(left["journeys"]) == {"by-land"}
    assert "by-sea" not in repr(left)
    assert list(store.stories.names()) == ["both.yaml"]
    assert "by-sea" not in store.stories.read("both.yaml")
    assert [line.why for line in store.lines()][:-1] == ["land"]
    assert history(store, "journeys", "by-sea") == []
    assert (store.drafts.list("ada"), len(store.drafts.list("bo"))) == ((), 1)


def test_a_text_goes_with_its_source(make):
    sources = csv_of("sources", {}, {"id": "page"}, {"id": "other", "sha256": ""})
    store = make(**{**SMALL, "sources": sources})
    key = store.texts.keep(TEXT.encode())
    plan = Removal(
        {"sources": {"page": None, "interview": {"id": "interview"}}}, {}, {},
        line_of_withdrawal("sources", 1),
        frozenset(copy.ref for copy in store.copies() if copy.digest == key),
    )  # fmt: skip
    assert store.without(plan)[0].table("sources").by_key["interview"]["sha256"] == ""
    assert store.texts.text(key) == TEXT
    store.forget(lambda: plan)
    assert set(store.table("sources").by_key) == {"interview", "other"}
    assert store.texts.text(key) is None


def test_a_plan_that_cannot_be_made_leaves_everything(store):
    def plan() -> Removal:
        raise LookupError("nothing")

    before = rows(store)
    with pytest.raises(LookupError):
        store.forget(plan)
    assert rows(store) == before
    saved(store, added("names", "A"))


def proposal(key: str, *deeds: str) -> Proposal:
    """A proposal to which this happened."""
    events = tuple(Event(f"2026-01-0{n}", "ada", deed) for n, deed in enumerate(deeds, start=1))
    return Proposal(key, (ProposedRow(added("names", "A"), "ada"),), events)


def test_proposals_are_kept_where_nobody_else_changed_them_the_last_first_and_dropped(store):
    one, two = proposal("one", "proposed", "commented"), proposal("two", "proposed")
    seen = store.proposals.version()
    for each in (one, two):
        store.proposals.keep(each, None)
    assert store.proposals.version() != seen
    assert store.proposals.all() == (one, two) and store.proposals.broken() == ()
    assert store.proposals.load("two") == two
    with pytest.raises(Moved):
        store.proposals.keep(one, two)
    with pytest.raises(Moved):
        store.proposals.keep(one, None)
    later = proposal("one", "proposed", "commented", "dropped")
    store.proposals.keep(later, one)
    assert store.proposals.load("one") == later
    store.proposals.drop("one")
    store.proposals.drop("one")
    with pytest.raises(KeyError):
        store.proposals.load("one")


def test_a_save_closes_its_proposal_in_the_same_step_or_writes_nothing(store):
    seen = proposal("one", "proposed")
    store.proposals.keep(seen, None)
    after = proposal("one", "proposed", "accepted")
    changes = [added("names", "A")]

    def closing(was: Proposal) -> Act:
        return Act("ada", "", closes=Closing(was, lambda saved: after))

    with pytest.raises(Moved):
        commit(store, changes, closing(after), started_from(changes))
    assert store.lines() == [] and "A" not in rows(store)["names"]
    commit(store, changes, closing(seen), started_from(changes))
    assert store.proposals.load("one") == after and "A" in rows(store)["names"]


def test_drafts_are_kept_by_owner_the_last_first_and_dropped(store):
    for name in ("one", "two"):
        store.drafts.keep("ada", name, {"step": name})
    assert store.drafts.load("ada", "one") == {"step": "one"}
    assert {kept.name for kept in store.drafts.list("ada")} == {"one", "two"}
    assert store.drafts.list("bo") == ()
    store.drafts.drop("ada", "one")
    store.drafts.drop("ada", "one")
    with pytest.raises(KeyError):
        store.drafts.load("ada", "one")
    for owner, name in (("ada", ""), ("", "x"), ("ada", "x" * 201)):
        with pytest.raises(ValueError, match="Shorten it"):
            store.drafts.keep(owner, name, {})
    with pytest.raises(TypeError):
        store.drafts.keep("ada", "x", {"set": {1}})


def test_a_draft_takes_the_place_of_the_one_that_was_seen_and_of_no_other(store):
    drafts = store.drafts
    first = drafts.replace("ada", "one", None, {"steps": ("a",)})
    assert first == drafts.load("ada", "one") == {"steps": ["a"]}
    second = drafts.replace("ada", "one", first, {"steps": ["a", "b"]})
    for seen, draft in ((first, {}), (first, None), (None, {})):
        with pytest.raises(OtherDraft):
            drafts.replace("ada", "one", seen, draft)
    assert drafts.load("ada", "one") == second
    drafts.replace("ada", "one", second, None)
    assert drafts.list("ada") == ()
    with pytest.raises(OtherDraft):
        drafts.replace("ada", "one", second, second)
    assert drafts.list("ada") == ()


def test_texts_are_found_by_their_digest_and_what_is_none_is_refused(store):
    key = store.texts.keep(b"One.\r\n\r\nTwo.")
    assert store.texts.text(key) == "One.\r\n\r\nTwo."
    assert store.texts.text("0" * 64) is None
    for data in (b"", b" \n", b"\xff"):
        with pytest.raises(ValueError, match=r"no words|not UTF-8"):
            store.texts.keep(data)


def test_stories_are_read_by_name_and_one_that_is_not_there_is_told(make):
    store = make({"b.yaml": STORY, "a.yaml": "\ufeffx"})
    assert list(store.stories.names()) == ["a.yaml", "b.yaml"]
    assert store.stories.read("b.yaml") == store.stories.exact("b.yaml") == STORY
    assert (store.stories.read("a.yaml"), store.stories.exact("a.yaml")) == ("x", "\ufeffx")
    for name in ("c.yaml", "../a.yaml"):
        with pytest.raises(OSError):
            store.stories.read(name)
    assert store.stories.pictures() == frozenset()
    with pytest.raises(FileNotFoundError):
        store.stories.picture("bridge.jpg")


def test_the_version_of_stories_is_that_of_their_texts(make):
    store = make({"both.yaml": STORY, "sea.yaml": HEAD + STEP + "    show: by-sea\n"}, **SMALL)
    before = store.stories.version()
    saved(store, added("names", "A"), why=SAVED)
    assert store.stories.version() == before
    withdraw(store, Subject("by-sea"))
    assert store.stories.version() != before
