"""What the player of the timeline says: its words, and the official arrivals of each year."""

from __future__ import annotations

from annotations.records import Collection
from views.text import _, ngettext


def counts_by_year(collection: Collection) -> dict[str, str]:
    """The arrivals of each year that was counted alone, as it is written; others are left out."""
    return {
        str(row.end_year): f"{row.total:,}"
        for row in collection.arrivals
        if row.start_year == row.end_year
    }


def player_strings() -> dict[str, str | dict[str, str]]:
    """Every word of the scripts of `static/atlas/time/`, in the current language."""
    return {
        "player": _("Play time"),
        "play": _("Play"),
        "pause": _("Pause"),
        "back": _("One year back"),
        "forward": _("One year on"),
        "year": _("Year"),
        "window": _("Shown at once"),
        "speed": _("Speed"),
        "loop": _("Repeat"),
        "years": _forms(ngettext("{n} year", "{n} years", 1), ngettext("{n} year", "{n} years", 2)),
        "perSecond": _forms(_("{n} year a second"), _("{n} years a second")),
        "arrived": _("{n} people arrived in South Korea"),
        "noCount": _("no count of this year alone"),
        "whole": _("Play time, or drag over the years"),
        "first": _("First year of the period"),
        "last": _("Last year of the period"),
        "both": _("Move the period"),
    }


def _forms(one: str, other: str) -> dict[str, str]:
    return {"one": one, "other": other}
