"""How the same words were resolved in other mentions: as which place, or as which date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from annotations.codes import CERTAINTIES
from annotations.derived import once
from annotations.records import Collection, Mention
from geodata.names import fold


@dataclass(frozen=True)
class EarlierReading:
    """Mentions of the same words that were resolved alike.

    `kind` is place or date, `value` the id of the place or the EDTF text, "" where the words
    have none; `duration` is that of a date. `mentions` and `sources` are ids in the order of
    the table, `certainties` each once, the surest first.
    """

    kind: str
    value: str
    duration: str
    mentions: tuple[str, ...]
    sources: tuple[str, ...]
    certainties: tuple[str, ...]

    @property
    def count(self) -> int:
        """In how many mentions it was so."""
        return len(self.mentions)


def earlier_readings(collection: Collection, quote: str) -> tuple[EarlierReading, ...]:
    """Each reading of words of this spelling so far, the most frequent first.

    Case, marks, apostrophes, hyphens and spaces do not count. Of equal ones that with the
    surer mentions comes first.
    """
    return _by_words(collection).get(fold(quote), ())


@once
def _by_words(collection: Collection) -> Mapping[str, tuple[EarlierReading, ...]]:
    alike: dict[str, dict[tuple[str, str, str], list[Mention]]] = defaultdict(dict)
    for mention in collection.mentions.values():
        key = (mention.kind, mention.value, mention.duration)
        alike[fold(mention.quote)].setdefault(key, []).append(mention)
    return {
        words: tuple(sorted(map(_earlier, readings.values()), key=_rank))
        for words, readings in alike.items()
    }


def _earlier(mentions: list[Mention]) -> EarlierReading:
    found = {mention.certainty for mention in mentions}
    return EarlierReading(
        mentions[0].kind,
        mentions[0].value,
        mentions[0].duration,
        tuple(mention.id for mention in mentions),
        tuple(dict.fromkeys(mention.source for mention in mentions)),
        tuple(certainty for certainty in CERTAINTIES if certainty in found),
    )


def _rank(earlier: EarlierReading) -> tuple[int, int]:
    return -earlier.count, CERTAINTIES.index(earlier.certainties[0])
