"""When a journey was, in one sentence: what is known of its two ends, and never more than that.

The sentence rests on the stops that have a date of their own, or on those whose days are computed
on both sides where no stop has a date. A date that is only a limit ("seen there before 24 March
2009") is no end: where such a stop follows, the sentence ends with "or later". Of what lies
somewhere in a month or a year it says so ("some days in November 2004"), because the month is not
how long it took.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from annotations.certainty import certainty_of_date, is_date_in_doubt
from annotations.dates import EdtfDate, Interval, Period, SingleDate, parse, parse_duration
from annotations.records import Journey, Stop
from views.text.date_names import date_name, pair_of_dates, period_name, unit_begun
from views.text.i18n import _
from views.text.labels import year_range
from views.text.sentences import date_sentence, span_sentence


@dataclass(frozen=True)
class _End:
    """A dated stop with its days, and what its own date says, if it has one."""

    stop: Stop
    days: Period
    told: EdtfDate | None


@dataclass(frozen=True)
class _Ends:
    """The first and the last dated stop, and the stops after them that have only a limit."""

    first: _End
    last: _End
    limits: list[Stop]

    @property
    def apart(self) -> bool:
        """True where the first was certainly not after the last, so that both are known."""
        return self.first.days.last <= self.last.days.first

    @property
    def whole(self) -> Period:
        """All days that the two allow."""
        return Period(self.first.days.first, self.last.days.last)


def journey_when(journey: Journey) -> str:
    """What is known of when a journey was: "February 1996 to February 1999", "before 2001"."""
    ends = _ends(journey)
    if ends is None:
        return span_sentence(journey.span)
    when = _range(ends) if ends.apart else _within(journey, ends)
    return _doubted(_("{when} or later").format(when=when) if ends.limits else when, ends)


def journey_years(journey: Journey) -> str:
    """The same in years, for a list: "1996–1999" where both ends are known; else empty or words."""
    ends = _ends(journey)
    if ends is None:
        return year_range(journey.span)
    years = _years_between(ends) if ends.apart else _years_within(ends)
    later = any(not s.span.latest or s.span.latest.year > ends.whole.last.year for s in ends.limits)
    return _("{period} or later").format(period=years) if later else years


def years_beside(journey: Journey) -> str:
    """The years of a journey for beside its title, or nothing where the title ends with them."""
    years = journey_years(journey)
    return "" if journey.title.endswith(years) else years


def _ends(journey: Journey) -> _Ends | None:
    """The dated ends of a journey; None where all its dates are limits, or it has none."""
    told = [(stop, parse(stop.date) if stop.date else None) for stop in journey.stops]
    closed = [_End(stop, stop.span.period, own) for stop, own in told if stop.span.period]
    dated = [end for end in closed if end.told and end.told.span.period] or closed
    if not dated:
        return None
    limits = [stop for stop in journey.stops if stop.date and stop.order > dated[-1].stop.order]
    return _Ends(dated[0], dated[-1], limits)


def _range(ends: _Ends) -> str:
    """From the first to the last stop, each as precise as it is known."""
    first, last = ends.first.told, ends.last.told
    if isinstance(first, SingleDate) and isinstance(last, SingleDate):
        begin, end = pair_of_dates(first, last)
        return end if begin == end else _("{first} to {last}").format(first=begin, last=end)
    if ends.first is ends.last and first:
        return date_sentence(first.text)
    begin = _exact(first) or _("{when} at the earliest").format(when=_first(ends.first.days))
    end = _exact(last) or _("{when} at the latest").format(when=_last(ends.last.days))
    return _("from {first} to {last}").format(first=begin, last=end)


def _within(journey: Journey, ends: _Ends) -> str:
    """The date that the dated stops share, in which the journey took some time, or the limits."""
    told = ends.first.told
    if not told or told != ends.last.told:
        words = _("between {first} and {last}")
        return _some(journey, words.format(first=_first(ends.whole), last=_last(ends.whole)))
    if isinstance(told, SingleDate) and not (told.approximate or told.uncertain):
        return _some(journey, date_sentence(told.text))
    return _exact(told) or date_sentence(told.text)


def _some(journey: Journey, when: str) -> str:
    """An adverb of a time of which a journey took some, by the lengths that are told of it."""
    own = {stop.id for stop in journey.stops}
    lengths = [parse_duration(s.duration) for s in journey.stops if s.duration and s.after in own]
    if any(length.years for length in lengths):
        return _("some years {when}").format(when=when)
    if any(length.months for length in lengths):
        return _("some months {when}").format(when=when)
    if any(length.weeks or length.days for length in lengths):
        return _("some days {when}").format(when=when)
    return _("some time {when}").format(when=when)


def _exact(told: EdtfDate | None) -> str:
    """A single date, or two neighbours, as a noun: "1999 or 2000"; empty for anything wider."""
    if isinstance(told, SingleDate):
        return date_name(told)
    if not isinstance(told, Interval) or not (told.start and told.end):
        return ""
    is_next = told.end.begins == told.start.latest + timedelta(1)
    if not is_next or told.start.precision != told.end.precision:
        return ""
    first, last = pair_of_dates(told.start, told.end)
    return _("{first} or {last}").format(first=first, last=last)


def _first(days: Period) -> str:
    """The year, month or day that begins with the first of the days."""
    return period_name(days.first, unit_begun(days.first))


def _last(days: Period) -> str:
    """The year, month or day that ends with the last of the days."""
    ends_with = "year" if days.last == date.max else unit_begun(days.last + timedelta(1))
    return period_name(days.last, ends_with)


def _doubted(when: str, ends: _Ends) -> str:
    """With how sure the less certain of the two dates is, where its own words do not say it."""
    if any(end.told and end.told.uncertain for end in (ends.first, ends.last)):
        return when
    levels = {
        certainty_of_date(end.stop) for end in (ends.first, ends.last) if is_date_in_doubt(end.stop)
    }
    if "possible" in levels:
        return _("possibly {when}").format(when=when)
    return _("probably {when}").format(when=when) if "probable" in levels else when


def _years_between(ends: _Ends) -> str:
    """From year to year where each end has one; a wider end with its limit."""
    first, last = ends.first.days, ends.last.days
    begin, end = str(first.first.year), str(last.last.year)
    if first.first.year == first.last.year and last.first.year == last.last.year:
        return begin if begin == end else f"{begin}–{end}"
    if first.first.year + 1 == first.last.year:
        begin = _("{first} or {last}").format(first=begin, last=first.last.year)
    elif first.first.year != first.last.year:
        begin = _("{when} at the earliest").format(when=begin)
    if last.first.year != last.last.year:
        end = _("{when} at the latest").format(when=end)
    return _("{first} to {last}").format(first=begin, last=end)


def _years_within(ends: _Ends) -> str:
    """The year in which all of it lies, or the two between which it does."""
    told, first, last = ends.first.told, ends.whole.first.year, ends.whole.last.year
    if isinstance(told, SingleDate) and told == ends.last.told and told.precision == "year":
        return date_name(told)
    return (
        str(first)
        if first == last
        else _("between {first} and {last}").format(first=first, last=last)
    )
