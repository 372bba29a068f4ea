"""An old link leads to a record that was renamed, and nobody can read or guess more from that."""

import pytest

from annotations.rename import main
from annotations.renaming import may_be_led_to, rename
from annotations.store.files.store import CsvStore
from annotations.withdraw.plan import withdraw
from annotations.withdraw.subject import Subject
from tests.stores import store_in
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
    assert not (tmp_path / ".redirects").exists()


def test_a_renaming_can_do_without(store):
    rename(store, "by-sea", "a-boat", "ada", redirect=False)
    assert store.redirects.follow("by-sea") is None


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
