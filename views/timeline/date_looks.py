"""How the two ends of a journey's bar look: by where its first and its last days come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from annotations.certainty import is_date_in_doubt, source_of_days
from annotations.codes import DaysSource
from annotations.records import Journey, Stop
from views.atlas import INK
from views.text import _
from views.timeline.lanes import Bar
from views.timeline.plotly_data import PlotlyTrace

# Patterns of Plotly and, for the words that explain them, the signs that look like them.
PATTERNS: dict[DaysSource, str] = {"stated": "", "computed": "+", "inferred": "/", "external": "-"}
SIGNS: dict[DaysSource, str] = {"stated": "■", "computed": "▦", "inferred": "▨", "external": "▤"}
POSSIBLE, HOLLOW = "━", "□"


@dataclass(frozen=True)
class DateLook:
    """Where days come from, and whether they are in doubt."""

    source: DaysSource
    in_doubt: bool


def end_looks(journey: Journey) -> tuple[DateLook, DateLook]:
    """The looks of the first and of the last stop of a journey that bound its days."""
    known = [stop for stop in journey.stops if stop.span.known]
    bounding = [stop for stop in known if stop.date or stop.span.period] or known
    return _look(bounding[0]), _look(bounding[-1])


def _look(stop: Stop) -> DateLook:
    return DateLook(source_of_days(stop), is_date_in_doubt(stop))


def looked(drawn: Sequence[Bar]) -> list[tuple[Bar, DateLook]]:
    """The stretches of one bar, each with the look of the end that it is nearer to."""
    start, end = end_looks(drawn[0].journey)
    middle = _middle([bar for bar in drawn if bar.sure] or drawn)
    pieces: list[tuple[Bar, DateLook]] = []
    for bar in drawn:
        if start != end and bar.start < middle < bar.end:
            pieces += [(replace(bar, end=middle), start), (replace(bar, start=middle), end)]
        else:
            pieces.append((bar, start if bar.start < middle else end))
    return pieces


def _middle(bars: Sequence[Bar]) -> date:
    first, last = min(bar.start for bar in bars), max(bar.end for bar in bars)
    return first + (last - first) / 2


def is_thin(bar: Bar) -> bool:
    """True for a stretch in which a journey was only possibly under way: a line and no bar."""
    return not bar.sure and not bar.is_mark


def is_hollow(bar: Bar, look: DateLook) -> bool:
    """True where the date of the nearer end is in doubt, or a short mark is not sure."""
    return look.in_doubt or (bar.is_mark and not bar.sure)


def pattern(looks: Iterable[DateLook]) -> PlotlyTrace:
    """The patterns of bars with these looks: lines in the colour of each bar."""
    return {
        "shape": [PATTERNS[look.source] for look in looks],
        "fillmode": "replace",
        "size": 4,
        "solidity": 0.55,
    }


def explanation(pieces: Iterable[tuple[Bar, DateLook]]) -> list[str]:
    """A line for each look that is drawn, with its sign: "inferred ▨"."""
    words: dict[DaysSource, str] = {
        "stated": _("stated"),
        "computed": _("computed"),
        "inferred": _("inferred"),
        "external": _("other source"),
    }
    drawn = list(pieces)
    sources = {look.source for _bar, look in drawn}
    lines = [_line(words[each], SIGNS[each], INK) for each in SIGNS if each in sources]
    if any(is_thin(bar) for bar, _look in drawn):
        lines.append(_line(_("possibly"), POSSIBLE, INK))
    if any(is_hollow(bar, look) for bar, look in drawn):
        lines.append(_line(_("not certain"), HOLLOW, INK))
    return [_("Dates:"), *lines] if lines else []


def _line(words: str, sign: str, colour: str) -> str:
    return f'{words} <span style="color:{colour}">{sign}</span>'
