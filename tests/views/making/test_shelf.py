"""The shelf of made files never has more than it may, and gives what was last asked for."""

from views.making.shelf import MOST_FILES, Shelf


def test_what_was_not_asked_for_longest_goes_when_there_is_no_room():
    shelf = Shelf(10)
    shelf.put("a", b"1234")
    shelf.put("b", b"1234")
    assert shelf.get("a") == b"1234"
    shelf.put("c", b"1234")
    assert [shelf.get(key) for key in "abc"] == [b"1234", None, b"1234"]


def test_a_file_larger_than_the_shelf_is_not_kept_and_leaves_no_trace():
    shelf = Shelf(10)
    shelf.put("large", b"0" * 11)
    assert shelf.get("large") is None
    shelf.put("a", b"0" * 10)
    assert shelf.get("a") == b"0" * 10


def test_a_file_put_twice_counts_once():
    shelf = Shelf(10)
    for _ in range(3):
        shelf.put("a", b"0" * 6)
    shelf.put("b", b"0" * 4)
    assert shelf.get("a") and shelf.get("b")


def test_however_small_files_are_a_shelf_has_a_bounded_number_of_them():
    shelf = Shelf(MOST_FILES * 1_000)
    for number in range(MOST_FILES + 1):
        shelf.put(number, b"0")
    kept = [number for number in range(MOST_FILES + 1) if shelf.get(number)]
    assert kept == [*range(1, MOST_FILES + 1)]


def test_a_shelf_that_was_cleared_has_nothing():
    shelf = Shelf(10)
    shelf.put("a", b"0" * 10)
    shelf.clear()
    assert shelf.get("a") is None
    shelf.put("b", b"0" * 10)
    assert shelf.get("b")
