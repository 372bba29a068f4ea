"""Saves in words: who, when, why, what they did, and how many rows of which tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from textwrap import shorten

from annotations.store import (
    ACCEPTED,
    HIDDEN,
    REJECTED,
    RENAMED,
    REVIEWED,
    SAVED,
    UNDONE,
    WITHDRAWN,
    Line,
)
from views.text import _, date_sentence, labels, ngettext

LONGEST_WHY = 80


def moment(time: str) -> str:
    """A time of the history as it is said: "on 3 May 2026 at 14:05 UTC"."""
    try:
        at = datetime.fromisoformat(time).astimezone(UTC)
    except ValueError:  # a line that somebody wrote by hand
        return time
    day = date_sentence(at.date().isoformat())
    return _("{day} at {time} UTC").format(day=day, time=f"{at:%H:%M}")


def by_whom(line: Line) -> str:
    """Who made a line, and when."""
    return _("{who}, {moment}").format(who=line.who, moment=moment(line.time))


def act_label(act: str) -> str:
    """What a save was, in a word or two."""
    acts = {
        SAVED: _("saved"),
        UNDONE: _("undid a save"),
        REVIEWED: _("reviewed"),
        REJECTED: _("asked for changes"),
        ACCEPTED: _("wrote"),
        HIDDEN: _("hid records"),
        RENAMED: _("gave a record another id"),
    }
    return acts.get(act, act)


def deed(line: Line) -> str:
    """Who did what with a save, and when."""
    did = act_label(UNDONE if line.undoes else line.act)
    return _("{who} {did} {moment}").format(who=line.who, did=did, moment=moment(line.time))


def save_title(lines: Sequence[Line]) -> str:
    """A save in one line: who did what, when, why, and in how many rows of which tables."""
    first = lines[0]
    if first.act == WITHDRAWN:  # its line is of no row
        rows = labels.table(first.table)
        words = _("A record was withdrawn {moment}").format(moment=moment(first.time))
        if first.who != WITHDRAWN:
            words = _("{who} withdrew a record {moment}").format(
                who=first.who, moment=moment(first.time)
            )
    else:
        counts = Counter(line.table for line in lines)
        rows = ", ".join(f"{labels.table(name)} {count}" for name, count in counts.items())
        words = deed(first)
    why = shorten(first.why, LONGEST_WHY)
    return " · ".join(filter(None, (words, review_words(first), rows, why)))


def review_words(line: Line) -> str:
    """Who reviewed a row before it came into the tables, or that nobody else did."""
    if line.act != ACCEPTED:
        return ""
    names = ", ".join(line.reviewers)
    return _("reviewed by {names}").format(names=names) if names else _("accepted alone")


def save_count(count: int) -> str:
    """How many saves there are."""
    return ngettext("{n} save", "{n} saves", count).format(n=f"{count:,}")
