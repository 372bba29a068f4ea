"""What a file would change, in words and as rows before and after."""

from __future__ import annotations

from annotations.importing import Preview
from views.compared import rows_changed
from views.i18n import _, ngettext
from views.markup import Markup, el

MOST_ROWS, MOST_LINES = 50, 200


def held_sentence(table: str, how: str) -> str:
    """Which table a file is held against, and what told that: its header, its name or a person."""
    said = {
        "header": _("Held against {file}, the table with the columns of this header."),
        "name": _("Held against {file}, as the file is called."),
        "chosen": _("Held against {file}, as you chose."),
    }[how]
    return said.format(file=f"{table}.csv")


def preview_sentence(told: Preview) -> str:
    """How many rows are new, change, stay as they are, and have problems."""
    new = sum(change.before is None for change in told.sound)
    changed, same = len(told.sound) - new, len(told.unchanged)
    faulty = len({problem.line for problem in told.problems})
    if not told.changes and not faulty:
        return ngettext(
            "Nothing would change: {n} row is as the table has it.",
            "Nothing would change: all {n} rows are as the table has them.",
            same,
        ).format(n=f"{same:,}")
    parts = (
        (ngettext("{n} row is new", "{n} rows are new", new), new),
        (ngettext("{n} row changes", "{n} rows change", changed), changed),
        (ngettext("{n} stays as it is", "{n} stay as they are", same), same),
        (ngettext("{n} line has problems", "{n} lines have problems", faulty), faulty),
    )
    return ", ".join(words.format(n=f"{n:,}") for words, n in parts if n) + "."


def changes_panel(told: Preview) -> Markup:
    """The first rows that change, before and after; how many more there are."""
    more = len(told.sound) - MOST_ROWS
    left = ngettext("And {n} more row.", "And {n} more rows.", more).format(n=f"{more:,}")
    return el(
        "div",
        rows_changed(told.sound[:MOST_ROWS]),
        el("p", left, cls="muted") if more > 0 else "",
    )
