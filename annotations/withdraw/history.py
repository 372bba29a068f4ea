"""The history without a record that was withdrawn: which lines go, and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from annotations.store import WITHDRAWN, Line, PastLine, Row, id_and_time, trail
from annotations.tables import Cells, key_of
from annotations.withdraw.alone import EVERYDAY, Going, cited, whole
from annotations.withdraw.tables import WITH_ID

# What may be a journey's alone, and is named by its rows.
ITS_OWN = ("mentions", "sources", "names", "places")
# Columns in which an id is an id, also one that is a word of everyday language.
REFERRING = (
    "id", "journey", "record", "source", "sources", "mentions", "anchor", "after",
    "place", "places", "value", "extent", "about", "differs",
)  # fmt: skip


@dataclass(frozen=True)
class Gone:
    """What is withdrawn: the words that name it, its rows at any time, its lines by number."""

    words: frozenset[str]
    rows: Sequence[tuple[str, Cells]]
    lines: frozenset[int]


class Past:
    """A history, read as far as it can be. Its lines go by the number of their place."""

    def __init__(self, past: Sequence[PastLine]) -> None:
        self._raw = {each.place.line: each.written for each in past}
        read = {each.place.line: each.line for each in past}
        self._lines = {number: line for number, line in read.items() if line and _is_text(line)}
        self._said = {number: "\n".join(_said(line)) for number, line in self._lines.items()}
        self._refers = {number: "\n".join(_refers(line)) for number, line in self._lines.items()}
        told, numbers = trail(self._lines.values()), list(self._lines)
        self._rows: list[tuple[Row, list[int]]] = [
            (row, [numbers[step.at] for step in steps]) for row, steps in told.every
        ]

    def ids(self, left: Mapping[str, Collection[str]]) -> Mapping[str, str]:
        """The ids of records of `WITH_ID` that no table has any more, by table."""
        return {
            key: table
            for (table, last), own in self._rows
            if table in WITH_ID and last not in left.get(table, ())
            for key in self._keys(own)
        }

    def unread(self) -> list[int]:
        """The lines that cannot be read."""
        return [number for number in self._raw if number not in self._lines]

    def gone_with(
        self,
        named: Collection[str],
        rows: Sequence[tuple[str, Cells]],
        left: Mapping[str, Collection[str]],
    ) -> Gone:
        """What goes with these ids and names when these rows do; `left` has the other keys.

        Of each row the lines up to the last that names what goes, so that what remains of it
        hangs together. What only rows that go have named, and no table has any more, goes too.
        """
        words = {*named, *(key_of(table, cells) for table, cells in rows)}
        gone = Gone(frozenset(words), (), frozenset())
        while True:
            now = self._next(gone, rows, left)
            if now == gone:
                return gone
            gone = now

    def _next(
        self, gone: Gone, rows: Sequence[tuple[str, Cells]], left: Mapping[str, Collection[str]]
    ) -> Gone:
        named, told = whole(gone.words), _telling(gone.words)
        naming = {
            number
            for number, refers in self._refers.items()
            if named.search(refers) or (told and told.search(self._said[number]))
        }
        lines = {number for number in self.unread() if named.search(self._raw[number])}
        past = list(rows)
        for (table, last), own in self._rows:
            cut = _up_to_last(own, naming)
            lines.update(cut)
            if last not in left.get(table, ()):
                past += self._states(cut)
        words = gone.words.union(*self._named_by(past, gone.words, left))
        return Gone(words, tuple(past), frozenset(lines))

    def _named_by(
        self,
        past: Sequence[tuple[str, Cells]],
        words: frozenset[str],
        left: Mapping[str, Collection[str]],
    ) -> Iterator[Collection[str]]:
        """The keys that rows which go have had, and those of removed rows that they named."""
        texts = "\n".join(text for _, cells in past for text in cells.values())
        going = Going(texts, cited(cells for _, cells in past))
        for (table, last), own in self._rows:
            if last in left.get(table, ()):
                continue
            keys = {key for key in self._keys(own) if key not in left.get(table, ())}
            stood = [cells for _, cells in self._states(own)]
            if keys & words or (table in ITS_OWN and going.rests(table, keys, stood)):
                yield keys

    def without(self, gone: Gone) -> Mapping[int, Line | None]:
        """What becomes of the lines that go, and of those that are left of a save with them.

        Such a save also loses its reason, which was given for all of its lines.
        """
        thinned = {self._lines[number].save for number in gone.lines if number in self._lines}
        left = {
            number: replace(line, why="", thinned=True)
            for number, line in self._lines.items()
            if line.save in thinned
        }
        return {**left, **dict.fromkeys(gone.lines)}

    def _keys(self, own: Sequence[int]) -> set[str]:
        lines = [self._lines[number] for number in own]
        return {key for line in lines for key in (line.key, line.change.key_after) if key}

    def _states(self, own: Sequence[int]) -> Iterator[tuple[str, Cells]]:
        lines = [self._lines[number] for number in own]
        return (
            (line.table, cells) for line in lines for cells in (line.before, line.after) if cells
        )


def line_of_withdrawal(table: str, count: int, who: str = WITHDRAWN) -> Line:
    """The line that tells of a withdrawal: of which table, and how many rows were removed."""
    save, time = id_and_time()
    why = f"{count} row{'' if count == 1 else 's'} removed"
    return Line(time, who, why, WITHDRAWN, table, "", None, None, save)


def _is_text(line: Line) -> bool:
    """True where all that a line says is text."""
    return all(isinstance(text, str) for text in _said(line))


def _said(line: Line) -> Iterator[str]:
    """Every text of a line but those of who made it and when."""
    yield from (line.key, line.why, line.text or "", _follows(line))
    for cells in (line.before, line.after):
        yield from (cells or {}).values()


def _refers(line: Line) -> Iterator[str]:
    """The texts of a line that are ids."""
    yield from (line.key, _follows(line))
    for cells in (line.before, line.after):
        yield from ((cells or {}).get(column, "") for column in REFERRING)


def _follows(line: Line) -> str:
    """The key of the row behind which a removed one stood."""
    return (line.place[0] if line.place else None) or ""


def _telling(words: Collection[str]) -> re.Pattern[str] | None:
    """What finds the words that tell of the record wherever they stand."""
    telling = [word for word in words if not EVERYDAY.fullmatch(word)]
    return whole(telling) if telling else None


def _up_to_last(own: Sequence[int], naming: Collection[int]) -> Sequence[int]:
    last = max((at for at, number in enumerate(own, 1) if number in naming), default=0)
    return own[:last]
