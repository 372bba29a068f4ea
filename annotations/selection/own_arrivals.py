"""How many of our own journeys reached South Korea in each year: at least, and at most.

These count journeys of these records, not people, and have nothing to do with the official
number of arrivals.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from annotations.certainty import is_date_in_doubt
from annotations.dates import Period
from annotations.records import Journey, Stop
from annotations.selection.filters import FIRST_YEAR, LAST_YEAR, Within, lies

DESTINATION = "KR"
ARRIVING = ("journey", "attempt")


@dataclass(frozen=True)
class OwnArrivals:
    """The journeys that definitely, and those that only possibly, arrived in a year.

    Possibly is also an arrival in the year of which the place or the date is not certain.
    """

    year: int
    definitely: tuple[Journey, ...]
    possibly: tuple[Journey, ...]

    @property
    def least(self) -> int:
        """The fewest journeys that can have arrived in the year."""
        return len(self.definitely)

    @property
    def most(self) -> int:
        """The most that can have."""
        return len(self.definitely) + len(self.possibly)


def arrival(journey: Journey) -> Stop | None:
    """The stop with which a journey ends in South Korea, or None where it ends elsewhere."""
    if journey.kind not in ARRIVING or not journey.stops:
        return None
    last = journey.stops[-1]
    return last if last.place and last.place.country == (DESTINATION,) else None


def own_arrivals(journeys: Iterable[Journey]) -> tuple[OwnArrivals, ...]:
    """Every year of the timeline with the journeys that arrived in it, surely or perhaps."""
    arrived = [(journey, stop) for journey in journeys if (stop := arrival(journey))]

    def those(year: int, state: Within) -> tuple[Journey, ...]:
        period = Period(date(year, 1, 1), date(year, 12, 31))
        return tuple(journey for journey, stop in arrived if _arrived(stop, period) is state)

    return tuple(
        OwnArrivals(year, those(year, Within.DEFINITELY), those(year, Within.POSSIBLY))
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
    )


def _arrived(stop: Stop, period: Period) -> Within:
    within = lies(stop.span, period)
    in_doubt = stop.certainty != "certain" or is_date_in_doubt(stop)
    return Within.POSSIBLY if within is Within.DEFINITELY and in_doubt else within


def undated_arrivals(journeys: Iterable[Journey]) -> tuple[Journey, ...]:
    """The journeys that arrived on a day of which nothing is known, so in no year's bar."""
    return tuple(
        journey for journey in journeys if (stop := arrival(journey)) and not stop.span.known
    )
