"""The fewest statements that cannot all be true: the shortest negative cycle, counted in rows.

In a simple temporal network statements contradict each other exactly where a cycle of "at
most so many days later" adds up to less than nothing. Many cycles can do so at once; a
reader corrects the one that rests on the fewest rows.

The search starts from a contradiction that is known, and looks for a smaller one through each
point and row. Staying with a row is free, changing the row costs one. This is exact where all
statements of a row meet in one point, as those of a stop do (its date, its place in the order,
its "after"); otherwise the rows are still a contradiction, though perhaps not the shortest.

Among many stops that all count from each other a whole search takes minutes, and everybody who
opens the tables would wait for it. So it ends after `MOST_STEPS`, and says that it did.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

State = tuple[str, str]  # (point, row); point "" is day zero, row "" a run along the order
Step = tuple[State, State, int]
Layer = dict[State, tuple[int, tuple[str, ...]]]  # fewest days to a state, and the rows used

MOST_STEPS = 1_000_000


class Fewest(NamedTuple):
    """Rows that contradict each other; `proven` where no fewer do. `steps` were looked at."""

    rows: tuple[str, ...]
    proven: bool
    steps: int


def fewest_rows(steps: Sequence[Step], known: Sequence[str]) -> Fewest:
    """A contradiction with as few rows as can be, and no more than the `known` one has.

    A step `(start, end, days)` says that `end` is at most `days` after `start`. Steps with
    the row "" run along the order of points; such a run rests on the rows of its two ends.
    """
    for row, own in _by_row(steps).items():
        if row and _contradicts_itself(own):
            return Fewest((row,), True, len(steps))
    found, search = tuple(known), _Search(_with_runs(steps))
    # A smaller contradiction is most likely near the known one, and the smaller the one that is
    # known, the less is left to look at.
    for start in sorted(search.starts, key=lambda state: state[1] not in known):
        found = search.through(start, len(found) - 1) or found
        if search.steps > MOST_STEPS:
            return Fewest(found, False, search.steps)
    return Fewest(found, True, search.steps)


def _by_row(steps: Iterable[Step]) -> Mapping[str, list[Step]]:
    found: dict[str, list[Step]] = defaultdict(list)
    for step in steps:
        if step[0][1] == step[1][1]:
            found[step[0][1]].append(step)
    return found


def _contradicts_itself(own: Sequence[Step]) -> bool:
    """True where the steps of one row alone make a negative cycle."""
    days = dict.fromkeys(chain.from_iterable(step[:2] for step in own), 0)
    for _ in range(len(days) + 1):
        shorter = [step for step in own if days[step[0]] + step[2] < days[step[1]]]
        if not shorter:
            return False
        for start, end, length in shorter:
            days[end] = min(days[end], days[start] + length)
    return True


def _with_runs(steps: Sequence[Step]) -> list[Step]:
    """The steps, and the free ones by which a point's own row enters a run along the order."""
    on_runs = dict.fromkeys(state[0] for step in steps for state in step[:2] if not state[1])
    return [*steps, *(((point, point), (point, ""), 0) for point in on_runs)]


class _Search:
    """Looks for negative cycles through one state after another; `steps` were looked at so far.

    No row may contradict itself: staying with it would end with `MOST_STEPS` alone.
    """

    def __init__(self, steps: Sequence[Step]) -> None:
        self.steps = 0
        self._next: dict[State, list[tuple[State, int]]] = defaultdict(list)
        for start, end, days in steps:
            self._next[start].append((end, days))
        states = dict.fromkeys(chain.from_iterable(step[:2] for step in steps))
        self.starts = [state for state in states if state[1]]
        self._rows: dict[str, list[str]] = defaultdict(list)
        for point, row in self.starts:
            self._rows[point].append(row)

    def through(self, start: State, most: int) -> tuple[str, ...]:
        """The rows of a negative cycle through a state, at most so many, () where there is none."""
        layer: Layer = {start: (0, (start[1],))}
        fresh = {start}
        for _ in range(most + 1):  # the last change leads back to the first row
            fresh = self._stay(layer, fresh)
            days, rows = layer[start]
            if days < 0:
                return tuple(dict.fromkeys(rows))
            fresh = self._change(layer, fresh)
            if not fresh or self.steps > MOST_STEPS:
                break
        return ()

    def _stay(self, layer: Layer, fresh: Iterable[State]) -> set[State]:
        """Follow the steps that need no change of row, as far as they shorten anything."""
        waiting, reached = deque(fresh), set(fresh)
        while waiting and self.steps <= MOST_STEPS:
            start = waiting.popleft()
            total, rows = layer[start]
            self.steps += 1 + len(self._next[start])
            for end, days in self._next[start]:
                if end not in layer or total + days < layer[end][0]:
                    layer[end] = (total + days, rows)
                    reached.add(end)
                    waiting.append(end)
        return reached

    def _change(self, layer: Layer, reached: Iterable[State]) -> set[State]:
        """Change the row at each point; a run ends only in its point's own row."""
        changed: Layer = {}
        for point, row in reached:
            days, rows = layer[point, row]
            after = self._rows[point] if row else (point,)
            self.steps += len(after)
            for other in after:
                state = point, other
                best = changed.get(state) or layer.get(state)
                if other != row and (best is None or days < best[0]):
                    changed[state] = days, (*rows, other)
        layer |= changed
        return set(changed)
