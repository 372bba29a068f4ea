"""A person who asks to be removed is nowhere any more, under no spelling of their name."""

from unicodedata import normalize

import pytest

from annotations.proposals.acts import agree
from annotations.proposals.overlay import Overlay
from annotations.store.files.beside.texts import TextFolder
from annotations.store.files.store import CsvStore
from annotations.tables.changes import rows_by_key
from annotations.withdraw.__main__ import main
from annotations.withdraw.person import spelled
from annotations.withdraw.plan import planned, withdraw
from annotations.withdraw.subject import Subject
from annotations.withdraw.tables import NotWithdrawn
from tests.annotations.withdraw.test_sources import HER_TEXT, TABLES
from tests.collections import csv_of
from tests.stores import added, changed, removed, saved, store_in
from tests.two_journeys import SMALL

HER = {**TABLES, "journeys": csv_of(
    "journeys",
    {},
    {"id": "her-way", "people": "Pak Sun I, a nurse", "sources": "page", "summary": "x"},
)}  # fmt: skip


RAFT = {
    "journey": "raft-way", "sources": "raft", "basis": "inferred", "mentions": "", "date": ""
}  # fmt: skip

PIER = {"journey": "pier-way", "sources": "page-two", "place": "pier"}


@pytest.fixture
def store(tmp_path) -> CsvStore:
    store = store_in(tmp_path, **HER)
    TextFolder(tmp_path / ".texts").keep(HER_TEXT.encode())
    saved(store, added("names", "박순이", reason="Told of 박순이의 길."))
    saved(store, removed(store, "names", "박순이"))
    saved(Overlay(store), added("names", "Park Sun-i", reason="Told."))
    return store


@pytest.mark.parametrize(
    "text", ["Pak Sun-i", "PAK SUN I", "pak-sun-i-1996", "PakSunI", "pak_sun_i", "of Pak  Sun-i's"]
)
def test_a_name_is_found_however_it_is_spelled(text):
    assert spelled(["Pak Sun-i"]).search(text)


@pytest.mark.parametrize("text", ["Pak Sun-im", "Opak Sun-i", "Pak, Sun-i"])
def test_another_name_is_not(text):
    assert not spelled(["Pak Sun-i"]).search(text)


def test_a_short_name_is_not_found_in_a_word():
    assert not spelled(["Chin A", "Li Ke"]).search("People like China.")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Kim O'ok", "Kim O'ok told"), ("Kim O’ok", "KIM O'OK"), ("Kim O'ok", "kim-ook"),
        ("Pak Sun-i", "Pak Sun\u2011i"), ("J. Roe", "J. Roe’s"), ("J. Roe", "J Roe"),
        ("Roe, Jane", "Roe, Jane"), ("Ko·Un", "Ko Un"), ("김·민수", "김 민수"), ("R]^e", "R]^e"),
        ("Ch'ŏng Ho", "Ch\u2018ŏng Ho"), ("Ch'ŏng Ho", "Ch\u02bbŏng-Ho"), ("Chin A", "chin-a"),
    ],
)  # fmt: skip
def test_a_name_with_other_signs_is_found_with_them_and_without(name, text):
    assert spelled([name]).search(text)


def test_a_decomposed_name_goes_too(tmp_path):
    rows = {
        **SMALL,
        "journeys": csv_of("journeys", {"title": normalize("NFD", "가민수")}, {"id": "by-land"}),
    }
    there = store_in(tmp_path, **rows)
    withdraw(there, Subject(names=("가민수",)))
    assert list(rows_by_key(there, "journeys")) == ["by-land"]


def test_a_korean_name_is_found_in_front_of_a_particle():
    assert spelled(["박순이"]).search("그때 박순이는")
    with pytest.raises(ValueError, match="at least one letter"):
        spelled(["..."])


def test_everything_of_a_person_goes_in_every_script_that_is_named(store):
    names = ("Pak Sun-i", "Park Sun-i", "박순이")
    plan = withdraw(store, Subject(names=names))
    left = "\n".join(path.read_text() for path in store.root.rglob("*") if path.is_file())
    for word in ("Sun-i", "Sun I", "박순이", "her-way", "hers", "Jongori"):
        assert word not in left
    assert set(rows_by_key(store, "journeys")) == {"by-sea"}
    assert any(line.startswith(".proposals/") for line in plan.report)


