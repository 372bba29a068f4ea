"""Words that would give away what a profile hides, and whether a text has any of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import NamedTuple
from unicodedata import combining, normalize
from urllib.parse import unquote

from annotations.codes import DATE_LEVELS, DateLevel
from annotations.dates import MONTHS, EdtfDate, OneOf, SingleDate, Unit, parse
from annotations.publication.date_phrases import finer_in
from annotations.publication.proper_names import EASTERN, ProperNames
from annotations.records import Collection, Journey, Mention
from geodata.places import Place

FINER_THAN: Mapping[DateLevel, tuple[Unit, ...]] = {
    "month": ("day",),
    "year": ("day", "month", "season"),
    "period": ("day", "month", "season", "year"),
    "withheld": ("day", "month", "season", "year", "decade", "century"),
}
SHORTEST_IN_ANY_CASE = 5  # "US" is no "us"
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
# What stands between the parts of a name, or not: one is written Joo-il, Joo Il and Jooil.
JOINT = r"[\s\-_\u2010-\u2015'’ʼ`·・]"
APOSTROPHES = str.maketrans(dict.fromkeys("‘’ʼʻ′", "'"))
JOINTS, WITHIN = re.compile(f"{JOINT}+"), re.compile(rf"(?<=\w)(?!\s|['’ʼ]s\b){JOINT}(?=\w)")
SHORTEST_WITHIN = 7  # letters of a name that are no chance inside a longer word
SHORTEST_SPACED = 3  # Korean or Chinese letters that are no chance with a blank between them
IN_ADDRESSES = ("/", "%", "www.", "xn--")
ADDRESS = re.compile(r"://|%[0-9a-f]{2}|\bwww\.|\bxn--|\.[a-z]+/", re.IGNORECASE)
SIGNS = re.compile(r"%(?:25)+(?=[0-9a-f]{2})|&(?:amp;)+", re.IGNORECASE)  # for one sign, again
HOST = re.compile(r"xn--([a-z0-9-]+)", re.IGNORECASE)
ENCODINGS = ("cp949", "gb18030", "big5", "cp932")  # of older pages, where it is not UTF-8
LOST = "\ufffd"


class HiddenWords(NamedTuple):
    """Words that a text must not have: some that are listed, and whatever breaks two rules.

    Where `names` is there, no proper name may stand in the text but those that it allows. No
    date may be finer than `dates`.
    """

    words: frozenset[str] = frozenset()
    names: ProperNames | None = None
    dates: DateLevel = "as-is"

    def __or__(self, other: HiddenWords) -> HiddenWords:
        return HiddenWords(
            self.words | other.words,
            self.names & other.names if self.names and other.names else self.names or other.names,
            max(self.dates, other.dates, key=DATE_LEVELS.index),
        )

    @property
    def listed(self) -> HiddenWords:
        """The words alone, without the rules."""
        return HiddenWords(self.words)

    def in_text(self, text: str, is_title: bool = False) -> str:
        """The first words of a text that it must not have, as they read there, or nothing."""
        text = _plain(text)
        if found := self.words and text and _search(self.words, text):
            return found[0]
        name = self.names.first_in(text, is_title) if self.names and text else ""
        return name or finer_in(text, self.dates) or self._in_addresses(text)

    def _in_addresses(self, text: str) -> str:
        """The first of the words that an address within a text is made of, or nothing."""
        if not (self.words and any(sign in text for sign in IN_ADDRESSES)):
            return ""
        addresses = filter(ADDRESS.search, text.split())
        return next(filter(None, map(self.listed.in_id, addresses)), "")

    def in_id(self, key: str) -> str:
        """The first of the words that an id or an address is made of, or nothing."""
        key = _read(key)
        padded, squeezed = f"-{_slug(key)}-", _slug(key).replace("-", "")
        for slug in _slugs(self.words):
            together = slug.replace("-", "")
            is_long = len(together) >= SHORTEST_WITHIN or EASTERN.search(together)
            if f"-{slug}-" in padded or (is_long and together in squeezed):
                return slug
        return finer_in(re.sub(r"[\W_]+", " ", key).title(), self.dates)

    def in_address(self, address: str) -> str:
        """As in an id; a rule for names allows no Korean or Chinese words but those it knows."""
        found = self.names.eastern_in(_read(address)) if self.names else ()
        return next(iter(found), "") or self._replace(dates="as-is").in_id(address)


NOTHING = HiddenWords()


def of_place(place: Place, towns: Iterable[Place], shown: Place | None) -> HiddenWords:
    """The names of a place, and of the towns that its extent names, but for those that are shown.

    A province gives away too much where only the country is shown.
    """
    hidden = [place, *towns]
    words = {word for one in hidden for word in (*one.names, *one.variants)}
    words |= {word.partition(" (")[0] for word in words}
    # "Yodok, camp 15" is called Yodok; a consulate is not called by what stands before its town.
    heads = ((one.id, one.name.partition(",")[0]) for one in hidden)
    words |= {head for key, head in heads if _slug(head) == key}
    if shown is None or shown.kind in ("country", "area"):
        words |= {one.admin1 for one in hidden}
    kept = shown.name.split("–") if shown else []
    return HiddenWords(frozenset(words - {"", *kept}))


def of_date(text: str, level: DateLevel) -> HiddenWords:
    """The words for every date of an EDTF text that is finer than a level allows."""
    if not text:
        return NOTHING
    words = {text} | {word for one in _singles(parse(text)) for word in _forms(one, level)}
    return HiddenWords(frozenset(words))


def of_words(mentions: Iterable[Mention]) -> HiddenWords:
    """The words of a source that hold a name or a number: others are no telling words."""
    return HiddenWords(frozenset(m.quote for m in mentions if re.search(r"[A-Z0-9]", m.quote)))


def of_people(journey: Journey, role: str) -> HiddenWords:
    """The texts that say who somebody is, but for those that the role says as well."""
    said = (journey.title, journey.people)
    return HiddenWords(
        frozenset(text for text in said if not HiddenWords(frozenset({text})).in_text(role))
    )


def names_in(collection: Collection, *texts: str) -> HiddenWords:
    """The names of public persons that stand in some texts."""
    persons = (row.name for row in collection.names if row.kind == "public person")
    return HiddenWords(frozenset(name for name in persons if any(name in text for text in texts)))


def _singles(told: EdtfDate) -> Iterator[SingleDate]:
    if isinstance(told, SingleDate):
        yield told
    elif isinstance(told, OneOf):
        yield from (single for member in told.members for single in _singles(member))
    else:
        yield from (side for side in (told.start, told.end) if side)


def _forms(told: SingleDate, level: DateLevel) -> set[str]:
    """How a date would be written, where it is finer than a level allows."""
    words: set[str] = set()
    day, month, year = told.begins.day, MONTHS[told.begins.month - 1], told.begins.year
    if told.precision == "day" and "day" in FINER_THAN[level]:
        words |= {told.begins.isoformat(), f"{day} {month}", f"{month} {day}", f"{day} {month[:3]}"}
    if told.precision in ("day", "month") and "month" in FINER_THAN[level]:
        words |= {f"{year:04}-{told.begins.month:02}", month}
    if told.precision != "century" and "year" in FINER_THAN[level]:
        words |= {f"{year:04}"}
    return words


def _search(words: frozenset[str], text: str) -> re.Match[str] | None:
    apart, within = _patterns(words)
    bare = _without_marks(text)
    found = apart.search(bare) if apart else None
    if apart and not found and (joined := WITHIN.sub("", bare)) != bare:
        found = apart.search(joined)
    return found or (within.search(text) if within and not text.isascii() else None)


@lru_cache(maxsize=1024)
def _patterns(words: frozenset[str]) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """For words that stand apart, and for those behind which a particle follows, as in Korean."""

    def form(word: str) -> str:
        letters = len(JOINTS.sub("", bare := _without_marks(word)))
        plain = letters < SHORTEST_IN_ANY_CASE or word in MONTHS
        # "Chin A" without its blank would stand in "China".
        spaced = f"{JOINT}{'*' if letters >= SHORTEST_WITHIN else '+'}"
        parts = (filter(None, JOINTS.split(part)) for part in bare.split())
        joined = (f"{JOINT}*".join(map(re.escape, part)) for part in parts)
        written = spaced.join(filter(None, joined)) or re.escape(word)
        return written if plain else f"(?i:{written})"

    def eastern(letters: str) -> str:
        return (f"{JOINT}*" if len(letters) >= SHORTEST_SPACED else "").join(letters)

    longest_first = sorted(map(_plain, words), key=lambda word: (-len(word), word))
    within = {word for word in longest_first if EASTERN.fullmatch(JOINTS.sub("", word))}
    apart = "|".join(form(word) for word in longest_first if word not in within)
    inside = "|".join(eastern(JOINTS.sub("", word)) for word in longest_first if word in within)
    return (
        re.compile(rf"(?<!\w)(?:{apart})(?!\w)") if apart else None,
        re.compile(inside) if inside else None,
    )


def _plain(text: str) -> str:
    """A text with one way of writing each letter, and without letters that nobody sees."""
    return text if text.isascii() else UNSEEN.sub("", normalize("NFKC", text))


def _read(address: str) -> str:
    """An address in letters, however often and in whichever encoding it was made into signs.

    What it reads as on the way there stands before it, since a sign may also be a letter.
    """
    read = _unquoted(address, "utf-8")
    if LOST in read:
        others = (_unquoted(address, encoding) for encoding in ENCODINGS)
        read = next((other for other in others if LOST not in other), read)
    return _plain(HOST.sub(_host, read))


def _unquoted(address: str, encoding: str) -> str:
    stages = [SIGNS.sub(lambda found: found[0][0], address)]
    while (read := unescape(unquote(stages[-1], encoding))) != stages[-1]:
        stages.append(read)
    return " ".join(stages)


def _host(found: re.Match[str]) -> str:
    try:
        return found[1].encode("ascii").decode("punycode")
    except ValueError:
        return found[0]


@lru_cache(maxsize=1024)
def _slugs(words: frozenset[str]) -> list[str]:
    return sorted({_slug(word) for word in words} - {""})


def _slug(word: str) -> str:
    """The letters and figures of a word without marks and signs, in one case."""
    word = _without_marks(word).casefold()
    return "-".join(re.findall(r"[^\W_]+", word.lower()))


def _without_marks(text: str) -> str:
    """A text without the marks on its letters, which a table may have and a text leaves out."""
    if text.isascii():
        return text
    bare = "".join(c for c in normalize("NFKD", text) if not combining(c))
    return normalize("NFKC", bare).translate(APOSTROPHES)
