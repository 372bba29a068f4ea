"""A row whose cells are read by their rules, each broken rule told with its line and column."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TypeVar, cast

from annotations.dates import EdtfDate, parse, parse_duration
from annotations.problems import INVISIBLE, Problem, Problems, RowPlace, did_you_mean, shown
from annotations.references import Citation, citation
from annotations.tables.columns import FORMS, Column
from annotations.tables.plain_text import is_bare, unseen_in
from annotations.tables.schema import TABLES, key_of
from geodata.cells import parts

Code = TypeVar("Code", bound=str)

MARKUP = re.compile(r"<[a-zA-Z/!]")
FAULTS = {
    "id": "is not an id. Use lower-case words and hyphens, as in 'the-way'.",
    "day": "is not a day. Write it as in 2026-11-23, or leave it empty.",
    "url": "is not a web address. Write it with https://, or leave it empty.",
    "language": "is not a language. Write its code in ISO 639, as in 'ko'.",
    "digest": "is not a SHA-256. Write its 64 letters and digits, or leave it empty.",
    "countries": "is not a country. Write two letters, as in KP;CN.",
}
UNREADABLE = "\N{REPLACEMENT CHARACTER}"
LONGEST_TEXT = 1200
MOST_MEANT = 100  # problems after which no nearest id is looked for: it is slow among many


class Row:
    """One row of a table, read cell by cell as the schema says.

    `ok` is False once a cell is so broken that the row cannot stand in the collection. Text
    that is merely too long or holds markup is a problem, but the row goes on as plain text.
    """

    def __init__(
        self, table: str, place: RowPlace, cells: dict[str, str], problems: Problems
    ) -> None:
        self.table, self.place, self.cells, self.ok = table, place, cells, True
        self._problems = problems
        self._texts = cells if self._is_plain() else {}

    def _is_plain(self) -> bool:
        """True where each cell is its own text, with no fault that a text can have: most rows."""
        cells = self.cells.values()
        together = "".join(map(str.strip, cells))
        is_whole = together == "".join(cells) and all(map(self.cells.get, self.needed))
        return is_whole and len(together) <= LONGEST_TEXT and is_bare(together)

    @property
    def line(self) -> int:
        """The line of its place."""
        return self.place.line

    def warn(self, column: str, message: str) -> None:
        """Report a problem that leaves the row usable."""
        key = key_of(self.table, self.cells)
        self._problems.append(Problem(self.place, column, message, self.table, key))

    def fail(self, column: str, message: str) -> None:
        """Report a problem that keeps this row out of the collection."""
        self.warn(column, message)
        self.ok = False

    def text(self, column: str, required: bool = False) -> str:
        """The cell as plain text, stripped of surrounding space and of what cannot be seen.

        It is `required` where the schema says so, or where another cell of the row asks for it.
        """
        found = self._texts.get(column)
        if found is None:  # a cell may be read twice, its faults are reported once
            found = self.cells[column].strip()
            if len(found) > LONGEST_TEXT or not is_bare(found):
                found = self._plain(column, found)
            self._texts[column] = found
            required = required or column in self.needed
        if required and not found:
            self.fail(column, "is empty. This column needs a value.")
        return found

    @property
    def needed(self) -> Collection[str]:
        """See `Table.needed`."""
        return TABLES[self.table].needed

    def rule(self, column: str) -> Column:
        """What the schema says of a column."""
        return TABLES[self.table].column(column)

    def _plain(self, column: str, value: str) -> str:
        """The text without what cannot be seen; whatever is wrong with it is reported."""
        if (size := len(value)) > LONGEST_TEXT:
            most = f"{size:,} characters; at most {LONGEST_TEXT:,} are allowed. Shorten it."
            self.warn(column, f"{shown(value)} has {most}")
        if MARKUP.search(value):
            self.warn(column, f"{shown(value)} holds markup. Remove it: texts are plain.")
        if UNREADABLE in value:
            remedy = "Write the cell again, and save the table as UTF-8."
            self.warn(column, f"{shown(value)} holds bytes that are not UTF-8. {remedy}")
        if unseen := unseen_in(value):
            self.warn(column, unseen)
            value = INVISIBLE.sub("", value).strip()
        return value

    def word_id(self, column: str = "id") -> str:
        """A stable id of lower-case words joined by hyphens."""
        value = self.text(column)
        if value and not FORMS["id"].fullmatch(value):
            self.fail(column, f"{shown(value)} {FAULTS['id']}")
        return value

    def form(self, column: str) -> str:
        """A cell in the form that its kind asks for; "" where it has another, which is reported."""
        value, kind = self.text(column), self.rule(column).kind
        if not value or (FORMS[kind].fullmatch(value) and (kind != "day" or _is_day(value))):
            return value
        self.warn(column, f"{shown(value)} {FAULTS[kind]}")
        return ""

    def choice(self, column: str, codes: tuple[Code, ...]) -> Code:
        """One of the codes that the column allows, "" where it may be empty; or no row stands."""
        value = self.text(column)
        if value not in codes and (value or self.rule(column).required):
            meant = self.meant(value, codes)
            self.fail(column, f"{shown(value)} is not one of {', '.join(codes)}.{meant}")
        return cast(Code, value)

    def number(self, column: str) -> float | None:
        """A number within the bounds of the column, or None for an empty cell."""
        value = self.text(column)
        if not value:
            return None
        rule = self.rule(column)
        remedy = "Correct it." if rule.required else "Correct it, or leave it empty."
        if not FORMS["number"].fullmatch(value):
            self.fail(column, f"{shown(value)} is not a number of digits and a point. {remedy}")
            return None
        if not rule.low <= float(value) <= rule.high:
            told = f"{shown(value)} lies outside {rule.low:g} to {rule.high:g}."
            self.fail(column, f"{told} {remedy}")
            return None
        return float(value)

    def whole(self, column: str) -> int | None:
        """A whole number in plain digits within the bounds of the column, or None if empty."""
        number, value = self.number(column), self.text(column)
        if number is None or FORMS["whole"].fullmatch(value):
            return None if number is None else int(value)
        plain = f"in plain digits. Write {abs(number):.0f}." if number.is_integer() else ""
        self.fail(column, f"{shown(value)} is not {plain or 'a whole number. Correct it.'}")
        return None

    def words(self, column: str) -> tuple[str, ...]:
        """The parts of a cell between semicolons, none of them empty."""
        return parts(self.text(column))

    def country_codes(self, column: str) -> tuple[str, ...]:
        """ISO 3166-1 alpha-2 codes between semicolons."""
        codes = self.words(column)
        for code in codes:
            if not FORMS["countries"].fullmatch(code):
                self.fail(column, f"{shown(code)} {FAULTS['countries']}")
        return codes

    def ref(self, column: str, known: Mapping[str, object]) -> str:
        """The id of one row of another table, or "" where the cell is empty or the id unknown.

        With an unknown one the row cannot stand.
        """
        key = self.text(column)
        if not key or key in known:
            return key
        self._unknown(column, key, known)
        self.ok = False
        return ""

    def refs(self, column: str, known: Mapping[str, object]) -> tuple[str, ...]:
        """Ids of rows of another table; unknown ones are reported and left out."""
        keys = self.words(column)
        lost = [key for key in keys if key not in known]
        for key in lost:
            self._unknown(column, key, known)
        return tuple(key for key in keys if key in known) if lost else keys

    def _unknown(self, column: str, key: str, known: Mapping[str, object]) -> None:
        """Report an id that no row has; a table without good rows is a problem told elsewhere."""
        if known:
            (table,) = self.rule(column).to
            told = f"no {table.removesuffix('s')} {shown(key)} in {table}.csv."
            self.warn(column, told + (self.meant(key, known) or " Add it there first."))

    def meant(self, word: str, known: Iterable[str]) -> str:
        """What `did_you_mean` says; nothing once many problems are known."""
        return did_you_mean(word, known) if len(self._problems) < MOST_MEANT else ""

    def citations(self, column: str, known: Mapping[str, object]) -> tuple[Citation, ...]:
        """`key[locator];key2[locator]`: at least one, each with a key of sources.csv.

        Without a single source the row cannot stand, but where the column may be empty.
        """
        if not (self.text(column) or self.rule(column).required):
            return ()
        found: list[Citation] = []
        for part in self.words(column):
            cited = citation(part)
            if not cited:
                remedy = "Write key[paragraph], as in 'birrell-2023[5]'."
                self.warn(column, f"{shown(part)} is not a citation. {remedy}")
            elif cited.source not in known:
                self._unknown(column, cited.source, known)
            else:
                found.append(cited)
        if not found and known:
            rule = "what no source says is not drawn. Name one, as in 'birrell-2023[5]'."
            self.warn(column, f"names no source of sources.csv, and {rule}")
        self.ok = self.ok and bool(found)
        return tuple(found)

    def edtf(self, column: str) -> EdtfDate | None:
        """The date of the cell, or None where it is empty."""
        value = self.text(column)
        try:
            return parse(value) if value else None
        except ValueError as error:
            self.fail(column, str(error))
            return None

    def iso_duration(self, column: str) -> str:
        """An ISO 8601 duration such as P40D, checked, as it is written."""
        value = self.text(column)
        if value:
            try:
                parse_duration(value)
            except ValueError as error:
                self.fail(column, str(error))
        return value


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
