"""The history without a record that was withdrawn: which lines go, and what is said of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from annotations.review import still_theirs
from annotations.store import REVIEWED, WITHDRAWN, Line, PastLine, Row, Step, id_and_time, trail
from annotations.tables import TABLES, Cells, key_of
from annotations.withdraw.alone import REFERRING, Going, Tells, cited, telling_words, whole
from annotations.withdraw.table import Staying
from annotations.withdraw.tables import WITH_ID

# What may be a journey's alone, and is named by its rows.
ITS_OWN = ("mentions", "sources", "names", "places")


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
        self._trail, self._numbers = trail(self._lines.values()), list(self._lines)
        self._rows: list[tuple[Row, list[int]]] = [
            (row, [self._numbers[step.at] for step in steps]) for row, steps in self._trail.every
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
        named, told = whole(gone.words), telling_words(gone.words)
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

    def without(
        self, gone: Gone, staying: Mapping[Row, Staying], tells: Tells
    ) -> Mapping[int, Sequence[Line]]:
        """What becomes of the lines that go, and of those that are left of a save with them.

        Such a save also loses its reason, which was given for all of its lines. A row that stays,
        or may come back, has a line for everybody who wrote it and whom nobody has agreed with.
        """
        thinned = {self._lines[number].save for number in gone.lines if number in self._lines}
        left = {
            number: (replace(line, why="", thinned=True),)
            for number, line in self._lines.items()
            if line.save in thinned
        }
        found: dict[int, tuple[Line, ...]] = {**left, **dict.fromkeys(gone.lines, ())}
        for number, line in self._writers(gone, staying, tells):
            found[number] = (*found[number], line)
        return found

    def _writers(
        self, gone: Gone, staying: Mapping[Row, Staying], tells: Tells
    ) -> Iterator[tuple[int, Line]]:
        """The lines that say who wrote rows of which lines go, and behind which lines they come.

        That is where the last save ends of which the row loses a line: it has the key by then that
        it has in the lines which are left.
        """
        for (table, last), steps in self._trail.every:
            cut = [step for step in steps if self._numbers[step.at] in gone.lines]
            if not cut:
                continue
            cells = self._after(table, last, steps[len(cut) - 1 :], staying, tells)
            quiet = {c: text for c, text in (cells or {}).items() if text and not tells(c, text)}
            if not cells or key_of(table, quiet) != key_of(table, cells):
                continue
            behind = self._end_of_save(cut[-1])
            since = self._last_review(quiet.get("journey", "")) if table == "stops" else -1
            for step in still_theirs(cut, self._trail.undone, since):
                if not tells("", step.line.who):
                    yield behind, _of_writer(step.line, key_of(table, cells), quiet)

    def _after(
        self, table: str, last: str, steps: Sequence[Step],
        staying: Mapping[Row, Staying], tells: Tells,
    ) -> Cells | None:  # fmt: skip
        """A row as the lines behind the first of these have it; without any as it is after all."""
        gone, *left = (step.line for step in steps)
        if left:
            return left[0].after if left[0].before is None else left[0].before
        there = staying.get((table, last)) if gone.after is not None else None
        return there.with_key(table, tells) if there else None

    def _end_of_save(self, step: Step) -> int:
        """The last line of the save of a step, of those that follow it at once."""
        at = step.at
        while at + 1 < len(self._numbers) and self._line_at(at + 1).save == step.line.save:
            at += 1
        return self._numbers[at]

    def _last_review(self, journey: str) -> int:
        steps = self._trail.rows.get(("journeys", journey), ())
        review = self._trail.last(steps, REVIEWED)
        return review.at if review else -1

    def _line_at(self, at: int) -> Line:
        return self._lines[self._numbers[at]]

    def moved(self, added: Line, staying: Mapping[Row, Staying], tells: Tells) -> Iterator[Line]:
        """The lines of rows that a withdrawal gives another key, so that they keep their past."""
        for (table, key), row in staying.items():
            now = key_of(table, row.now)
            if now == key or (table, key) not in self._trail.rows or tells("", key):
                continue
            after = {c: text for c, text in row.now.items() if text and not tells(c, text)}
            before = {**after, **{c: row.was.get(c, "") for c in TABLES[table].key}}
            if key_of(table, after) == now:
                yield replace(
                    added, why="", table=table, key=key, before=before, after=after, thinned=True
                )

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


def _of_writer(line: Line, key: str, cells: Cells) -> Line:
    """The line that stands for those of a row that go, the last one of its writer among them."""
    return replace(
        line, key=key, before=None, after=cells, why="", text=None, place=None, reviewers=(),
        thinned=True, cut=True,
    )  # fmt: skip


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


def _up_to_last(own: Sequence[int], naming: Collection[int]) -> Sequence[int]:
    last = max((at for at, number in enumerate(own, 1) if number in naming), default=0)
    return own[:last]
