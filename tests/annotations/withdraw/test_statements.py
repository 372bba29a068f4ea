"""A statement is withdrawn alone, or with what it bears on; nothing that stays names it."""

import pytest

from annotations.store import WITHDRAWN
from annotations.tables.changes import Refused, rows_by_key
from annotations.withdraw.copies import words_shown
from annotations.withdraw.plan import withdraw
from annotations.withdraw.subject import Subject
from tests.collections import csv_of
from tests.stores import added, changed, saved, store_of

LETTER = {"id": "letter", "sha256": "", "kind": "article"}
ROWS = csv_of(
    "statements",
    {"differs": "both"},
    {"id": "both", "mentions": "port;extra", "about": "by-sea;famine", "differs": "claim;theirs"},
    {"id": "theirs", "source": "letter[1]", "about": "", "mentions": "", "differs": "both"},
)


TABLES = {
    "sources": csv_of("sources", {}, LETTER),
    "mentions": csv_of("mentions", {}, {"id": "extra"}),
    "statements": ROWS,
    "events": csv_of("events", {"sources": "letter"}),
    "journeys": csv_of("journeys", {}, {"id": "by-land", "title": "By land"}),
    "stops": csv_of("stops", {}, {"journey": "by-land"}),
}


def left(record: str) -> dict[str, str]:
    """The statements that are left without a record: what each bears on, rests on, differs from."""
    store = store_of(**TABLES)
    withdraw(store, Subject(record))
    rows = rows_by_key(store, "statements")
    named = ("about", "mentions", "differs")
    return {key: " ".join(row[name] or "-" for name in named) for key, row in rows.items()}


CLAIM = "by-sea port both"


@pytest.mark.parametrize(
    ("record", "stays"),
    [
        ("theirs", {"claim": CLAIM, "both": "by-sea;famine port;extra claim"}),
        ("by-sea", {"both": "famine port;extra theirs", "theirs": "- - both"}),
        (
            "extra",
            {"claim": CLAIM, "both": "by-sea;famine port claim;theirs", "theirs": "- - both"},
        ),
        (
            "famine",
            {"claim": CLAIM, "both": "by-sea port;extra claim;theirs", "theirs": "- - both"},
        ),
        ("letter", {"claim": CLAIM, "both": "by-sea port;extra claim"}),
        ("interview", {"theirs": "- - -"}),
    ],
)
def test_what_stays_names_nothing_that_is_gone(record, stays):
    assert left(record) == stays


def test_words_that_only_a_statement_about_a_withdrawn_journey_rested_on_are_gone():
    mentions = csv_of(
        "mentions",
        {},
        *({"id": key, "source": "letter", "quote": key} for key in ("extra", "shared")),
    )
    own = {"mentions": "extra;shared", "source": "letter[2]"}
    stated = csv_of("statements", own, {**own, "id": "other", "mentions": "shared", "about": ""})
    store = store_of(**{**TABLES, "mentions": mentions, "statements": stated})
    removal = withdraw(store, Subject("by-sea"))
    assert set(rows_by_key(store, "mentions")) == {"port", "shared"}
    assert "extra" in removal.words["ids"] | removal.words["exact words"]


def test_a_withdrawn_statement_does_not_come_back_and_its_lines_are_gone():
    store = store_of(statements=ROWS)
    saved(store, changed(store, "statements", "theirs", note="Seen."))
    withdraw(store, Subject("theirs"))
    assert [line.act for line in store.lines(table="statements")] == [WITHDRAWN]
    with pytest.raises(Refused):
        saved(store, added("statements", "theirs"))


def test_a_statement_that_names_a_person_goes_with_her():
    rows = csv_of("statements", {"subject": "Boats of Pak Sun-i"}, {"id": "other", "about": ""})
    store = store_of(statements=rows)
    withdraw(store, Subject(names=("Pak Sun-i",)))
    assert list(rows_by_key(store, "statements")) == ["other"]


def test_what_stands_in_a_paragraph_of_a_withdrawn_journey_is_to_be_read():
    store = store_of(statements=csv_of("statements", {"about": "famine", "mentions": ""}))
    told = "\n".join(withdraw(store, Subject("by-sea")).to_read)
    assert "statements:1  'claim' rests on the same source. Read it, or withdraw it" in told


def test_what_bore_on_a_withdrawn_journey_too_or_differed_from_what_goes_is_to_be_read():
    told = "\n".join(withdraw(store_of(**TABLES), Subject("by-sea")).to_read)
    assert "statements:2  'both' bore on" in told
    assert "'theirs'" not in told
    told = "\n".join(withdraw(store_of(**TABLES), Subject("theirs")).to_read)
    assert "statements:2  'both' bore on" in told and "'claim'" not in told


def test_lines_of_a_statement_that_bore_on_a_withdrawn_event_are_gone():
    store = store_of(**TABLES)
    saved(store, changed(store, "statements", "both", note="Seen."))
    withdraw(store, Subject("famine"))
    (line,) = store.lines(table="statements")
    assert line.cut and "famine" not in repr(line)


def test_words_of_a_withdrawn_source_are_named_by_no_statement_of_another():
    mentions = csv_of("mentions", {}, {"id": "extra", "source": "letter"})
    store = store_of(**{**TABLES, "mentions": mentions})
    withdraw(store, Subject("letter"))
    assert rows_by_key(store, "statements")["both"]["mentions"] == "port"


def test_what_a_made_page_shows_of_a_statement_is_known():
    assert "Boats in the port" in words_shown([("statements", {"subject": "Boats in the port"})])
