"""A text with everything that is marked in it, as the browser draws it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from annotations.annotating import Work
from annotations.store import paragraphs
from annotations.tables import Cells
from views.text import _


class TextMark(TypedDict):
    """What is marked in a text; offsets in code points of the whole text."""

    id: str
    start: int
    end: int
    kind: str
    state: str
    unresolved: bool
    label: str


class ParagraphData(TypedDict):
    """A paragraph: its number, where it starts, and its words."""

    n: int
    start: int
    text: str


class TextData(TypedDict):
    """What `marking.js` takes."""

    paragraphs: list[ParagraphData]
    marks: list[TextMark]
    opened: str
    strings: dict[str, str]


# Which marks are shown: all of them, or those in this state.
SHOWN = ("all", "open", "draft", "reviewed")


def shown(code: str) -> str:
    """A choice of marks in words."""
    return {
        "all": _("All"),
        "open": _("Unresolved"),
        "draft": _("Draft"),
        "reviewed": _("Reviewed"),
    }[code]


def marked_text(text: str, work: Work, opened: str = "", only: str = "all") -> TextData:
    """What `marking.js` takes: paragraphs, marks with offsets in code points, words.

    `opened` is the id of the mention that is open; it is shown whatever `only` says.
    """
    return {
        "paragraphs": [
            {"n": each.number, "start": each.start, "text": each.text} for each in paragraphs(text)
        ],
        "marks": [
            _mark(key, row)
            for key, row in work.mentions.items()
            if key == opened or _is_shown(row, only)
        ],
        "opened": opened,
        "strings": {
            "text": _("The text. Select words, then press P for a place or D for a date."),
            "place": _("Place (P)"),
            "date": _("Date (D)"),
        },
    }


def _is_shown(row: Cells, only: str) -> bool:
    if only == "open":
        return row["certainty"] == "unresolved"
    return only == "all" or row["status"] == only


def _mark(key: str, row: Cells) -> TextMark:
    return {
        "id": key,
        "start": int(row["start"]),
        "end": int(row["end"]),
        "kind": row["kind"],
        "state": row["status"],
        "unresolved": row["certainty"] == "unresolved",
        "label": _label(row),
    }


def _label(row: Cells) -> str:
    """What a mark is, for who points at it."""
    kind = _("Place") if row["kind"] == "place" else _("Date")
    told = row["value"] or row["duration"] or _("unresolved")
    return _("{kind}: {value}, {status}").format(
        kind=kind, value=told, status=shown(row["status"]).lower()
    )


def counts(mentions: Mapping[str, Cells]) -> dict[str, int]:
    """How many marks each choice of `SHOWN` shows."""
    return {code: sum(_is_shown(row, code) for row in mentions.values()) for code in SHOWN}
