"""Lengths of time in English words: "forty days", "a year and a half", "two to three weeks"."""

from __future__ import annotations

import re

from annotations.date_words.number_words import number
from annotations.dates import parse_duration

# What one of each is in the units of ISO 8601.
UNITS = {
    "day": (1, "D"), "night": (1, "D"), "week": (1, "W"), "fortnight": (2, "W"),
    "month": (1, "M"), "year": (1, "Y"), "decade": (10, "Y"),
}  # fmt: skip
_HALVES = {"month": "P15D", "year": "P6M", "decade": "P5Y"}
_UNIT = rf"(?P<unit>{'|'.join(UNITS)})s?"
_PLAIN = re.compile(rf"(?P<count>.+?)[ -]{_UNIT}(?P<half> and a half)?")
_HALF = re.compile(rf"half (?:an? )?{_UNIT}|an? half[ -]{_UNIT.replace('unit', 'other')}")
_AND_A_HALF = re.compile(rf"(?P<count>.+?) and a half {_UNIT}")
_RANGE = re.compile(rf"(?P<first>.+?)(?: to | or | ?- ?)(?P<last>.+?)[ -]{_UNIT}")
_VAGUE = re.compile(
    r"(?:(?:an? )?(?:few|couple(?: of)?|several|some|many|dozens of|number of)[ -])?"
    rf"(?:{'|'.join(UNITS)})s?"
)
_ABOUT = re.compile(
    r"^(?:for |over |within )?(?:about|around|approximately|roughly|nearly|almost|over|some|"
    r"more than|less than|at least|at most|up to|only|just|another|a further) "
)
_FILLING = re.compile(r"(?<= )(?:more|full|whole|long|entire|additional|straight) ")


def lengths(words: str) -> tuple[str, ...] | None:
    """The durations that some words can mean, as ISO 8601: two for a range of lengths.

    Empty for a length without a number ("months", "a few days"), None for words that tell no
    length in whole days.
    """
    text = _FILLING.sub("", _ABOUT.sub("", words))
    if _VAGUE.fullmatch(text):
        return ()
    single = _single(text)
    found = (single,) if single else _range(text) or _sum(text)
    return found if found and all(map(_is_duration, found)) else None


def _is_duration(text: str) -> bool:
    """False for more years, months or days than a duration may have."""
    try:
        parse_duration(text)
    except ValueError:
        return False
    return True


def _single(text: str) -> str:
    if match := _HALF.fullmatch(text):
        return _HALVES.get(match["unit"] or match["other"], "")
    half = _AND_A_HALF.fullmatch(text)
    match = half or _PLAIN.fullmatch(text)
    count = number(match["count"]) if match else None
    if match is None or count is None:
        return ""
    whole = _duration(count, match["unit"])
    if half or match["half"]:
        added = _HALVES.get(match["unit"])
        return _added([whole, added]) if added else ""
    return whole


def _range(text: str) -> tuple[str, ...] | None:
    match = _RANGE.fullmatch(text)
    if not match:
        return None
    least, most = number(match["first"]), number(match["last"])
    if least is None or most is None or least >= most:
        return None
    return tuple(_duration(count, match["unit"]) for count in (least, most))


def _sum(text: str) -> tuple[str, ...] | None:
    """ "A year and two months": each part a length, the units larger to smaller."""
    parts = [_single(part) for part in re.split(r",? and |, ", text)]
    whole = _added(parts) if len(parts) > 1 and all(parts) else ""
    return (whole,) if whole else None


def _duration(count: int, unit: str) -> str:
    times, letter = UNITS[unit]
    return f"P{count * times}{letter}"


def _added(durations: list[str]) -> str:
    """Durations one after the other; empty where a unit comes twice or out of order."""
    letters = "".join(re.findall(r"[YMWD]", "".join(durations)))
    in_order = "".join(letter for letter in "YMWD" if letter in letters)
    return "P" + "".join(part[1:] for part in durations) if letters == in_order else ""
