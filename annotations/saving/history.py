"""Who changed which row, when and why: a line of `history.jsonl` for each row of each save."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields

from annotations.problems import Problem
from annotations.store import Place
from annotations.tables import Cells, Change, key_of

SAVED, UNDONE, REVIEWED, REJECTED = "saved", "undone", "reviewed", "rejected"
WITHDRAWN = "withdrawn"


class BrokenHistory(Exception):
    """Lines of the history cannot be read: see `problems`."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True)
class Line:
    """One row in one save; `before`, `after` and `key` are those of its `Change`.

    `time` is UTC in ISO 8601. `act` is what the save was: one of those above; `undoes` is the
    save that it took back. `text` is the row before as it was written, where its cells do not
    tell that; `place` is where a removed row stood. `thinned` is True where other lines of the
    save went with a record that was withdrawn. The line of the withdrawal itself is of no row.
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
    place: Place | None = None
    thinned: bool = False

    @property
    def change(self) -> Change:
        """The change of the row."""
        return Change(self.table, self.key, self.before, self.after)


OPTIONAL = {field.name: field.default for field in fields(Line)[-4:]}


def to_json(line: Line) -> str:
    """The line as it stands in the file, its keys sorted, without what is not told."""
    told = asdict(line)
    for name, default in OPTIONAL.items():
        if told[name] == default:
            del told[name]
    return json.dumps(told, ensure_ascii=False, sort_keys=True) + "\n"


def lines_of(text: str) -> list[Line]:
    """The lines of a history, the oldest first. Raises `BrokenHistory`, all lines at once."""
    lines, problems = [], []
    for number, told in enumerate(text.split("\n"), start=1):
        if told.strip():
            try:
                lines.append(_line(told))
            except (AttributeError, RecursionError, TypeError, ValueError):
                remedy = "Mend or remove it: whoever merged two histories may have left a mark."
                message = f"is no line of a history. {remedy}"
                problems.append(Problem("history.jsonl", number, "", message))
    if problems:
        raise BrokenHistory(problems)
    return lines


def _line(text: str) -> Line:
    told = json.loads(text)
    if told.get("place") is not None:
        follows, later = told["place"]
        told["place"] = follows, int(later)
    line = Line(**told)
    key_of(line.table, {**(line.before or {}), **(line.after or {})})
    return line


def of_save(lines: Iterable[Line], save: str) -> list[Line]:
    """The lines of one save, in the order of their tables."""
    return [line for line in lines if line.save == save]


def saves_of(lines: Iterable[Line]) -> Mapping[str, Sequence[Line]]:
    """The lines of each save by its id, the newest save first."""
    saves: dict[str, list[Line]] = {}
    for line in lines:
        saves.setdefault(line.save, []).append(line)
    return dict(reversed(saves.items()))
