"""Whether tables may be written: what they would have as problems that they do not have now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from annotations.check import check
from annotations.problems import Problem, Problems, did_you_mean, shown
from annotations.store import Store, TableText, rows_expected
from annotations.tables import TABLES, Change, Refused, Row, Tables, unseen_in


class _Overlaid:
    """The tables as they would be: some of them as given, the others as they are."""

    def __init__(self, tables: Tables, texts: Mapping[str, TableText]) -> None:
        self._tables, self._texts = tables, texts

    def read(self, name: str) -> str:
        return self._texts[name].text if name in self._texts else self._tables.read(name)

    def version(self) -> tuple[object, ...]:
        return (self._tables.version(), *(text.data for text in self._texts.values()))


def refuse_new_problems(
    store: Store,
    held: Mapping[str, TableText],
    changed: Mapping[str, TableText],
    changes: Sequence[Change],
) -> None:
    """Raise `Refused` where the changed tables have a problem that the held ones have not."""
    problems = new_problems(store, held, changed, changes) or [
        problem for name in held for problem in _misread(held[name], changed[name], changes)
    ]
    if problems:
        raise Refused(problems)


def new_problems(
    store: Store,
    held: Mapping[str, TableText],
    changed: Mapping[str, TableText],
    changes: Sequence[Change],
) -> list[Problem]:
    """The problems that the changed tables have and the held ones have not, by file and line.

    A row may keep as many problems in a cell as it has there now, so that tables that are not
    in order can be mended step by step.
    """
    after = _checked(store, changed)
    kept = Counter(_places(held, _checked(store, held), {})) if after else Counter()
    came_from = {
        (change.table, change.key_after): change.key if change.before is not None else None
        for change in changes
    }
    new = set(_problems_of_cells(changed, changes))
    for problem, place in zip(after, _places(changed, after, came_from), strict=True):
        kept[place] -= 1
        if kept[place] < 0:
            new.add(problem)
    return sorted(new)


def _checked(store: Store, texts: Mapping[str, TableText]) -> list[Problem]:
    return check(_Overlaid(store, texts), store.texts, store.stories)


def _places(
    texts: Mapping[str, TableText],
    problems: Sequence[Problem],
    came_from: Mapping[tuple[str, str], str | None],
) -> Iterator[tuple[object, ...]]:
    """Where each problem stands, by the row and not by its line, which other changes may move.

    `came_from` has the key that a row had before, None for a new one.
    """
    at: dict[tuple[str, int], tuple[str | None, str]] = {}
    for name, text in texts.items():
        at |= {(name, piece.line): ("", piece.text) for piece in text.pieces}
        for key, piece in text.by_key.items():
            at[name, piece.line] = came_from.get((name, key), key), ""
    for problem in problems:
        line = problem.table, problem.line
        yield problem.file, at.get(line) or line, problem.column


def _problems_of_cells(
    changed: Mapping[str, TableText], changes: Sequence[Change]
) -> Iterator[Problem]:
    """Problems of cells that were written anew, and that no reader of a table would tell.

    They are in columns that it does not know, or at the end of a text, where it takes them for
    space; and it takes every carriage return for a line end.
    """
    for change in changes:
        text, problems = changed[change.table], Problems()
        piece = text.by_key.get(change.key_after)
        row = Row(change.table, piece.line if piece else 0, change.after or {}, problems)
        for column, cell in row.cells.items():
            if cell == (change.before or {}).get(column, ""):
                continue
            if column not in text.header.cells and cell:
                meant = did_you_mean(column, text.header.cells) or " Add it to the header first."
                problems.add(change.table, 1, "", f"has no column {shown(column)}.{meant}")
            elif column not in TABLES[change.table].names:
                row.text(column)
            if unseen := unseen_in(cell):
                row.warn(column, unseen)
        yield from problems


def _misread(held: TableText, changed: TableText, changes: Sequence[Change]) -> Iterator[Problem]:
    """A problem where the rows that are read back are not those that were to be written.

    That is so beside a row whose quotes are open: it may swallow what is written behind it.
    """
    own = [change for change in changes if change.table == held.table]
    twice = [change.key for change in own if change.key in held.twice]
    for key in twice:
        remedy = "Mend the table by hand first, so that each row has a key of its own."
        yield Problem(
            f"{held.table}.csv", held.by_key[key].line, "", f"{shown(key)} stands twice. {remedy}"
        )
    if not twice and changed.rows != rows_expected(held, own):
        broken = next((p.line for p in held.pieces if p.cells is None and p.text.strip()), 0)
        remedy = "Mend by hand what cannot be read in it first."
        yield Problem(f"{held.table}.csv", broken, "", f"cannot be changed row by row. {remedy}")
