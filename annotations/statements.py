"""What a source counts or claims beside the journeys, events and arrivals that it tells of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from annotations import codes
from annotations.dates import OPEN, Span
from annotations.references import Citation

NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
RANGE = re.compile(rf"({NUMBER.pattern})-({NUMBER.pattern})")
YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True)
class Statement:
    """A row of `statements.csv`: one number or claim, as one source has it.

    `value` is a number, a range such as `4-5`, or words. `place` is the id of a place, empty
    where none is given. `about` holds ids of journeys and events, and years of arrivals;
    `differs` the ids of the statements that say otherwise, each of which says the same of this
    one. `care` is what is announced before it is shown.
    """

    id: str
    subject: str
    value: str
    unit: str
    date: str
    place: str
    source: Citation
    mentions: tuple[str, ...]
    about: tuple[str, ...]
    differs: tuple[str, ...]
    basis: codes.Basis
    certainty: codes.Certainty
    status: codes.Status
    note: str
    care: str
    span: Span = OPEN

    @property
    def years(self) -> tuple[str, ...]:
        """The years of arrivals that it bears on."""
        return tuple(key for key in self.about if YEAR.fullmatch(key))

    @property
    def text(self) -> str:
        """All that is told in words of ours, a line each."""
        return "\n".join((self.subject, self.value, self.unit, self.note, self.care))


def together(statements: Mapping[str, Statement], first: Statement) -> tuple[Statement, ...]:
    """A statement with all that differ from it, and from these, in the order of the table."""
    if not first.differs:
        return (first,)
    found, waiting = set[str](), [first.id]
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += (other for other in statements[key].differs if other in statements)
    return tuple(each for key, each in statements.items() if key in found)
