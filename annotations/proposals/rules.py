"""How many people stand behind a row, and how many have to before it comes into the tables."""

from __future__ import annotations

from collections.abc import Mapping

from annotations.codes import DATE_LEVELS, NAME_LEVELS, PLACE_LEVELS
from annotations.collection import AS_IS, TABLE, WITHHELD
from annotations.proposals.asked import YES, Asked, is_asked
from annotations.store import Proposal
from annotations.tables import Cells, Change, Start, Tables

LEVELS: Mapping[str, tuple[str, ...]] = {
    "place": PLACE_LEVELS, "date": DATE_LEVELS, "names": NAME_LEVELS
}  # fmt: skip
ALONE, TWO, THREE = 1, 2, 3
NOTHING: Mapping[str, str] = {"place": WITHHELD, "date": WITHHELD, "names": AS_IS}


def person(who: str) -> str:
    """Somebody's name as it tells them from everybody else."""
    return " ".join(who.split()).casefold()


def agreed(proposal: Proposal) -> tuple[str, ...]:
    """Who agreed to the proposal as it stands now."""
    found: dict[str, str] = {}
    for event in proposal.events:
        if event.deed == "agreed":
            found.setdefault(person(event.who), event.who)
        elif event.deed != "commented":
            found.clear()
    return tuple(found.values())


def stand_behind_their_own(proposal: Proposal) -> frozenset[str]:
    """Whose rows they stand behind themselves, as `person`: whoever last changed it, or agreed.

    Somebody else's rows may have been written for what another person took out of it since.
    """
    changed = [event.who for event in proposal.events if event.deed in ("proposed", "changed")]
    return frozenset(map(person, (changed[-1], *agreed(proposal))))


def reviewers(proposal: Proposal) -> Mapping[Start, tuple[str, ...]]:
    """Who stands behind each row besides its writer, by `Change.start`."""
    found = agreed(proposal)
    return {
        row.change.start: tuple(who for who in found if person(who) != person(row.writer))
        for row in proposal.rows
    }


def lacking(proposal: Proposal, tables: Tables, alone: bool = False) -> Mapping[Start, int]:
    """How many people each row still waits for, where it waits for any.

    Two stand behind a row, three where somebody is shown who asked to be hidden, and one where
    the row only hides. Its writer is one of them as long as nobody else changes the proposal.
    `alone` is True on a machine of one person, who stands for two.
    """
    asked = Asked(tables, proposal.changes)
    others, own = reviewers(proposal), stand_behind_their_own(proposal)
    found = {}
    for row in proposal.rows:
        needed = _needed(row.change, asked)
        if alone and needed == TWO:
            needed = ALONE
        behind = (person(row.writer) in own) + len(others[row.change.start])
        if (count := needed - behind) > 0:
            found[row.change.start] = count
    return found


def _needed(change: Change, asked: Asked) -> int:
    if only_hides(change):
        return ALONE
    own = change.table == TABLE and change.key in asked.records
    return THREE if own or asked.is_shown_by(change) else TWO


def only_hides(change: Change) -> bool:
    """True where visitors see less of a record than before, and no word that is new."""
    return change.table == TABLE and hides_more(change.before, change.after)


def hides_more(before: Cells | None, after: Cells | None) -> bool:
    """True for a row of publication.csv that shows nothing which the one before did not show."""
    if after is None:
        return False
    was, seen = before or {}, levels_of(before)
    keeps = before is None or was.get("record") == after.get("record")
    stays = not is_asked(was) or is_asked(after)
    same_role = after.get("role", "") in ("", was.get("role", ""))
    return (
        keeps
        and stays
        and same_role
        and all(
            _level(after.get(column, ""), levels) >= _level(seen[column], levels)
            for column, levels in LEVELS.items()
        )
    )


def levels_of(row: Cells | None) -> Mapping[str, str]:
    """The levels at which a row of publication.csv shows a record: of one with a slip, nothing."""
    if row is None:
        return {column: levels[0] for column, levels in LEVELS.items()}
    found = {column: row.get(column, "") for column in LEVELS}
    is_read = all(code in LEVELS[column] for column, code in found.items())
    return found if is_read and row.get("asked", "").strip() in ("", YES) else NOTHING


def _level(code: str, levels: tuple[str, ...]) -> int:
    """How coarse a level is, from 0; -1 for none."""
    return levels.index(code) if code in levels else -1
