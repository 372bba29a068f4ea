"""What is on the screen as a story: the selection as a whole, and then each journey of it."""

from __future__ import annotations

from annotations.records import Collection, Journey
from annotations.selection import Filters, Selection
from annotations.stories import Camera, Shown, Step, Story
from views.panels import counters, selection_sentence
from views.text import _

MOST_STEPS = 60


def selection_story(
    collection: Collection,
    selection: Selection,
    title: str,
    opened: tuple[str, int | None] | None,
    layers: frozenset[str],
    camera: Camera | None = None,
) -> Story:
    """A story to download: what the filters leave now, step by step.

    Of more than `MOST_STEPS` journeys the first have a step of their own, and the text says so;
    all of them are on the map of the first step and in the words behind it.
    """
    sentence = f"{selection_sentence(collection, selection)}. {counters(selection)}."
    told = selection.journeys[:MOST_STEPS]
    if len(selection.journeys) > MOST_STEPS:
        sentence += " " + _("The first {n} have a step each.").format(n=MOST_STEPS)
    whole = Step(
        heading=title,
        text=sentence,
        filters=selection.filters,
        opened=opened,
        layers=layers,
        camera=camera,
    )
    steps = (whole, *(_step(journey, selection.filters) for journey in told))
    return Story("selection", _("Ways out"), "", 0, "", "", steps)


def _step(journey: Journey, filters: Filters) -> Step:
    return Step(
        heading=journey.title,
        text="\n\n".join(filter(None, (journey.summary, journey.outcome))),
        care=journey.care,
        show=(Shown(journey.id, tuple(stop.order for stop in journey.stops)),),
        opened=(journey.id, None),
        filters=Filters(filters.first, filters.last),
        sources=journey.sources,
    )
