"""What a proposal is: rows that are not in the tables yet, and what was said and done about them.

Nothing here says who may do what: see `annotations.proposals`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal, Protocol, get_args

from annotations.store.drafts import path_part
from annotations.tables import Change, change_as_read

Deed = Literal[
    "proposed", "changed", "commented", "returned", "agreed", "asked", "accepted", "dropped"
]
State = Literal["open", "returned", "accepted", "dropped"]
DEEDS: tuple[Deed, ...] = get_args(Deed)
OPENS: tuple[Deed, ...] = ("proposed", "changed", "asked")
ENDS: Mapping[Deed, State] = {
    "returned": "returned", "accepted": "accepted", "dropped": "dropped"
}  # fmt: skip


class BrokenProposal(Exception):
    """A proposal cannot be read: the message says which, and what to do."""


class Moved(Exception):
    """Somebody else did something to a proposal meanwhile; nothing was written."""


@dataclass(frozen=True)
class ProposedRow:
    """A change of one row, and whoever wrote the row as it is proposed."""

    change: Change
    writer: str


@dataclass(frozen=True)
class Event:
    """What somebody did to a proposal, when (UTC, ISO 8601) and in which words."""

    time: str
    who: str
    deed: Deed
    words: str = ""


@dataclass(frozen=True)
class Proposal:
    """Changes that belong together, with everything that happened to them, the oldest first.

    `source` is the text that they come from, if any; `undoes` the save that they take back;
    `save` the one that brought them into the tables.
    """

    id: str
    rows: tuple[ProposedRow, ...]
    events: tuple[Event, ...]
    source: str = ""
    undoes: str = ""
    save: str = ""

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes of all rows."""
        return tuple(row.change for row in self.rows)

    @property
    def state(self) -> State:
        """Where it stands: an end, or whether it was returned since somebody last asked."""
        found: State = "open"
        for event in self.events:
            if event.deed in OPENS:
                found = "open"
            found = ENDS.get(event.deed, found)
        return found

    @property
    def is_open(self) -> bool:
        """True for one that can still be changed: open or returned."""
        return self.state in ("open", "returned")

    @property
    def why(self) -> str:
        """The reason that its first writer gave."""
        return self.events[0].words

    @property
    def who(self) -> str:
        """Whoever made it."""
        return self.events[0].who

    @property
    def time(self) -> str:
        """When something last happened to it."""
        return self.events[-1].time


class Proposals(Protocol):
    """What was written and is not accepted, outside the tables, their history and git."""

    def version(self) -> str:
        """A text that differs whenever a proposal does."""

    def all(self) -> tuple[Proposal, ...]:
        """All that can be read, the one to which something happened last first."""

    def broken(self) -> tuple[str, ...]:
        """What cannot be read, a sentence each."""

    def load(self, key: str) -> Proposal:
        """A proposal by its id. Raises `KeyError`, and `BrokenProposal`."""

    def keep(self, proposal: Proposal, seen: Proposal | None) -> None:
        """Write it in place of the one that was seen, None for a new one; whole or not at all.

        Raises `Moved` where another one stands there, and what `Store.save` raises for want of
        room or of the right to write.
        """

    def drop(self, key: str) -> None:
        """Remove a proposal with everything in it, if it is there."""


def refuse_moved(now: Proposal | None, seen: Proposal | None) -> None:
    """Raise `Moved` where what stands is not what was seen."""
    if now != seen:
        raise Moved("Somebody else changed this proposal meanwhile. Look at it again.")


def to_data(proposal: Proposal) -> bytes:
    """A proposal as JSON in UTF-8."""
    told = asdict(proposal)
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def of_data(data: bytes) -> Proposal:
    """The proposal that `to_data` wrote. Raises `ValueError` for anything else."""
    try:
        told = json.loads(data)
        json.dumps(told, ensure_ascii=False).encode()  # no half characters
        rows = tuple(_row(each) for each in told["rows"])
        events = tuple(_event(each) for each in told["events"])
        texts = {name: str(told[name]) for name in ("id", "source", "undoes", "save")}
        if not rows or not events or not texts["id"]:
            raise ValueError("It has no rows, no events or no id.")
        path_part(texts["id"])
        return Proposal(texts["id"], rows, events, texts["source"], texts["undoes"], texts["save"])
    except (AttributeError, KeyError, RecursionError, TypeError) as error:
        raise ValueError(f"It has another shape ({error!r}).") from None


def _row(told: Any) -> ProposedRow:
    change = told["change"]
    found = change_as_read(change["table"], change["key"], change["before"], change["after"])
    if found.before is None and found.after is None:
        raise ValueError("One of its rows is neither before nor after.")
    return ProposedRow(found, str(told["writer"]))


def _event(told: Any) -> Event:
    if told["deed"] not in DEEDS:
        raise ValueError(f"'{told['deed']}' is nothing that happens to a proposal.")
    return Event(str(told["time"]), str(told["who"]), told["deed"], str(told["words"]))


def newest_first(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Proposals in the order in which something last happened to them."""
    return tuple(sorted(proposals, key=lambda one: (one.time, one.id), reverse=True))
