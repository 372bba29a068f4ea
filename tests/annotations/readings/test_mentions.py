"""Words that two readings marked are paired by what they share, each once."""

import pytest

from annotations.readings import Marked, pairs
from annotations.readings.mentions import marked, mention_row


def words(start: int, end: int, value: str = "", kind: str = "place", source: str = "a") -> Marked:
    """Marked words, certain of what they say."""
    return Marked(source, kind, start, end, value, "certain")


def test_nested_names_are_paired_with_their_like():
    whole, inner = words(0, 15, "northeast-china"), words(10, 15, "china")
    assert pairs([inner, whole], [whole, inner]) == [(inner, inner), (whole, whole)]


def test_nothing_is_paired_twice_and_the_best_overlap_goes_first():
    one, near, same = words(0, 10), words(0, 9), words(0, 10, "dalian")
    assert pairs([one], [near, same]) == [(one, same)]
    assert pairs([near, same], [one]) == [(same, one)]


@pytest.mark.parametrize(
    "other", [words(10, 12), words(0, 10, kind="date"), words(0, 10, source="b")]
)
def test_words_beside_each_other_of_another_kind_or_text_are_no_pair(other):
    assert pairs([words(0, 10)], [other]) == []


def test_the_figures_count_what_is_the_same_of_what_both_have():
    first = [words(0, 10, "dalian"), words(20, 25)]
    second = [words(0, 9, "dalian")]
    row = ["all", "2", "1", "1", "0.667", "0 (0.0 %)", "1 (100.0 %)", "1 (100.0 %)"]
    assert mention_row("all", first, second) == row


def test_an_end_that_is_no_number_is_named():
    row = {"source": "a", "kind": "place", "start": "x", "end": "9", "value": "", "certainty": ""}
    with pytest.raises(ValueError, match="'x' and '9'"):
        marked(row)
