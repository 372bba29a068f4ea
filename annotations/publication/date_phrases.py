"""Words for dates that are finer than a level allows, whatever the date is."""

from __future__ import annotations

import re
from functools import lru_cache

from annotations.codes import DATE_LEVELS, DateLevel
from annotations.dates import MONTHS

# "may" and "march" are verbs as well; "sept" and "oct" are none.
_MONTH = "|".join((*MONTHS, *(rf"{month[:3]}\.?(?= \d)" for month in MONTHS), "Sept"))
_ANY_CASE = "|".join(month for month in MONTHS if month not in ("May", "March", "August"))
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_FEASTS = (
    r"Chuseok|Seollal|Christmas|Easter|Harvest Moon|Mid-Autumn|Spring Festival|Day of the Sun|"
    r"Liberation Day|May Day|National Day|Thanksgiving|Golden Week|Dano|"
    r"New Year(?:['’]s)?|추석|설날|단오|中秋|春节|春節"
)
_PART = r"\b(?i:early|mid|late|middle|end|beginning|start|half)(?:[ -](?i:in|of|the))*[ -]"
# What is finer than each level, but for what is finer than the level before it.
_FINER: tuple[tuple[DateLevel, str], ...] = (
    ("month", rf"{_DAY}(?: of)? (?:{_MONTH})\b|\b(?:{_MONTH}) {_DAY}\b(?!\d)"),
    ("month", r"\b\d{4}-\d\d-\d\d\b"),
    ("month", rf"\bthe \d{{1,2}}(?:st|nd|rd|th)\b(?! century)|\d{{1,2}} ?[일日]|(?i:{_FEASTS})"),
    ("month", r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"),
    ("year", rf"\b(?:{_MONTH})\b|\b(?i:{_ANY_CASE})\b|\b\d{{4}}-\d\d\b|\d{{1,2}} ?[월月]"),
    ("year", r"\b(?i:winter|spring|summer|autumn|the fall|fall of)\b"),
    ("year", r"\b\d{4}[./]\d{1,2}\b|\b\d{1,2}[./]\d{4}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b"),
    ("year", rf"{_PART}(?:19|20)\d\d\b(?!s)"),
    ("year", r"봄|여름|가을|겨울|[春夏秋冬]"),
    ("period", rf"{_PART}(?:19|20)\d0['’]?s"),
    ("period", r"(?<!\d)(?:19|20)\d\d(?![\ds])|['’]\d\d\b"),
    ("withheld", r"\b\d{3}0['’]?s\b|\bcentury\b"),
    ("withheld", r"\b(?i:(?:twen|thir|for|fif|six|seven|eigh|nine)ties)\b"),
)
_PLAIN = "in the year years of about around since until from to between and by before after".split()


def finer_in(text: str, level: DateLevel) -> str:
    """The first words of a text for a date finer than a level allows, or nothing."""
    found = level != "as-is" and text and _finer(level).search(text)
    return found[0] if found else ""


def is_plain(text: str, level: DateLevel) -> bool:
    """True where words name a date as the level allows, and nothing that tells more of it."""
    months = "|".join(MONTHS) if level == "month" else r"(?!)"
    known = rf"(?:{'|'.join(_PLAIN)}|{months}|\d{{4}}s?|[,–-])"
    return not finer_in(text, level) and re.fullmatch(rf"(?:{known}\s*)+", text, re.I) is not None


@lru_cache(maxsize=len(DATE_LEVELS))
def _finer(level: DateLevel) -> re.Pattern[str]:
    upto = DATE_LEVELS.index(level)
    parts = (pattern for of, pattern in _FINER if DATE_LEVELS.index(of) <= upto)
    return re.compile("|".join(f"(?:{part})" for part in parts))
