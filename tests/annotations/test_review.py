"""A row is reviewed by a second person, and what changed since then is known."""

import pytest

from annotations.changes import rows_by_key
from annotations.history import history, lines_of
from annotations.review import OwnWork, changes_since_review, last_writer, rejected, reviewed
from annotations.saving import undo
from tests.stores import added, changed, saved, store_in

ROW = "journeys", "by-sea"


@pytest.fixture
def store(tmp_path):
    """The good tables in a folder."""
    return store_in(tmp_path)


def status(store) -> str:
    return rows_by_key(store, ROW[0])[ROW[1]]["status"]


def write(store, who, **cells):
    return saved(store, changed(store, *ROW, **cells), who=who)


def since(store):
    return dict(changes_since_review(lines_of(store.history()), *ROW))


def test_a_row_without_history_may_be_reviewed_by_anybody(store):
    reviewed(store, *ROW, "ada")
    assert status(store) == "reviewed"


@pytest.mark.parametrize("who", ["ada", " Ada  "])
def test_whoever_wrote_a_row_cannot_review_it(who, store):
    write(store, "ada", note="x")
    with pytest.raises(OwnWork, match="Somebody else has to review it"):
        reviewed(store, *ROW, who)
    assert status(store) == "draft"
    reviewed(store, *ROW, "bo")
    assert status(store) == "reviewed"


def test_a_rejection_by_somebody_else_does_not_let_the_writer_review(store):
    write(store, "ada", note="x")
    rejected(store, *ROW, "bo", "The year is missing.")
    assert last_writer(history(store, *ROW), *ROW) == "ada"
    with pytest.raises(OwnWork):
        reviewed(store, *ROW, "ada")


def test_a_rejection_sets_the_row_back_and_keeps_its_reason(store):
    reviewed(store, *ROW, "ada")
    rejected(store, *ROW, "bo", "The year is missing.")
    assert status(store) == "draft"
    rejected(store, *ROW, "bo", "Still missing.")
    told = [(line.act, line.why) for line in history(store, *ROW)]
    assert told == [
        ("reviewed", ""), ("rejected", "The year is missing."), ("rejected", "Still missing."),
    ]  # fmt: skip
    with pytest.raises(ValueError, match="Say why"):
        rejected(store, *ROW, "bo", " ")


def test_what_changed_since_the_review_is_told_by_column(store):
    reviewed(store, *ROW, "ada")
    assert since(store) == {}
    write(store, "bo", note="x", title="By ship")
    write(store, "bo", note="")
    assert since(store) == {"title": ("By sea", "By ship")}
    reviewed(store, *ROW, "ada")
    assert since(store) == {}


def test_a_row_that_stays_reviewed_while_it_changes_is_reviewed_again(store):
    reviewed(store, *ROW, "ada")
    write(store, "bo", note="x")
    assert status(store) == "reviewed"
    reviewed(store, *ROW, "ada")
    assert [line.act for line in history(store, *ROW)] == ["reviewed", "saved", "reviewed"]
    assert since(store) == {}


def test_a_review_that_was_undone_is_none(store):
    write(store, "bo", note="x")
    undo(store, reviewed(store, *ROW, "ada").id, "ada")
    assert status(store) == "draft"
    assert since(store) == {"note": ("", "x")}


def test_of_a_new_row_all_is_new_and_of_one_without_history_nothing_is_known(store):
    saved(store, added("mentions", "second"))
    told = changes_since_review(lines_of(store.history()), "mentions", "second")
    assert told["quote"] == ("", "Dalian")
    assert "status" not in told
    assert since(store) == {}


@pytest.mark.parametrize(
    ("table", "key", "error"),
    [
        ("journeys", "nowhere", LookupError),
        ("names", "Mike Kim", ValueError),
        ("x", "", ValueError),
    ],
)
def test_what_cannot_be_reviewed_is_told(table, key, error, store):
    with pytest.raises(error):
        reviewed(store, table, key, "ada")
