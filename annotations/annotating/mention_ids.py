"""Proposals for the ids of new mentions, sources and journeys, in the pattern of the tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable

from annotations.annotating.word_ids import first_free, slug
from annotations.records import Collection

MOST_WORDS = 5
_ARTICLES = {"a", "an", "the"}
_SMALL = _ARTICLES | set("and as at by for from in of on or the to with".split())
_FAMILY_NAMES = set(
    "kim lee yi ri park pak choi choe jung jeong chung chong kang cho jo yoon yun jang chang "
    "lim im han oh o seo shin kwon hwang ahn an song yoo ryu hong jeon chon go ko moon mun son "
    "bae baek pae heo ho nam sim shim noh roh ha joo ju".split()
)
_PREFIX = re.compile(r"(?P<prefix>[a-z0-9-]+?)-p[0-9]+-")


def mention_id(
    collection: Collection,
    source: str,
    paragraph: int,
    words: str,
    kind: str = "place",
    taken: Iterable[str] = (),
) -> str:
    """An id such as `kse-p5-port-of-dalian`: the text, the paragraph, the words.

    It is none of the mentions and none of `taken`, ids that are not in the tables yet. Words
    that are not in Latin letters give their kind and a number: `kse-p5-place-2`.
    """
    begins = f"{_prefix(collection, source)}-p{paragraph}-"
    used = {*collection.mentions, *taken}
    if told := _slug_of(words):
        told = f"year-{told}" if re.fullmatch(r"[0-9]{4}", told) else told
        return first_free([begins + told], used)
    alike = (f"{begins}{kind}-{number}" for number in range(1, len(used) + 2))
    return next(key for key in alike if key not in used)


def source_id(
    author: str, published: str, title: str, taken: Container[str], publisher: str = ""
) -> str:
    """An id such as `birrell-2023`: family name and year; without an author the publisher.

    The title stands in where neither is given or their letters are not Latin.
    """
    year = _year(published)
    who = _family(author.partition(",")[0].partition("(")[0].split())
    about = _slug_of(title)
    named = [who or _slug_of(publisher.partition(",")[0]), about, "source"]
    first = next(name for name in named if name)
    return first_free([_joined(first, year), _joined(first, about, year)], taken)


def journey_id(title: str, date: str, taken: Container[str]) -> str:
    """An id such as `four-teenagers-shanghai-2003`: the words of the title, then the year.

    `date` is an EDTF date or "".
    """
    return first_free([_joined(_slug_of(title) or "journey", _year(date))], taken)


def _prefix(collection: Collection, source: str) -> str:
    """What the ids of a text's mentions begin with, or for a new text the first word of its id.

    A word that others begin with as well says too little: the whole id then stands in.
    """
    used = Counter(
        found["prefix"]
        for mention in collection.mentions.values()
        if mention.source == source and (found := _PREFIX.match(mention.id))
    )
    if used:
        return used.most_common(1)[0][0]
    first = source.partition("-")[0]
    others = {key.partition("-")[0] for key in collection.sources if key != source}
    others |= {key.partition("-p")[0] for key in collection.mentions}
    return source if first in others else first


def _slug_of(words: str) -> str:
    """The first words of a text as a slug, without articles, and long ones without small words."""
    parts = slug(words).split("-")
    parts = [part for part in parts if part not in _ARTICLES] or parts
    if len(parts) > MOST_WORDS:
        parts = [part for part in parts if part not in _SMALL] or parts
    return "-".join(parts[:MOST_WORDS])


def _family(names: list[str]) -> str:
    """The family name; a Korean name, whose family name comes first, stays whole."""
    slugs = [slug(name) for name in names]
    if not all(slugs) or not slugs:
        return ""
    is_korean = len(slugs) == 3 and slugs[0] in _FAMILY_NAMES
    return "-".join(slugs) if is_korean else slugs[-1]


def _year(date: str) -> str:
    found = re.search(r"[0-9]{4}", date)
    return found[0] if found else ""


def _joined(*parts: str) -> str:
    """Slugs joined by hyphens, each that is not empty and not said before."""
    said: list[str] = []
    for part in parts:
        if part and f"-{part}-" not in f"-{'-'.join(said)}-":
            said.append(part)
    return "-".join(said)
