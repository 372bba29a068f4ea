"""A record that is withdrawn is nowhere any more, and nothing else has changed."""

import os
import re
import shutil
from pathlib import Path

import pytest

from annotations.check.everything import check
from annotations.collection.load import load
from annotations.store.files.beside.texts import TextFolder
from annotations.store.files.store import CsvStore
from annotations.store.memory.store import MemoryStore
from annotations.store.removal import Removal
from annotations.store.stories import Stories
from annotations.stories.load import load_stories
from annotations.tables.sheets import Snapshot
from annotations.withdraw import plan
from annotations.withdraw.__main__ import main
from annotations.withdraw.history import line_of_withdrawal
from annotations.withdraw.plan import withdraw
from annotations.withdraw.records import take_out
from annotations.withdraw.subject import Subject
from annotations.withdraw.tables import NotWithdrawn, WithdrawnTables
from geodata import ROOT
from tests.annotations.check.test_everything import write
from tests.collections import TEXT, csv_of, good_tables
from tests.stores import held, store_in
from tests.stories import HEAD, STEP
from tests.two_journeys import SMALL

JOURNEYS = sorted(load(CsvStore()).collection.journeys)
STORE = CsvStore()
TABLES_NOW = STORE.snapshot()
STORIES = {name: STORE.stories.exact(name) for name in STORE.stories.names()}
TEXTS = {path.partition("/")[2]: text for path, text in held(ROOT).items()}
NO_ROWS = "has no row below its header. Add the first one."
PROBLEMS = check(TABLES_NOW, stories=STORE.stories)


@pytest.fixture
def copy(tmp_path) -> Path:
    """A copy of the real tables and stories."""
    for room, pattern in (("annotations", "*.csv"), ("geodata", "places.csv")):
        (tmp_path / room).mkdir()
        for path in (ROOT / room).glob(pattern):
            shutil.copy(path, tmp_path / room)
    stories = ROOT / "annotations" / "stories"
    (tmp_path / "annotations" / "stories").mkdir()
    for path in stories.glob("*.yaml"):
        shutil.copy(path, tmp_path / "annotations" / "stories")
    return tmp_path


def named_in(texts: dict[str, str], record: str) -> set[str]:
    """The files that hold an id as a word."""
    word = re.compile(rf"(?<![\w-]){re.escape(record)}(?![\w-])")
    return {name for name, text in texts.items() if word.search(text)}


def plan_of(withdrawal: WithdrawnTables) -> Removal:
    """What a withdrawal takes out of tables and stories."""
    return Removal(withdrawal.changed, withdrawal.stories, {}, line_of_withdrawal("journeys", 1))


def texts_of(tables: Snapshot, stories: Stories) -> dict[str, str]:
    """Tables and stories as texts, by their files."""
    rows = {
        f"{name}.csv": sheet.header + "".join(row.written for row in sheet.rows)
        for name, sheet in tables.tables.items()
    }
    return rows | {f"stories/{name}": stories.exact(name) for name in stories.names()}


@pytest.mark.thorough
@pytest.mark.parametrize("journey", JOURNEYS)
def test_any_journey_can_be_withdrawn_without_a_trace_or_a_problem(journey):
    withdrawal = WithdrawnTables(TABLES_NOW, STORIES)
    take_out(withdrawal, [journey])
    tables, stories = STORE.without(plan_of(withdrawal))
    assert named_in(TEXTS, journey)
    assert named_in(texts_of(tables, stories), journey) == set()
    assert list(map(str, check(tables, stories=stories))) == list(map(str, PROBLEMS))


@pytest.mark.thorough
def test_all_journeys_can_be_withdrawn_one_after_the_other(monkeypatch):
    monkeypatch.setattr(plan, "check", lambda *_args, **_options: [])  # once, at the end
    store = MemoryStore(TABLES_NOW, STORIES)
    for journey in JOURNEYS:
        withdraw(store, Subject(journey))
    texts = texts_of(store.snapshot(), store.stories)
    texts["history"] = "\n".join(map(str, store.lines()))
    assert {journey for journey in JOURNEYS if named_in(texts, journey)} == set()
    collection = load(store).collection
    assert not collection.journeys
    assert load_stories(store.stories, collection).problems == []
    new = set(map(str, check(store, stories=store.stories))) - set(map(str, PROBLEMS))
    assert {problem.partition("  ")[2] for problem in new} == {NO_ROWS}


