"""Words for what the records hold in codes: kinds, countries, places, sources, certainty."""

from __future__ import annotations

from annotations.records import Citation, Collection, Span, Stop
from annotations.selection import PUBLIC_RECORD
from views.i18n import _
from views.sentences import date_sentence, span_sentence


def kind(code: str) -> str:
    """The name of a journey's kind."""
    return {
        "journey": _("Journey"),
        "attempt": _("Attempt"),
        "return": _("Return"),
        "helper": _("Helper’s trip"),
        "corridor": _("The way as such"),
    }[code]


def category(code: str) -> str:
    """The name of an event lane."""
    return {
        "entry": _("Ways in"),
        "arrest": _("Arrests, returns"),
        "border": _("Border, law"),
        "arrival": _("Milestones"),
        "world": _("Background"),
    }[code]


def country(code: str) -> str:
    """The English name of a country of the records, else its ISO code."""
    return {
        "KP": _("North Korea"),
        "CN": _("China"),
        "LA": _("Laos"),
        "TH": _("Thailand"),
        "VN": _("Vietnam"),
        "KR": _("South Korea"),
        "MN": _("Mongolia"),
        "MM": _("Myanmar"),
        "KH": _("Cambodia"),
        "PH": _("Philippines"),
        "RU": _("Russia"),
        "US": _("United States"),
    }.get(code, code)


def certainty(code: str) -> str:
    """How sure a place is, in a word or two."""
    return {
        "certain": _("place is certain"),
        "probable": _("place is probable"),
        "possible": _("place is possible"),
        "unresolved": _("place cannot be found"),
    }[code]


def basis(code: str) -> str:
    """Where a stop comes from, in a few words."""
    return {
        "stated": _("stated by the source"),
        "inferred": _("inferred from the source"),
        "external": _("from another source"),
    }[code]


def when(stop: Stop) -> str:
    """When a stop was, as a sentence: as told, or as computed where other rows say more."""
    if stop.date and not stop.computed_from:
        return date_sentence(stop.date)
    return span_sentence(stop.span)


def told_as(stop: Stop) -> str:
    """The source's own word for the place where it is not the place's name, else empty."""
    for mention in stop.mentions:
        if stop.place and mention.kind == "place" and mention.value == stop.place.id:
            if stop.certainty in ("probable", "possible") and mention.quote != stop.place.name:
                return mention.quote
    return ""


def place(stop: Stop) -> str:
    """Where a stop is, with its doubt: `“Taowen”, probably Tumen`, `somewhere in China`."""
    if stop.place is None:
        return _("place not told")
    name = stop.place.name
    if stop.place.kind in ("country", "province", "area") and stop.certainty != "unresolved":
        return _("somewhere in {place}").format(place=name)
    if stop.place.kind == "river":
        return _("somewhere along the {river}").format(river=name)
    word = told_as(stop)
    if stop.certainty == "probable":
        probably = _("probably {place}").format(place=name)
        return f"“{word}”, {probably}" if word else probably
    if stop.certainty == "possible":
        possibly = _("possibly {place}").format(place=name)
        return f"“{word}”, {possibly}" if word else possibly
    return name


def source(collection: Collection, citation: Citation) -> str:
    """Who says so: publisher, title, and the paragraph where one is given."""
    record = collection.sources[citation.source]
    publisher = record.publisher or record.author
    words = (
        f"{publisher}, {record.title}"
        if publisher and publisher not in record.title
        else record.title
    )
    if not citation.locator:
        return words
    if citation.locator.isdigit():
        return _("{source}, paragraph {number}").format(source=words, number=citation.locator)
    return f"{words}, {citation.locator}"


def short_source(collection: Collection, key: str) -> str:
    """A source in two or three words, for a filter."""
    if key == PUBLIC_RECORD:
        return _("Public record")
    return {
        "kim-seong-min-escape": _("Kim Seong Min, escape"),
        "kim-seong-min-democracy": _("Kim Seong Min, democracy"),
        "birrell-2023": _("Birrell 2023"),
        "rfa-mike-kim-2009": _("Mike Kim 2009"),
    }.get(key, collection.sources[key].title)


def year_range(span: Span) -> str:
    """The years of a span, short: `1996–1999`, `to 2000`, empty where nothing is known."""
    first = span.earliest.year if span.earliest else None
    last = span.latest.year if span.latest else None
    if first is None and last is None:
        return ""
    if first == last:
        return str(first)
    return (
        f"{first}–{last}"
        if first and last
        else _("to {year}").format(year=last)
        if last
        else _("from {year}").format(year=first)
    )
