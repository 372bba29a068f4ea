"""Problems have one order, however many they are."""

import random

from annotations.problems import Problem, RowPlace, in_order


def test_problems_of_whole_files_come_first_and_all_others_by_file_and_line():
    chance = random.Random(7)
    words = ("", "a", "b", "ㄱ", "B")
    found = [
        Problem(RowPlace(chance.choice(("stops.csv", "names.csv")), chance.randrange(12)),
                *(chance.choice(words) for _ in range(4)))
        for _ in range(400)
    ]  # fmt: skip
    assert in_order(found) == sorted(found, key=lambda one: (one.line > 0, one))
