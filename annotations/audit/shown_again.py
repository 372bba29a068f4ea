"""What visitors see again of other records once something is withdrawn that kept it hidden.

A name that a journey hides may stand nowhere, and a story of it is not shown. Once that journey is
gone nothing knows of the name any more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields

from annotations.collection import Loaded, hides, load
from annotations.problems import Problem, RowPlace
from annotations.publication import published, published_stories
from annotations.records import Collection
from annotations.store import Stories
from annotations.stories import Story, load_stories
from annotations.tables import Snapshot

TABLES = (
    "sources", "places", "mentions", "journeys", "stops", "events", "statements", "glossary",
)  # fmt: skip
NAMING = {
    "id",
    "journey",
    "source",
    "sources",
    "anchor",
    "after",
}  # tell which record, and nothing of it
AGAIN = (
    "is shown in full or in part, and was kept hidden for what is withdrawn. Read it: hide it, "
    "rewrite it or withdraw it too"
)


def shown_again(
    before: Snapshot, stories: Stories, after: Snapshot, left: Stories
) -> Iterator[Problem]:
    """The records and stories that are left of which visitors see words that they did not see."""
    was = load(before)
    if not any(map(hides, was.collection.publication.values())):
        return
    now = load(after)
    seen, sees = published(was.collection), published(now.collection)
    for table in TABLES:
        known = {text for row in _rows(seen, table).values() for text in _texts(row)}
        for key, row in _rows(sees, table).items():
            if (table, key) in was.places and not known.issuperset(_texts(row)):
                yield Problem(was.places[table, key], "", f"'{key}' {AGAIN}", table, key)
    told, tells = _headings(stories, was), _headings(left, now)
    for key in tells:
        if not tells[key] <= told.get(key, set()):
            yield Problem(RowPlace(f"stories/{key}.yaml", 1), "", f"'{key}' {AGAIN}")


def _rows(collection: Collection, table: str) -> Mapping[str, object]:
    if table == "stops":
        journeys = collection.journeys.values()
        return {stop.id: stop for journey in journeys for stop in journey.stops}
    found: Mapping[str, object] = getattr(collection, table)
    return found


def _texts(row: object) -> Iterator[str]:
    """What a record says, without what other records it names."""
    named = (each.name for each in fields(row) if each.name not in NAMING)  # type: ignore[arg-type]
    values = (getattr(row, name) for name in named)
    return (value for value in values if isinstance(value, str) and value)


def _headings(stories: Stories, loaded: Loaded) -> Mapping[str, set[str]]:
    """The titles of the stories that are shown, and those of their steps."""
    found = published_stories(load_stories(stories, loaded.collection).stories, loaded.collection)
    return {key: _titles(story) for key, story in found.items()}


def _titles(story: Story) -> set[str]:
    return {story.title, *(step.heading for step in story.steps)}
