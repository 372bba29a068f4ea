"""Where a source says something else about a day than the record follows."""

from __future__ import annotations

from annotations.dates import Span, parse
from annotations.records import Mention, Stop
from annotations.references import Citation


def other_claims(stop: Stop) -> tuple[Mention, ...]:
    """The words of a stop that name a day outside the days that the stop is given.

    They are kept beside the one that the map follows: two claims stay two claims.
    """
    return tuple(
        mention
        for mention in stop.mentions
        if mention.kind == "date" and mention.value and _apart(parse(mention.value).span, stop.span)
    )


def followed_sources(stop: Stop) -> tuple[Citation, ...]:
    """The sources whose day the record follows: all but those that claim another one."""
    others = {mention.source for mention in other_claims(stop)}
    rest = tuple(citation for citation in stop.sources if citation.source not in others)
    return rest or stop.sources


def _apart(one: Span, other: Span) -> bool:
    """True where no day lies in both spans."""
    if not other.known:
        return False
    before = one.latest and other.earliest and one.latest < other.earliest
    after = one.earliest and other.latest and one.earliest > other.latest
    return bool(before or after)
