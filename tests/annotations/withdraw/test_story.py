"""A story without a journey has lost that journey, and no other letter."""

import pytest

from annotations.withdraw.story import (
    story_uncited,
    story_unnamed,
    story_unplaced,
    story_without,
)
from tests.stories import HEAD, STEP


def without(text: str) -> tuple[str | None, list[str]]:
    """The story without the journey by sea, and what was told."""
    told: list[str] = []
    left = story_without(
        text, "by-sea", lambda line, key, what: told.append(f"{line}:{key} {what}")
    )
    return left, told


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        ("    show: [by-sea:1-2, by-land]\n", "    show: [by-land]\n"),
        (
            "    show: [ by-land, 'by-sea: 1,3' ]\n    notes: x\n",
            "    show: [by-land]\n    notes: x\n",
        ),
        ("    show:\n      - by-sea\n      - by-land:1\n", "    show:\n      - by-land:1\n"),
        ("    open: by-sea:2\n    notes: x\n", "    notes: x\n"),
        ("    notes: x\n    open: by-sea\n", "    notes: x\n"),
        ("    show: by-land\n    # why\n", "    show: by-land\n    # why\n"),
        ("    show: [by-sea-2]\n", "    show: [by-sea-2]\n"),
        ("    show: []\n", "    show: []\n"),
    ],
)
def test_a_step_loses_what_it_names_of_the_journey(keys, left):
    assert without(HEAD + STEP + keys)[0] == HEAD + STEP + left


def test_a_figure_of_the_journey_is_three_dots_and_told():
    keys = "    notes: From {by-sea:1} to {by-sea:1-2.least}, {by-sea-2:1}, {arrivals:2002}.\n"
    left, told = without(HEAD + STEP + keys)
    assert left == HEAD + STEP + "    notes: From … to …, {by-sea-2:1}, {arrivals:2002}.\n"
    assert [line.split(" removed.")[0] for line in told] == [
        "9: '{by-sea:1}'", "9: '{by-sea:1-2.least}'",
    ]  # fmt: skip


def test_a_figure_of_an_event_is_three_dots_and_told():
    told: list[str] = []
    text = HEAD + STEP + "    notes: It was {famine}, {famine-2}.\n"
    left = story_unnamed(text, "famine", lambda line, key, what: told.append(f"{line} {what}"))
    assert left == HEAD + STEP + "    notes: It was …, {famine-2}.\n"
    assert len(told) == 1


FIRST = "      - ask: How many?\n        number: '{by-sea:1.days}'\n        why: So.\n"
OTHER = "      - ask: Why?\n        model: Because.\n"


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (f"    tasks:\n{FIRST}{OTHER}    care: x\n", f"    tasks:\n{OTHER}    care: x\n"),
        (f"    tasks:\n{OTHER}{FIRST}    care: x\n", f"    tasks:\n{OTHER}    care: x\n"),
        (f"    tasks:\n{OTHER}{FIRST}", f"    tasks:\n{OTHER}"),
        (f"    tasks:\n{FIRST}    care: x\n", "    care: x\n"),
        (f"    care: x\n    tasks:\n{FIRST}", "    care: x\n"),
        (
            "    tasks:\n      - ask: Which?\n        answer: one\n        choices:\n"
            "          - one\n          - in {by-sea:1}\n" + OTHER,
            f"    tasks:\n{OTHER}",
        ),
        (f"    tasks:\n      - {{ask: a, number: '{{by-sea:1.days}}'}}\n{OTHER}", None),
    ],
)
def test_a_task_goes_whose_answer_is_taken_from_the_journey(keys, left):
    after = STEP.replace("The port", "Later")
    text, told = without(HEAD + STEP + keys + after)
    assert text == HEAD + STEP + (left or f"    tasks:\n{OTHER}") + after
    assert len(told) == 1
    assert "task removed" in told[0]


def test_a_task_goes_whose_answer_is_taken_from_an_event():
    told: list[str] = []
    keys = f"    tasks:\n{FIRST.replace('by-sea:1.days', 'famine')}{OTHER}"
    left = story_unnamed(HEAD + STEP + keys, "famine", lambda line, key, what: told.append(key))
    assert left == f"{HEAD}{STEP}    tasks:\n{OTHER}"
    assert told == ["tasks"]


def test_no_step_opens_an_event_that_goes():
    text = HEAD + STEP + "    open: famine\n    notes: After it.\n"
    told: list[str] = []
    left = story_unnamed(text, "famine", lambda line, key, what: told.append(f"{line}:{key}"))
    assert left == HEAD + STEP + "    notes: After it.\n"
    assert told == ["9:open"]


def uncited(further: str) -> tuple[str, list[str]]:
    """What is left of a story's `further` without the interview, and the keys that were told."""
    told: list[str] = []
    rest = HEAD + STEP.replace("interview[2]", "page")
    text = f"further: {further}\n{rest}"
    left = story_uncited(text, "interview", lambda line, key, what: told.append(key))
    return left.removesuffix(rest), told


