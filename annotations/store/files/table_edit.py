"""Changed rows put into the text of their table: each keeps its place, new ones get theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotations.problems import Problem, RowPlace
from annotations.store.acts import in_columns
from annotations.store.files.row_text import LINE_END, read_cells, rewritten
from annotations.store.files.table_splice import spliced
from annotations.store.files.table_text import Piece, TableText, parsed
from annotations.store.lines import Gap, Line
from annotations.tables import Cells, Change, told_cells, written

# The rows that stand together: a new row follows the last one with the same cell here.
GROUPS = {"stops": "journey", "mentions": "source"}


@dataclass(frozen=True)
class Edit:
    """A change, and how exactly it is written where that is known (when a save is undone).

    `text` is the row without its line end; `place` is what `TableText.place` gives.
    """

    change: Change
    text: str | None = None
    place: Gap | None = None


@dataclass(frozen=True)
class _Slot:
    """The new text of the row `key`, in its place."""

    text: str
    key: str
    group: str | None

    @property
    def ends(self) -> bool:
        """True where the text ends its line."""
        return bool(LINE_END.search(self.text))


_Item = Piece | _Slot


def edits(changes: Sequence[Change], undone: Sequence[Line]) -> list[Edit]:
    """The changes; those that undo a save with the texts and places that the rows had before."""
    were = {(line.table, line.change.key_after, line.after is None): line for line in undone}
    found = []
    for change in changes:
        was = were.get(change.start)
        is_back = was is not None and told_cells(was.before) == told_cells(change.after)
        found.append(Edit(change, was.text, was.place) if was and is_back else Edit(change))
    return found


def edited(held: TableText, edits: Sequence[Edit]) -> TableText:
    """The table with the changes made. Rows that they change or remove must be there.

    An older table gets the columns that came later where a change fills one of them.
    """
    new_columns = held.columns[len(held.header.cells) :]
    if any(edit.change.after and any(map(edit.change.after.get, new_columns)) for edit in edits):
        held = held.with_later_columns()
    new = [edit for edit in edits if edit.change.before is None]
    items = _with_rows_changed(held, [edit for edit in edits if edit.change.before is not None])
    _add_rows(held, items, [edit for edit in new if edit.place is None])
    for edit in new:
        if edit.place is not None:
            _put_back(items, _slot(held, edit), edit.place, held.header_index)
    return _ended(held, items)


def _ended(held: TableText, items: Sequence[_Item]) -> TableText:
    """The table of these items, with a line end after each that has none."""
    usual = held.pieces[held.header_index].end or "\n"
    texts = [
        item if isinstance(item, Piece) else item.text + ("" if item.ends else usual)
        for item in items
    ]
    if found := spliced(held, texts):
        return found
    whole = [item.text for item in items]
    ended = "".join(_with_line_ends(held, whole))
    return parsed(held.table, (held.bom + ended).encode("utf-8", "surrogateescape"))


def misread(held: TableText, after: TableText, changes: Sequence[Change]) -> Iterator[Problem]:
    """A problem where the changed table has other rows than it should have.

    That is so beside a row whose quotes are open: it may swallow what is written behind it.
    """
    own = [change for change in changes if change.table == held.table]
    rows = {row.key: row.cells for row in after.sheet.rows}
    if len(rows) < len(after.sheet.rows) or rows != _rows_expected(held, own):
        broken = next((p.line for p in held.pieces if p.cells is None and p.text.strip()), 0)
        told = "cannot be changed row by row. Correct by hand what cannot be read in it first."
        yield Problem(RowPlace(f"{held.table}.csv", broken), "", told, held.table)


def _rows_expected(held: TableText, changes: Sequence[Change]) -> Mapping[str, tuple[str, ...]]:
    """The rows by key that the table must have once it is edited, all columns filled in."""
    rows = {row.key: row.cells for row in held.sheet.rows}
    for change in changes:
        if change.before is not None:
            del rows[change.key]
    for change in changes:
        if change.after is not None:
            rows[change.key_after] = tuple(in_columns(held.columns, change.after))
    return rows


def rows_left(held: TableText, rows: Mapping[str, Cells | None]) -> TableText:
    """The table with other cells in some rows, by `WrittenRow.id`, or without them (None)."""
    texts = [piece.text for piece in held.pieces]
    for row, (_, index) in zip(held.sheet.rows, held.keyed, strict=True):
        if row.id in rows:
            after, piece = rows[row.id], held.pieces[index]
            texts[index] = "" if after is None else _with_cells(held, piece, after)
    return parsed(held.table, (held.bom + "".join(texts)).encode("utf-8", "surrogateescape"))


def _with_cells(held: TableText, piece: Piece, after: Cells) -> str:
    return rewritten(piece.body, piece.cells or (), cells_in_order(held, after)) + piece.end


def _with_rows_changed(held: TableText, edits: Sequence[Edit]) -> list[_Item]:
    """All pieces in their places, rewritten where a row is changed, without those removed."""
    items: list[_Item | None] = list(held.pieces)
    for edit in edits:
        index = held.index[edit.change.key]
        items[index] = None if edit.change.after is None else _slot(held, edit)
    return [item for item in items if item is not None]


def _add_rows(held: TableText, items: list[_Item], edits: Sequence[Edit]) -> None:
    """Put each new row after the last one of its group, or after the last row of all."""
    added: dict[str | None, list[_Slot]] = {}
    for slot in (_slot(held, edit) for edit in edits):
        added.setdefault(slot.group, []).append(slot)
    last_of: dict[str | None, int] = {}
    last = held.header_index
    for index, item in enumerate(items if added else ()):
        if item.key is not None:
            last = index
            if (group := _group_of(held, item)) in added:
                last_of[group] = index
    following: dict[int, list[_Slot]] = {}
    # The rows of the last group come before those that start a group of their own.
    for group in sorted(added, key=lambda group: group not in last_of):
        following.setdefault(last_of.get(group, last), []).extend(added[group])
    for index in sorted(following, reverse=True):
        items[index + 1 : index + 1] = following[index]


def _put_back(items: list[_Item], slot: _Slot, place: Gap, header_index: int) -> None:
    """Insert a row where it stood; where the row before it is gone, after the last row."""
    follows, later = place
    keys = {each.key: index for index, each in enumerate(items) if each.key is not None}
    if follows is None:
        at = header_index + later
    elif follows in keys:
        at = keys[follows] + later
    else:
        at = max(keys.values(), default=header_index)
    items.insert(at + 1, slot)


def _slot(held: TableText, edit: Edit) -> _Slot:
    """The row as it will stand; it ends like its own line before, or not at all yet."""
    change, after = edit.change, edit.change.after or {}
    cells = cells_in_order(held, after)
    old = held.piece(change.key) if change.before is not None else None
    if edit.text is not None and read_cells(edit.text) == cells:
        body = edit.text
    elif old:
        body = rewritten(old.body, old.cells or (), cells)
    else:
        body = written(cells)
    return _Slot(body + (old.end if old else ""), change.key_after, _group(held.table, after))


def cells_in_order(held: TableText, cells: Cells) -> list[str]:
    """The cells of a row in the order of the header, an empty one where none is given."""
    return in_columns(held.header.cells, cells)


def _group(table: str, cells: Cells) -> str | None:
    return cells.get(GROUPS[table], "") if table in GROUPS else None


def _group_of(held: TableText, item: _Item) -> str | None:
    if isinstance(item, _Slot) or item.cells is None or held.table not in GROUPS:
        return item.group if isinstance(item, _Slot) else None
    at = held.header.cells.index(GROUPS[held.table])
    return item.cells[at]


def _with_line_ends(held: TableText, texts: Sequence[str]) -> Iterator[str]:
    """A line end after each text that has none, and none after a last row where none was."""
    usual = held.pieces[held.header_index].end or "\n"
    *others, last = (text if LINE_END.search(text) else text + usual for text in texts)
    yield from others
    yield last if held.pieces[-1].end else LINE_END.sub("", last) or last
