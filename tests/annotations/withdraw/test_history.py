"""The history of what was withdrawn is gone, the rest can be read, and no undo brings it back."""

import re
import shutil

import pytest

from annotations.review.acts import accept
from annotations.review.desk import desk
from annotations.saving.saves import undo
from annotations.store.files.store import CsvStore
from annotations.store.lines import WITHDRAWN
from annotations.store.trail import trail
from annotations.tables.changes import Change, Conflict, Refused, rows_by_key
from annotations.undo import main as undo_command
from annotations.withdraw.__main__ import main
from tests.stores import added, changed, disagreements, held, history, removed, saved, store_in
from tests.two_journeys import SMALL

# Words of the journey by sea, or of what was only its own: now, or at some time before.
ITS_IDS = ("by-sea", "first-name", "swim", "float")
ITS_WORDS = (*ITS_IDS, "a raft", "Mike Kim", "Anna Hong", "He hid", "rubber", "Secret")


def renamed(store, old: str, new: str) -> list[Change]:
    """A journey gets another id, and whatever names it follows."""
    stops = [key for key, row in rows_by_key(store, "stops").items() if row["journey"] == old]
    return [
        changed(store, "journeys", old, id=new),
        *(changed(store, "stops", key, journey=new) for key in stops),
        changed(store, "stops", "by-land:1", after=f"{new}:1"),
        changed(store, "publication", old, record=new),
        changed(store, "publication", f"{old}:1", record=f"{new}:1"),
    ]


@pytest.fixture
def store(tmp_path) -> CsvStore:
    """Two journeys with a past; `store.saves` has the ids of the saves by their reasons."""
    store = store_in(tmp_path, **SMALL)
    (tmp_path / "annotations" / "stories").mkdir()

    def step(why: str, *changes: Change) -> None:
        store.saves[why] = saved(store, *changes, why=why).id

    store.saves = {}
    step("land", changed(store, "journeys", "by-land", summary="On foot."))
    step("rename", *renamed(store, "by-sea", "first-name"))
    swim = added("mentions", "swim", quote="Dalian", note="a raft", paragraph="9")
    beside = added("mentions", "float", quote="Dalian", paragraph="2")
    stop = added("stops", "first-name:2", journey="first-name", order="2", mentions="swim")
    step("longer", beside, swim, stop, changed(store, "names", "Mike Kim", reason="Secret."))
    step("beside", removed(store, "mentions", "float"))
    stop, swim = removed(store, "stops", "first-name:2"), removed(store, "mentions", "swim")
    step("shorter", stop, swim)
    step("a friend", added("names", "Somebody Else"), added("names", "Anna Hong"))
    step("with her", changed(store, "journeys", "first-name", note="With Anna Hong."))
    step("without her", changed(store, "journeys", "first-name", note=""))
    step("no friend", removed(store, "names", "Anna Hong"))
    step("rename back", *renamed(store, "first-name", "by-sea"))
    place = changed(store, "places", "dalian", note="A port.")
    step("the rubber boat", place, changed(store, "journeys", "by-sea", outcome="rubber"))
    step("count", changed(store, "stops", "by-land:1", duration="P4D"))
    step("later", changed(store, "mentions", "later", note="a year"))
    step("place", changed(store, "places", "dalian", note="A large port."))
    return store


def past(store) -> str:
    """The history as it stands in its file."""
    return (store.root / "annotations" / "history.jsonl").read_text(encoding="utf-8")


def traces(store) -> set[str]:
    """The words of the journey by sea that any file still holds."""
    text = "\n".join(held(store.root).values())
    return {word for word in ITS_WORDS if re.search(rf"(?<![\w-]){word}(?![\w-])", text)}


def withdraw(store, record: str = "by-sea") -> None:
    assert main([record, "--root", str(store.root)]) == 0


def test_nothing_in_the_history_tells_of_what_was_withdrawn_also_under_an_earlier_name(store):
    assert traces(store) == set(ITS_WORDS)
    withdraw(store)
    assert traces(store) == set()


