"""The handout of a story is chosen by kind and paper, and each has a file of its own."""

import pytest

from tests.pages.visits import visit

KIM, ARRIVALS = "kim-seong-min", "counting-arrivals"


def names(at) -> list[str]:
    """The names of the files that the page offers."""
    return [one.proto.id for one in at.get("download_button")]


def offers(at, name: str) -> bool:
    return any(f"download-{name}" in key for key in names(at))


@pytest.mark.parametrize("kind", ["handout", "one-page", "teacher"])
def test_each_kind_has_its_own_file(kind):
    at = visit("present")
    at.button_group(key=f"kind-{KIM}").set_value(kind).run()
    assert not at.exception
    for other in ("handout", "one-page", "teacher"):
        assert offers(at, f"{KIM}-{other}.html") is (other == kind)
    assert offers(at, f"{ARRIVALS}-handout.html")


def test_the_paper_that_is_chosen_for_one_story_is_that_of_all():
    at = visit("present")
    assert at.button_group(key=f"paper-{ARRIVALS}").value == "A4"
    at.button_group(key=f"paper-{KIM}").set_value("Letter").run()
    assert at.button_group(key=f"paper-{KIM}").value == "Letter"
    assert at.button_group(key=f"paper-{ARRIVALS}").value == "Letter"
    at.button_group(key=f"paper-{ARRIVALS}").set_value("A4").run()
    assert at.button_group(key=f"paper-{KIM}").value == "A4"


@pytest.mark.parametrize("told", ["A5", "", None, 7, ["A4"]])
def test_what_no_paper_is_leaves_the_usual_one(told):
    at = visit("present")
    at.session_state["paper"] = told
    assert at.run().button_group(key=f"paper-{KIM}").value == "A4"
    assert not at.exception
