"""What the player of the timeline says: its words, and the official arrivals of each year."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import accumulate
from typing import TypedDict

from annotations.derived import once
from annotations.records import Arrivals, Collection, Source
from views.text import _, count_sources, counted_by, current_language, ngettext, terms
from views.timeline.arrivals_bars import SERIES

Page = tuple[str, str, str]


class YearCount(TypedDict):
    """How many arrived in a year, as it is written, and who says so: a phrase, and the pages.

    Each page has a name, an address, which is empty where there is none on the web, and its rights
    with the day on which it was read.
    """

    count: str
    who: str
    pages: list[Page]


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


class SumSoFar(TypedDict):
    """How many had arrived in all by the end of a year, as it is written.

    `pages` are those where the count that ends with the year was read, beside those of the sums
    before it. They are left out where the count is that of the year alone: see `counts_by_year`.
    """

    end: int
    total: str
    pages: list[Page]


def sums_so_far(collection: Collection) -> list[SumSoFar]:
    """The ministry's counts added up from the war on, as far as they follow each other."""
    rows = _unbroken(row for row in collection.arrivals if row.series == SERIES)
    totals = accumulate(row.total for row in rows)
    return [
        {
            "end": row.end_year,
            "total": f"{total:,}",
            "pages": []
            if row.start_year == row.end_year
            else [_page(source) for source in count_sources(collection, row)],
        }
        for row, total in zip(rows, totals, strict=True)
    ]


def _unbroken(rows: Iterable[Arrivals]) -> list[Arrivals]:
    """Those counts that begin with the war and go on from each other, with no year left out."""
    found: list[Arrivals] = []
    for row in sorted(rows, key=lambda own: own.end_year):
        start = found[-1].end_year + 1 if found else None
        if row.start_year != start:
            break
        found.append(row)
    return found


class Counts(TypedDict):
    """The arrivals of each year by itself, and their sums."""

    years: dict[str, YearCount]
    sums: list[SumSoFar]


@partial(once, of=current_language)
def player_counts(collection: Collection) -> Counts:
    """Every number of arrivals that the player says."""
    return {"years": counts_by_year(collection), "sums": sums_so_far(collection)}


def _page(source: Source) -> Page:
    is_on_web = source.url.startswith(("https://", "http://"))
    return source.publisher or source.title, source.url if is_on_web else "", terms(source)


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
    soFar: str
    begun: CountedWords
    quick: str
    who: str
    sumWho: str
    begunWho: str
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
        "soFar": _("{n} since the war so far, counted to the end of {year}"),
        "begun": _forms(
            ngettext("{n} journey begun so far", "{n} journeys begun so far", 1),
            ngettext("{n} journey begun so far", "{n} journeys begun so far", 2),
        ),
        "quick": _("No dated stop or event here: time passes quickly"),
        "who": _("Who says so?"),
        "sumWho": _(
            "{n} is computed: the sum of the ministry’s counts of everyone since the war, to the "
            "end of {year}. They were read in:"
        ),
        "begunWho": _(
            "A journey has begun once a stop of it was surely reached by the day that is shown. "
            "Its details say who tells it."
        ),
        "whole": _("Press Play, or drag across the years"),
        "first": _("First year of the period"),
        "last": _("Last year of the period"),
        "both": _("Move the period"),
    }


def _forms(one: str, other: str) -> CountedWords:
    return {"one": one, "other": other}
