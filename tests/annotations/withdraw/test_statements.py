"""A statement is withdrawn alone, or with what it bears on; nothing that stays names it."""

import pytest

from annotations.store import WITHDRAWN
from annotations.tables.changes import Refused, rows_by_key
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
        ("letter", {"claim": CLAIM, "both": "by-sea port;extra claim"}),
        ("interview", {"theirs": "- - -"}),
    ],
)
def test_what_stays_names_nothing_that_is_gone(record, stays):
    assert left(record) == stays


def test_a_withdrawn_statement_does_not_come_back_and_its_lines_are_gone():
    store = store_of(statements=ROWS)
    saved(store, changed(store, "statements", "theirs", note="Seen."))
    withdraw(store, Subject("theirs"))
    assert [line.act for line in store.lines(table="statements")] == [WITHDRAWN]
    with pytest.raises(Refused):
        saved(store, added("statements", "theirs"))