def test_what_is_left_is_a_history_that_agrees_with_the_tables(store):
    before = past(store).splitlines(keepends=True)
    whole = dict(zip((line.why for line in store.lines()), before, strict=True))
    withdraw(store)
    lines = store.lines()
    assert disagreements(store) == []
    assert [(line.table, line.key) for line in lines] == [
        ("journeys", "by-land"), ("names", "Somebody Else"), ("places", "dalian"),
        ("stops", "by-land:1"), ("mentions", "later"), ("places", "dalian"), ("journeys", ""),
    ]  # fmt: skip
    assert [line.cut for line in lines] == [False, False, False, True, True, False, False]
    assert past(store).splitlines(keepends=True)[0] == whole["land"]
    assert past(store).splitlines(keepends=True)[5] == whole["place"]
    assert len(history(store, "places", "dalian")) == 2
    assert desk(store).journey("by-land").has_history


def test_a_save_that_lost_lines_loses_its_reason_and_says_so(store):
    withdraw(store)
    told = {line.save: (line.why, line.thinned) for line in store.lines()}
    for why in ("a friend", "the rubber boat"):
        assert told[store.saves[why]] == ("", True)
    assert told[store.saves["land"]] == ("land", False)


def test_a_stop_removed_before_another_one_of_its_key_was_removed_leaves_no_line(store):
    for order, role in (("2", "a raft"), ("3", "walks")):
        stop = added("stops", f"by-sea:{order}", journey="by-sea", order=order, role=role)
        saved(store, stop)
    third = changed(store, "stops", "by-sea:3", order="2")
    saved(store, removed(store, "stops", "by-sea:2"), third)
    saved(store, removed(store, "stops", "by-sea:2"))
    withdraw(store)
    assert traces(store) == set()


def test_one_line_tells_when_how_many_rows_went_and_of_whom_nothing(store):
    withdraw(store)
    line = store.lines()[-1]
    assert (line.act, line.who, line.table, line.key) == (WITHDRAWN, WITHDRAWN, "journeys", "")
    assert (line.before, line.after, line.why) == (None, None, "7 rows removed")
    assert trail([line]).rows == {}
    withdraw(store, "famine")
    assert store.lines()[-1].why == "1 row removed"


def test_no_undo_brings_it_back(store, tmp_path, capsys):
    saves = dict.fromkeys(line.save for line in store.lines())
    withdraw(store)
    saves |= dict.fromkeys(line.save for line in store.lines())
    done = []
    for number, save in enumerate(saves):
        copy = tmp_path / f"copy-{number}"
        shutil.copytree(tmp_path / "annotations", copy / "annotations")
        shutil.copytree(tmp_path / "geodata", copy / "geodata")
        try:
            undo(CsvStore(copy), save, "ada")
            done.append(save)
        except (Conflict, LookupError, Refused):
            pass
        assert traces(CsvStore(copy)) == set()
    assert done == [store.saves["land"], store.saves["place"]]


@pytest.mark.parametrize("which", [1, 2, 3, 4, 6])
def test_what_is_left_of_a_save_cannot_be_undone_nor_can_a_withdrawal(store, which, capsys):
    withdraw(store)
    before = held(store.root)
    save = store.lines()[which].save
    assert undo_command([save, "--root", str(store.root)]) == 1
    assert f"save '{save}' is not whole: a record was withdrawn." in capsys.readouterr().err
    assert held(store.root) == before


def test_an_undo_of_a_withdrawn_save_is_not_undone_either(store):
    undone = undo(store, saved(store, changed(store, "journeys", "by-sea", care="x")).id, "ada")
    withdraw(store)
    with pytest.raises(LookupError, match="no save"):
        undo(store, undone.id, "ada")


def test_a_review_of_what_is_left_goes_on(store):
    accept(store, desk(store).journey("by-land"), "cho")
    withdraw(store)
    unit = desk(store).journey("by-land")
    assert unit.reviewed.who == "cho"
    assert rows_by_key(store, "journeys")["by-land"]["status"] == "reviewed"