def test_what_is_not_theirs_but_names_them_is_listed_and_ends_with_1(store, capsys):
    saved(store, changed(store, "journeys", "by-sea", note="With Pak Sun-i."))
    assert main(["--person", "Pak Sun-i", "--root", str(store.root)]) == 1
    told = capsys.readouterr().out
    assert "journeys.csv:2  names the person in 'note'. Rewrite it, or withdraw the row" in told
    assert "annotations/journeys.csv:2  still holds 'Pak Sun-i'. Rewrite it" in told
    assert "Out of reach: older commits" in told
    assert "by-sea" in rows_by_key(store, "journeys")


def test_nobody_is_told_and_changes_nothing(store, capsys):
    assert main(["--person", "Nobody Here", "--root", str(store.root)]) == 1
    assert "Nobody named 'Nobody Here' is in the tables." in capsys.readouterr().err


def test_a_name_without_a_letter_is_refused_in_words(store, capsys):
    assert main(["--person", "-", "--root", str(store.root)]) == 1
    assert "A name has at least one letter." in capsys.readouterr().err


def test_an_id_and_a_person_are_not_withdrawn_at_once(store, capsys):
    for words in (["her-way", "--person", "x"], []):
        with pytest.raises(SystemExit):
            main([*words, "--root", str(store.root)])
        assert "Give either an id or --person NAME." in capsys.readouterr().err


def test_a_record_that_is_only_proposed_goes_with_its_text(store):
    texts = TextFolder(store.root / ".texts")
    key = texts.keep(b"He spoke of a raft.\n")
    other = texts.keep(b"Somebody else spoke.\n")
    new = [
        added("sources", "raft", title="On a raft", sha256=key),
        added("journeys", "raft-way", title="By raft", sources="raft"),
        added("stops", "raft-way:1", **RAFT),
    ]
    saved(Overlay(store), *new)
    saved(Overlay(store), added("sources", "else", title="Other", sha256=other))
    plan = withdraw(store, Subject("raft-way"))
    assert texts.text(key) is None
    assert texts.text(other)
    assert not any("raft" in one.why or "raft-way" in repr(one) for one in store.proposals.all())
    assert not plan.rows
    with pytest.raises(NotWithdrawn, match="There is no record 'raft-way'"):
        planned(store, Subject("raft-way"))


def test_a_text_that_another_proposal_needs_stays(store):
    texts = TextFolder(store.root / ".texts")
    key = texts.keep(b"They spoke of a raft.\n")
    saved(Overlay(store), added("sources", "raft", title="On a raft", sha256=key))
    saved(Overlay(store), added("sources", "two", title="Two", sha256=key))
    withdraw(store, Subject("raft"))
    assert texts.text(key)


def test_what_else_is_in_its_proposal_may_be_proposed_again(store):
    """Rows that hang on it alone go with it; those of others are not withdrawn."""
    both = [
        added("sources", "raft", title="On a raft", sha256=""),
        added("sources", "page-two", title="A page", sha256=""),
        added("places", "cove", name="The Cove", name_ko="", sources="raft"),
        added("places", "pier", name="The Pier", name_ko="", sources="page-two"),
        added("mentions", "raft-cove", source="raft", value="cove"),
        added("journeys", "raft-way", title="By raft", sources="raft"),
        added("journeys", "pier-way", title="By the pier", sources="page-two"),
        added("stops", "raft-way:1", **RAFT, place="cove"),
        added("stops", "pier-way:1", **{**RAFT, **PIER}),
    ]
    others = [row for row in both if row.key in ("page-two", "pier", "pier-way", "pier-way:1")]
    saved(Overlay(store), *both)
    saved(Overlay(store), *others)
    store.drafts.keep("bo", "import-1", {"files": [["stops.csv", "pier-way,1,pier,hides"]]})
    plan = withdraw(store, Subject("raft-way"))
    assert plan.withdrawn == {"raft-way", "raft", "raft-cove"}
    (left,) = [one for one in store.proposals.all() if one.changes[0].table != "names"]
    assert left.changes == tuple(others)
    assert store.drafts.list("bo")
    agree(store, left, "cy")
    assert "pier-way" in rows_by_key(store, "journeys")
