"""How words were resolved before is counted over all mentions of the same spelling."""

from annotations.annotating.earlier import earlier_readings
from tests.collections import loaded_of

SHE = {"start": "10", "end": "15", "value": "dalian", "certainty": "certain"}


def earlier(*mentions: dict[str, str], words: str):
    """The readings that words have had in a collection with these mentions."""
    rows = [{"id": f"m{number}", **cells} for number, cells in enumerate(mentions)]
    places = [{}, {"id": "seoul", "name": "Seoul", "country": "KR"}]
    loaded = loaded_of(mentions=[{}, *rows], places=places)
    assert loaded.problems == []
    return earlier_readings(loaded.collection, words)


def test_the_most_frequent_place_comes_first_with_its_mentions_and_the_surest_certainty():
    north = {"quote": "Tongil", "start": "0", "end": "6"}
    found = earlier(
        north | {"value": "seoul", "certainty": "probable"},
        north | {"value": "dalian", "certainty": "possible"},
        north | {"value": "dalian", "certainty": "probable"},
        words="TONG-IL",
    )
    assert [(reading.value, reading.count) for reading in found] == [("dalian", 2), ("seoul", 1)]
    assert found[0].mentions == ("m1", "m2")
    assert found[0].sources == ("interview",)
    assert found[0].certainties == ("probable", "possible")


def test_words_that_were_left_unresolved_say_so():
    found = earlier(
        {"quote": "there", "start": "0", "end": "5", "value": "", "certainty": "unresolved"},
        words="There",
    )
    assert [(reading.kind, reading.value, reading.certainties) for reading in found] == [
        ("place", "", ("unresolved",))
    ]


def test_dates_are_told_apart_by_value_and_by_duration():
    date = {"quote": "three years", "start": "0", "end": "11", "kind": "date", "value": ""}
    found = earlier(
        date | {"duration": "P3Y", "certainty": "unresolved"},
        date | {"duration": "P3Y", "certainty": "unresolved"},
        date | {"value": "1996/1999", "certainty": "probable"},
        words="three years",
    )
    assert [(one.kind, one.value, one.duration, one.count) for one in found] == [
        ("date", "", "P3Y", 2),
        ("date", "1996/1999", "", 1),
    ]


def test_words_that_nobody_has_marked_have_no_way():
    assert earlier(words="Tumen") == ()
