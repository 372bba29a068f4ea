"""What became of those who travelled, counted over what is on the screen."""

from __future__ import annotations

from collections import Counter

from annotations.codes import OUTCOME_KINDS
from annotations.selection import Selection
from views.text import _, ngettext


def finding(selection: Selection) -> str:
    """How the selected journeys ended, as one sentence; "" where fewer than two say it by a code.

    Trips of helpers and general routes have no such end and are not counted.
    """
    ends = Counter(journey.outcome_kind for journey in selection.journeys if journey.outcome_kind)
    total = sum(ends.values())
    if total < 2:
        return ""
    told = (_end(kind, ends[kind]) for kind in OUTCOME_KINDS if ends[kind])
    return _("Of {n} journeys here, {ends}.").format(n=total, ends=", ".join(told))


def _end(kind: str, n: int) -> str:
    words = {
        "arrived": ngettext("{n} reached South Korea", "{n} reached South Korea", n),
        "in-transit": ngettext("{n} had not arrived yet", "{n} had not arrived yet", n),
        "returned": ngettext("{n} ended in a forced return", "{n} ended in a forced return", n),
        "died": ngettext("{n} ended in death", "{n} ended in death", n),
        "not-told": ngettext(
            "of {n} the outcome is not stated", "of {n} the outcome is not stated", n
        ),
    }[kind]
    return words.format(n=n)
