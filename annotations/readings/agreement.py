"""How far two readings agree, in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotations.readings.compare import (
    APART,
    CROSSING,
    NEITHER,
    ONLY_FIRST,
    ONLY_SECOND,
    SAME,
    WITHIN,
    Compared,
)
from annotations.readings.files import Read

DATES = {
    SAME: "same days",
    NEITHER: "no date in either",
    WITHIN: "one within the other",
    CROSSING: "crossing",
    APART: "apart",
    ONLY_FIRST: "dated by the first alone",
    ONLY_SECOND: "dated by the second alone",
}


@dataclass(frozen=True)
class Agreement:
    """Numbers of journeys and of stops, and of the stops of `both` by how their dates lie."""

    journeys: int
    first: int
    second: int
    both: int
    dates: Mapping[str, int]

    @property
    def f1(self) -> float:
        """2 × both ÷ (first + second): 1 where both have the same stops."""
        return 2 * self.both / (self.first + self.second) if self.first + self.second else 1.0


def agreement(journeys: Sequence[Sequence[Compared]]) -> Agreement:
    """The figures of some journeys that were compared."""
    stops = [stop for journey in journeys for stop in journey]
    both = [stop for stop in stops if stop.first and stop.second]
    return Agreement(
        len(journeys),
        sum(bool(stop.first) for stop in stops),
        sum(bool(stop.second) for stop in stops),
        len(both),
        Counter(stop.dates for stop in both),
    )


def table(groups: Mapping[str, Sequence[Sequence[Compared]]]) -> str:
    """The figures of some groups of journeys as a table of Markdown, a group a column."""
    figures = [agreement(journeys) for journeys in groups.values()]
    rows = [
        ("journeys", *(str(one.journeys) for one in figures)),
        ("stops, first reading", *(str(one.first) for one in figures)),
        ("stops, second reading", *(str(one.second) for one in figures)),
        ("the same place in the same order", *(str(one.both) for one in figures)),
        ("F1", *(f"{one.f1:.3f}" for one in figures)),
        *(
            (f"dates: {words}", *(_share(one.dates.get(how, 0), one.both) for one in figures))
            for how, words in DATES.items()
        ),
    ]
    return written(groups, rows)


def verdicts(groups: Mapping[str, Sequence[Read]]) -> str:
    """How much was read again and what came of it as a table of Markdown, a group a column."""
    rows = [
        ("read whole", lambda one: one.read == "whole"),
        ("read in excerpts", lambda one: one.read == "excerpts"),
        ("not read", lambda one: one.read == "none"),
        ("nothing of weight differed", lambda one: one.verdict == "agrees"),
        ("settled for the first reading", lambda one: one.verdict == "first"),
        ("settled for the second reading", lambda one: one.verdict == "second"),
        ("with a stop that was not read again", lambda one: bool(one.unseen)),
    ]
    lines = [
        (words, *(str(sum(map(is_one, reads))) for reads in groups.values()))
        for words, is_one in rows
    ]
    return written(groups, lines)


def written(names: Iterable[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of Markdown with these names of columns; the first cell of a row is its name."""
    names = list(names)
    head = ["| | " + " | ".join(names) + " |", "| --- |" + " --: |" * len(names)]
    return "\n".join([*head, *("| " + " | ".join(row) + " |" for row in rows)])


def _share(count: int, of: int) -> str:
    return f"{count} ({100 * count / of:.1f} %)" if of else "0"
