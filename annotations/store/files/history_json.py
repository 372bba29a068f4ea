"""The lines of `history.jsonl`: JSON, a line each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, fields

from annotations.problems import RowPlace
from annotations.store.lines import Line, PastLine
from annotations.store.removal import Removal
from annotations.tables import change_as_read

TEXTS = ("time", "who", "why", "act", "save", "undoes", "proposal")
OPTIONAL = {field.name: field.default for field in fields(Line)[-7:]}


def to_json(line: Line) -> str:
    """The line as it stands in the file, its keys sorted, without what is not told."""
    told = asdict(line)
    for name, default in OPTIONAL.items():
        if told[name] == default:
            del told[name]
    return json.dumps(told, ensure_ascii=False, sort_keys=True) + "\n"


def past_lines(text: str, file: str) -> Sequence[PastLine]:
    """The lines of a history, the oldest first, each with its place in the file."""
    return [
        PastLine(RowPlace(file, number), raw, _line(raw))
        for number, raw in enumerate(text.split("\n"), start=1)
        if raw.strip()
    ]


def without_lines(data: bytes, plan: Removal) -> bytes:
    """The bytes of a history without what a plan takes out, and with the lines that tell of it."""
    kept: list[bytes] = []
    for number, raw in enumerate(data.split(b"\n"), start=1):
        if number in plan.lines:
            kept += map(_data, plan.lines[number])
        elif raw.strip():
            kept.append(raw + b"\n")
    return b"".join([*kept, *map(_data, (plan.added, *plan.moved))])


def _data(line: Line) -> bytes:
    return to_json(line).encode("utf-8", "backslashreplace")


def _line(text: str) -> Line | None:
    """The line, or None for one that cannot be read."""
    try:
        told = json.loads(text)
        if "\\ud" in text.lower():
            json.dumps(told, ensure_ascii=False).encode()  # half a character is a ValueError
        if told.get("place") is not None:
            follows, later = told["place"]
            told["place"] = follows, int(later)
        told["reviewers"] = tuple(map(str, told.get("reviewers", ())))
        line = Line(**told)
        change_as_read(line.table, line.key, line.before, line.after)
        if any(not isinstance(getattr(line, name), str) for name in TEXTS):
            return None
    except (AttributeError, RecursionError, TypeError, ValueError):
        return None
    return line
