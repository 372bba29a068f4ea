"""How sure the place of a stop is, and how sure its date, each in words of its own."""

from __future__ import annotations

from annotations.certainty import basis_of_date, certainty_of_date, is_date_in_doubt, says_when
from annotations.collection import NO_POINTS
from annotations.dates import parse
from annotations.records import Stop
from views.text.i18n import _
from views.text.protection import is_generalized
from views.text.sentences import date_sentence, span_sentence


def place_basis(stop: Stop) -> str:
    """How the place of a stop is known, or what happened there if no place is given."""
    if stop.place:
        return {
            "stated": _("place stated by the source"),
            "inferred": _("place inferred from the source"),
            "external": _("place from another source"),
        }[stop.basis]
    return {
        "stated": _("event stated by the source"),
        "inferred": _("event inferred from the source"),
        "external": _("event from another source"),
    }[stop.basis]


def place_certainty(stop: Stop) -> str:
    """How sure the place of a stop is, in a few words; of an area only the area is known."""
    if not stop.place:
        return ""
    if is_generalized(stop):
        return _("place shown in less detail")
    if stop.place.kind in NO_POINTS and stop.certainty == "certain":
        return _("only the area is known")
    return {
        "certain": _("place is certain"),
        "probable": _("place is probable"),
        "possible": _("place is possible"),
        "unresolved": _("place cannot be found"),
    }[stop.certainty]


def date_certainty(stop: Stop) -> str:
    """How sure the date of a stop is, or the length of time that gives it; empty without both."""
    if not says_when(stop):
        return ""
    if stop.date:
        return {
            "certain": _("date is certain"),
            "probable": _("date is probable"),
            "possible": _("date is possible"),
            "unresolved": _("certainty of the date not recorded"),
        }[certainty_of_date(stop)]
    return {
        "certain": _("length of time is certain"),
        "probable": _("length of time is probable"),
        "possible": _("length of time is possible"),
        "unresolved": _("certainty of the length of time not recorded"),
    }[certainty_of_date(stop)]


def date_basis(stop: Stop) -> str:
    """How the days of a stop are known, as a sentence; empty where no day is known."""
    if not stop.span.known or "date" in stop.withheld:
        return ""
    if stop.date:
        return {
            "stated": _("The source states the date."),
            "inferred": _("The date is inferred from the source."),
            "external": _("The date is from another source."),
            "computed": _("No date is given; the days are computed."),
        }[basis_of_date(stop)]
    if stop.duration:
        return {
            "computed": _("No date is given; the days are computed."),
            "stated": _("The source states the length of time; the days are computed."),
            "inferred": _("The length of time is inferred from the source; the days are computed."),
            "external": _("The length of time is from another source; the days are computed."),
        }[basis_of_date(stop)]
    return _("No date is given; the days are computed.")


def when_sentence(stop: Stop) -> str:
    """When a stop was, as a sentence, with how sure that is: "probably in November 2004".

    As stated, or as computed where other rows say more.
    """
    if "date" in stop.withheld:
        return _("date withheld")
    is_own = stop.date and not stop.computed_from
    days = date_sentence(stop.date) if is_own else span_sentence(stop.span)
    if not stop.span.known or not is_date_in_doubt(stop) or (is_own and parse(stop.date).uncertain):
        return days
    doubts = {"probable": _("probably {when}"), "possible": _("possibly {when}")}
    return doubts.get(certainty_of_date(stop), "{when}").format(when=days)
