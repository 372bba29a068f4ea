"""What the player of the timeline says: its words, and the official arrivals of each year."""

from __future__ import annotations

from typing import TypedDict

from annotations.records import Collection, Source
from views.text import _, count_sources, counted_by, ngettext


class YearCount(TypedDict):
    """How many arrived in a year, as it is written, and who says so: a phrase, and the pages.

    Each page has a name and an address, which is empty where there is none on the web.
    """

    count: str
    who: str
    pages: list[tuple[str, str]]


def counts_by_year(collection: Collection) -> dict[str, YearCount]:
    """The arrivals of each year that was counted alone; others are left out."""
    return {
        str(row.end_year): {
            "count": f"{row.total:,}",
            "who": counted_by(collection, row),
            "pages": [_page(source) for source in count_sources(collection, row)],
        }
        for row in collection.arrivals
        if row.start_year == row.end_year
    }


def _page(source: Source) -> tuple[str, str]:
    is_on_web = source.url.startswith(("https://", "http://"))
    return source.publisher or source.title, source.url if is_on_web else ""


class CountedWords(TypedDict):
    """The words for one, and for any other number."""

    one: str
    other: str


class TimeStrings(TypedDict):
    """Every word of the player and the timeline, by the names that the scripts use."""

    player: str
    marks: str
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
    who: str
    whole: str
    first: str
    last: str
    both: str


def player_strings() -> TimeStrings:
    """Every word of the scripts of `static/atlas/time/`, in the current language."""
    return {
        "player": _("Player"),
        "marks": _("Journeys, events and years: the arrows go through them, Enter opens one"),
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
        "who": _("Who says so?"),
        "whole": _("Press Play, or drag across the years"),
        "first": _("First year of the period"),
        "last": _("Last year of the period"),
        "both": _("Move the period"),
    }


def _forms(one: str, other: str) -> CountedWords:
    return {"one": one, "other": other}
