"""What a record kept hidden of others is named before it is withdrawn, for it would be shown."""

import pytest

from annotations.withdraw.plan import planned, withdraw
from annotations.withdraw.subject import Subject
from tests.collections import csv_of
from tests.stores import store_in
from tests.stories import HEAD, STEP

HERS = {"title": "Park Minsuh, 1996", "people": "Park Minsuh", "summary": "She hid.", "note": ""}
OTHERS = {"id": "by-land", "title": "By land", "outcome": "Minsuh helped them.", "note": ""}
PLAIN = {"id": "by-air", "title": "By air", "note": ""}
NAMES = csv_of("names", {"name": "Park Minsuh", "kind": "public person"})
CLOSED = csv_of("publication", {"place": "withheld", "date": "withheld"})
ROLE = csv_of("publication", {"names": "role", "role": "a woman"})
OPEN = csv_of("publication").splitlines()[0] + "\n"


def store(folder, publication: str):
    """A journey of hers, one whose outcome names her, and one that says nothing; two stories."""
    tables = {
        "journeys": csv_of("journeys", HERS, OTHERS, PLAIN),
        "stops": csv_of("stops", *({"journey": key} for key in ("by-sea", "by-land", "by-air"))),
        "names": NAMES,
        "publication": publication,
    }
    found = store_in(folder, **tables)
    stories = folder / "annotations" / "stories"
    stories.mkdir()
    shows = {"both": "[by-sea, by-land]", "air": "by-air"}
    for name, shown in shows.items():
        (stories / f"{name}.yaml").write_text(HEAD + STEP + f"    show: {shown}\n")
    return found


def told(plan) -> list[str]:
    """The records and stories that would be shown again."""
    lines = [line for line in plan.to_read if "was kept hidden" in line]
    return [line.partition("  ")[2].split("'")[1] for line in lines]


@pytest.mark.parametrize(("publication", "found"), [
    (CLOSED, ["by-land", "both"]), (ROLE, ["by-land", "interview"]), (OPEN, []),
])  # fmt: skip
def test_what_would_be_shown_again_is_named(publication, found, tmp_path):
    there = store(tmp_path, publication)
    assert told(planned(there, Subject("by-sea"))) == found
    assert told(withdraw(there, Subject("by-sea"))) == found


def test_a_record_of_which_nothing_was_hidden_for_it_is_not_named(tmp_path):
    assert told(planned(store(tmp_path, CLOSED), Subject("by-air"))) == []
