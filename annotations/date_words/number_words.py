"""Numbers in English words or digits: "forty", "twenty-five", "a hundred and ten", "1,200"."""

from __future__ import annotations

import re

_ONES = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: ten * 10
    for ten, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_TIMES = {"dozen": 12, "hundred": 100, "thousand": 1000}
_DIGITS = re.compile(r"[0-9]{1,6}|[0-9]{1,3}(?:,[0-9]{3})")


def number(words: str) -> int | None:
    """The whole number that some words say, at most 999,999; None where they say none."""
    if _DIGITS.fullmatch(words):
        return int(words.replace(",", ""))
    parts = words.lower().replace("-", " ").split()
    if not parts or parts[-1] == "and":
        return None
    total = group = 0
    before = ""
    for part in parts:
        if part == "and" and before in _TIMES:
            continue
        if part in ("a", "an") and not before:
            group = 1
        elif part in _ONES and (not before or before in _TIMES or _is_ten_before(before, part)):
            group += _ONES[part]
        elif part in _TENS and (not before or before in _TIMES):
            group += _TENS[part]
        elif part in _TIMES and before and group < _TIMES[part]:
            total, group = total + group * _TIMES[part], 0
        else:
            return None
        before = part
    return total + group if total + group < 1_000_000 else None


def _is_ten_before(before: str, part: str) -> bool:
    """True for the five of twenty-five."""
    return before in _TENS and 1 <= _ONES[part] <= 9
