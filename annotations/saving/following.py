"""Changes that move stops, with the rows that name these stops: what is hidden stays hidden."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.problems import Problem, shown
from annotations.tables import Change, Refused, Tables, rows_that_follow, stop_moves


def with_followers(tables: Tables, changes: Iterable[Change]) -> list[Change]:
    """The changes, and those that let all other rows name the same stops as before.

    Raises `Refused` where another row names a stop that goes: its key may be another stop's then.
    """
    found = list(changes)
    own = {(change.table, change.key) for change in found}
    moves = stop_moves(found)
    gone = {key: "" for key, now in moves.items() if not now}
    if naming := list(rows_that_follow(tables, gone, own)):
        raise Refused(_problem(tables, change) for change in naming)
    return [*found, *rows_that_follow(tables, moves, own)]


def _problem(tables: Tables, change: Change) -> Problem:
    told = f"{shown(change.key)} names a stop that goes. Correct or remove this row first."
    place = tables.table(change.table).place_of(change.key)
    return Problem(place, "", told, change.table, change.key)