def test_nobody_is_told_to_read_on_in_a_source_that_goes():
    assert uncited("interview[3]; page") == ("further: page\n", ["further"])
    assert uncited("interview") == ("", ["further"])


def test_a_step_that_goes_takes_its_figures_along():
    gone = STEP.replace("The port", "Gone") + "    notes: '{by-sea:1}'\n    show: by-sea\n"
    left, told = without(HEAD + gone + STEP)
    assert left == HEAD + STEP
    assert len(told) == 1


def test_a_key_behind_the_dash_leaves_the_dash():
    step = "  - open: by-sea\n    heading: The port\n    text: She hid.\n    sources: interview\n"
    assert without(HEAD + step)[0] == HEAD + step.replace("open: by-sea\n    ", "")


def test_a_journey_is_found_however_its_id_is_spelled():
    keys = '    show: [by-land, "by\\x2dsea"]\n'
    assert without(HEAD + STEP + keys)[0] == HEAD + STEP + "    show: [by-land]\n"


def test_a_step_that_shows_nothing_else_goes_whole_with_its_blank_line():
    gone = STEP.replace("The port", "Gone") + "    show: [by-sea, by-sea:1]\n\n"
    left, told = without(HEAD + gone + STEP)
    assert left == HEAD + STEP
    assert told == ["6: step 'Gone' removed: nothing is left to show"]
    left, _ = without(HEAD + STEP + "\n" + gone)
    assert left == HEAD + STEP + "\n"


def test_a_story_without_steps_is_none():
    assert without(HEAD + STEP + "    show: by-sea\n")[0] is None


def test_what_is_no_yaml_stays_as_it_is():
    for text in ("a: [", "", "- by-sea", "steps: by-sea", f"by-sea: {'[' * 5_000}"):
        assert without(text) == (text, [])


def test_a_step_goes_that_shows_only_what_a_source_told():
    step = STEP.replace("interview[2]", "page")
    gone = step.replace("The port", "Gone") + "    told_by: [interview]\n"
    kept = step + "    told_by: [interview, other]\n"
    told: list[str] = []
    text = HEAD + gone + kept
    left = story_uncited(text, "interview", lambda line, key, what: told.append(f"{line}:{key}"))
    assert left == HEAD + step + "    told_by: [other]\n" and told == ["6:", "13:told_by"]
    assert story_uncited(HEAD + gone, "interview", lambda *_: None) is None


TASKS = {
    "below each other": (
        "    tasks:\n      - ask: Where?\n        place: cove\n        within: 9\n"
        "      - ask: Who?\n        model: She.\n    notes: x\n",
        "    tasks:\n      - ask: Who?\n        model: She.\n    notes: x\n",
    ),
    "the last one": (
        "    tasks:\n      - ask: Who?\n        model: She.\n"
        "      - {ask: Where?, place: cove, within: 9}\n    notes: x\n",
        "    tasks:\n      - ask: Who?\n        model: She.\n    notes: x\n",
    ),
    "in brackets": (
        "    tasks: [{ask: Who?, model: She.}, {ask: Where?, place: cove, within: 9}]\n",
        "    tasks: [{ask: Who?, model: She.}]\n",
    ),
    "the only one": ("    tasks:\n      - ask: Where?\n        place: cove\n", ""),
    "no list": ("    tasks: {ask: Where?, place: cove}\n    notes: x\n", "    notes: x\n"),
    "figures": ("    notes: So far {km:cove,dalian}.\n", "    notes: So far ….\n"),
    "others": ("    tasks: [{ask: Where?, place: cove-2}]\n",) * 2,
}


@pytest.mark.parametrize(("keys", "left"), TASKS.values(), ids=TASKS)
def test_nobody_is_asked_for_a_place_that_goes(keys, left):
    told: list[str] = []
    for after in ("", STEP.replace("The port", "Later")):
        text = HEAD + STEP + keys + after
        found = story_unplaced(text, "cove", lambda line, key, what: told.append(what))
        assert found == HEAD + STEP + left + after
    assert len(told) == 2 * (keys != left)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "steps: [{heading: a - b, show: by-land}, {heading: c, show: by-sea}]\n",
            "steps: [{heading: a - b, show: by-land}]\n",
        ),
        (
            "steps: [{heading: c, show: by-sea}, {heading: a - b, open: by-sea}]\n",
            "steps: [{heading: a - b}]\n",
        ),
        ("steps:\n  heading: c\n  open: by-sea\n", "steps:\n  heading: c\n"),
        ("steps:\n  heading: c\n  show: by-sea\n", None),
        ("steps: [{show: [&a by-sea, *a, by-land]}]\n", "steps: [{show: [by-land]}]\n"),
    ],
)
def test_steps_in_brackets_and_a_step_without_a_list_lose_the_journey_alone(text, left):
    assert without(text)[0] == left
