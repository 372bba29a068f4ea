"""Changed rows put into the text of their table: each keeps its place, new ones get theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotations.problems import Problem, RowPlace
from annotations.store.acts import in_columns
from annotations.store.files.row_text import LINE_END, read_cells, rewritten
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
    """A text in its place: of the row `key` of a `group`, or of no row."""

    text: str
    key: str | None = None
    group: str | None = None


def edits(changes: Sequence[Change], undone: Sequence[Line]) -> list[Edit]:
    """The changes; those that undo a save with the texts and places that the rows had before."""
    were = {(line.table, line.change.key_after): line for line in undone}
    found = []
    for change in changes:
        was = were.get((change.table, change.key))
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
    slots = _with_rows_changed(held, [edit for edit in edits if edit.change.before is not None])
    slots = _with_rows_added(held, slots, [edit for edit in new if edit.place is None])
    for edit in new:
        if edit.place is not None:
            _put_back(slots, _slot(held, edit), edit.place, held.header_index)
    texts = _with_line_ends(held, [slot.text for slot in slots])
    return parsed(held.table, (held.bom + "".join(texts)).encode("utf-8", "surrogateescape"))


def misread(held: TableText, after: TableText, changes: Sequence[Change]) -> Iterator[Problem]:
    """A problem where the changed table has other rows than it should have.

    That is so beside a row whose quotes are open: it may swallow what is written behind it.
    """
    own = [change for change in changes if change.table == held.table]
    if after.rows != _rows_expected(held, own):
        broken = next((p.line for p in held.pieces if p.cells is None and p.text.strip()), 0)
        told = "cannot be changed row by row. Correct by hand what cannot be read in it first."
        yield Problem(RowPlace(f"{held.table}.csv", broken), "", told, held.table)


def _rows_expected(held: TableText, changes: Sequence[Change]) -> Mapping[str, Cells]:
    """The rows by key that the table must have once it is edited, all columns filled in."""
    rows = dict(held.rows)
    for change in changes:
        if change.before is not None:
            del rows[change.key]
    for change in changes:
        if change.after is not None:
            cells = zip(held.columns, in_columns(held.columns, change.after), strict=True)
            rows[change.key_after] = dict(cells)
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


def _with_rows_changed(held: TableText, edits: Sequence[Edit]) -> list[_Slot]:
    """All pieces in their places, rewritten where a row is changed, without those removed."""
    keys = {index: key for key, index in held.index.items()}
    slots: list[_Slot | None] = [_Slot(piece.text) for piece in held.pieces]
    for index, key in keys.items():
        slots[index] = _Slot(held.pieces[index].text, key, _group(held.table, held.rows[key]))
    for edit in edits:
        index = held.index[edit.change.key]
        slots[index] = None if edit.change.after is None else _slot(held, edit)
    return [slot for slot in slots if slot is not None]


def _with_rows_added(held: TableText, slots: list[_Slot], edits: Sequence[Edit]) -> list[_Slot]:
    """Each new row after the last one of its group, or after the last row of all."""
    last_of = {slot.group: index for index, slot in enumerate(slots) if slot.key is not None}
    last = max(last_of.values(), default=held.header_index)
    added: dict[str | None, list[_Slot]] = {}
    for edit in edits:
        slot = _slot(held, edit)
        added.setdefault(slot.group, []).append(slot)
    following: dict[int, list[_Slot]] = {}
    # The rows of the last group come before those that start a group of their own.
    for group in sorted(added, key=lambda group: group not in last_of):
        following.setdefault(last_of.get(group, last), []).extend(added[group])
    return [each for index, slot in enumerate(slots) for each in (slot, *following.get(index, ()))]


def _put_back(slots: list[_Slot], slot: _Slot, place: Gap, header_index: int) -> None:
    """Insert a row where it stood; where the row before it is gone, after the last row."""
    follows, later = place
    keys = {each.key: index for index, each in enumerate(slots) if each.key is not None}
    if follows is None:
        at = header_index + later
    elif follows in keys:
        at = keys[follows] + later
    else:
        at = max(keys.values(), default=header_index)
    slots.insert(at + 1, slot)


def _slot(held: TableText, edit: Edit) -> _Slot:
    """The row as it will stand; it ends like its own line before, or not at all yet."""
    change, after = edit.change, edit.change.after or {}
    cells = cells_in_order(held, after)
    old = held.by_key[change.key] if change.before is not None else None
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


def _with_line_ends(held: TableText, texts: Sequence[str]) -> Iterator[str]:
    """A line end after each text that has none, and none after a last row where none was."""
    usual = held.pieces[held.header_index].end or "\n"
    *others, last = (text if LINE_END.search(text) else text + usual for text in texts)
    yield from others
    yield last if held.pieces[-1].end else LINE_END.sub("", last) or last
