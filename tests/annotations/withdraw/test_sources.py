"""A source that is withdrawn takes its text, its words and all that rests on it alone."""

import pytest

from annotations.store.files.beside.texts import TextFolder
from annotations.store.files.store import CsvStore
from annotations.store.memory.store import MemoryStore
from annotations.store.texts import digest
from annotations.tables.changes import rows_by_key
from annotations.tables.schema import TABLES as TABLES_OF
from annotations.withdraw import plan as plan_module
from annotations.withdraw.plan import planned, withdraw
from annotations.withdraw.proof import proof
from annotations.withdraw.subject import Subject
from geodata.cells import parts
from tests.collections import TEXT, csv_of, good_tables
from tests.stores import added, saved, store_in
from tests.stories import HEAD, STEP
from tests.two_journeys import SMALL

HER_TEXT = "Pak Sun-i told us\n\nIn June 1996 she hid in Jongori.\n"
HER_MONTH = "June 1996"
HER_WORDS = (
    "Sun-i", "her-way", "hers", "Jongori", "종고리", "Musan", HER_MONTH, "her-month"
)  # fmt: skip
HERS = {"id": "hers", "title": "Pak Sun-i: my way", "author": "Pak Sun-i (interview)",
        "sha256": digest(HER_TEXT.encode())}  # fmt: skip
HER_STOP = {"journey": "her-way", "place": "jongori", "mentions": "her-port", "sources": "hers[2]"}
TABLES = {
    "sources": csv_of("sources", {}, HERS, {"id": "page", "kind": "reference", "sha256": ""}),
    "places": csv_of(
        "places",
        {"sources": "page"},
        {"id": "jongori", "name": "Jongori", "name_ko": "종고리", "sources": "hers[2]"},
        {"id": "musan", "name": "Musan", "name_ko": "", "sources": "hers[2]"},
        {"id": "seoul", "name": "Seoul", "name_ko": "", "sources": "hers[3];page"},
    ),
    "mentions": csv_of(
        "mentions",
        {},
        {"id": "her-port", "source": "hers", "quote": "Jongori", "value": "jongori"},
        {"id": "her-month", "source": "hers", "quote": HER_MONTH, "kind": "date", "value": "1996"},
    ),
    "journeys": csv_of("journeys", {}, {"id": "her-way", "title": "A way", "sources": "hers[2]"}),
    "stops": csv_of(
        "stops",
        {},
        HER_STOP,
        {**HER_STOP, "order": "2", "place": "musan", "mentions": ""},
    ),
    "events": csv_of("events", {"sources": "page", "places": "dalian"}),
    "arrivals": csv_of("arrivals", {"sources": "page"}),
    "names": csv_of("names", {"name": "Pak Sun-i", "sources": "hers"}),
    "publication": "record,place,date,names,role,reason,review,asked,note\n",
}


@pytest.fixture
def store(tmp_path) -> CsvStore:
    """A journey that rests on the testimony of one woman, beside another journey."""
    store = store_in(tmp_path, **TABLES)
    texts = TextFolder(tmp_path / ".texts")
    texts.keep(TEXT.encode())
    texts.keep(HER_TEXT.encode())
    return store


@pytest.mark.parametrize("record", ["her-way", "hers"])
def test_with_a_journey_go_its_testimony_its_text_its_words_and_the_places_only_it_named(
    store, record
):
    plan = withdraw(store, Subject(record))
    assert proof(store, plan).found == ()
    left = "\n".join(path.read_text() for path in store.root.rglob("*") if path.is_file())
    assert [word for word in HER_WORDS if word in left] == []
    assert {path.read_text() for path in (store.root / ".texts").iterdir()} == {TEXT}
    told = "\n".join([*plan.report, *plan.to_read])
    for place in ("sources.csv:3", "places.csv:3", "mentions.csv:4", "names.csv:2", ".texts/"):
        assert place in told


def test_a_place_that_others_use_stays_and_cites_them(store):
    stop = {"journey": "by-sea", "order": "2", "place": "musan", "mentions": "port"}
    saved(store, added("stops", "by-sea:2", **stop))
    withdraw(store, Subject("hers"))
    rows = rows_by_key(store, "places")
    assert rows["musan"]["sources"] == "interview[2]"
    assert rows["seoul"]["sources"] == "page"
    assert "jongori" not in rows


def two(**tables: str) -> MemoryStore:
    return MemoryStore(good_tables(**{**TABLES, **tables}))


