"""What every save is, whatever keeps it: who, why, from what it started, and why it may not be."""

from __future__ import annotations

import getpass
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from secrets import token_hex

from annotations.problems import Problem, shown
from annotations.store.lines import SAVED, Line
from annotations.store.proposals import Proposal
from annotations.tables import (
    UNREADABLE,
    Cells,
    Change,
    Clash,
    Conflict,
    Refused,
    Snapshot,
    Start,
    Version,
    row_version,
    started_from,
    table_of,
    told_cells,
)

HALVES = re.compile("[\ud800-\udfff]")
THIS_MACHINE = "this machine"

# Given the tables before and after a save; raises what speaks against it.
Check = Callable[[Snapshot, Snapshot], None]


@dataclass(frozen=True)
class Act:
    """Who saves, why, what the save is (see `Line.act`), and the save that it takes back.

    `writers` are those of single rows, by `Change.start`; see `Line` for the others.
    """

    who: str
    why: str
    act: str = SAVED
    undoes: str = ""
    proposal: str = ""
    writers: Mapping[Start, str] = field(default_factory=dict)
    reviewers: Mapping[Start, tuple[str, ...]] = field(default_factory=dict)
    closes: Closing | None = None


@dataclass(frozen=True)
class Closing:
    """What becomes of a proposal with a save: as it was seen, and what follows from the save."""

    seen: Proposal
    after: Callable[[Saved], Proposal]


@dataclass(frozen=True)
class Saved:
    """A save that stands: its id, by which it can be undone, and its changes."""

    id: str
    time: str
    changes: tuple[Change, ...]


def at_this_machine() -> str:
    """Whoever sits at this machine, under the one name that they have in pages and commands."""
    return f"{THIS_MACHINE} ({getpass.getuser()})"


def id_and_time() -> tuple[str, str]:
    """The id of a save that is made now, and the time in UTC."""
    now = datetime.now(UTC)
    return f"{now:%Y%m%d-%H%M%S}-{token_hex(4)}", now.isoformat(timespec="milliseconds")


def refuse_nonsense(changes: Sequence[Change], act: Act) -> None:
    """Raise `ValueError` for no change, nobody who makes it, or one row changed twice."""
    if not changes:
        raise ValueError("There is no change to save.")
    if not act.who.strip():
        raise ValueError("Say who makes the change.")
    for text in (act.who, act.why):
        text.encode()  # half a character is a UnicodeEncodeError, which is a ValueError
    before = [(c.table, c.key) for c in changes if c.before is not None]
    after = [(c.table, c.key_after) for c in changes if c.after is not None]
    for keys in (before, after):
        if len(set(keys)) < len(keys):
            raise ValueError("A row is changed twice in one save.")
    for change in changes:
        if change.before is None and change.key != change.key_after:
            raise ValueError(f"The new row of '{change.key}' has the key '{change.key_after}'.")


def refuse_broken(before: Snapshot, changes: Sequence[Change]) -> None:
    """Raise `Refused` for a table that has no rows to change, `ValueError` where there is none."""
    for name in {change.table for change in changes}:
        if problems := before.table(table_of(name).name).broken:
            raise Refused(problems)


def refuse_clashes(
    before: Snapshot, changes: Sequence[Change], based_on: Version | None = None
) -> None:
    """Raise `Conflict` with each row that is not what the change and its writer started from.

    Without a version the writer started from what the changes hold as `before`.
    """
    based_on = started_from(changes) if based_on is None else based_on
    left = {(c.table, c.key) for c in changes if c.before is not None}
    clashes = []
    for change in changes:
        rows, at = before.table(change.table).by_key, (change.table, change.key)
        now, taken = rows.get(change.key), rows.get(change.key_after)
        if change.before is not None and not _is_as_before(change, now, based_on.get(at)):
            clashes.append(Clash(*at, change.before, now, change.after))
        elif taken is not None and (change.table, change.key_after) not in left:
            clashes.append(Clash(change.table, change.key_after, None, taken, change.after))
    if clashes:
        raise Conflict(clashes)


def in_order(before: Snapshot, changes: Sequence[Change]) -> list[Change]:
    """The changes by table and as their rows stand in it, new ones last."""
    names = {change.table for change in changes}
    at = {name: {key: n for n, key in enumerate(before.table(name).by_key)} for name in names}

    def position(change: Change) -> tuple[str, float]:
        there = at[change.table].get(change.key) if change.before is not None else None
        return change.table, float("inf") if there is None else there

    return sorted(changes, key=position)


def in_columns(columns: Sequence[str], cells: Cells) -> list[str]:
    """The cells of a row in the order of the columns, an empty one where none is given.

    Half a character, which UTF-8 cannot write, comes as U+FFFD: that is a problem of its cell.
    """
    return [HALVES.sub(UNREADABLE, cells.get(column, "")) for column in columns]


def refuse_twice(before: Snapshot, changes: Sequence[Change]) -> None:
    """Raise `Refused` for a change of a row that shares its key with another one."""
    remedy = "Correct the table by hand first, so that each row has a key of its own."
    problems = []
    for change in changes:
        sheet = before.table(change.table)
        if change.key in sheet.twice:
            told = f"{shown(change.key)} stands twice. {remedy}"
            place = sheet.place_of(change.key)
            problems.append(Problem(place, "", told, change.table, change.key))
    if problems:
        raise Refused(problems)


def line_of(change: Change, act: Act, saved: Saved) -> Line:
    """The line of the history that a change of a save makes."""
    return Line(
        time=saved.time, who=act.writers.get(change.start, act.who).strip(), why=act.why.strip(),
        act=act.act, table=change.table, key=change.key,
        before=told_cells(change.before), after=told_cells(change.after),
        save=saved.id, undoes=act.undoes,
        proposal=act.proposal, reviewers=act.reviewers.get(change.start, ()),
    )  # fmt: skip


def _is_as_before(change: Change, now: Cells | None, version: str | None) -> bool:
    same = told_cells(now) == told_cells(change.before)
    return now is not None and same and row_version(now) == version