def test_the_rows_that_are_left_are_the_same_bytes_in_the_same_order(copy):
    before = (copy / "annotations" / "stops.csv").read_bytes().splitlines(keepends=True)
    main(["two-brothers", "--root", str(copy)])
    after = (copy / "annotations" / "stops.csv").read_bytes().splitlines(keepends=True)
    assert after == [line for line in before if not line.startswith(b"two-brothers,")]
    names = (copy / "annotations" / "names.csv").read_bytes()
    assert names == (ROOT / "annotations" / "names.csv").read_bytes()


def test_a_dry_run_prints_the_same_and_writes_nothing(copy, capsys):
    before = held(copy)
    assert main(["the-way", "--root", str(copy), "--dry-run"]) == 0
    dry = capsys.readouterr().out
    assert held(copy) == before
    assert main(["the-way", "--root", str(copy)]) == 0
    assert capsys.readouterr().out == dry
    assert held(copy) != before


def test_each_place_is_printed_with_its_file_and_line(copy, capsys):
    main(["nine-young-people-2013", "--root", str(copy)])
    lines = capsys.readouterr().out.splitlines()
    stood = {
        number
        for number, line in enumerate(TEXTS["stops.csv"].splitlines(), start=1)
        if line.startswith("nine-young-people-2013,")
    }
    assert {f"stops.csv:{number}  row removed" for number in stood} < set(lines)
    story = TEXTS["stories/the-long-way-round.yaml"].splitlines()
    step = 1 + story.index("  - heading: When the route fails")
    named = f"stories/the-long-way-round.yaml:{step}  step 'When"
    assert any(line.startswith(named) for line in lines)
    assert any(line.startswith("events.csv:") and "nine-from-laos-2013" in line for line in lines)


def test_an_unknown_id_is_told_with_the_nearest_one_and_changes_nothing(copy, capsys):
    before = held(copy)
    assert main(["two-brother", "--root", str(copy)]) == 1
    told = "There is no record 'two-brother'. Did you mean 'two-brothers'?\n"
    assert capsys.readouterr() == ("", told)
    assert held(copy) == before


def test_an_event_goes_and_what_counts_from_it_counts_from_nothing(copy):
    collection = load(CsvStore(copy)).collection
    anchors = [m.anchor for m in collection.mentions.values() if m.anchor in collection.events]
    assert main([anchors[0], "--root", str(copy)]) == 0
    assert anchors[0] not in load(CsvStore(copy)).collection.events
    assert named_in(held(copy), anchors[0]) == set()
    assert check(CsvStore(copy)) == []


def withdrawn(record: str, **texts: str) -> tuple[WithdrawnTables, dict[str, str]]:
    """What is done in a small project, and the files as they are then."""
    stories = {name.removeprefix("stories/"): text for name, text in texts.items()}
    store = MemoryStore(good_tables(**SMALL), stories)
    withdrawal = WithdrawnTables(store, stories)
    take_out(withdrawal, [record])
    return withdrawal, texts_of(*store.without(plan_of(withdrawal)))


def test_all_that_is_only_its_own_goes_with_a_journey():
    _, now = withdrawn("by-sea")
    assert [line.split(",")[0] for line in now["mentions.csv"].splitlines()] == [
        "id", "shared", "later",
    ]  # fmt: skip
    assert now["names.csv"].splitlines()[1:] == []
    assert [line.split(",")[0] for line in now["publication.csv"].splitlines()] == [
        "record", "by-land",
    ]  # fmt: skip
    assert named_in(now, "by-sea") == set()


def test_what_counted_from_it_counts_from_nothing():
    withdrawal, now = withdrawn("by-sea")
    (row,) = now["stops.csv"].splitlines()[1:]
    assert row.startswith("by-land,1,dalian,hides near the port,,,,,")
    told = set(map(str, (*withdrawal.done, *withdrawal.to_read)))
    assert {"stops:2:after  'by-sea:1' removed", "mentions:4:anchor  'port' removed"} <= told


