"""Spelling: the form under which two ways of writing a place's name are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from geodata.cells import BETWEEN, cell_of

# Tabs, line ends and semicolons stay: a whole table of names can be folded in one go.
_DROPPED = re.compile("[\u0300-\u036f'’‘ʻʼʽʾʿ`´.,·‐‑–—() \u3000-]+")
_LETTERS = str.maketrans({"đ": "d", "ð": "d", "ı": "i", "ł": "l", "ø": "o", "œ": "oe", "æ": "ae"})
_LATIN_SUFFIX = re.compile(
    r"(?<=\w\w)[\s'’-]+(?:e?up|kun|gun|si|shi|do|ri|dong|gu|ku|xian|hsien|zhen|chen|sheng|"
    r"city|county|town|village|province|prefecture)$",
    re.IGNORECASE,
)
_HAN_SUFFIX = re.compile(
    r"(?<=[\u3400-\u9fff]{2})"
    r"(?:(?:壮族|壯族|回族|维吾尔|維吾爾)?自治[区區]|(?:特别|特別|广域|廣域|特级)市|[市县縣镇鎮鄉乡区區省府邦郡邑])$"
)
_HANGUL_SUFFIX = re.compile(
    r"(?<=[가-힣]{2})(?:\s*(?:특별자치|특별|광역|직할)[시도]|\s+(?:\S+족 |위구르 )?자치구|"
    r"\s*(?:[로노]동자구|[시군읍면리동구현성도]))$"
)


def fold(text: str) -> str:
    """`text` without case, marks, apostrophes, hyphens, stops and spaces, for comparing only.

    Hangul comes out as single letters (NFKD), so that near spellings can be told by letter.
    """
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return _DROPPED.sub("", decomposed).translate(_LETTERS)


def without_suffix(name: str) -> str:
    """`name` without the word that says which kind of place it is, or `name` itself.

    Knows -up, -gun, -si, shi, xian, City, Province and the like, and the like of Chinese or
    Korean after at least two other signs: "Musan-ŭp" is Musan, 图们市 is 图们, 회령시 is 회령.
    """
    plain = unicodedata.normalize("NFC", name.strip())
    bare = "".join(c for c in unicodedata.normalize("NFD", plain) if not "\u0300" <= c <= "\u036f")
    if (short := _LATIN_SUFFIX.sub("", bare)) != bare:
        return plain[: len(short)]
    return _HANGUL_SUFFIX.sub("", _HAN_SUFFIX.sub("", plain))


def spellings(name: str) -> Iterator[str]:
    """The folded name, then the folded name without its suffix where it has one."""
    yield fold(name)
    if (short := without_suffix(name)) != name:
        yield fold(short)


def joined(names: Iterable[str], *shown: str) -> str:
    """`names` with semicolons between, each spelling once and none that is shown already."""
    seen = {fold(name) for name in shown} | {""}
    kept = []
    for name in names:
        if (key := fold(name)) not in seen:
            seen.add(key)
            kept.append(name.replace(BETWEEN, " ").strip())
    return cell_of(kept)