def test_a_record_that_only_the_history_still_holds_can_be_withdrawn(store, capsys):
    saved(store, changed(store, "stops", "by-land:1", after="", duration=""))
    gone = [removed(store, "journeys", "by-sea"), removed(store, "stops", "by-sea:1")]
    later = changed(store, "mentions", "later", anchor="")
    port = removed(store, "mentions", "port")
    told = [removed(store, "publication", key) for key in ("by-sea", "by-sea:1")]
    saved(store, *gone, *told, later, port)
    tables = {name: text for name, text in held(store.root).items() if name.endswith(".csv")}
    assert main(["first-name", "--root", str(store.root)]) == 0
    assert traces(store) <= {"Mike Kim", "Secret"}
    assert tables.items() <= held(store.root).items()
    assert store.lines()[-1].why == "0 rows removed"
    assert main(["by-sea", "--root", str(store.root)]) == 1
    assert "There is no record 'by-sea'" in capsys.readouterr().err


def test_an_earlier_id_of_what_still_stands_is_no_record(store):
    saved(store, *renamed(store, "by-sea", "by-boat"))
    assert main(["by-sea", "--root", str(store.root)]) == 1
    withdraw(store, "by-boat")
    assert traces(store) == set()


def test_a_line_that_cannot_be_read_goes_if_it_names_it_and_is_told_if_not(store, capsys):
    path = store.root / "annotations" / "history.jsonl"
    number = past(store).splitlines()[0].replace('"On foot."', "3").replace(" near a port", "")
    text = f'<<<<<<< ours\n{{"by-sea"\n{number}\n{past(store)}'
    path.write_text(text, encoding="utf-8")
    withdraw(store)
    assert past(store).startswith(f"<<<<<<< ours\n{number}\n{{")
    told = capsys.readouterr().out.splitlines()
    assert "history.jsonl:2  line removed" in told
    unread = [line for line in told if "cannot be read" in line]
    assert [line.partition("  ")[0] for line in unread] == ["history.jsonl:1", "history.jsonl:3"]


def test_bytes_of_the_history_that_are_no_text_stay(store):
    path = store.root / "annotations" / "history.jsonl"
    path.write_bytes(b"\xff\xfe\n" + path.read_bytes())
    withdraw(store)
    assert path.read_bytes().startswith(b"\xff\xfe\n{")


def test_a_word_that_is_only_a_part_of_another_stays(store):
    saved(store, added("places", "by-sea-2", note="near-by-sea", sources="other"))
    withdraw(store)
    assert store.lines()[-2].key == "by-sea-2"
    assert not store.lines()[-2].thinned


def test_a_row_that_stays_keeps_only_what_came_after_it_last_named_it(store):
    step = "stops", "by-land:1"
    saved(store, changed(store, *step, after="", duration=""))
    saved(store, changed(store, *step, role="waits"))
    saved(store, changed(store, *step, after="by-sea:1"))
    saved(store, changed(store, *step, after=""))
    saved(store, changed(store, *step, role="sleeps"))
    withdraw(store)
    writer, line = history(store, *step)
    assert (writer.before, writer.after["role"], writer.cut) == (None, "waits", True)
    assert (line.before["role"], line.after["role"]) == ("waits", "sleeps")
    assert disagreements(store) == []


def test_a_reason_that_names_it_takes_its_lines_along(store):
    saved(store, changed(store, "events", "famine", title="Hunger"), why="Read beside by-sea.")
    withdraw(store)
    assert [(line.why, line.cut) for line in history(store, "events", "famine")] == [("", True)]


def test_what_a_row_that_stays_once_rested_on_keeps_its_history(store):
    stop = changed(store, "stops", "by-land:1", mentions="shared;old", after="famine")
    saved(store, added("mentions", "old", paragraph="8"), stop)
    saved(store, changed(store, "stops", "by-land:1", mentions="shared", after="by-sea:1"))
    saved(store, removed(store, "mentions", "old"))
    withdraw(store, "famine")
    assert [line.after is None for line in history(store, "mentions", "old")] == [False, True]


def test_an_event_and_a_mention_go_with_the_lines_that_name_them(store):
    saved(store, changed(store, "events", "famine", summary="Very many went hungry."))
    saved(store, changed(store, "stops", "by-land:1", after="famine"))
    saved(store, changed(store, "stops", "by-land:1", after="by-sea:1"))
    saved(store, changed(store, "places", "dalian", note="Spared by famine."))
    withdraw(store, "famine")
    assert past(store).count("famine") == past(store).count("Spared by famine.") == 1
    assert "went hungry" not in past(store)
    withdraw(store, "port")
    assert '"port"' not in past(store)
    assert disagreements(store) == []
