"""How much is counted, and who says how many arrived: the ministry's own page, or a copy."""

from __future__ import annotations

from annotations.records import Arrivals, Collection, Source
from annotations.statements import NUMBER, RANGE, Statement
from views.text.i18n import _

MINISTRY, SERIES = "Ministry of Unification", "ministry"


def count_sources(collection: Collection, row: Arrivals) -> list[Source]:
    """What was read for a count, each source once, the ministry's own page first."""
    read = [collection.sources[key] for key in dict.fromkeys(c.source for c in row.sources)]
    return sorted(read, key=lambda source: not _is_ministry(source))


def ministry_page(collection: Collection, row: Arrivals) -> Source | None:
    """The page of the ministry itself on which a count was read, or None where it was a copy."""
    return next(filter(_is_ministry, count_sources(collection, row)), None)


def counted_by(collection: Collection, row: Arrivals) -> str:
    """Whose figure a count is and where it was read, in a phrase before the names of the pages."""
    if row.series != SERIES:
        return _("Read in:")
    if ministry_page(collection, row):
        return _("The ministry’s figure, read on its own page:")
    return _("The ministry’s figure, read in copies by others:")


def _is_ministry(source: Source) -> bool:
    return source.publisher.startswith(MINISTRY)


def amount(statement: Statement) -> str:
    """How much a source says, with its unit: "1,008 people", "60–80 per cent", "hundreds of miles".

    Only digits are written anew; words stand as the source has them.
    """
    limits = RANGE.fullmatch(statement.value)
    if limits:
        low, high = map(_number, limits.groups())
        value = _("{low}–{high}").format(low=low, high=high)
    else:
        value = _number(statement.value)
    if not statement.unit:
        return value
    return _("{amount} {unit}").format(amount=value, unit=statement.unit)


def _number(text: str) -> str:
    """A number with commas; any other text as it is."""
    if not NUMBER.fullmatch(text):
        return text
    whole, point, rest = text.partition(".")
    return f"{int(whole):,}{point}{rest}"


def said(statement: Statement) -> str:
    """What is counted and how much of it, in a line."""
    words = _("{subject}: {amount}")
    return words.format(subject=statement.subject, amount=amount(statement))
