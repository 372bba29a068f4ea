"""Sound: the form under which different romanisations of one Korean name are the same.

McCune-Reischauer, the Revised Romanization and the spellings of newspapers write one name in
many ways: P'yŏngyang, Pyeongyang, Pyongyang. They differ in marks and in pairs of letters that
Korean does not tell apart, so each is brought to a rougher form. It is for comparing only: names
that Korean does tell apart can fall together (o and ŏ, u and ŭ, plain and aspirated), and Chinese
romanisations are left alone but for the same letters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from geodata.names import fold

# In this order. Left: Revised Romanization or a custom; right: what remains of both systems.
EQUIVALENT = (
    ("eo", "o"),  # Cheongjin, Ch'ŏngjin
    ("eu", "u"),  # Heungnam, Hŭngnam
    ("oo", "u"),  # Moon, Mun
    ("ee", "i"),  # Lee, Li
    ("tch", "c"),
    ("ch", "c"),
    ("j", "c"),  # Chagang, Jagang
    ("sh", "s"),  # Shinuiju, Sinuiju
    ("g", "k"),  # Kangwon, Gangwon
    ("d", "t"),  # Taegu, Daegu
    ("b", "p"),  # Pusan, Busan
    ("r", "l"),
)
_DOUBLE = re.compile(r"(.)\1+")
_FIRST_L = re.compile(r"^[ln](?=[yi])|^l")  # Ryanggang and Yanggang, Rason and Nason

_INITIALS = "k k n t t l m p p s s - c c c k t p h".split()
_VOWELS = "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i".split()
_FINALS = "- k k k n n n t l k m p l l p l m p p t t nk t t k t p t".split()
_NASAL = {"k": "nk", "t": "n", "p": "m"}
_FIRST_SYLLABLE, _LAST_SYLLABLE = "가", "힣"
_AN_INITIAL, _A_VOWEL = 21 * 28, 28  # syllables of each, in the order of Unicode


def sounds(name: str) -> frozenset[str]:
    """Every rough form of a name in Latin letters or Hangul; none for other writings.

    Hangul has one as it is written and one as it is spoken: 압록 is aplok and amnok.
    """
    return _sounds(name)


@lru_cache(maxsize=50_000)
def _sounds(name: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFC", "".join(name.split()))
    if plain and all(_is_syllable(sign) for sign in plain):
        spelled = (_latin(plain, spoken=False), _latin(plain, spoken=True))
        return frozenset(filter(None, map(_rough, spelled)))
    folded = fold(name)
    return frozenset(filter(None, [_rough(folded)])) if folded.isascii() else frozenset()


def _rough(letters: str) -> str:
    for written, rough in EQUIVALENT:
        letters = letters.replace(written, rough)
    return _DOUBLE.sub(r"\1", _FIRST_L.sub(_first, letters))


def _first(match: re.Match[str]) -> str:
    following = match.string[match.end() : match.end() + 1]
    return "" if following in ("y", "i") else "n"


def _is_syllable(sign: str) -> bool:
    return _FIRST_SYLLABLE <= sign <= _LAST_SYLLABLE


def _latin(hangul: str, spoken: bool) -> str:
    """The syllables in Latin letters, with the changes between two of them where it is spoken."""
    parts = [_letters(sign) for sign in hangul]
    if spoken:
        for before, after in pairwise(parts):
            _change(before, after)
    return "".join("".join(part) for part in parts)


def _letters(sign: str) -> list[str]:
    number = ord(sign) - ord(_FIRST_SYLLABLE)
    initial, rest = divmod(number, _AN_INITIAL)
    vowel, final = divmod(rest, _A_VOWEL)
    return [_INITIALS[initial].strip("-"), _VOWELS[vowel], _FINALS[final].strip("-")]


def _change(before: list[str], after: list[str]) -> None:
    """Stops before n, m and l become nasal, l after another consonant n; n beside l is l."""
    final, initial = before[2], after[0]
    if {final, initial} == {"n", "l"}:
        before[2] = after[0] = "l"
    elif final in _NASAL and initial in ("n", "m", "l"):
        before[2], after[0] = _NASAL[final], initial.replace("l", "n")
    elif final in ("m", "nk") and initial == "l":
        after[0] = "n"
