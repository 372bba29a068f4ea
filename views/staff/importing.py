"""What files would change, in words and as rows before and after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotations.saving import Preview
from annotations.tables import Change
from views.staff.comparison import changed_rows
from views.text import Markup, _, el, labels, ngettext

MOST_ROWS, MOST_LINES = 50, 200


def table_sentence(table: str, how: str) -> str:
    """Which table a file is compared with, and why: its header, its name or a person's choice."""
    said = {
        "header": _("Compared with {file}, the table whose columns are in this header."),
        "name": _("Compared with {file}, because of the file’s name."),
        "chosen": _("Compared with {file}, as you chose."),
    }[how]
    return said.format(file=f"{table}.csv")


def no_table_sentence() -> str:
    """What to do about a file that tells no table."""
    return _(
        "The header matches none of the tables, and neither does the file’s name. Choose the "
        "table here, or name the file after it, as in stops.csv."
    )


def twice_sentence(table: str, names: Iterable[str]) -> str:
    """What to do about several files for one table."""
    words = _(
        "There are several files for {file}: {names}. Give one file for each table, with "
        "all its rows."
    )
    return words.format(names=", ".join(names), file=f"{table}.csv")


def preview_sentence(told: Preview, table: str) -> str:
    """How many rows of a table are new, change, stay as they are, and have problems."""
    rows = [c for c in told.sound if c.table == table and (table, c.key) in told.lines]
    new = sum(change.before is None for change in rows)
    changed, same = len(rows) - new, sum(each == table for each, _key in told.unchanged)
    faulty = len({problem.line for problem in told.problems if problem.table == table})
    parts = (
        (ngettext("{n} row is new", "{n} rows are new", new), new),
        (ngettext("{n} row changes", "{n} rows change", changed), changed),
        (ngettext("{n} stays as it is", "{n} stay as they are", same), same),
        (ngettext("{n} line has problems", "{n} lines have problems", faulty), faulty),
    )
    if not (new or changed or faulty):
        return ngettext(
            "Nothing would change: {n} row is the same as in the table.",
            "Nothing would change: all {n} rows are the same as in the table.",
            same,
        ).format(n=f"{same:,}")
    return ", ".join(words.format(n=f"{n:,}") for words, n in parts if n) + "."


def changes_panel(told: Preview) -> Markup:
    """The first rows of each table that change, before and after; how many more there are."""
    by_table: dict[str, list[Change]] = {}
    for change in told.sound:
        by_table.setdefault(change.table, []).append(change)
    most = MOST_ROWS // max(len(by_table), 1)
    return el("div", *(_table_changes(table, own, most) for table, own in by_table.items()))


def _table_changes(table: str, changes: Sequence[Change], most: int) -> Markup:
    more = len(changes) - most
    left = ngettext("And {n} more row.", "And {n} more rows.", more).format(n=f"{more:,}")
    return el(
        "section",
        el("h3", labels.table(table), cls="part"),
        changed_rows(changes[:most]),
        el("p", left, cls="muted") if more > 0 else "",
    )
