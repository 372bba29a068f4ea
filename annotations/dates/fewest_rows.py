"""The fewest statements that cannot all be true: the shortest negative cycle, counted in rows.

In a simple temporal network statements contradict each other exactly where a cycle of "at
most so many days later" adds up to less than nothing. Many cycles can do so at once; a
reader corrects the one that rests on the fewest rows.

The search walks over pairs of a point and the row that led to it. Staying with a row is
free, changing the row costs one, so that the first level that closes a negative cycle has
found one with the fewest rows. This is exact where all statements of a row meet in one point, as
those of a stop do (its date, its place in the order, its "after"); otherwise the rows are
still a contradiction, though perhaps not the shortest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

State = tuple[str, str]  # (point, row); point "" is day zero, row "" a run along the order
Step = tuple[State, State, int]
Layer = dict[State, tuple[int, tuple[str, ...]]]  # fewest days to a state, and the rows used


def fewest_rows(steps: Iterable[Step]) -> tuple[str, ...]:
    """Rows of a negative cycle with as few rows as can be, or () where there is none.

    A step `(start, end, days)` says that `end` is at most `days` after `start`. Steps with
    the row "" run along the order of points; such a run rests on the rows of its two ends.
    """
    steps = _with_runs(list(steps))
    states = list(dict.fromkeys(chain.from_iterable(step[:2] for step in steps)))
    layers: dict[State, Layer] = {state: {state: (0, (state[1],))} for state in states if state[1]}
    for _ in range(len({row for _, row in states}) + 1):
        for start, layer in layers.items():
            _stay(layer, steps, len(states))
            days, rows = layer[start]
            if days < 0:
                return tuple(dict.fromkeys(rows))
        layers = {start: _change(layer, states) for start, layer in layers.items()}
    return ()


def _with_runs(steps: Sequence[Step]) -> list[Step]:
    """The steps, and the free ones by which a point's own row enters a run along the order."""
    on_runs = dict.fromkeys(state[0] for step in steps for state in step[:2] if not state[1])
    return [*steps, *(((point, point), (point, ""), 0) for point in on_runs)]


def _stay(layer: Layer, steps: Sequence[Step], passes: int) -> None:
    """Follow all steps that need no change of row, as far as they shorten anything."""
    for number in range(passes):
        changed = False
        for start, end, days in reversed(steps) if number % 2 else steps:
            if start in layer:
                total, rows = layer[start]
                if end not in layer or total + days < layer[end][0]:
                    layer[end] = (total + days, rows)
                    changed = True
        if not changed:
            return


def _change(layer: Layer, states: Sequence[State]) -> Layer:
    """The layer after one change of row at any point; a run ends only in its point's own row."""
    best: dict[str, tuple[int, tuple[str, ...]]] = {}
    for (point, row), told in layer.items():
        if row and (point not in best or told[0] < best[point][0]):
            best[point] = told
    after = dict(layer)
    for point, row in states:
        ways = [best[point]] if row and point in best else []
        if point == row and (point, "") in layer:
            ways.append(layer[point, ""])
        for days, rows in ways:
            if (point, row) not in after or days < after[point, row][0]:
                after[point, row] = (days, (*rows, row))
    return after
