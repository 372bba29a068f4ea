"""What became public as a file, for whoever has to answer for it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from annotations.audit import Audit, Occasion, is_alone
from annotations.store import WITHDRAWN, Line
from views.panels import harmless
from views.staff.past.occasions import record_title

COLUMNS = (
    "time,save,proposal,act,wrote,agreed,alone,table,row,record,effect,seen_before,seen_then,"
    "since,seen_now,why"
).split(",")

Told = tuple[Sequence[Line], Occasion]


def occasions_csv(found: Iterable[Told], now: Audit) -> str:
    """One line for each row of each save, and one for each withdrawal, the newest save first.

    A cell that a spreadsheet would take for a formula starts with an apostrophe.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(COLUMNS)
    for lines, told in found:
        writer.writerows(map(harmless, cells) for cells in _lines(lines, told, now))
    return written.getvalue()


def _lines(lines: Sequence[Line], told: Occasion, now: Audit) -> Iterator[Sequence[str]]:
    if lines[0].act == WITHDRAWN:
        yield _line(lines[0], "", "", ("withdrawn", "", "", "", ""))
    for row in told.rows:
        line = row.line
        seen = (row.effect, row.before, row.after, row.since.fate, row.since.sight)
        yield _line(line, line.change.key_after, record_title(now, line), seen)


def _line(line: Line, key: str, title: str, seen: Sequence[str]) -> Sequence[str]:
    alone = "yes" if is_alone(line) else ""
    people = (line.who, ", ".join(line.reviewers), alone)
    act = (line.time, line.save, line.proposal, line.act)
    return (*act, *people, line.table, key, title, *seen, line.why)
