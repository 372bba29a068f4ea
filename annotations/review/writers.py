"""Whose words stand in a row that nobody else has accepted yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from annotations.proposals import person
from annotations.saving import is_review, wrote
from annotations.store import ACCEPTED, Line, Row, Step


@dataclass(frozen=True)
class Part:
    """A row of what is reviewed with its steps, and the step after which they count as changed.

    `undone` are the saves that were taken back: nobody stands behind a row by one of them.
    """

    row: Row
    steps: Sequence[Step]
    since: int
    undone: Collection[str] = ()

    @property
    def later(self) -> Sequence[Step]:
        """The steps after which not two people stood behind all that the row said."""
        steps = [step for step in self.steps if step.at > self.since]
        by_two = [step.at for step in steps if self._is_by_two(step.line)]
        own = [step.at - 1 for step in not_accepted(steps, self.undone, acts=(ACCEPTED,))]
        start = min([*by_two[-1:], *own[:1]]) if by_two else self.since
        return [step for step in steps if step.at > start]

    def _is_by_two(self, line: Line) -> bool:
        return line.act == ACCEPTED and is_review(line) and line.save not in self.undone


def not_accepted(
    steps: Iterable[Step], undone: Collection[str] = (), acts: Collection[str] = ()
) -> list[Step]:
    """The steps of a row, the oldest first, whose words nobody accepted but who wrote them.

    Somebody who accepts a row accepts all that it says then, but for their own words. `undone`
    are saves that do not count, and `acts` those that alone do, where any are given.
    """
    left: list[Step] = []
    for step in steps:
        line = step.line
        left += [step] if wrote(line.change) else []
        if is_review(line) and line.save not in undone and (not acts or line.act in acts):
            others = line.reviewers if line.act == ACCEPTED else (line.who,)
            left = [one for one in left if is_by_all(one.line, others)]
    return left


def still_theirs(
    steps: Iterable[Step], undone: Collection[str] = (), since: int = -1
) -> list[Step]:
    """The last step of each writer whose words nobody else accepted, the newest first.

    What stands up to the step `since` was reviewed with the journey of the row.
    """
    last = {person(each.line.who): each for each in not_accepted(steps, undone) if each.at > since}
    return sorted(last.values(), key=lambda step: -step.at)


def is_by_all(line: Line, people: Iterable[str]) -> bool:
    """True where each of these people is the one who wrote a line."""
    return {person(who) for who in people} <= {person(line.who)}


def is_of(lines: Iterable[Line], who: str) -> bool:
    """True for whoever wrote any of these lines."""
    return person(who) in {person(line.who) for line in lines}
