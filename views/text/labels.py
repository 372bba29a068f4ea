"""Words for what the records hold in codes: kinds, countries, places, certainty, years."""

from __future__ import annotations

from annotations.codes import TRAVELLERS
from annotations.dates import Span
from annotations.records import Collection, Journey, Mention, Stop
from annotations.references import journey_and_order
from views.text.certainty import date_certainty, place_basis, place_certainty
from views.text.i18n import N_, _

COUNTRIES = {
    "KP": N_("North Korea"),
    "CN": N_("China"),
    "LA": N_("Laos"),
    "TH": N_("Thailand"),
    "VN": N_("Vietnam"),
    "KR": N_("South Korea"),
    "MN": N_("Mongolia"),
    "MM": N_("Myanmar"),
    "KH": N_("Cambodia"),
    "PH": N_("Philippines"),
    "RU": N_("Russia"),
    "SG": N_("Singapore"),
    "JP": N_("Japan"),
    "KW": N_("Kuwait"),
    "AT": N_("Austria"), "CA": N_("Canada"), "CH": N_("Switzerland"), "CU": N_("Cuba"),
    "DE": N_("Germany"), "DK": N_("Denmark"), "FR": N_("France"), "GB": N_("United Kingdom"),
    "HK": N_("Hong Kong"), "TN": N_("Tunisia"), "TW": N_("Taiwan"), "US": N_("United States"),
}  # fmt: skip


def kind(code: str) -> str:
    """The name of a journey's kind."""
    return {
        "journey": _("Journey"),
        "attempt": _("Attempt"),
        "return": _("Return"),
        "helper": _("Helper’s trip"),
        "corridor": _("General route"),
        "trafficking": _("Pattern of trafficking"),
    }[code]


def outcome(code: str) -> str:
    """Where those who travelled are when the sources stop telling of them; "" for no travellers."""
    return {
        "arrived": _("Arrived in South Korea"),
        "settled-elsewhere": _("Settled in another country"),
        "in-transit": _("Not yet arrived"),
        "returned": _("Forced back to North Korea"),
        "died": _("Died"),
        "not-told": _("Outcome not stated"),
    }.get(code, "")


def outcome_of(journey: Journey) -> str:
    """The outcome of a journey with a sign of its own; "" where nobody travelled to get out."""
    # The map ends its lines in the same signs.
    signs = {
        "arrived": "●", "settled-elsewhere": "◆", "in-transit": "◐", "returned": "■", "died": "▌",
        "not-told": "○",
    }  # fmt: skip
    if journey.outcome_kind:
        return f"{signs[journey.outcome_kind]} {outcome(journey.outcome_kind)}"
    return _("Outcome withheld") if journey.kind in TRAVELLERS else ""


def category(code: str) -> str:
    """The name of an event lane."""
    return {
        "entry": _("Asylum, crossings"),
        "arrest": _("Arrests, returns"),
        "border": _("Border, law"),
        "arrival": _("Milestones"),
        "world": _("Background"),
    }[code]


def within(code: str) -> str:
    """How a record has to lie in the period to be shown."""
    return {"definitely": _("Definitely"), "possibly": _("Also possibly")}[code]


def listing(code: str) -> str:
    """The name of a list beside the map."""
    return {"journeys": _("Journeys"), "events": _("Events")}[code]


def embedded(code: str) -> str:
    """The name of what a page elsewhere shows of a view."""
    return {"both": _("Both"), "map": _("Map"), "timeline": _("Timeline")}[code]


def found(code: str) -> str:
    """The name of a kind of records that a search finds."""
    return {
        "journeys": _("Journeys and people"),
        "places": _("Places"),
        "events": _("Events"),
        "statements": _("Statements"),
        "sources": _("Sources"),
        "words": _("Words of the sources"),
    }[code]


def citation_format(code: str) -> str:
    """The name of a format that citations are given in."""
    return {"text": _("Text"), "bibtex": "BibTeX", "ris": "RIS", "csl-json": "CSL-JSON"}[code]


