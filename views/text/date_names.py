"""Days, months, seasons and years by name: "4 July 2003", "the winter of 1998–99", "the 1990s"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from annotations.dates import SingleDate, Unit
from views.text.i18n import _, pgettext


def day_name(day: date) -> str:
    """A day as a noun: "4 July 2003"."""
    return period_name(day, "day")


def month_names(days: Iterable[date]) -> list[str]:
    """The month of each day as a noun: "March 2004"."""
    names = {month: _month(date(1, month, 1)) for month in range(1, 13)}
    words = _("{month} {year}")
    return [words.format(month=names[day.month], year=day.year) for day in days]


def date_name(told: SingleDate) -> str:
    """A single date as a noun, with how sure it is: "possibly about 1984"."""
    name = period_name(told.begins, told.precision)
    if told.approximate:
        name = _("about {period}").format(period=name)
    return _("possibly {when}").format(when=name) if told.uncertain else name


def period_when(day: date, unit: Unit) -> str:
    """The period as an adverb: "on 4 July 2003", "in 2005"."""
    name = period_name(day, unit)
    return _("on {day}").format(day=name) if unit == "day" else _("in {period}").format(period=name)


def period_name(day: date, unit: Unit) -> str:
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


def pair_of_dates(first: SingleDate, last: SingleDate) -> tuple[str, str]:
    """Two dates as nouns, the first without what both share, each with how sure it is."""
    marked = any((first.approximate, first.uncertain, last.approximate, last.uncertain))
    if marked or first.precision != last.precision:
        return date_name(first), date_name(last)
    return pair_of_names(first.begins, last.begins, first.precision)


def pair_of_names(first: date, last: date, unit: Unit) -> tuple[str, str]:
    """Two periods, the first without what both share: ("12 March", "9 April 1996")."""
    first_name, last_name = period_name(first, unit), period_name(last, unit)
    if first_name == last_name or unit not in ("day", "month") or first.year != last.year:
        return first_name, last_name
    if unit == "month":
        return _month(first), last_name
    if first.month == last.month:
        return _("{day}").format(day=first.day), last_name
    return _("{day} {month}").format(day=first.day, month=_month(first)), last_name


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


def unit_begun(day: date) -> Unit:
    """The longest of year, month and day that begins with this day."""
    if day.day > 1:
        return "day"
    return "month" if day.month > 1 else "year"


def listed(words: list[str]) -> str:
    """One, two or more words as a list: "1 year and 6 months"."""
    if len(words) == 1:
        return words[0]
    return _("{words} and {last}").format(words=_(", ").join(words[:-1]), last=words[-1])
