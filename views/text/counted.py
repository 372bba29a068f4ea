"""Who says how many arrived: whether a count was read on the ministry's page or in a copy."""

from __future__ import annotations

from annotations.records import Arrivals, Collection, Source
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