def table(code: str) -> str:
    """The name of a table."""
    return {
        "sources": _("Sources"),
        "places": _("Places"),
        "mentions": _("Marked words"),
        "journeys": _("Journeys"),
        "stops": _("Stops"),
        "events": _("Events"),
        "arrivals": _("Arrivals"),
        "statements": _("Statements"),
        "glossary": _("Glossary"),
        "names": _("Names"),
        "publication": _("What is published"),
    }[code]


def country(code: str) -> str:
    """The English name of a country of the records, else its ISO code."""
    return _(COUNTRIES[code]) if code in COUNTRIES else code


def mention_certainty(mention: Mention) -> str:
    """How sure it is what marked words stand for."""
    return certainty(mention.certainty)


def certainty(code: str) -> str:
    """How sure something is, in a word."""
    return {
        "certain": _("certain"),
        "probable": _("probable"),
        "possible": _("possible"),
        "unresolved": _("unresolved"),
    }[code]


def basis(code: str) -> str:
    """How something is known, in a few words."""
    return {
        "stated": _("stated by the source"),
        "inferred": _("inferred from the source"),
        "external": _("from another source"),
    }[code]


def sureness(stop: Stop) -> list[str]:
    """How the place of a stop is known, how sure it is and how sure its date, in a few words."""
    phrases = (place_basis(stop), place_certainty(stop), date_certainty(stop))
    return [phrase for phrase in phrases if phrase]


def basis_word(code: str) -> str:
    """The same in a word."""
    return {
        "stated": _("stated"),
        "inferred": _("inferred"),
        "external": _("from elsewhere"),
    }[code]


def confidence(code: str) -> str:
    """How sure an event is, in a word."""
    return {"high": _("high"), "medium": _("medium"), "low": _("low")}[code]


def happened(stop: Stop) -> str:
    """What happened at a stop, or that it is withheld."""
    return stop.role or _("what happened is withheld")


def source_word(stop: Stop) -> str:
    """The source's own word for the place where it is not the place's name, else empty."""
    if stop.place is None or stop.certainty not in ("probable", "possible"):
        return ""
    for mention in stop.mentions:
        names_it = mention.kind == "place" and mention.value == stop.place.id
        if names_it and mention.quote != stop.place.name:
            return mention.quote
    return ""


def place(stop: Stop) -> str:
    """Where a stop is, with its doubt: `“Taowen”, probably Tumen`, `somewhere in China`."""
    if stop.place is None:
        return _("place withheld") if "place" in stop.withheld else _("place not given")
    name = stop.place.name
    if stop.place.extent and all(unit.startswith("river:") for unit in stop.place.extent):
        return _("somewhere along the {line}").format(line=name)
    if stop.place.kind in ("country", "province", "area") and stop.certainty != "unresolved":
        return _("somewhere in {place}").format(place=name)
    word = source_word(stop)
    if stop.certainty == "probable":
        probably = _("probably {place}").format(place=name)
        return f"“{word}”, {probably}" if word else probably
    if stop.certainty == "possible":
        possibly = _("possibly {place}").format(place=name)
        return f"“{word}”, {possibly}" if word else possibly
    return name


def counted_from(collection: Collection, key: str) -> str:
    """The event, or the stop of a journey (`journey:order`), that something counts from."""
    if key in collection.events:
        return collection.events[key].title
    journey, order = journey_and_order(key)
    if journey not in collection.journeys:
        return key
    title = collection.journeys[journey].title
    return _("{title}, stop {order}").format(title=title, order=order)


def year_range(span: Span) -> str:
    """The years of a span, short: `1996–1999`, `2000 or before`, empty where nothing is known."""
    first = span.earliest.year if span.earliest else None
    last = span.latest.year if span.latest else None
    if first == last:
        return str(first or "")
    if first and last:
        return f"{first}–{last}"
    if last:
        return _("{period} or before").format(period=last)
    return _("{period} or later").format(period=first)


def page_titles() -> dict[str, str]:
    """The title of each page that visitors see, by its part of the address; the first has none."""
    return {
        "": _("Map and timeline"),
        "present": _("Present"),
        "compose": _("Compose"),
        "journeys": _("Journeys"),
        "arrivals": _("Arrivals"),
        "sources": _("Sources"),
        "glossary": _("Glossary"),
        "method": _("Method"),
    }
