"""Whether tables may be written: what they would have as problems that they do not have now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from annotations.check import problems_of, problems_of_stories
from annotations.collection import Loaded, load
from annotations.problems import Problem, Problems, did_you_mean, in_order, shown
from annotations.store import Store
from annotations.tables import TABLES, Change, Refused, Row, Snapshot, unseen_in

Came = Mapping[tuple[str, str], str | None]


def refuse_new_problems(
    store: Store, before: Snapshot, after: Snapshot, changes: Sequence[Change]
) -> None:
    """Raise `Refused` where the tables have a problem after the changes and not before."""
    if problems := new_problems(store, before, after, changes):
        raise Refused(problems)


def new_problems(
    store: Store, before: Snapshot, after: Snapshot, changes: Sequence[Change]
) -> list[Problem]:
    """The problems that the tables have after the changes and not before, in order.

    A row may keep as many problems in a cell as it has there now, so that tables that are not
    in order can be corrected step by step.
    """
    came_from = {
        (change.table, change.key_after): change.key if change.before is not None else None
        for change in changes
    }
    found = [*_problems_of_cells(after, changes), *_withdrawn(store, after, changes)]
    was, now = load(before), load(after)
    if problems := _problems(store, now, was):
        changed = {f"{change.table}.csv" for change in changes}
        found += added(_problems(store, was, now), problems, changed, came_from)
    return in_order(dict.fromkeys(found))


def _problems(store: Store, loaded: Loaded, other: Loaded) -> list[Problem]:
    """The problems of tables and stories, without those that other tables have just so."""
    found = problems_of(loaded, store.texts, other=other)
    return in_order([*found, *problems_of_stories(store.stories, loaded)])


def added(
    before: Sequence[Problem],
    after: Sequence[Problem],
    changed: Collection[str],
    came_from: Came,
) -> Iterator[Problem]:
    """The problems of a check that those of an earlier one do not account for.

    They are compared by their rows and not by their lines, which may move in the files that are
    `changed`. `came_from` has the key that a row had before, None for a new one.
    """
    known = Counter(_cell(problem, changed, {}) for problem in before)
    for problem in after:
        cell = _cell(problem, changed, came_from)
        known[cell] -= 1
        if known[cell] < 0:
            yield problem


def _cell(problem: Problem, changed: Collection[str], came_from: Came) -> tuple[object, ...]:
    """Where a problem stands: row and column, or the line of what is no row of a table."""
    at = problem.table, problem.key
    if problem.key:
        return "row", problem.table, came_from.get(at, problem.key), problem.column
    line = problem.message if problem.file in changed else problem.line
    return "line", problem.file, line, problem.column


def _problems_of_cells(after: Snapshot, changes: Sequence[Change]) -> Iterator[Problem]:
    """Problems of cells that were written anew, and that no reader of a table would tell.

    They are in columns that it does not know, or at the end of a text, where it takes them for
    space; and it takes every carriage return for a line end.
    """
    for change in changes:
        sheet, problems = after.table(change.table), Problems()
        place = sheet.place_of(change.key_after)
        row = Row(change.table, place, dict(change.after or {}), problems)
        for column, cell in row.cells.items():
            if cell == (change.before or {}).get(column, ""):
                continue
            if column not in sheet.columns and cell:
                meant = did_you_mean(column, sheet.columns) or " Add it to the header first."
                told = f"has no column {shown(column)}.{meant}"
                problems.append(Problem(sheet.place, "", told, change.table))
            elif column not in TABLES[change.table].names:
                row.text(column)
            if unseen := unseen_in(cell):
                row.warn(column, unseen)
        yield from problems


def _withdrawn(store: Store, after: Snapshot, changes: Sequence[Change]) -> Iterator[Problem]:
    """A problem for each row that would get the id of what was withdrawn or has another now."""
    for change in changes:
        key = change.key_after
        has_id = change.after is not None and TABLES[change.table].key == ("id",)
        is_new = change.before is None or change.key != key
        if has_id and is_new and (why := _why_refused(store, key)):
            yield Problem(after.table(change.table).place_of(key), "id", why, change.table, key)


def _why_refused(store: Store, key: str) -> str:
    """Why a new row may not have this id, "" where it may."""
    try:
        record = store.redirects.record_of(key)
    except OSError as error:
        told = f"cannot be compared with what was withdrawn ({error.strerror})"
        return f"{shown(key)} {told}. Make the files in .redirects/ readable, or restore them."
    if record is None:
        return ""
    if record:
        remedy = "Use the id that this record has now, or choose one for another record."
        return f"{shown(key)} is an id that a record had once. {remedy}"
    remedy = "Leave it out; give what is another record another id."
    return f"{shown(key)} was withdrawn, and nothing brings it back. {remedy}"
