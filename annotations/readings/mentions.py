"""Another reading of the words that name a place or a date, compared with ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Marked:
    """Words that a reading marked: from `start` up to `end`, in code points of their text."""

    source: str
    kind: str
    start: int
    end: int
    value: str
    certainty: str


Pair = tuple[Marked, Marked]


def marked(row: Mapping[str, str]) -> Marked:
    """A row with the columns of `mentions.csv`. Raises `ValueError` where an end is no number."""
    if not row["start"].isdecimal() or not row["end"].isdecimal():
        ends = f"{row['start']!r} and {row['end']!r}"
        raise ValueError(f"start and end are {ends}. Write whole numbers, in code points.")
    start, end = int(row["start"]), int(row["end"])
    return Marked(row["source"], row["kind"], start, end, row["value"], row["certainty"])


def pairs(first: Iterable[Marked], second: Iterable[Marked]) -> list[Pair]:
    """What both readings marked: words of one text and kind that overlap, the best overlap first.

    The overlap is what both cover of what either covers, so that nested names are paired with their
    like. Nothing is paired twice.
    """
    by_kind: dict[tuple[str, str], list[Marked]] = {}
    for other in second:
        by_kind.setdefault((other.source, other.kind), []).append(other)
    possible = [
        (_overlap(one, other), one, other)
        for one in first
        for other in by_kind.get((one.source, one.kind), ())
        if _overlap(one, other) > 0
    ]
    possible.sort(key=lambda found: -found[0])
    found, taken = [], set()
    for _overlapping, one, other in possible:
        if (1, one) not in taken and (2, other) not in taken:
            taken |= {(1, one), (2, other)}
            found.append((one, other))
    return found


def mention_row(name: str, first: Sequence[Marked], second: Sequence[Marked]) -> list[str]:
    """The figures of some marked words: what both have, F1, and what is the same of it."""
    both = pairs(first, second)
    f1 = 2 * len(both) / (len(first) + len(second)) if first or second else 1.0
    same = (
        sum((one.start, one.end) == (other.start, other.end) for one, other in both),
        sum(one.value == other.value for one, other in both),
        sum(one.certainty == other.certainty for one, other in both),
    )
    shares = (f"{n} ({100 * n / len(both):.1f} %)" if both else "0" for n in same)
    return [name, str(len(first)), str(len(second)), str(len(both)), f"{f1:.3f}", *shares]


def _overlap(one: Marked, other: Marked) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start)) if shared > 0 else 0.0
