"""The map beside the work: the journey as it stands, and the places that a name may mean."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.annotating import Choice
from annotations.references import journey_and_order
from views.staff import choices_on_map, letter
from views.widgets.annotate.place import choose, chosen
from views.widgets.annotate.work import Desk, open_stop
from views.widgets.atlas import map_alone


def map_of_work(desk: Desk, choices: Sequence[Choice]) -> None:
    """The map; a place or a stop can be chosen on it."""
    row = desk.work.mentions.get(desk.mention)
    drawn = choices_on_map(choices, chosen(row, choices) if row else "")
    meant = {f"choice:{letter(index)}": choice for index, choice in enumerate(choices)}

    def picked(what: str) -> None:
        journey, order = journey_and_order(what)
        if what in meant:
            choose(desk, desk.mention, meant[what])
        elif journey == desk.work.journey and order.isdecimal():
            open_stop(int(order))

    collection = desk.sketch.collection
    map_alone(collection, desk.work.journey, "work-map", desk.stop, drawn, picked)
