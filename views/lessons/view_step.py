"""What is on the screen as a step of a story that is still to be written."""

from __future__ import annotations

from collections.abc import Collection as Several
from collections.abc import Sequence
from dataclasses import replace

from annotations.records import Collection
from annotations.selection import Selection, select
from annotations.stories import LAYERS, Camera, Step
from views.panels import headline, selection_sentence


def step_of_view(
    collection: Collection,
    selection: Selection,
    opened: tuple[str, int | None],
    layers: Several[str],
    camera: Camera | None,
) -> Step:
    """The step that shows what the map shows now: the same filters, layers and camera.

    `opened` is a journey, empty where none is, and its stop. A journey that the filters leave out
    is on no map, so a step does not open it. One that is open gives its sources and content notes.
    """
    journey = collection.journeys.get(opened[0]) if opened[0] in selection.ids else None
    return Step(
        heading=headline(selection, journey),
        text=f"{selection_sentence(collection, selection)}.",
        care=journey.care if journey else "",
        opened=opened if journey else None,
        filters=selection.filters,
        layers=frozenset(layers) & frozenset(LAYERS),
        camera=camera,
        sources=journey.sources if journey else (),
    )


def reads_so(collection: Collection, step: Step) -> bool:
    """True where a step of a view has the words that these records give it.

    Without an opened journey, too, they may name the only one that the filters leave, or sources.
    """
    selection, opened = select(collection, step.filters), step.opened or ("", None)
    now = step_of_view(collection, selection, opened, step.layers, step.camera)
    is_called_so = f"{step.heading} (".startswith(f"{now.heading} (")  # a number may stand behind
    return is_called_so and step.text == now.text


def added(steps: Sequence[Step], step: Step) -> tuple[Step, ...]:
    """The steps and one more, whose heading no other has: a second one is numbered."""
    taken = {one.heading.casefold() for one in steps}
    heading, number = step.heading, 1
    while heading.casefold() in taken:
        number += 1
        heading = f"{step.heading} ({number})"
    return (*steps, replace(step, heading=heading))


def moved(steps: Sequence[Step], at: int, by: int) -> tuple[Step, ...]:
    """The steps with the one at `at` moved by so many places, as far as there are any."""
    rest = [*steps]
    step = rest.pop(at)
    rest.insert(max(at + by, 0), step)
    return tuple(rest)


def without(steps: Sequence[Step], at: int) -> tuple[Step, ...]:
    """The steps but for the one at `at`."""
    return (*steps[:at], *steps[at + 1 :])
