"""What is reviewed at once, as it stands now, and what changed since somebody last looked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotations.saving import DRAFT, STATUS
from annotations.store import Line, Row
from annotations.tables import Cells, Change

CHANGED, RETURNED, NEVER = "changed", "returned for changes", "never reviewed"


@dataclass(frozen=True)
class Unit:
    """A journey with all that belongs to it, or marked words of a text that no stop uses.

    `rows` are those that are there now. A review settles the rows of `settles`; `changes` are
    what changed since the last one, without the status. `last` is the line that last changed
    what a row says, `returned` the one that sent the unit back, if nothing was changed since.
    `written` are the lines since the last review of which nobody has accepted the words but who
    wrote them, and the last one of what was returned.
    """

    table: str
    key: str
    rows: Mapping[Row, Cells]
    settles: Sequence[Row]
    changes: Sequence[Change]
    last: Line | None
    written: Sequence[Line]
    reviewed: Line | None
    returned: Line | None
    has_history: bool

    @property
    def publication(self) -> Cells | None:
        """The row that says what may be published of the journey."""
        return self.rows.get(("publication", self.key))

    @property
    def waits(self) -> str:
        """`CHANGED`, `RETURNED` to its writer, `NEVER` looked at, or "" for nothing to review."""
        drafts = any(self.rows[row].get(STATUS) == DRAFT for row in self.settles)
        if self.returned:
            return RETURNED
        if self.changes or (drafts and self.has_history):
            return CHANGED
        return NEVER if drafts else ""