def test_what_rests_on_another_source_too_stays_without_the_citation_and_is_listed():
    both = {**HER_STOP, "sources": "hers[2];page", "mentions": "her-port;port"}
    store = two(stops=csv_of("stops", {}, {**HER_STOP, "place": "musan"}, {**both, "order": "2"}))
    plan = withdraw(store, Subject("hers"))
    rows = rows_by_key(store, "stops")
    assert set(rows) == {"by-sea:1", "her-way:1"}
    assert (rows["her-way:1"]["sources"], rows["her-way:1"]["mentions"]) == ("page", "port")
    assert rows_by_key(store, "journeys")["her-way"]["sources"] == "page"
    told = "\n".join([*plan.report, *plan.to_read])
    assert "stops:3  rested on 'hers' too. Read it: it may tell of what was withdrawn" in told
    assert "stops:3:order  is 1 now" in told


def test_what_names_a_stop_by_its_number_follows_it():
    both = {**HER_STOP, "sources": "hers[2];page", "order": "2"}
    counts = {"order": "2", "after": "her-way:2", "duration": "P1D", "date": "", "mentions": "port"}
    store = two(stops=csv_of("stops", {}, HER_STOP, both, counts))
    withdraw(store, Subject("hers"))
    assert rows_by_key(store, "stops")["by-sea:2"]["after"] == "her-way:1"


@pytest.mark.parametrize("number", ["x", "", "²", "9" * 5_000])
def test_a_stop_whose_number_cannot_be_read_stops_no_withdrawal(number):
    both = {**HER_STOP, "sources": "hers[2];page"}
    stops = ({**both, "order": "2"}, {**both, "order": number})
    store = two(stops=csv_of("stops", {}, HER_STOP, *stops))
    withdraw(store, Subject("hers"))
    left = [row for row in store.table("stops").rows if row.key.startswith("her-way")]
    kept = {"9" * 5_000: "2"}.get(number, number)
    assert [row.cells[1] for row in left] == ["1", kept]


def test_a_journey_leaves_the_testimony_that_another_rests_on_and_says_so():
    store = MemoryStore(good_tables(**SMALL))
    told = planned(store, Subject("by-sea")).to_read
    stays = "sources:1  stays, since stops:2 rests on it. Read its text, or withdraw it too"
    assert stays in told


def test_a_page_of_reference_that_a_count_rests_on_outlives_a_journey():
    store = two(journeys=csv_of("journeys", {}, {"id": "her-way", "sources": "hers;page"}))
    withdraw(store, Subject("her-way"))
    assert set(rows_by_key(store, "sources")) == {"interview", "page"}


def test_one_mention_leaves_its_source_and_the_others():
    store = two(stops=csv_of("stops", {}), journeys=csv_of("journeys", {}))
    withdraw(store, Subject("her-month"))
    assert "hers" in rows_by_key(store, "sources")
    assert set(rows_by_key(store, "mentions")) == {"port", "her-port"}


def test_a_story_cites_it_no_more():
    step = STEP.replace("sources: interview[2]", "sources: hers[2];page")
    alone = STEP.replace("The port", "Alone").replace("interview[2]", '"hers"')
    store = MemoryStore(good_tables(**TABLES), {"a.yaml": HEAD + step + alone})
    plan = withdraw(store, Subject("hers"))
    now = store.stories.exact("a.yaml")
    assert "    sources: page\n" in now
    assert "hers" not in now
    assert any(line.startswith("stories/a.yaml:") and "'hers[2]'" in line for line in plan.report)


def test_statistics_that_rest_on_it_alone_go():
    store = two(arrivals=csv_of("arrivals", {"sources": "hers"}))
    withdraw(store, Subject("hers"))
    assert not rows_by_key(store, "arrivals")


def referring(store, plan) -> set[str]:
    """What the cells that name other rows say when a plan is carried out."""
    tables, _ = store.without(plan)
    return {
        part.partition("[")[0]
        for name, table in TABLES_OF.items()
        for column in table.columns
        if column.to
        for row in rows_by_key(tables, name).values()
        for part in parts(row[column.name])
    }


@pytest.mark.thorough
def test_of_no_source_or_event_is_a_reference_or_a_sentence_left(monkeypatch):
    """Every fourth one of the project, in memory; other rows may tell of it, which is listed."""
    monkeypatch.setattr(plan_module, "check", lambda *_args, **_options: [])
    real = CsvStore()
    stories = {name: real.stories.exact(name) for name in real.stories.names()}
    store = MemoryStore(real.snapshot(), stories)
    for table in ("sources", "events"):
        for key in list(rows_by_key(store, table))[::4]:
            plan = planned(store, Subject(key))
            assert key not in referring(store, plan)
            assert None in plan.rows[table].values()
            found = proof(store, plan, is_done=False).found
            assert not any(line.startswith("history") for line in found)
