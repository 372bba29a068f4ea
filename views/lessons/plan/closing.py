"""The page after the last step of a lesson: what to talk about, and where to read on."""

from __future__ import annotations

from annotations.records import Collection
from annotations.selection import Filters
from annotations.stories import Shown, Step, Story, shown_ids
from views.text import _

STAYS = frozenset({"relief", "chart"})


def closing_step(collection: Collection, story: Story) -> Step | None:
    """A step with all that the story has shown, or with its last chart; its sources are further.

    None where the story has nothing to say there.
    """
    if not has_closing(story):
        return None
    last = story.steps[-1]
    shown = _shown(collection, story)
    years = last.filters
    return Step(
        heading=_("Talk about it") if story.debrief else _("Read on"),
        text=story.debrief,
        show=shown,
        filters=Filters() if shown else Filters(years.first, years.last),
        layers=last.layers & (STAYS - {"chart"} if shown else STAYS),
        camera=None if shown else last.camera,
        sources=story.further,
    )


def has_closing(story: Story) -> bool:
    """True where a page comes after the last step."""
    return bool(story.debrief or story.further)


def _shown(collection: Collection, story: Story) -> tuple[Shown, ...]:
    """Every journey that a step shows, with those of its stops that one shows."""
    orders: dict[str, set[int]] = {}
    for step in story.steps:
        named = {one.journey: one.stops for one in step.show or ()}
        for key in shown_ids(step, collection):
            whole = (stop.order for stop in collection.journeys[key].stops)
            orders.setdefault(key, set()).update(named.get(key, whole))
    return tuple(Shown(key, tuple(sorted(stops))) for key, stops in orders.items())
