"""What is cited, as an item of CSL (Citation Style Language), from which every format is made."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from annotations.codes import SourceKind
from annotations.dates import EdtfDate, Interval, OneOf, SingleDate, parse
from annotations.records import Source
from views.text import _

Item = Mapping[str, Any]

# What CSL calls the kinds of sources, and what it has no word for as the nearest that is true.
TYPES: Mapping[SourceKind, str] = {
    "testimony": "interview",
    "article": "article-magazine",
    "statistics": "webpage",
    "news": "article-newspaper",
    "report": "report",
    "reference": "webpage",
    "law": "legislation",
}
PERIODICALS = ("article-magazine", "article-newspaper")
DIGITS = {"day": 3, "month": 2}  # how many parts of a date are told; one for all else


def source_item(source: Source) -> Item:
    """A source: who wrote and published it, when, where it stands, and when it was read."""
    kind = TYPES[source.kind]
    publisher = "container-title" if kind in PERIODICALS else "publisher"
    item = {
        "id": source.id,
        "type": kind,
        "title": source.title,
        "author": _author(source.author),
        publisher: source.publisher,
        "issued": _date(source.published),
        "URL": source.url,
        "accessed": _date(source.accessed),
        "language": source.language,
    }
    return {name: value for name, value in item.items() if value}


def record_item(key: str, title: str, address: str, site: str, today: date) -> Item:
    """A record or view of these pages, at its own address, as it is today.

    `site` is who publishes the pages, or empty. It has no date of its own, for it may change.
    """
    item = {
        "id": key,
        "type": "webpage",
        "title": title,
        "container-title": _("Ways out: journeys out of North Korea, and who says so"),
        "publisher": site,
        "URL": address,
        "accessed": _date(today.isoformat()),
    }
    return {name: value for name, value in item.items() if value}


def _author(author: str) -> list[Mapping[str, str]]:
    # A person or a house, as the source has it: `family` alone is what every reader takes whole.
    return [{"family": author}] if author else []


def _date(edtf: str) -> Mapping[str, Any]:
    """A date as CSL has it; one that it has no parts for is given as it stands in the tables."""
    if not edtf:
        return {}
    told = parse(edtf)
    days = _parts(told)
    if not days:
        return {"literal": edtf}
    is_about = told.approximate or told.uncertain
    return {"date-parts": days, **({"circa": True} if is_about else {})}


def _parts(told: EdtfDate) -> list[list[int]]:
    if isinstance(told, SingleDate):
        day = told.begins
        plain = told.precision in ("day", "month", "year")
        return [[day.year, day.month, day.day][: DIGITS.get(told.precision, 1)]] if plain else []
    if isinstance(told, Interval) and told.start and told.end:
        sides = [_parts(told.start), _parts(told.end)]
        return [*sides[0], *sides[1]] if all(sides) else []
    assert isinstance(told, (Interval, OneOf))
    return []
