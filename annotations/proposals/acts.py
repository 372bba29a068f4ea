"""What people do with a proposal: talk of it, return it, agree to it, drop it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from annotations.proposals.rules import (
    agreed,
    lacking,
    person,
    reviewers,
    stand_behind_their_own,
)
from annotations.saving import DRAFT, REVIEWED_ROW, STATUS, commit, with_followers, words, wrote
from annotations.store import (
    ACCEPTED,
    Act,
    Closing,
    Deed,
    Event,
    Line,
    Proposal,
    Saved,
    Store,
)
from annotations.tables import Change, Snapshot, Tables, rows_by_key, started_from, told_cells


class OwnWork(Exception):
    """Whoever wrote something cannot be the one who accepts it."""


def comment(store: Store, seen: Proposal, who: str, words: str) -> Proposal:
    """Say something about a proposal. Raises `ValueError` for no words, and `Moved`."""
    if not words.strip():
        raise ValueError("Write what you want to say.")
    return _keep(store, seen, who, "commented", words)


def return_for_changes(store: Store, seen: Proposal, who: str, words: str) -> Proposal:
    """Return a proposal to its writer, who learns why.

    Raises `ValueError` for no words or one that is not open, and `Moved`.
    """
    _refuse_closed(seen)
    if not words.strip():
        raise ValueError("Say why it is returned, so that its writer can correct it.")
    return _keep(store, seen, who, "returned", words)


def ask_again(store: Store, seen: Proposal, who: str, words: str = "") -> Proposal:
    """Ask for a review of a proposal that was returned. Raises `ValueError` and `Moved`."""
    if seen.state != "returned":
        raise ValueError("It was not returned.")
    return _keep(store, seen, who, "asked", words)


def drop(store: Store, seen: Proposal, who: str, words: str = "") -> Proposal:
    """Give a proposal up; it stays to be read. Raises `ValueError` and `Moved`."""
    if not seen.is_open:
        raise ValueError(f"It is {seen.state} already.")
    return _keep(store, seen, who, "dropped", words)


def agree(store: Store, seen: Proposal, who: str, words: str = "", alone: bool = False) -> Proposal:
    """Stand behind a proposal as it was seen; once enough people do, it is in the tables.

    `alone` is True on a machine of one person. Raises `OwnWork` where it is all their own,
    `ValueError` for one that is not open, that they agreed to already, of which nothing is left
    or that shows somebody who was hidden this moment, `Moved`, and what `save` raises where the
    tables are not as it needs them.
    """
    _refuse_closed(seen)
    if person(who) in map(person, agreed(seen)):
        raise ValueError("You have agreed to it already. Somebody else has to look as well.")
    now = _with(seen, who, "agreed", words)
    if lacking(now, store, alone):
        has_written = all(person(row.writer) == person(who) for row in seen.rows)
        if has_written and person(who) in stand_behind_their_own(seen):
            raise OwnWork("You wrote it. Somebody else has to review it.")
        store.proposals.keep(now, seen)
        return now
    return _accept(store, seen, now, who, alone)


def _accept(store: Store, seen: Proposal, now: Proposal, who: str, alone: bool) -> Proposal:
    """Write what a proposal proposes into the tables and close it, in one step."""
    others = reviewers(now)
    changes = with_followers(store, _settled(now, store))
    if not changes:
        raise ValueError("The tables say all of this already. Drop it.")

    end = _with(now, who, "accepted", "")

    def closed(saved: Saved) -> Proposal:
        return replace(end, save=saved.id)

    def still(then: Snapshot) -> None:
        if lacking(now, then, alone) or with_followers(then, changes) != changes:
            raise ValueError("Somebody was hidden meanwhile. Look at it again.")

    act = Act(
        seen.who, seen.why, ACCEPTED, _taken_back(seen, changes, store), seen.id,
        writers={row.change.start: row.writer for row in now.rows},
        reviewers=others,
        closes=Closing(seen, closed),
    )  # fmt: skip
    return closed(commit(store, changes, act, started_from(changes), still))


def _settled(proposal: Proposal, tables: Tables) -> Iterator[Change]:
    """The changes with the status that their rows then have, and journeys that are drafts again.

    Two people make a row reviewed that is new, was reviewed, or is proposed as reviewed; what
    one person accepted alone is a draft, and so is the journey of which a stop was changed so.
    Two people also take a review back, of a row that has no status by a remark in the history.
    """
    others = reviewers(proposal)
    alone = {
        (cells or {}).get("journey", "").strip()
        for change in proposal.changes
        if change.table == "stops" and not others[change.start]
        for cells in (change.before, change.after)
    }
    for row in proposal.rows:
        change = row.change
        by_two = bool(others[change.start])
        by_two &= change.table != "journeys" or change.key_after not in alone
        settled = _with_status(change, by_two, bool(proposal.undoes))
        is_remark = bool(proposal.undoes) and by_two and change.changes_nothing
        if is_remark or not settled.changes_nothing:
            yield settled
    journeys = rows_by_key(tables, "journeys")
    changed = {change.key for change in proposal.changes if change.table == "journeys"}
    for key in sorted((alone & set(journeys)) - changed):
        if journeys[key][STATUS] == REVIEWED_ROW:
            cells = journeys[key]
            yield Change("journeys", key, cells, {**cells, STATUS: DRAFT})


def _with_status(change: Change, by_two: bool, is_undo: bool) -> Change:
    if change.after is None or STATUS not in change.after:
        return change
    if is_undo and not wrote(change) and change.after[STATUS] == DRAFT:
        return change
    was = (change.before or {}).get(STATUS, REVIEWED_ROW)
    wanted = REVIEWED_ROW in (was, change.after[STATUS])
    status = REVIEWED_ROW if by_two and wanted else DRAFT
    return replace(change, after={**change.after, STATUS: status})


def _taken_back(seen: Proposal, changes: Iterable[Change], store: Store) -> str:
    """The save that a proposal takes back; one that took reviews back only where all of it is.

    Else somebody could bring a review back alone, by a part of the undo of its undo.
    """
    if not _takes_back(seen.undoes, store):
        return seen.undoes
    lines = store.lines(save=seen.undoes)
    done = {(change.table, change.key): change for change in changes}
    whole = (_is_back(line, done.get((line.table, line.change.key_after))) for line in lines)
    return seen.undoes if all(whole) else ""


def _takes_back(save: str, store: Store) -> bool:
    """True for an undo, and for that of the undo of an undo: what it takes back counts no more."""
    undoes = {line.save: line.undoes for line in store.lines()} if save else {}
    taken = False
    while save := undoes.pop(save, ""):
        taken = not taken
    return taken


def _is_back(line: Line, change: Change | None) -> bool:
    """True where a change takes a line back: what it wrote, or else the status that it gave."""
    if change is None:
        return False
    seen = words if wrote(line.change) else told_cells
    return seen(change.after) == seen(line.before)


def _refuse_closed(seen: Proposal) -> None:
    if seen.state != "open":
        raise ValueError(f"It is {seen.state}, and not open for review.")


def _with(seen: Proposal, who: str, deed: Deed, words: str) -> Proposal:
    """The proposal with one more event. Raises `ValueError` for nobody who does it."""
    if not who.strip():
        raise ValueError("Say who does it.")
    for text in (who, words):
        text.encode()  # half a character is a UnicodeEncodeError, which is a ValueError
    time = datetime.now(UTC).isoformat(timespec="milliseconds")
    return replace(seen, events=(*seen.events, Event(time, who.strip(), deed, words.strip())))


def _keep(store: Store, seen: Proposal, who: str, deed: Deed, words: str) -> Proposal:
    now = _with(seen, who, deed, words)
    store.proposals.keep(now, seen)
    return now
