"""A link with an id that a record once had opens it, unless that would tell whose it was."""

from annotations.proposals.hide import hide_more
from annotations.renaming import rename
from annotations.tables.changes import Change
from tests.pages.visits import said, title, visit
from tests.stores import added


def test_an_old_link_opens_the_journey_under_its_new_id(tables):
    rename(tables, "by-sea", "a-boat", "ada")
    at = visit("journeys", journey="by-sea", stop="1")
    assert title(at) == "By sea"
    assert "a-boat" in at.query_params["journey"] and "1" in at.query_params["stop"]
    assert "cannot be read" not in said(at)


def test_once_it_is_shown_in_less_detail_an_old_link_says_what_any_unknown_one_does(tables):
    rename(tables, "by-sea", "a-boat", "ada")
    levels = {"place": "province", "date": "year", "names": "as-is", "role": ""}
    row = added("publication", "a-boat", **levels).after
    hide_more(tables, Change("publication", "a-boat", None, row), "ada")
    old, unknown = visit("journeys", journey="by-sea"), visit("journeys", journey="nothing")
    assert title(old) == title(unknown)
    assert said(old) == said(unknown) != ""
    assert "a-boat" not in str(old.query_params)
