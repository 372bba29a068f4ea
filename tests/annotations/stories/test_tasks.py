"""What pupils are asked to do: read with its answer, and told where it cannot be answered."""

import pytest

from annotations.stories.records import Task
from tests.stories import problems_with, story_with


def task(*lines: str) -> list[str]:
    """The lines of a step with one task of these keys, whose first stands in line 10."""
    keys = ("ask: Which?", *lines)
    return ["tasks:", *(f"  {'-' if at == 0 else ' '} {key}" for at, key in enumerate(keys))]


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (
            ["choices: [one, 'two, or three']", "answer: one", "why: It is."],
            Task("Which?", "choice", "one", ("one", "two, or three"), 0, "It is."),
        ),
        (["number: 2914", "within: 50"], Task("Which?", "number", "2914", within=50)),
        (["number: '{arrivals:2002}'"], Task("Which?", "number", "{arrivals:2002}")),
        (["place: dalian", "within: 99.5"], Task("Which?", "place", "dalian", within=99.5)),
        (["model: Perhaps."], Task("Which?", "text", "Perhaps.")),
    ],
)
def test_a_task_is_of_the_kind_of_its_key(lines, read):
    assert story_with(*task(*lines)).steps[0].tasks == (read,)


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ([], "10:ask  has no answer. Give one of choices, number, place, model."),
        (["model: a", "number: 1"], "10:ask  has number and model. Give one of"),
        (["choices: [one, two]"], "10:answer  is missing. Every task needs one."),
        (["choices: [one, two]", "answer: on"], "12:answer  'on' is not among the choices. Did"),
        (["choices: [one, one]", "answer: one"], "11:choices  needs two answers or more"),
        (["choices: [one]", "answer: one"], "11:choices  needs two answers or more"),
        (["number: some"], "11:number  'some' is not a number. Write it in digits"),
        (["number: '{famine}'"], "11:number  '{famine}' is not a number. Take one that counts."),
        (["number: '{arrivals:1900}'"], "11:number  no rows of one series"),
        (["number: 1", "within: -1"], "12:within  '-1' is not a number from 0 to 20,000."),
        (["place: dalien", "within: 9"], "11:place  no place 'dalien'. Did you mean 'dalian'?"),
        (["place: dalian"], "10:within  is missing. Every task needs one."),
        (["model: a {b"], "11:model  has a brace without its other half."),
        (["model: a", "answer: b"], "12:answer  has no effect without choices."),
        (["modle: a"], "11:modle  'modle' is not a key of a task. Did you mean 'model'?"),
    ],
)
def test_what_keeps_a_task_from_standing_is_told_by_its_line(lines, problem):
    told = problems_with(*task(*lines))
    assert any(line.startswith(f"stories/story.yaml:{problem}") for line in told), told


def test_a_task_that_cannot_stand_leaves_its_step():
    told = problems_with(*task("number: many"))
    assert len(told) == 1
