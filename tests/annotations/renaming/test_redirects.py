"""An old link leads to a record that was renamed, and nobody can read or guess more from that."""

import pytest

from annotations.rename import main
from annotations.renaming import NotRenamed, may_be_led_to, rename
from annotations.store.files.store import CsvStore
from annotations.tables.changes import Refused, rows_by_key
from annotations.withdraw.plan import withdraw
from annotations.withdraw.subject import Subject
from tests.collections import csv_of
from tests.stores import added, path_of, saved, store_in
from tests.two_journeys import OPEN, SMALL, open_journeys


@pytest.fixture(params=["files", "memory"])
def store(request, tmp_path):
    return open_journeys(request.param, tmp_path)


def test_an_old_id_leads_to_the_new_one_also_after_a_second_renaming(store):
    rename(store, "by-sea", "a-boat", "ada")
    rename(store, "a-boat", "a-crossing", "ada")
    assert store.redirects.follow("by-sea") == store.redirects.follow("a-boat") == "a-crossing"
    assert store.redirects.follow("by-land") is None


def test_a_withdrawal_takes_what_led_to_the_record(store):
    rename(store, "by-sea", "a-boat", "ada")
    withdraw(store, Subject("a-boat"))
    assert store.redirects.follow("by-sea") is None


def test_what_is_shown_in_less_detail_is_led_to_by_nothing(tmp_path):
    store = store_in(tmp_path, **SMALL)
    rename(store, "by-sea", "a-boat", "ada")
    assert store.redirects.follow("by-sea") is None
    assert not may_be_led_to(store, "a-boat")
    rename(store, "a-boat", "a-crossing", "ada")
    path_of(tmp_path, "publication").write_text(csv_of("publication"))
    assert may_be_led_to(store, "a-crossing")
    assert store.redirects.follow("by-sea") is store.redirects.follow("a-boat") is None


@pytest.mark.parametrize("hidden", [True, False])
def test_no_older_link_leads_on_once_a_renaming_leads_nobody(store, hidden):
    rename(store, "by-sea", "a-boat", "ada")
    if hidden:
        saved(store, added("publication", "a-boat", place="country"))
    rename(store, "a-boat", "a-crossing", "ada", redirect=hidden)
    assert store.redirects.follow("by-sea") is store.redirects.follow("a-boat") is None
    assert store.redirects.record_of("by-sea") == "a-crossing"


def test_a_renaming_can_do_without(store):
    rename(store, "by-sea", "a-boat", "ada", redirect=False)
    assert store.redirects.follow("by-sea") is None


@pytest.mark.parametrize(
    ("table", "old"),
    [("journeys", "by-sea"), ("events", "famine"), ("mentions", "beside"), ("sources", "page")],
)
def test_no_row_gets_an_id_that_what_was_withdrawn_had_once(store, table, old):
    row = added(table, old, **rows_by_key(store, table)[old])
    rename(store, old, "first-name", "ada", redirect=False)
    rename(store, "first-name", "second-name", "ada", redirect=False)
    withdraw(store, Subject("second-name"))
    for key in (old, "first-name", "second-name"):
        assert store.redirects.record_of(key) == ""
    with pytest.raises(Refused, match=f"'{old}' was withdrawn"):
        saved(store, row)
    with pytest.raises(NotRenamed, match="or was once"):
        rename(store, "by-land", "first-name", "ada")


def test_a_withheld_journey_is_known_by_its_earlier_ids_to_a_withdrawal(tmp_path):
    store = store_in(tmp_path, **SMALL)
    rename(store, "by-sea", "a-boat", "ada")
    withdraw(store, Subject("a-boat"))
    assert store.redirects.record_of("by-sea") == store.redirects.record_of("a-boat") == ""


def test_an_id_that_tells_too_much_comes_back_for_no_row_and_no_other_record(store):
    rename(store, "by-sea", "a-boat", "ada")
    with pytest.raises(Refused, match="is an id that a record had once"):
        saved(store, added("journeys", "by-sea", sources="page"))
    with pytest.raises(NotRenamed, match="or was once"):
        rename(store, "by-land", "by-sea", "ada")
    rename(store, "a-boat", "by-sea", "ada")
    assert store.redirects.follow("a-boat") == "by-sea"


def test_a_place_has_no_redirect(store):
    rename(store, "dalian", "a-port", "ada")
    assert store.redirects.record_of("dalian") is None


def test_no_file_holds_the_old_id_and_others_cannot_read_the_key(tmp_path):
    store_in(tmp_path, **OPEN)
    assert main(["by-sea", "a-boat", "--root", str(tmp_path)]) == 0
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path for path in files if b"by-sea" in path.read_bytes()] == []
    assert [path for path in files if "by-sea" in path.name] == []
    assert (tmp_path / ".redirects").stat().st_mode & 0o077 == 0
    assert CsvStore(tmp_path).redirects.follow("by-sea") == "a-boat"


def test_two_stores_give_the_same_old_id_different_digests(tmp_path):
    names = []
    for room in ("one", "two"):
        (tmp_path / room).mkdir()
        store = store_in(tmp_path / room, **OPEN)
        rename(store, "by-sea", "a-boat", "ada")
        names.append({path.name for path in (tmp_path / room / ".redirects").iterdir()} - {"key"})
    assert names[0] != names[1]
