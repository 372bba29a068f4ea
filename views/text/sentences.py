"""Dates and durations as people say them: "in the winter of 1998–99", "before 4 July 2003".

`date_sentence` says what a source tells (an EDTF text), `span_sentence` the days that remain
possible when all statements are taken together, `span_range` the same for a title.

Each msgid is a whole phrase with named holes, so that a language may order them anew.
"""

from __future__ import annotations

from datetime import date, timedelta

from annotations.dates import (
    EdtfDate,
    Interval,
    OneOf,
    SingleDate,
    Span,
    Unit,
    parse,
    parse_duration,
)
from views.text.date_names import (
    date_name,
    listed,
    pair_of_dates,
    pair_of_names,
    period_name,
    period_when,
    unit_begun,
)
from views.text.i18n import _, ngettext


def date_sentence(edtf_text: str) -> str:
    """What an EDTF text says, as an adverb: "in February 1996". Empty: "date not told".

    Raises `ValueError` for a text that `annotations.dates.parse` refuses.
    """
    return _sentence(parse(edtf_text)) if edtf_text else _("date not given")


def date_and_days(edtf_text: str) -> str:
    """The same, and the days that it allows where "about" widens it: "about 2000: 1999 to 2001".

    Raises `ValueError` for a text that `annotations.dates.parse` refuses.
    """
    sentence = date_sentence(edtf_text)
    if not edtf_text or not (told := parse(edtf_text)).approximate:
        return sentence
    return _("{when}: {days}").format(when=sentence, days=span_range(told.span))


def as_of(edtf_text: str) -> str:
    """As of when a source counts: "as of March 2009". Empty: "date not given".

    Raises `ValueError` for a text that `annotations.dates.parse` refuses.
    """
    told = parse(edtf_text) if edtf_text else None
    if isinstance(told, OneOf):
        name = _("one of {dates}").format(dates=listed(list(map(_member, told.members))))
    else:
        name = _member(told) if told else ""
    return _("as of {when}").format(when=name) if name else _("date not given")


def span_sentence(span: Span) -> str:
    """The days that a span allows, in whole months or years where it keeps to them."""
    if span.earliest and span.latest:
        first, last, unit = _whole_units(span.earliest, span.latest)
        if first == last:
            return period_when(span.earliest, unit)
        return _("between {first} and {last}").format(first=first, last=last)
    if span.earliest:
        when = period_when(span.earliest, unit_begun(span.earliest))
        return _("{when} or later").format(when=when)
    return _before(span.latest) if span.latest else _("date not given")


def span_range(span: Span) -> str:
    """The same as a title: "February 1996 to February 1999"."""
    if span.earliest and span.latest:
        first, last, _unit = _whole_units(span.earliest, span.latest)
        return last if first == last else _("{first} to {last}").format(first=first, last=last)
    if span.earliest:
        name = period_name(span.earliest, unit_begun(span.earliest))
        return _("{period} or later").format(period=name)
    return span_sentence(span)


def duration_words(iso_text: str) -> str:
    """An ISO 8601 duration in words: "40 days", "1 year and 6 months", "3 days before"."""
    told = parse_duration(iso_text)
    parts = [
        ngettext("{count} year", "{count} years", told.years).format(count=told.years),
        ngettext("{count} month", "{count} months", told.months).format(count=told.months),
        ngettext("{count} week", "{count} weeks", told.weeks).format(count=told.weeks),
        ngettext("{count} day", "{count} days", told.days).format(count=told.days),
    ]
    counts = (told.years, told.months, told.weeks, told.days)
    words = listed([part for part, count in zip(parts, counts, strict=True) if count] or parts[3:])
    return _("{duration} before").format(duration=words) if told.backwards else words


def length_after(iso_text: str, anchor: str) -> str:
    """A duration with what it counts from: "50 days after the interview of 24 March 2009".

    `anchor` is a noun. Raises `ValueError` for a text that `parse_duration` refuses.
    """
    backwards = parse_duration(iso_text).backwards
    words = _("{duration} before {anchor}") if backwards else _("{duration} after {anchor}")
    length = duration_words(iso_text.removeprefix("-"))
    return words.format(duration=length, anchor=anchor)


def _sentence(told: EdtfDate) -> str:
    if isinstance(told, Interval):
        return _interval_sentence(told)
    if isinstance(told, OneOf):
        if len(told.members) == 1:
            return _sentence(told.members[0])
        return _("one of {dates}").format(dates=listed(list(map(_member, told.members))))
    if not told.approximate:
        sentence = period_when(told.begins, told.precision)
    else:
        sentence = _("about {period}").format(period=period_name(told.begins, told.precision))
    return _("possibly {when}").format(when=sentence) if told.uncertain else sentence


def _interval_sentence(told: Interval) -> str:
    start, end = told.start, told.end
    if not end:
        told_start = start and _("{when} or later").format(when=_sentence(start))
        return told_start or _("date not given")
    if not start:
        plain = end.precision in ("day", "month", "year") and not (end.approximate or end.uncertain)
        return _before(end.latest) if plain else _("{when} or before").format(when=_sentence(end))
    first, last = pair_of_dates(start, end)
    if first == last:
        return _sentence(start)
    # Days and years may bound a moment or a time that lasted: "between" is true of both. Of
    # months it would be heard as the turn from one to the next.
    if "month" in (start.precision, end.precision):
        return _("from {first} to {last}").format(first=first, last=last)
    return _("between {first} and {last}").format(first=first, last=last)


def _member(told: SingleDate | Interval) -> str:
    """A member of a set as a noun: "2003", "1670 to 1672"."""
    if isinstance(told, SingleDate):
        return date_name(told)
    if told.start and told.end:
        return _("{first} to {last}").format(first=date_name(told.start), last=date_name(told.end))
    if told.start:
        return _("{period} or later").format(period=date_name(told.start))
    return _("{period} or before").format(period=date_name(told.end)) if told.end else ""


def _whole_units(first: date, last: date) -> tuple[str, str, Unit]:
    """The ends of a span in its longest unit, and that unit; equal names for one whole unit."""
    ends_with_year = last == date.max
    units = (unit_begun(first), "year" if ends_with_year else unit_begun(last + timedelta(1)))
    unit: Unit = "day" if "day" in units else "month" if "month" in units else "year"
    return *pair_of_names(first, last, unit), unit


def _before(last: date) -> str:
    """Up to and with this day: "before 4 July 2003"."""
    if last == date.max:
        return _("{when} or before").format(when=period_when(last, "year"))
    after = last + timedelta(days=1)
    return _("before {period}").format(period=period_name(after, unit_begun(after)))
