"""With any proposals open, everything that a visitor can get is what it is without them."""

from __future__ import annotations

import atexit
import json
import shutil
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from annotations.collection.load import load
from annotations.proposals.acts import comment, return_for_changes
from annotations.proposals.overlay import Overlay
from annotations.publication.publish import published
from annotations.saving.saves import save
from annotations.selection.filters import Filters, select
from annotations.tables.changes import Change, Conflict, Refused, rows_by_key, started_from
from tests.collections import GOOD_ROWS, csv_of
from tests.pages.visits import html, text, visit
from tests.stores import added, store_of
from views.atlas.assets import STATIC, prepare, publish
from views.atlas.folium_map import scene_script
from views.atlas.packed import packed
from views.atlas.scene import scene
from views.lessons.document import Inlined, Linked
from views.lessons.handout import handout_page
from views.lessons.lesson import lesson
from views.lessons.lesson_page import lesson_page
from views.lessons.selection_story import selection_story
from views.panels.account import account
from views.panels.exports import geojson, stops_csv
from views.panels.reading import source_entry, source_row

SECRET = "Unheard"
# A column of each table in which new words may stand, and what they are there.
WORDS = {
    "sources": "title", "places": "note", "mentions": "note", "journeys": "summary",
    "stops": "role", "events": "title", "arrivals": "note", "names": "reason",
    "statements": "subject", "glossary": "definition",
    "publication": "reason",
}  # fmt: skip
PAGES = ("map", "journeys", "sources", "arrivals", "method", "present")


def of_visitors(store) -> dict[str, object]:
    """What visitors get, made anew from the tables as a new server makes it."""
    records = published(load(store.snapshot()).collection)
    chosen = select(records, Filters(1945, 2100))
    story = selection_story(records, chosen, "A title", None, frozenset())
    drawn = packed(scene(records, "en", None))
    return {
        "records": records,
        "scene": json.dumps(drawn),
        "csv": stops_csv(records, chosen),
        "geojson": geojson(records, chosen),
        "account": account(records, chosen),
        "lesson": json.dumps(lesson(records, story, drawn["id"])),
        "sources": [
            (source_entry(records, one), source_row(records, one))
            for one in records.sources.values()
        ],
        "history": store.lines(),
        "stories": [(name, store.stories.exact(name)) for name in store.stories.names()],
    }


@some.composite
def acts(draw):
    """One thing that somebody does: writes in a table, removes a row of it, adds one, or talks."""
    table = draw(some.sampled_from(sorted(WORDS)))
    deed = draw(some.sampled_from(["change", "remove", "add", "comment", "return"]))
    return table, deed, draw(some.sampled_from(["ada", "ben"])), draw(some.booleans())


def do(store, table: str, deed: str, who: str, extend: bool) -> None:
    """Do it over the newest proposal, or over the tables."""
    opens = [one for one in store.proposals.all() if one.is_open]
    if deed in ("comment", "return"):
        for one in opens[:1]:
            with suppress(ValueError):  # it was returned already
                (comment if deed == "comment" else return_for_changes)(store, one, who, SECRET)
        return
    over = Overlay(store, opens[0] if extend and opens else None)
    rows = rows_by_key(over, table)
    column = WORDS[table]
    if deed == "add" or not rows:
        key = f"new-{len(store.proposals.all())}" if table != "names" else "A Pastor"
        if table in ("stops", "arrivals", "publication"):
            return
        changes = [added(table, key, **{column: f"{SECRET} words."})]
    else:
        key, row = next(iter(rows.items()))
        after = {**row, column: f"{SECRET} words."} if deed == "change" else None
        changes = [Change(table, key, row, after)]
    with suppress(Refused, Conflict, ValueError):
        save(over, changes, who, SECRET, started_from(changes))


@pytest.mark.thorough
@settings(max_examples=500, deadline=None)
@given(some.lists(acts(), min_size=1, max_size=6))
def test_nothing_that_visitors_get_differs_by_any_set_of_proposals(steps):
    store = store_of(statements=csv_of("statements", {}))
    before = of_visitors(store)
    for step in steps:
        do(store, *step)
    assert of_visitors(store) == before
    assert SECRET not in repr(before)


@cache
def static_copy() -> Path:
    """The static files in a folder of their own, in which nothing was made yet."""
    folder = Path(mkdtemp()) / "atlas"
    atexit.register(shutil.rmtree, folder.parent)
    prepare()
    shutil.copytree(STATIC, folder, ignore=shutil.ignore_patterns("made"))
    return folder


def files_for_visitors(store, static: Path) -> dict[str, bytes]:
    """The files that visitors get: what is made for a browser, one-file lessons and handouts."""
    shutil.rmtree(static / "made", ignore_errors=True)
    records = published(load(store.snapshot()).collection)
    chosen = select(records, Filters(1945, 2100))
    story = selection_story(records, chosen, "T", None, frozenset())
    drawn = packed(scene(records, "en", None))
    told = lesson(records, story, drawn["id"])
    linked = lesson_page(told, drawn, Linked(static), {}, account(records, chosen))
    publish(scene_script(drawn), static)
    publish(linked, static, "html")
    made = {path.name: path.read_bytes() for path in (static / "made").iterdir()}
    return made | {
        "one file": lesson_page(told, drawn, Inlined(), {}).encode(),
        "handout": handout_page(told, drawn, Inlined(), {}, kind="teacher").encode(),
        **{name: store.stories.picture(name) for name in store.stories.pictures()},
    }


@settings(max_examples=20, deadline=None)
@given(some.lists(acts(), min_size=1, max_size=6))
def test_no_file_that_visitors_get_differs_by_a_byte_by_any_set_of_proposals(steps):
    store, static = store_of(), static_copy()
    before = files_for_visitors(store, static)
    for step in steps:
        do(store, *step)
    assert len(before) >= 5
    assert files_for_visitors(store, static) == before


def test_the_sets_of_proposals_are_not_empty():
    """Each table can be written in: so the test above compares something."""
    for table in sorted(WORDS):
        store = store_of(publication="") if table == "publication" else store_of()
        do(store, table, "change", "ada", False)
        if table != "publication":
            assert SECRET in repr(store.proposals.all()), table
            laid = of_visitors(Overlay(store, store.proposals.all()[0]))
            assert laid != of_visitors(store), table
    assert set(WORDS) == set(GOOD_ROWS)


@pytest.mark.parametrize(("page", "embedded"), [*((page, False) for page in PAGES), ("map", True)])
def test_a_page_for_visitors_is_the_same_whatever_proposal_its_address_names(
    page, embedded, tables
):
    before = visit(page, embedded)
    for table in sorted(set(WORDS) - {"publication"}):
        do(tables, table, "change", "ada", True)
    (found,) = tables.proposals.all()
    assert len(found.rows) > 4 and SECRET in repr(found)
    for address in ({}, {"proposal": found.id}):
        after = visit(page, embedded, **address)
        assert not after.exception
        shown = html(after).replace(f"?proposal={found.id}&amp;", "?")
        shown = shown.replace(f"?proposal={found.id}", "?")
        assert (shown, text(after)) == (html(before), text(before))
        assert SECRET not in html(after)
