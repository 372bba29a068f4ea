"""The colours of the house: paper for everything, one strong colour a journey."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.derived import once
from annotations.records import Collection, Journey

PAGE = "#FBFAF6"
PANEL = "#F5F2EA"
HAIRLINE = "#E4DED2"
INK = "#23262B"
MUTED = "#5D636B"
LAND = "#F3EFE5"
MARKED = "#FFF3D6"

# Chosen so that any two can be told apart, by colour-blind eyes too, and each can be read as
# text on PAGE: tests/views/atlas/test_colours.py measures it.
JOURNEYS = (
    "#A8401A",
    "#127AAB",
    "#592F6D",
    "#3A8056",
    "#AE5D00",
    "#7F0144",
    "#3056B5",
    "#573416",
)
CORRIDOR = "#6E747B"

# Each at least 3:1 against PAGE, and men against women too: told apart by light, not by hue alone.
MEN = "#203E5E"
WOMEN = "#BF7D2E"
TOTAL = "#868B8F"


def journey_colours(journeys: Iterable[Journey]) -> dict[str, str]:
    """A colour for each journey id, in the order of the table: the same in every view.

    The general route is grey; the others take the colours in turn.
    """
    colours, turn = {}, 0
    for journey in journeys:
        if journey.kind == "corridor":
            colours[journey.id] = CORRIDOR
        else:
            colours[journey.id] = JOURNEYS[turn % len(JOURNEYS)]
            turn += 1
    return colours


@once
def colours_of(collection: Collection) -> dict[str, str]:
    """The colour of each journey of a collection, by id."""
    return journey_colours(collection.journeys.values())
