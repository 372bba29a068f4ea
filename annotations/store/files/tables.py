"""The tables as files: `annotations/*.csv` and `geodata/places.csv`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from annotations.store.acts import Act, Saved, line_of
from annotations.store.files.regular_files import read, state
from annotations.store.files.table_edit import Edit, cells_in_order, edited
from annotations.store.files.table_text import TableText, missing, parsed, unopened
from annotations.store.lines import Line
from annotations.tables import TABLES, Change, Sheet, Snapshot, written

Texts = Mapping[str, TableText]


class TableFolder:
    """The tables below a folder, as they are at the moment in which they are asked for."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._paths = [str(self.path(name)) for name in TABLES]
        self._known: dict[str, TableText] = {}

    def path(self, name: str) -> Path:
        """Where a table lies."""
        return self._root / TABLES[name].path

    def version(self) -> str:
        """The states of the files."""
        return repr([state(path) for path in self._paths])

    def text(self, name: str) -> TableText:
        """A table as its text: the same as before where its bytes are. Raises `OSError`."""
        data, known = read(self.path(name)), self._known.get(name)
        if known is None or known.data != data:
            known = self._known[name] = parsed(name, data)
        return known

    def expect(self, texts: Texts) -> None:
        """Have these texts at hand for whoever reads tables with just their bytes."""
        self._known |= texts

    def read(self, name: str) -> tuple[Sheet, TableText | None]:
        """A table as readers are given it, and its text, None for one that cannot be opened."""
        try:
            text = self.text(name)
            return text.sheet, text
        except FileNotFoundError:
            if self.path(name).is_symlink():
                told = "is a link to a file that is not there. Make it a readable file."
                return unopened(name, told), None
            return missing(name), None
        except OSError as error:
            why = f"cannot be opened ({error.strerror}). Make it a readable file."
            return unopened(name, why), None


def edited_texts(texts: Texts, edits: Sequence[Edit]) -> dict[str, TableText]:
    """The texts with the changes made."""
    return {
        name: edited(text, [edit for edit in edits if edit.change.table == name])
        for name, text in texts.items()
    }


def with_texts(before: Snapshot, texts: Texts) -> Snapshot:
    """The snapshot with these tables in place of its own."""
    sheets = {name: text.sheet for name, text in texts.items()}
    return replace(before, tables={**before.tables, **sheets})


def line_as_written(texts: Texts, change: Change, act: Act, saved: Saved) -> Line:
    """The line of a change: it tells how the row was written, where its cells do not."""
    line = line_of(change, act, saved)
    if change.before is None:
        return line
    table = texts[change.table]
    piece = table.piece(change.key)
    text, usual = piece.body, written(cells_in_order(table, table.cells(piece)))
    place = table.place(change.key) if change.after is None else None
    return replace(line, text=None if text == usual else text, place=place)
