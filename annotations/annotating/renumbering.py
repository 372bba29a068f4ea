"""What else names a stop of a journey whose stops are counted anew: it follows the stop."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from annotations.annotating.work import Work
from annotations.references import stop_key
from annotations.stories import STEP_FIGURES, STORY_FIGURES, Story, figures_in, named
from annotations.tables import Change, Tables, key_of, rows_by_key, rows_that_follow


def moves(work: Work) -> dict[str, str]:
    """The new key of each stop of the tables that gets another one; "" of one that goes."""
    now = {stop.was: key_of("stops", stop.cells) for stop in work.stops if stop.was}
    return {key: now.get(key, "") for key in work.began["stops"] if now.get(key, "") != key}


def followers(tables: Tables, work: Work) -> list[Change]:
    """Changes of rows that are not in the work, so that they name the same stops as before."""
    stops = rows_by_key(tables, "stops").items()
    own = {("stops", key) for key, row in stops if row["journey"] == work.journey}
    own |= {("mentions", key) for key in work.mentions}
    return list(rows_that_follow(tables, moves(work), own))


def stories_to_correct(stories: Mapping[str, Story], work: Work) -> list[str]:
    """The ids of stories with a step that names a stop which gets another number, or goes."""
    moved = moves(work)
    return [key for key, story in stories.items() if moved.keys() & set(_named(story))]


def _named(story: Story) -> Iterable[str]:
    of_steps = (step.told(key) for step in story.steps for key in STEP_FIGURES)
    for text in (*map(story.told, STORY_FIGURES), *of_steps):
        for reference in figures_in(text):
            yield from (key for table, key in named(reference) if table == "stops")
    for step in story.steps:
        if step.opened and step.opened[1]:
            yield stop_key(*step.opened)
        for shown in step.show or ():
            yield from (stop_key(shown.journey, order) for order in shown.stops)
