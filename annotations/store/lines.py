"""Who changed which row, when and why: a line of the history for each row of each save."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotations.problems import Problem, RowPlace
from annotations.tables import Cells, Change

SAVED, UNDONE, REVIEWED, REJECTED = "saved", "undone", "reviewed", "rejected"
ACCEPTED, HIDDEN, RENAMED, WITHDRAWN = "accepted", "hidden", "renamed", "withdrawn"

# After which row (None: the header) and how many lines that are no rows.
Gap = tuple[str | None, int]


class BrokenHistory(Exception):
    """Lines of the history cannot be read: see `problems`."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True)
class Line:
    """One row in one save; `before`, `after` and `key` are those of its `Change`.

    `time` is UTC in ISO 8601. `act` is what the save was: one of those above; `undoes` is the
    save that it took back. Of a row that came from a `proposal`, `who` is its writer, and the
    `reviewers` are those who stand behind it besides; without any it was accepted alone.
    `text` is the row before as it was written, where its cells do not tell that, and `place`
    where a removed row stood: a store that keeps text writes it so again.
    `thinned` is True where other lines of the save went with a record that was withdrawn. `cut`
    is True for a line that stands for earlier ones of its row, which went too: it says who wrote
    the row, not what was there before. The line of the withdrawal itself is of no row.
    """

    time: str
    who: str
    why: str
    act: str
    table: str
    key: str
    before: Cells | None
    after: Cells | None
    save: str
    undoes: str = ""
    text: str | None = None
    place: Gap | None = None
    thinned: bool = False
    proposal: str = ""
    reviewers: tuple[str, ...] = ()
    cut: bool = False

    @property
    def change(self) -> Change:
        """The change of the row."""
        return Change(self.table, self.key, self.before, self.after)


@dataclass(frozen=True)
class PastLine:
    """A line of the history as it lies there; `line` is None for one that cannot be read."""

    place: RowPlace
    written: str
    line: Line | None


def saves_of(lines: Iterable[Line]) -> Mapping[str, Sequence[Line]]:
    """The lines of each save by its id, the newest save first."""
    saves: dict[str, list[Line]] = {}
    for line in lines:
        saves.setdefault(line.save, []).append(line)
    return dict(reversed(saves.items()))


def read_lines(past: Iterable[PastLine]) -> list[Line]:
    """The lines, the oldest first. Raises `BrokenHistory` with all that cannot be read at once."""
    remedy = "Correct or remove it: whoever merged two histories may have left a mark."
    lines, problems = [], []
    for each in past:
        if each.line is None:
            message = f"is not a line of a history. {remedy}"
            problems.append(Problem(each.place, "", message))
        else:
            lines.append(each.line)
    if problems:
        raise BrokenHistory(problems)
    return lines
