"""Marking words in a text, and saying what they stand for: acts on a `Work`.

Every act gives a new work. Nothing is chosen here: a place or a date comes from a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from annotations.annotating.work import StopRow, Work, blank
from annotations.store import paragraphs
from annotations.tables import OF_DATE, Cells, followed
from geodata.cells import cell_of, parts

SPACE = " \t\r\n\u00a0\u3000"


class NotMarked(ValueError):
    """Words cannot be marked; the message names the remedy."""


def words_at(text: str, start: int, end: int) -> tuple[int, int, int]:
    """The paragraph, start and end of the words between two offsets, without space around them.

    Raises `NotMarked` for no words, or words of more than one paragraph.
    """
    if not 0 <= start <= end <= len(text):
        raise NotMarked("These words are not in the text. Mark them again.")
    words = text[start:end]
    start += len(words) - len(words.lstrip(SPACE))
    end = start + len(words.strip(SPACE))
    if start >= end:
        raise NotMarked("No words are marked. Mark at least one character.")
    for paragraph in paragraphs(text):
        if paragraph.start <= start < paragraph.end:
            if end > paragraph.end:
                break
            return paragraph.number, start, end
    raise NotMarked("The words run past the end of a paragraph. Mark words within one paragraph.")


def with_mark(work: Work, cells: Mapping[str, str]) -> Work:
    """The work with one more mention; `cells` say its id, where it stands, and its kind.

    Raises `NotMarked` where the same words are marked so already.
    """
    for key, row in work.mentions.items():
        if all(row[name] == cells[name] for name in ("start", "end", "kind")):
            raise NotMarked(f"These words are already marked: {key}.")
    usual = {"certainty": "unresolved", "basis": "stated", "status": "draft"}
    row = {**blank("mentions", source=work.source, **usual), **cells}
    return with_rows(work, "mentions", {**work.mentions, row["id"]: row})


def without_mark(work: Work, mention: str) -> Work:
    """The work without a mention; stops and anchors that name it let go of it."""
    rows = {
        key: followed("mentions", row, {mention: ""})
        for key, row in work.mentions.items()
        if key != mention
    }
    stops = tuple(
        replace(stop, cells={**stop.cells, "mentions": without(stop.cells["mentions"], mention)})
        for stop in work.stops
    )
    return replace(with_rows(work, "mentions", rows), stops=stops)


def without(cell: str, key: str) -> str:
    """A list in a cell that no longer names a key."""
    return cell_of(part for part in parts(cell) if part != key)


def with_reading(work: Work, mention: str, **cells: str) -> Work:
    """The work with other cells of a mention.

    A value makes it certain until somebody says otherwise, and without one it is unresolved. The
    stops that rest on it follow, where they had its value or none.
    """
    before = work.mentions[mention]
    row = {**before, **cells}
    if not row["value"]:
        row["certainty"] = "unresolved"
    elif row["certainty"] == "unresolved":
        row["certainty"] = "certain"
    stops = tuple(_following(stop, before, row) for stop in work.stops)
    return replace(with_rows(work, "mentions", {**work.mentions, mention: row}), stops=stops)


def sureness(mention: Cells) -> dict[str, str]:
    """What the words of a mention say of a stop's place or date: how it is known, how certain.

    Words that only give a length of time are unresolved as a date, but certain as a length.
    """
    if mention["kind"] == "place":
        return {"basis": mention["basis"], "certainty": mention["certainty"]}
    sure = mention["certainty"] if mention["value"] else "certain"
    return {"date_basis": mention["basis"], "date_certainty": sure}


def without_lost_date(stop: Cells) -> Cells:
    """The cells of a stop, which say nothing of a date where there is none."""
    return stop if stop["date"] or stop["duration"] else {**stop, **dict.fromkeys(OF_DATE, "")}


def _following(stop: StopRow, before: Cells, after: Cells) -> StopRow:
    """The stop with what its words stand for now, and as sure of it as they are."""
    column, cells = after["kind"], stop.cells  # a stop has a column for each kind
    rests = after["id"] in parts(cells["mentions"])
    counted = column == "date" and cells["duration"]
    if not rests or counted or cells[column] not in ("", before["value"]):
        return stop
    now = sureness(after) if after["value"] else {}
    if cells[column] == after["value"] and sureness(before) == now:
        return stop
    return replace(stop, cells=without_lost_date({**cells, column: after["value"], **now}))


def with_place(work: Work, place: Cells) -> Work:
    """The work with a new place among its rows; it is saved if anything names it."""
    return with_rows(work, "places", {**work.rows["places"], place["id"]: place})


def with_source(work: Work, **cells: str) -> Work:
    """The work with other cells of its source."""
    row = {**work.rows["sources"][work.source], **cells}
    return with_rows(work, "sources", {work.source: row})


def with_rows(work: Work, table: str, rows: Mapping[str, Cells]) -> Work:
    """The work with other rows of one table."""
    return replace(work, rows={**work.rows, table: rows})
