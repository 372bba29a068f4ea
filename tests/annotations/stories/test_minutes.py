"""Steps take no more minutes than their story, and a plan is no longer than a lesson."""

import pytest

from tests.stories import STEP, loaded

HEAD = "title: A\nfor: b\nminutes: 9\nsummary: C.\n"
OTHER = "  - heading: The end\n    text: She came.\n    sources: interview[2]\n"


def problems_of(first: int, second: int, head: str = HEAD) -> list[str]:
    """The problems of a story of two steps with these minutes; 0 gives a step none."""
    lines = [f"    minutes: {n}\n" if n else "" for n in (first, second)]
    told = loaded(f"{head}steps:\n{STEP}{lines[0]}{OTHER}{lines[1]}")
    assert list(told.stories) == ["story"]
    return list(map(str, told.problems))


@pytest.mark.parametrize("minutes", [(4, 5), (4, 4), (0, 5), (0, 9), (0, 0)])
def test_minutes_that_can_be_are_no_problem(minutes):
    assert problems_of(*minutes) == []


@pytest.mark.parametrize(("minutes", "together"), [((4, 6), 10), ((0, 10), 10)])
def test_more_minutes_than_the_story_has_are_a_problem(minutes, together):
    assert problems_of(*minutes) == [
        f"stories/story.yaml:3:minutes  is 9, and the minutes of the steps add up to {together}. "
        "Make both the same."
    ]


@pytest.mark.parametrize(("key", "most"), [("goals", 6), ("prepare", 8), ("words", 15)])
def test_a_list_of_a_plan_has_an_end(key, most):
    def told(count: int) -> list[str]:
        entries = ", ".join(f"one of them {n}" for n in range(count))
        found = problems_of(4, 5, f"{HEAD}{key}: [{entries}]\n")
        return [one for one in found if "no word" not in one]

    assert told(most) == []
    assert told(most + 1) == [
        f"stories/story.yaml:5:{key}  has {most + 1} entries. "
        f"Keep the {most} that matter most, or fewer."
    ]
