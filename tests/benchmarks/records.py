"""How long the records take: reading them and dating them."""

from __future__ import annotations

from time import perf_counter

from annotations.collection.chronology import resolve_journey
from annotations.collection.load import load
from annotations.records import Stop
from annotations.store.files.store import CsvStore

RUNS = 5


def tables_read_ms() -> float:
    """Milliseconds to read all tables and tie them together, the best of five runs."""

    def read() -> float:
        start = perf_counter()
        load(CsvStore())
        return (perf_counter() - start) * 1000

    return min(read() for _ in range(RUNS))


def journeys_resolved_s(journeys: int = 10_000, stops: int = 10) -> float:
    """Seconds to find the days of so many journeys, each told mostly against itself."""
    made = [_journey(number, stops) for number in range(journeys)]
    start = perf_counter()
    for members in made:
        resolve_journey(members, {})
    return perf_counter() - start


def _journey(number: int, stops: int) -> tuple[Stop, ...]:
    """A journey whose first and last stop are dated and whose others are counted."""
    key = f"made-{number}"
    dates = {1: f"{1995 + number % 20}-{number % 12 + 1:02d}", stops: f"{1997 + number % 20}"}
    return tuple(
        Stop(
            journey=key,
            order=order,
            place=None,
            role="made",
            date=dates.get(order, ""),
            after="" if order in dates else f"{key}:{order - 1}",
            duration="" if order in dates else f"P{order * 3}D",
            tolerance="" if order % 2 else "P5D",
            mode="",
            basis="stated",
            certainty="certain",
            sources=(),
            mentions=(),
            note="",
        )
        for order in range(1, stops + 1)
    )
