"""Rows that try to break what reads them: the same ones for the same count.

Each is a good row but for one thing. Some are text like any other, whatever a browser, a template
or a spreadsheet would make of it; the others break a rule and have to be refused.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotations.tables.changes import Change
from annotations.tables.schema import TABLES, key_of
from tests.collections import GOOD_ROWS

TORN = "window.torn=1"  # what a script does that runs although it should not
NOWHERE = "http://example.invalid/x.png"
SOURCE, PLACE = "hostile-source", "hostile-place"  # what all the rows cite, and where they were
CITED = f"{SOURCE}[1]"

SHOWN: Mapping[str, Sequence[str]] = {
    "script": (
        f'" onerror="{TORN}" onmouseover=\'{TORN}\' x="', f"javascript:{TORN}//",
        f"&lt;img src=x onerror={TORN}&gt;", f"\\u003cscript\\u003e{TORN}\\u003c/script\\u003e",
        f"＜script＞{TORN}＜/script＞", f"< img src=x onerror={TORN} >",
        f"*/ --> ]]> }}); '; {TORN}; //", f"![x]({NOWHERE}) [x](javascript:{TORN}) `a` :red[b]",
        f"$\\href{{javascript:{TORN}}}{{x}}$ \\(x\\)", f"url({NOWHERE}) expression({TORN})",
        f"data:text/html,{TORN}",
    ),
    "template": (
        "{{7*7}} {% raw %} #{7*7}", f"${{{TORN}}} `${{{TORN}}}`", "%s %n {0} {} {x!r}",
        "'; drop table stops; --", "../../../etc/passwd", "__proto__",
    ),
    "formula": (
        "=1+1", f'=HYPERLINK("{NOWHERE}","x")', "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1)",
        "'=1+1", f'=WEBSERVICE("{NOWHERE}")', "=1+1\n=2+2", '"=1+1"', ";=1+1", "=IMAGE(A1)",
    ),
    "number": ("1e308", "NaN", "-Infinity", "null", "None", "undefined", "007", "1,5", "0x10"),
    "writing": (
        "مرحبا שלום", "평양 平壤", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L", "👩‍👩‍👧 🇰🇵", "“ „ « ‹ ' \"",
        '"', '""', "'", "one\n\ntwo", "\\", ",", ";;", "x" * 1200, "é" * 1200,
    ),
}  # fmt: skip
REFUSED: Mapping[str, Sequence[str]] = {
    "script": (
        f"<script>{TORN}</script>", f"<img src=x onerror={TORN}>", f"</td><svg onload={TORN}>",
        f"<!--<iframe srcdoc='<script>parent.{TORN}</script>'>", f"<A HREF=javascript:{TORN}>x",
        f"{{{{x}}}}<math><mtext><style><img src=x onerror={TORN}>",
    ),
    "not seen": tuple(
        f"a{sign}b" for sign in
        "\x00\x01\x07\x08\x0b\x1b\x7f\x85\x9b\u061c\u200b\u200e\u200f\u202a\u202e\u2028\u2066\ufeff"
    ),
    "bytes": ("a\N{REPLACEMENT CHARACTER}b",),
    "long": ("x" * 1201, "한" * 5000, "<b>" * 1000),
    "huge": ("x" * 120_000, "한" * 40_000, "=" * 150_000),
}  # fmt: skip
NUMBERS = ("1e308", "NaN", "Infinity", "-1e308", "1_000", "٣", "0x10", "9" * 400, "1,5", "--1")
DATES = ("1e308", "NaN", "9999-99", "2001-02-30", "0000", "99999", "today", "1990/1980", "[..")
IDS = ("../etc/passwd", "=1+1", "A b", "x\u202ey", "<b>x</b>", "평양", "%00", "-", "x--y")
# What is hostile in a row, whether it breaks a rule, its cells, and the row as it is written.
_Told = tuple[str, bool, Mapping[str, str] | None, str]
# Fields by what may stand in them.
TEXTS = {
    "sources": "title author publisher rights note",
    "places": "name name_ko name_zh variants admin1 geo_source note",
    "mentions": "quote note annotator",
    "journeys": "title people summary outcome care note",
    "stops": "role mode note", "events": "title summary care", "arrivals": "note variants",
    "statements": "subject unit note care", "names": "reason", "publication": "reason note",
    "glossary": "term definition note",
}  # fmt: skip
NUMBERED = {
    "places": "lat lon coordinateUncertaintyInMeters", "mentions": "paragraph start end",
    "stops": "order", "arrivals": "men women total",
}  # fmt: skip
DATED = {
    "sources": "published accessed", "mentions": "annotated", "stops": "date", "events": "date",
    "statements": "date", "publication": "review",
}  # fmt: skip
CHOSEN = {
    "sources": "kind", "places": "kind", "mentions": "kind certainty basis status",
    "journeys": "kind status", "stops": "basis certainty", "events": "category confidence",
    "arrivals": "series", "statements": "basis certainty status", "names": "kind",
    "publication": "place date names asked",
}  # fmt: skip
NAMED = dict.fromkeys("sources places mentions journeys events statements glossary".split(), "id")
POINTING = {
    "mentions": "source", "stops": "journey place", "publication": "record",
    "places": "sources", "journeys": "sources", "events": "sources",
    "statements": "place source about", "glossary": "sources",
}  # fmt: skip


@dataclass(frozen=True)
class HostileRow:
    """A row of a file: what is hostile in it, the line where it begins, and its cells.

    `refused` says whether it breaks a rule; `cells` is None where they cannot be told.
    """

    kind: str
    refused: bool
    line: int
    cells: Mapping[str, str] | None


@dataclass(frozen=True)
class HostileFile:
    """A CSV in the shape of a table."""

    table: str
    data: bytes
    rows: Sequence[HostileRow]


def hostile_files(count: int, seed: int = 1) -> Iterator[HostileFile]:
    """`count` rows: for each table a file, and small ones that are not in UTF-8.

    They are compared with tables into which `carriers(count)` was saved.
    """
    chance = random.Random(seed)
    for table in TABLES:
        foreign = max(_each(count) // 50, 1)
        yield from (_foreign(table, number) for number in range(foreign))
        last = list(TABLES)[-1]
        # The last table has what cannot be dealt out evenly.
        size = _each(count) if table != last else count - _each(count) * (len(TABLES) - 1)
        yield _file(table, [_row(table, number, chance) for number in range(size - foreign)])


def carriers(count: int) -> Sequence[Change]:
    """Journeys with a stop each, a place and a source: good rows, for the hostile ones to use."""
    source = {"id": SOURCE, "sha256": "", "published": ""}
    rows = [("sources", source), ("places", {"id": PLACE, "sources": CITED})]
    for number in range(count // len(TABLES) + len(TABLES)):
        rows += [("journeys", _good("journeys", number)), ("stops", _good("stops", number, 1))]
    full = [(table, GOOD_ROWS[table] | row) for table, row in rows]
    return [Change(table, key_of(table, row), None, row) for table, row in full]


def _each(count: int) -> int:
    return count // len(TABLES)


def _foreign(table: str, number: int) -> HostileFile:
    """One row in an encoding that is not UTF-8."""
    encoding = ("cp949", "utf-16", "gb18030", "euc-jp")[number % 4]
    row = _good(table, number) | {TEXTS[table].split()[0]: "平壤"}
    text = _csv([list(TABLES[table].names), row.values()])
    line = 1 if encoding == "utf-16" else 2
    data = text.encode(encoding, "replace")
    return HostileFile(table, data, [HostileRow("encoding", True, line, None)])


def _file(table: str, told: Sequence[_Told]) -> HostileFile:
    rows, texts, line = [], [TABLES[table].header + "\n"], 2
    for kind, refused, cells, written in told:
        rows.append(HostileRow(kind, refused, line, cells))
        texts.append(written)
        line += written.count("\n")
    return HostileFile(table, "".join(texts).encode(), rows)


def _row(table: str, number: int, chance: random.Random) -> _Told:
    make = chance.choices((_text, _forbidden, _odd, _broken), (50, 30, 15, 5))[0]
    return make(table, number, chance)


def _text(table: str, number: int, chance: random.Random) -> _Told:
    kind = chance.choice(list(SHOWN))
    text = chance.choice(SHOWN[kind])
    return _with(table, number, kind, False, chance.choice(TEXTS[table].split()), text)


def _forbidden(table: str, number: int, chance: random.Random) -> _Told:
    kind = chance.choices(list(REFUSED), (30, 40, 5, 10, 1))[0]
    text = chance.choice(REFUSED[kind])
    return _with(table, number, kind, True, chance.choice(TEXTS[table].split()), text)


def _odd(table: str, number: int, chance: random.Random) -> _Told:
    """A cell that is none of what its column may hold."""
    fields = [
        (kind, field, texts)
        for kind, of, texts in (
            ("number", NUMBERED, NUMBERS), ("date", DATED, DATES), ("id", NAMED, IDS),
            ("word", CHOSEN, SHOWN["script"] + IDS), ("reference", POINTING, IDS),
        )
        for field in of.get(table, "").split()
    ]  # fmt: skip
    kind, field, texts = chance.choice(fields)
    return _with(table, number, kind, True, field, chance.choice(texts))


def _broken(table: str, number: int, chance: random.Random) -> _Told:
    """A row that has not the shape of its header, or no key."""
    cells = list(_good(table, number).values())
    first, rest = cells[0], _csv([cells[1:]])
    shapes = (
        _csv([cells[:-1]]), _csv([[*cells, "=1+1"]]), _csv([[""] * len(cells)]),
        f'"{first},{rest}', f'"{first}"x,{rest}',
    )  # fmt: skip
    return "shape", True, None, chance.choice(shapes)


def _with(table: str, number: int, kind: str, refused: bool, field: str, text: str) -> _Told:
    cells = _good(table, number) | {field: text}
    if field == "quote":
        cells |= {"start": "0", "end": str(len(text))}
    return kind, refused, cells, _csv([cells.values()])


def _good(table: str, number: int, order: int = 2) -> dict[str, str]:
    """A row without a fault that no other has; `order` is that of a stop in its journey."""
    key = f"hostile-{table}-{number}"
    journey = f"hostile-journeys-{number}"
    own: Mapping[str, Mapping[str, str]] = {
        "sources": {"id": key, "sha256": ""},
        "places": {"id": key, "sources": CITED},
        "mentions": {"id": key, "source": SOURCE, "kind": "date", "value": "1996"},
        "journeys": {"id": key, "sources": CITED},
        "stops": {
            "journey": journey, "order": str(order), "place": PLACE, "date": "1996", "mentions": "",
            "basis": "inferred", "sources": CITED,
        },
        "events": {"id": key, "sources": CITED, "places": PLACE},
        "arrivals": {
            "start_year": str(1945 + number % 60), "end_year": str(2010 + number // 60),
            "sources": CITED, "series": "single-year",
        },
        "statements": {"id": key, "source": CITED, "place": PLACE, "mentions": "", "about": ""},
        "glossary": {"id": key, "sources": CITED},
        "names": {"name": key},
        "publication": {"record": journey},
    }  # fmt: skip
    return dict.fromkeys(TABLES[table].names, "") | GOOD_ROWS[table] | own[table]


def _csv(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
