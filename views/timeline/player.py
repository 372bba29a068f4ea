"""What the player of the timeline says: its words, and the official arrivals of each year."""

from __future__ import annotations

from typing import TypedDict

from annotations.records import Collection
from views.text import _, ngettext


def counts_by_year(collection: Collection) -> dict[str, str]:
    """The arrivals of each year that was counted alone, as it is written; others are left out."""
    return {
        str(row.end_year): f"{row.total:,}"
        for row in collection.arrivals
        if row.start_year == row.end_year
    }


class CountedWords(TypedDict):
    """The words for one, and for any other number."""

    one: str
    other: str


class TimeStrings(TypedDict):
    """Every word of the player and the timeline, by the names that the scripts use."""

    player: str
    play: str
    pause: str
    back: str
    forward: str
    year: str
    window: str
    speed: str
    loop: str
    years: CountedWords
    perSecond: CountedWords
    arrived: str
    noCount: str
    whole: str
    first: str
    last: str
    both: str


def player_strings() -> TimeStrings:
    """Every word of the scripts of `static/atlas/time/`, in the current language."""
    return {
        "player": _("Player"),
        "play": _("Play"),
        "pause": _("Pause"),
        "back": _("One year back"),
        "forward": _("One year forward"),
        "year": _("Year"),
        "window": _("Years shown at once"),
        "speed": _("Speed"),
        "loop": _("Repeat"),
        "years": _forms(ngettext("{n} year", "{n} years", 1), ngettext("{n} year", "{n} years", 2)),
        "perSecond": _forms(_("{n} year a second"), _("{n} years a second")),
        "arrived": _("{n} people arrived in South Korea"),
        "noCount": _("no figure for this year alone"),
        "whole": _("Press Play, or drag across the years"),
        "first": _("First year of the period"),
        "last": _("Last year of the period"),
        "both": _("Move the period"),
    }


def _forms(one: str, other: str) -> CountedWords:
    return {"one": one, "other": other}
