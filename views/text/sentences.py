"""Dates and durations as people say them: "in the winter of 1998–99", "before 4 July 2003".

`date_sentence` says what a source tells (an EDTF text), `span_sentence` the days that remain
possible when all statements are taken together, `span_range` the same for a title.

Each msgid is a whole phrase with named holes, so that a language may order them anew.
"""

from __future__ import annotations

from collections.abc import Iterable
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
from views.text.i18n import _, ngettext, pgettext


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


def span_sentence(span: Span) -> str:
    """The days that a span allows, in whole months or years where it keeps to them."""
    if span.earliest and span.latest:
        first, last, unit = _whole_units(span.earliest, span.latest)
        if first == last:
            return _when(span.earliest, unit)
        return _("between {first} and {last}").format(first=first, last=last)
    if span.earliest:
        return _("{when} or later").format(when=_when(span.earliest, _unit_begun(span.earliest)))
    return _before(span.latest) if span.latest else _("date not given")


def span_range(span: Span) -> str:
    """The same as a title: "February 1996 to February 1999"."""
    if span.earliest and span.latest:
        first, last, _unit = _whole_units(span.earliest, span.latest)
        return last if first == last else _("{first} to {last}").format(first=first, last=last)
    if span.earliest:
        name = _name(span.earliest, _unit_begun(span.earliest))
        return _("{period} or later").format(period=name)
    return span_sentence(span)


def month_names(days: Iterable[date]) -> list[str]:
    """The month of each day as a noun: "March 2004"."""
    names = {month: _month(date(1, month, 1)) for month in range(1, 13)}
    words = _("{month} {year}")
    return [words.format(month=names[day.month], year=day.year) for day in days]


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
    words = _listed([part for part, count in zip(parts, counts, strict=True) if count] or parts[3:])
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
        return _("one of {dates}").format(dates=_listed(list(map(_member, told.members))))
    if not told.approximate:
        sentence = _when(told.begins, told.precision)
    else:
        sentence = _("about {period}").format(period=_name(told.begins, told.precision))
    return _("possibly {when}").format(when=sentence) if told.uncertain else sentence


def _interval_sentence(told: Interval) -> str:
    start, end = told.start, told.end
    if not end:
        told_start = start and _("{when} or later").format(when=_sentence(start))
        return told_start or _("date not given")
    if not start:
        plain = end.precision in ("day", "month", "year") and not (end.approximate or end.uncertain)
        return _before(end.latest) if plain else _("{when} or before").format(when=_sentence(end))
    first, last = _ends(start, end)
    if first == last:
        return _sentence(start)
    # Days and years may bound a moment or a time that lasted: "between" is true of both. Of
    # months it would be heard as the turn from one to the next.
    if "month" in (start.precision, end.precision):
        return _("from {first} to {last}").format(first=first, last=last)
    return _("between {first} and {last}").format(first=first, last=last)


def _ends(start: SingleDate, end: SingleDate) -> tuple[str, str]:
    marked = any((start.approximate, start.uncertain, end.approximate, end.uncertain))
    if marked or start.precision != end.precision:
        return _bare(start), _bare(end)
    return _pair(start.begins, end.begins, start.precision)


def _member(told: SingleDate | Interval) -> str:
    """A member of a set as a noun: "2003", "1670 to 1672"."""
    if isinstance(told, SingleDate):
        return _bare(told)
    if told.start and told.end:
        return _("{first} to {last}").format(first=_bare(told.start), last=_bare(told.end))
    if told.start:
        return _("{period} or later").format(period=_bare(told.start))
    return _("{period} or before").format(period=_bare(told.end)) if told.end else ""


def _bare(told: SingleDate) -> str:
    """A single date as a noun, with how sure it is: "possibly about 1984"."""
    name = _name(told.begins, told.precision)
    if told.approximate:
        name = _("about {period}").format(period=name)
    return _("possibly {when}").format(when=name) if told.uncertain else name


def _when(day: date, unit: Unit) -> str:
    """The period as an adverb: "on 4 July 2003", "in 2005"."""
    name = _name(day, unit)
    return _("on {day}").format(day=name) if unit == "day" else _("in {period}").format(period=name)


def _name(day: date, unit: Unit) -> str:
    """The period of this unit that begins with, or holds, the day: "4 July 2003", "the 1990s"."""
    year, last_year = day.year, {"decade": day.year + 9, "century": day.year + 99}.get(unit)
    if unit == "day":
        return _("{day} {month} {year}").format(day=day.day, month=_month(day), year=year)
    if unit == "month":
        return _("{month} {year}").format(month=_month(day), year=year)
    if unit == "season":
        return _season(day)
    if unit == "decade":
        return _("the {year}s").format(year=year)
    if unit == "century":
        return _("the years {first} to {last}").format(first=year, last=last_year)
    return _("{year}").format(year=year)


def _whole_units(first: date, last: date) -> tuple[str, str, Unit]:
    """The ends of a span in its longest unit, and that unit; equal names for one whole unit."""
    ends_with_year = last == date.max
    units = (_unit_begun(first), "year" if ends_with_year else _unit_begun(last + timedelta(1)))
    unit: Unit = "day" if "day" in units else "month" if "month" in units else "year"
    return *_pair(first, last, unit), unit


def _pair(first: date, last: date, unit: Unit) -> tuple[str, str]:
    """Two periods, the first without what both share: ("12 March", "9 April 1996")."""
    last_name = _name(last, unit)
    if _name(first, unit) == last_name or unit not in ("day", "month") or first.year != last.year:
        return _name(first, unit), last_name
    if unit == "month":
        return _month(first), last_name
    if first.month == last.month:
        return _("{day}").format(day=first.day), last_name
    return _("{day} {month}").format(day=first.day, month=_month(first)), last_name


def _before(last: date) -> str:
    """Up to and with this day: "before 4 July 2003"."""
    if last == date.max:
        return _("{when} or before").format(when=_when(last, "year"))
    after = last + timedelta(days=1)
    return _("before {period}").format(period=_name(after, _unit_begun(after)))


def _season(first_day: date) -> str:
    if first_day.month == 12:
        following = first_day.year + 1
        # 1998–99, but 1999–2000
        short = f"{following % 100:02d}" if following % 100 else f"{following}"
        return _("the winter of {year}–{next_year}").format(year=first_day.year, next_year=short)
    return {
        3: _("the spring of {year}"),
        6: _("the summer of {year}"),
        9: _("the autumn of {year}"),
    }[first_day.month].format(year=first_day.year)


def _month(day: date) -> str:
    return (
        pgettext("month", "January"),
        pgettext("month", "February"),
        pgettext("month", "March"),
        pgettext("month", "April"),
        pgettext("month", "May"),
        pgettext("month", "June"),
        pgettext("month", "July"),
        pgettext("month", "August"),
        pgettext("month", "September"),
        pgettext("month", "October"),
        pgettext("month", "November"),
        pgettext("month", "December"),
    )[day.month - 1]


def _unit_begun(day: date) -> Unit:
    """The longest of year, month and day that begins with this day."""
    if day.day > 1:
        return "day"
    return "month" if day.month > 1 else "year"


def _listed(words: list[str]) -> str:
    """One, two or more words as a list: "1 year and 6 months"."""
    if len(words) == 1:
        return words[0]
    return _("{words} and {last}").format(words=_(", ").join(words[:-1]), last=words[-1])
