"""The axes of the timeline: how large it is drawn, and what stands at which height."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from annotations.records import Event
from annotations.selection import FIRST_YEAR, LAST_YEAR
from views.timeline.arrivals_bars import PEOPLE_MAX, TEXT_PX

LANES = ("entry", "arrest", "border", "arrival", "world")
# Heights in people, the unit of the one vertical axis: one lane of events is as high as 480.
EVENT_LANE, GAP = 480, 260
JOURNEYS_FLOOR = PEOPLE_MAX + GAP
# Where months are counted, the words about them stand above the highest one.
AREA_WORDS = 620
# The cumulative total has an axis of its own at the right: 12 people on it are one on the left.
CUMULATIVE_SCALE = 12
LINE = 500
AXIS_START, AXIS_END = date(FIRST_YEAR, 1, 1), date(LAST_YEAR + 1, 1, 1)


@dataclass(frozen=True)
class Form:
    """How large a timeline is drawn: its height in pixels, and that of its journeys in people.

    `lanes` are those of the journeys. `character_days` is how much of the axis a character takes,
    and no name has more than `longest` characters. `left` is the room of the words at the left.
    `names_above` puts the names of journeys above their bars instead of beside them, and the key of
    the counts at the left instead of over the first years. Names are set in `type_px`.
    """

    height: int
    journey_room: int
    lanes: int
    character_days: float
    longest: int
    left: int
    highest_lane: int
    type_px: int
    names_above: bool = False

    @property
    def events_floor(self) -> int:
        """Where the lowest lane of the events begins."""
        return JOURNEYS_FLOOR + self.journey_room + GAP

    @property
    def bar_at(self) -> float:
        """How far down in its lane the middle of a bar lies, of the lane."""
        return 0.75 if self.names_above else 0.5

    @property
    def area_room(self) -> int:
        """How high the highest month is, where months are counted."""
        return self.journey_room - AREA_WORDS

    def name(self, title: str) -> str:
        """A title as it stands beside its mark."""
        if len(title) <= self.longest:
            return title
        return f"{title[: self.longest - 1].rstrip()}…"

    def name_days(self, title: str) -> float:
        """How many days of the axis a name covers; at most all of it, for dates have an end."""
        days = len(self.name(title)) * self.character_days
        return min(days, (AXIS_END - AXIS_START).days)


# On a laptop a year is some 27 pixels wide, and a letter 5.6. On a phone, where type is larger, a
# year is 6.5 and a letter 6.8: beside a bar is no room, so the names lie above them.
WIDE = Form(300, 3600, 8, 365.25 / 27 * 5.6, 200, 92, 520, TEXT_PX)
NARROW = Form(500, 10_400, 12, 365.25 / 6.5 * 6.8, 30, 114, 900, 14, names_above=True)


@dataclass(frozen=True)
class Scale:
    """What the areas of the months are measured by: the count that fills the room, and words."""

    greatest: int
    legend: str


def lane_height(event: Event, form: Form) -> float:
    """The height at which the lane of the event's category runs."""
    return _lane_middle(LANES.index(event.category), form)


def lane_ticks(form: Form) -> Iterable[float]:
    """The heights of the lanes of events."""
    return (_lane_middle(position, form) for position in range(len(LANES)))


def _lane_middle(position: int, form: Form) -> float:
    return form.events_floor + (len(LANES) - position - 0.5) * EVENT_LANE
