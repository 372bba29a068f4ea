"""Dates of the calendar in words: "Feb. 1996", "23 June 2024", "the 1990s", "1996년 2월".

What has no year, or is written so that it can be read in several ways, stays so: see `Part`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotations.date_words.reading import Why
from annotations.dates import MONTHS

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
WINTER = 24
_DECADES = dict(
    zip("twenties thirties forties fifties sixties seventies eighties nineties".split(),
        range(2, 10), strict=True)
)  # fmt: skip
_CENTURIES = {"nineteenth": 19, "twentieth": 20, "twenty-first": 21}
_MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_MONTH_NUMBERS |= {name[:3]: number for name, number in _MONTH_NUMBERS.items()} | {"sept": 9}
_M = rf"(?P<month>{'|'.join(sorted(_MONTH_NUMBERS, key=len, reverse=True))})\.?"
_Y = r"(?P<year>[12][0-9]{3})"
_D = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_S = rf"(?P<season>{'|'.join(SEASONS)})"
_OF = r"(?:,? of (?:the year )?|,? in |, ?| )"
_SIGNS = r"(?P<month>[0-9]{1,2}) ?[월月](?: ?(?P<day>[0-9]{1,2}) ?[일日号號])?"
_WRITTEN = tuple(
    re.compile(form)
    for form in (
        _Y,
        rf"{_M}{_OF}{_Y}",
        rf"{_M} ?(?:the )?{_D}(?:{_OF}{_Y})?",
        rf"{_D} (?:day )?(?:of )?{_M}(?:{_OF}{_Y})?",
        rf"{_D}(?:, ?{_Y})?",
        rf"{_S}{_OF}{_Y}(?:[-/](?P<next>[0-9]{{2}}|[0-9]{{4}}))?",
        rf"{_Y} {_S}",
        _M,
        _S,
        r"(?P<year>[12][0-9]{3})[-/.] ?(?P<month>[01]?[0-9])[-/.] ?(?P<day>[0-3]?[0-9])\.?",
        rf"{_Y}[-/.](?P<month>0[1-9]|1[0-2])",
        rf"(?P<month>0?[1-9]|1[0-2])/{_Y}",
        rf"{_Y} ?[년年](?: ?{_SIGNS})?",
        _SIGNS,
    )
)
_NUMERIC = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{2}|[0-9]{4})")
_SHORT_YEAR = re.compile(rf"(?:{_M}{_OF})?'(?P<short>[0-9]{{2}})|(?P<cjk>[0-9]{{2}}) ?[년年]")
_DECADE = re.compile(r"([12][0-9]{2})0(?:'?s| ?년대| ?年代)")
_SHORT_DECADE = re.compile(rf"'?([0-9])0'?s|({'|'.join(_DECADES)})")
_CENTURY = re.compile(rf"([12]?[0-9])(?:st|nd|rd|th) century|({'|'.join(_CENTURIES)}) century")


@dataclass(frozen=True)
class Part:
    """A date as far as it is stated: `year` may hold X or be "", `month` be a season (21 to 24)."""

    year: str = ""
    month: int | None = None
    day: int | None = None
    why: Why = Why.AS_WRITTEN

    @property
    def edtf(self) -> str:
        """The date as EDTF, whose day may not exist; "" without a year."""
        numbers = [f"{number:02}" for number in (self.month, self.day) if number is not None]
        return "-".join([self.year, *numbers]) if self.year else ""


def parts(text: str) -> Iterator[Part]:
    """Each date that the words can be, the likeliest first; a bare number is a day."""
    for form in _WRITTEN:
        if match := form.fullmatch(text):
            yield from _written(match.groupdict())
            return
    yield from _numeric(text)
    if match := _SHORT_YEAR.fullmatch(text):
        short, month = match["short"] or match["cjk"], _MONTH_NUMBERS.get(match["month"])
        for century in ("19", "20"):
            yield Part(century + short, month, why=Why.SHORT_YEAR)
    if match := _DECADE.fullmatch(text):
        yield Part(f"{match[1]}X", why=Why.DECADE)
        if match[1].endswith("0"):
            yield Part(f"{match[1][:2]}XX", why=Why.CENTURY)
    if match := _SHORT_DECADE.fullmatch(text):
        tens = match[1] or _DECADES[match[2]]
        for century in ("19", "20"):
            yield Part(f"{century}{tens}X", why=Why.SHORT_YEAR)
    if match := _CENTURY.fullmatch(text):
        number = int(match[1]) if match[1] else _CENTURIES[match[2]]
        yield Part(f"{number - 1:02}XX", why=Why.CENTURY)


def _written(found: dict[str, str | None]) -> Iterator[Part]:
    year, month, day = found.get("year") or "", found.get("month"), found.get("day")
    season = SEASONS.get(found.get("season") or "")
    if season == WINTER and year:
        following = found.get("next")
        if following and int(following[-2:]) != (int(year) + 1) % 100:
            return
        yield Part(year, WINTER, why=Why.WINTER_BEGINS)
        if not following:
            yield Part(f"{int(year) - 1:04}", WINTER, why=Why.WINTER_ENDS)
    elif not found.get("next"):
        number = _MONTH_NUMBERS.get(month or "") or (int(month) if month else None)
        yield Part(year, season or number, int(day) if day else None)


def _numeric(text: str) -> Iterator[Part]:
    """Day and month in figures, in both orders where both can be."""
    match = _NUMERIC.fullmatch(text)
    if not match:
        return
    first, second = int(match[1]), int(match[3])
    years = [match[4]] if len(match[4]) == 4 else [f"{century}{match[4]}" for century in (19, 20)]
    for year in years:
        if 1 <= first <= 12:
            yield Part(year, first, second, Why.MONTH_FIRST)
        if 1 <= second <= 12 and first != second:
            yield Part(year, second, first, Why.DAY_FIRST)
