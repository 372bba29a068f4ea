"""Cells, keys, lines and proposals with another id in place of one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from annotations.store import Line, Proposal, ProposedRow
from annotations.tables import TABLES, Cells, Change, Column

WITH_IDS = ("note", "reason", "variants")  # texts of ours that may name a record by its id


@dataclass(frozen=True)
class NewId:
    """The id of a row of a table, and the one that it gets."""

    table: str
    old: str
    new: str

    @property
    def is_a_word(self) -> bool:
        """True for an id without a hyphen, which a text may hold as an ordinary word."""
        return "-" not in self.old

    def cells(self, table: str, cells: Mapping[str, str]) -> Cells:
        """The cells of a row, with the new id where they name the record."""
        columns = {column.name: column for column in TABLES[table].columns}
        return {
            name: self._cell(table, columns[name], text) if name in columns else text
            for name, text in cells.items()
        }

    def key(self, table: str, key: str) -> str:
        """The key of a row, which may be that of the record, or of its stop or its profile."""
        columns = {column.name: column for column in TABLES[table].columns}
        (first, *_) = (columns[name] for name in TABLES[table].key)
        named = (table == self.table and first.kind == "id") or self._points(first)
        return self._named.sub(self.new, key) if named else key

    def text(self, text: str) -> str:
        """A text of ours, which may name the record by its id; an ordinary word stays."""
        return text if self.is_a_word else self._named_in_text.sub(self.new, text)

    def reference(self, text: str) -> str:
        """A text that names records of its table by their ids."""
        return self._named.sub(self.new, text)

    def change(self, change: Change) -> Change:
        """A change of a row."""
        before, after = (
            self.cells(change.table, cells) if cells is not None else None
            for cells in (change.before, change.after)
        )  # fmt: skip
        return Change(change.table, self.key(change.table, change.key), before, after)

    def line(self, line: Line) -> Line:
        """A line of the history. A row as it was written goes where it names the record."""
        if line.table not in TABLES:
            return line
        change = self.change(line.change)
        place = line.place and (self.key(line.table, line.place[0] or ""), line.place[1])
        names = line.text is not None and self._part.search(line.text)
        return replace(
            line,
            key=change.key,
            before=change.before,
            after=change.after,
            why=self.text(line.why),
            text=None if names else line.text,
            place=place and (place[0] or None, place[1]),
        )

    def proposal(self, proposal: Proposal) -> Proposal:
        """A proposal, with what was said of it."""
        rows = (ProposedRow(self.change(row.change), row.writer) for row in proposal.rows)
        events = (replace(event, words=self.text(event.words)) for event in proposal.events)
        is_source = self.table == "sources" and proposal.source == self.old
        source = self.new if is_source else proposal.source
        return replace(proposal, rows=tuple(rows), events=tuple(events), source=source)

    def differs(self, proposal: Proposal) -> bool:
        """True for a proposal that names the record by its old id."""
        return self.proposal(proposal) != proposal

    def is_left_in(self, text: str) -> bool:
        """True where a text still holds the old id, be it as a part of another one."""
        return self._part.search(text) is not None

    def _cell(self, table: str, column: Column, text: str) -> str:
        if column.name == "id" and table == self.table:
            return self.new if text.strip() == self.old else text
        if self._points(column):
            return self._named.sub(self.new, text)
        if column.name == "extent" and self.table == "places":
            return re.sub(rf"(?<=place:){self._named.pattern}", self.new, text)
        return self.text(text) if column.name in WITH_IDS else text

    def _points(self, column: Column) -> bool:
        tables = ("journeys", "stops") if self.table == "journeys" else (self.table,)
        return any(table in column.to for table in tables)

    @cached_property
    def _named(self) -> re.Pattern[str]:
        """The id where it stands whole; of a journey also before the order of a stop."""
        behind = r"(?![\w-])" if self.table == "journeys" else r"(?![\w:-])"
        return re.compile(rf"(?<![\w-]){re.escape(self.old)}{behind}")

    @cached_property
    def _named_in_text(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w/.-]){re.escape(self.old)}(?![\w-])")

    @cached_property
    def _part(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![^\W_]){re.escape(self.old)}(?![^\W_])")
