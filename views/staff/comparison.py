"""Rows before and after, column by column, with the words that differ marked as such."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from annotations.tables import TABLES, Cells, Change, Clash
from views.panels import table
from views.text import Markup, _, el

# Of longer cells only the whole is compared.
MOST_WORDS = 2_000
WORDS = re.compile(r"\s+|\S+")


def changed_rows(changes: Iterable[Change]) -> Markup:
    """Each of the changes, one below the other."""
    return el("div", *map(changed_row, changes))


def changed_row(change: Change) -> Markup:
    """A row with each column that differs; of a new or a removed one, all that it says."""
    title = el("h4", _("{row} of {file}").format(row=change.key_after, file=_file(change.table)))
    before, after = change.before, change.after
    columns = _differing(change.table, before, after)
    if not columns:
        told = el("p", _("Nothing in this row changed."), cls="muted")
    elif before is None or after is None:
        only = before or after or {}
        told = el("dl", *(_cell(column, only[column]) for column in columns))
    else:
        heads = (_("Column"), _("Before"), _("After"))
        told = table(heads, (_cell_changed(column, before, after) for column in columns))
    return el("section", title, el("p", kind_of(change), cls="eyebrow"), told, cls="compared")


def kind_of(change: Change) -> str:
    """What happened to a row, in a word or two."""
    if change.before is None:
        return _("New row")
    if change.after is None:
        return _("Removed row")
    if change.key != change.key_after:
        return _("Changed row, formerly {row}").format(row=change.key)
    return _("Changed row")


def clash_table(row: Clash) -> Markup:
    """A row that somebody else changed meanwhile: as it was, as it is, as it was wanted."""
    title = el("h4", _("{row} of {file}").format(row=row.key, file=_file(row.table)))
    heads = (_("Column"), _("When you started"), _("Now"), _("Your version"))
    columns = _differing(row.table, row.before, row.now, row.wanted)
    states = (row.before, row.now, row.wanted)
    rows = [(el("code", c), *(_("(no such row)") if s is None else s.get(c, "") for s in states))
            for c in columns]  # fmt: skip
    return el("section", title, table(heads, rows), cls="compared")


def _cell(column: str, text: str) -> Markup:
    return el("div", el("dt", el("code", column)), el("dd", text))


def _cell_changed(column: str, before: Cells, after: Cells) -> tuple[str, ...]:
    was, is_now = before.get(column, ""), after.get(column, "")
    what = _("changed") if was and is_now else _("filled in") if is_now else _("emptied")
    return (el("span", el("code", column), el("small", what)), *compared_words(was, is_now))


def compared_words(before: str, after: str) -> tuple[Markup, Markup]:
    """Both texts; words missing in the other one are struck out in the first, or underlined."""
    one, other = WORDS.findall(before), WORDS.findall(after)
    if max(len(one), len(other)) > MOST_WORDS:
        one, other = [before], [after]
    left, right = [], []
    for what, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        gone, come = "".join(one[a:b]), "".join(other[c:d])
        left.append(gone if what == "equal" else _marked("del", gone))
        right.append(come if what == "equal" else _marked("ins", come))
    return el("span", *left), el("span", *right)


def _marked(tag: str, text: str) -> str:
    return el(tag, text) if text else ""


def _differing(table: str, *states: Cells | None) -> Sequence[str]:
    """The columns in which the states of a row are not all the same, in the table's order."""
    order = [*TABLES[table].names, *(column for state in states for column in state or {})]
    return [c for c in dict.fromkeys(order) if len({(s or {}).get(c, "") for s in states}) > 1]


def _file(name: str) -> str:
    return f"{name}.csv"