def test_a_source_that_nothing_else_names_goes_with_its_journey():
    _, now = withdrawn("by-land")
    assert [line.split(",")[0] for line in now["sources.csv"].splitlines()] == [
        "id", "interview", "other",
    ]  # fmt: skip


def test_a_mention_that_alone_states_a_stop_is_not_withdrawn():
    with pytest.raises(NotWithdrawn, match=r"stops:2 is stated by 'shared' alone"):
        withdrawn("shared")
    _, now = withdrawn("port")
    assert (
        "by-sea,1,dalian,hides near the port,1996-05,,,,,stated,certain,,,interview[2],shared,"
        in (now["stops.csv"])
    )


def test_a_mention_that_alone_states_a_date_is_not_withdrawn():
    stops = csv_of("stops", {"basis": "external", "date_basis": "stated"})
    withdrawal = WithdrawnTables(MemoryStore(good_tables(stops=stops), {}), {})
    with pytest.raises(NotWithdrawn, match="is stated by 'port' alone"):
        take_out(withdrawal, ["port"])


def test_a_story_loses_what_it_showed_and_goes_with_its_last_step():
    step = STEP + "    show: [by-sea:1, by-land]\n    open: by-sea\n    notes: x\n"
    only = STEP.replace("The port", "Alone") + "    show: by-sea\n"
    stories = {"stories/a.yaml": HEAD + only + step, "stories/b.yaml": HEAD + only}
    withdrawal, now = withdrawn("by-sea", **stories)
    assert now["stories/a.yaml"] == HEAD + STEP + "    show: [by-land]\n    notes: x\n"
    assert "stories/b.yaml" not in now
    gone = "stories/b.yaml:1  removed as a whole: no step is left"
    assert gone in map(str, (*withdrawal.done, *withdrawal.to_read))


def test_a_new_problem_of_what_is_left_is_printed(tmp_path, capsys):
    for name, text in good_tables(**SMALL).texts.items():
        write(tmp_path, name, text)
    (tmp_path / "annotations" / "stories").mkdir()
    story = HEAD + STEP + "    countries: [KR]\n"
    places = csv_of("places", {"sources": "other"}, {"id": "seoul", "country": "KR"})
    write(tmp_path, "places", places)
    write(
        tmp_path,
        "stops",
        SMALL["stops"] + csv_of("stops", {"order": "2", "place": "seoul"}).split("\n")[1] + "\n",
    )
    (tmp_path / "annotations" / "stories" / "a.yaml").write_text(story, encoding="utf-8")
    main(["by-sea", "--root", str(tmp_path)])
    assert "stories/a.yaml:9:countries  'KR' is not one of CN, KP." in capsys.readouterr().out


def test_files_are_replaced_together_or_not_at_all(copy, monkeypatch, capsys):
    before = held(copy)

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "chmod", full)
    assert main(["two-brothers", "--root", str(copy)]) == 1
    assert capsys.readouterr().err == (
        "A file could not be read or written: No space left on device. "
        "Make room or give permission, then run the command again.\n"
    )
    assert held(copy) == before


def test_the_quotes_of_what_is_left_still_stand_in_their_text(tmp_path):
    for name, text in good_tables().texts.items():
        write(tmp_path, name, text)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "interview.txt").write_bytes(TEXT.encode())
    main(["famine", "--root", str(tmp_path)])
    problems = check(CsvStore(tmp_path), TextFolder(tmp_path / "texts"))
    assert [str(problem) for problem in problems] == [f"events.csv:1  {NO_ROWS}"]


def test_a_story_that_named_the_journey_is_to_be_read_as_a_whole(tmp_path):
    store = store_in(tmp_path, **SMALL)
    folder = tmp_path / "annotations" / "stories"
    folder.mkdir()
    other = STEP + "    show: by-land\n"
    for name, steps in {"both": STEP + "    show: by-sea\n" + other, "land": other}.items():
        (folder / f"{name}.yaml").write_text(HEAD + steps)
    told = withdraw(store, Subject("by-sea")).to_read
    (line,) = [each for each in told if each.startswith("stories/")]
    assert line.startswith("stories/both.yaml:1  named it. Read all of it")
