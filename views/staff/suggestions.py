"""What is proposed for marked words, in words: how a date was read, why a place is offered."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from annotations.annotating import RESOLVED_BEFORE, Choice, EarlierReading
from annotations.date_words import Reading, Why
from annotations.records import Collection
from geodata.candidates import (
    ALTERNATE_NAME,
    EXACT_NAME,
    LEFT_OFF,
    PROJECT_NAME,
    PROJECT_VARIANT,
    REASONS,
)
from views.text import (
    _,
    date_and_days,
    duration_words,
    labels,
    length_after,
    markdown_text,
    ngettext,
    short_source,
)

_WHYS: Mapping[Why, Callable[[], str]] = {
    Why.AS_WRITTEN: lambda: _("as written"),
    Why.MONTH_FIRST: lambda: _("the month before the day"),
    Why.DAY_FIRST: lambda: _("the day before the month"),
    Why.SHORT_YEAR: lambda: _("a two-digit year, which could be either"),
    Why.FROM_TO: lambda: _("from one to the other"),
    Why.WHOLE: lambda: _("the whole period of which it is a part"),
    Why.HALF: lambda: _("half of the period"),
    Why.WINTER_BEGINS: lambda: _("the winter that begins in that year"),
    Why.WINTER_ENDS: lambda: _("the winter that ends in that year"),
    Why.DECADE: lambda: _("the decade"),
    Why.CENTURY: lambda: _("the whole century"),
    Why.NO_YEAR: lambda: _("no year is given"),
    Why.SAME_YEAR: lambda: _("in the year it is counted from"),
    Why.YEAR_BESIDE: lambda: _("in the year next to that one"),
    Why.ONE_OF_TWO: lambda: _("one of two"),
    Why.OPEN: lambda: _("open on one side"),
    Why.UP_TO: lambda: _("as seen from the day it is counted from"),
    Why.SAME_TIME: lambda: _("the same time"),
    Why.ABOUT_THEN: lambda: _("read as about that time"),
    Why.BACK: lambda: _("counted back"),
    Why.FORWARD: lambda: _("counted forward"),
    Why.LENGTH: lambda: _("a length of time, not a date by itself"),
    Why.IN_DAYS: lambda: _("the same length in days"),
    Why.NO_NUMBER: lambda: _("a length of time without a number"),
    Why.RANGE: lambda: _("a range of lengths, which no single length can hold"),
    Why.RANGE_END: lambda: _("one end of the range"),
    Why.AGE: lambda: _("an age"),
    Why.TOLD: lambda: _("counted from something in the text: say what"),
}
_REASONS: Mapping[str, Callable[[], str]] = {
    REASONS[PROJECT_NAME]: lambda: _("a name in our table of places"),
    REASONS[PROJECT_VARIANT]: lambda: _("another name in our table of places"),
    REASONS[EXACT_NAME]: lambda: _("its name in the gazetteer"),
    REASONS[ALTERNATE_NAME]: lambda: _("another name in the gazetteer"),
    RESOLVED_BEFORE: lambda: _("chosen for these words before"),
}


def letter(index: int) -> str:
    """What a place is called in the list and on the map: A, B, C …; numbers are for stops."""
    return chr(ord("A") + index)


def choice_label(index: int, choice: Choice) -> str:
    """A place with its letter on the map, its province and country, and its other names."""
    countries = " / ".join(map(labels.country, choice.country))
    where = [part for part in (choice.admin1, countries) if part and part != choice.name]
    names = [part for part in (choice.name_ko, choice.name_zh) if part]
    told = f"{letter(index)} · {', '.join((choice.name, *where))}"
    return markdown_text(" ".join((told, *names)))


def choice_details(choice: Choice) -> str:
    """What a place rests on: its kind, why it is offered, the source, and how exact that is."""
    exact = choice.uncertainty_m if choice.lat is not None else None
    parts = (
        choice.kind,
        reason_label(choice),
        choice.source,
        _("± {km} km").format(km=f"{exact / 1000:g}") if exact else "",
    )
    return markdown_text(" · ".join(filter(None, parts)))


def reading_label(reading: Reading) -> str:
    """What words of a date may mean, as a sentence and as it is written."""
    written = ", ".join(filter(None, (reading.value, reading.duration)))
    told = reading_sentence(reading)
    return markdown_text(f"{told} ({written})" if written else told)


def date_label(value: str, duration: str) -> str:
    """A date and a length in words, either of which may be empty."""
    parts = [date_and_days(value)] if value else []
    parts += [duration_words(duration)] if duration else []
    return ", ".join(parts) or _("no day that can be computed")


def earlier_label(collection: Collection, earlier: EarlierReading) -> str:
    """How the same words of a date were read elsewhere, and where."""
    where = ", ".join(short_source(collection, key) for key in earlier.sources)
    words = ngettext("{what}: {n} time, in {where}", "{what}: {n} times, in {where}", earlier.count)
    told = date_label(earlier.value, earlier.duration)
    return words.format(what=told, n=earlier.count, where=where)


def reading_sentence(reading: Reading, anchor: str = "") -> str:
    """What a reading would say of its words: "about 2018: 2017 to 2019", "50 days".

    `anchor` is a noun for what a length counts from, where that is known.
    """
    if reading.value:
        return date_and_days(reading.value)
    if not reading.duration:
        return _("no day that can be computed")
    if anchor and reading.why is not Why.AGE:
        return length_after(reading.duration, anchor)
    return duration_words(reading.duration)


def rule_label(reading: Reading) -> str:
    """The rule by which words were read."""
    return _WHYS[reading.why]()


def reason_label(choice: Choice) -> str:
    """Why a place is offered, and how often the same words were this place."""
    reason = _REASONS[choice.reason.removesuffix(LEFT_OFF)]()
    if choice.reason.endswith(LEFT_OFF):
        reason = _("{reason}, without its ending").format(reason=reason)
    if choice.part:
        reason = _("“{name}” alone: {reason}").format(name=choice.part, reason=reason)
    if not choice.earlier:
        return reason
    times = ngettext("{count} time before", "{count} times before", choice.earlier)
    return f"{reason}; {times.format(count=choice.earlier)}"
