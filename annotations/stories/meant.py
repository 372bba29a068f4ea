"""Which code does a word stand for? Names of countries, kinds and outcomes as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from types import MappingProxyType

from annotations.problems import did_you_mean, shown
from geodata.cells import parts

# English, Korean and more; a word may be written in any case, with or without "the".
_COUNTRIES = {
    "AT": "Austria; 오스트리아",
    "CA": "Canada; 캐나다",
    "CH": "Switzerland; 스위스",
    "CN": "China; 중국; People's Republic of China; PRC",
    "CU": "Cuba; 쿠바",
    "DE": "Germany; 독일",
    "DK": "Denmark; 덴마크",
    "FR": "France; 프랑스",
    "GB": "United Kingdom; 영국; UK; Great Britain; Britain; England",
    "HK": "Hong Kong; 홍콩",
    "JP": "Japan; 일본",
    "KH": "Cambodia; 캄보디아",
    "KP": "North Korea; 북한; 조선민주주의인민공화국; 북조선; 조선; DPRK; N. Korea",
    "KR": "South Korea; 대한민국; 한국; 남한; Republic of Korea; ROK; S. Korea; Korea",
    "KW": "Kuwait; 쿠웨이트",
    "LA": "Laos; 라오스; Lao PDR; Lao",
    "MM": "Myanmar; 미얀마; 버마; Burma",
    "MN": "Mongolia; 몽골; 몽고",
    "PH": "Philippines; 필리핀",
    "RU": "Russia; 러시아; Russian Federation",
    "SG": "Singapore; 싱가포르",
    "TH": "Thailand; 태국; 타이",
    "TN": "Tunisia; 튀니지",
    "TW": "Taiwan; 대만; 타이완",
    "US": "United States; 미국; USA; United States of America; America",
    "VN": "Vietnam; 베트남; Viet Nam; 월남",
}
_KINDS = {
    "journey": "Journeys; escape; way; 여정",
    "attempt": "Attempts; failed attempt; 시도",
    "return": "Returns; forced return; repatriation; forced back; 송환; 북송",
    "helper": "Helper's trip; Helpers; broker; brokers; 조력자; 브로커",
    "corridor": "General route; route; routes; corridors; 경로",
    "trafficking": "Pattern of trafficking; human trafficking; trafficked; 인신매매",
}
_OUTCOMES = {
    "arrived": "Arrived in South Korea; arrival; South Korea; 한국 도착; 입국",
    "settled-elsewhere": "Settled in another country; settled; elsewhere; 제3국 정착",
    "in-transit": "Not yet arrived; transit; under way; on the way; 이동 중",
    "returned": "Forced back to North Korea; return; repatriated; sent back; 송환; 북송",
    "died": "Dead; death; 사망",
    "not-told": "Outcome not stated; unknown; not stated; not known; 미상",
}
_WITHIN = {
    "definitely": "certainly; surely",
    "possibly": "Also possibly; maybe; perhaps; probably",
}
_LAYERS = {
    "relief": "hills; mountains; terrain; 지형",
    "cumulative": "added up; total; 누적",
    "chart": "counts; graph; diagram; 차트; 그래프",
}
_HOURS = re.compile(
    r"(?:about |around |ca\.? ?|approx\.? ?|~ ?|약 ?)?"
    r"(?:(?P<hours>[0-9]+(?:\.[0-9]+)?) ?-?(?:hours?|hrs?\.?|h|시간))?(?: ?(?:and|,))? ?"
    r"(?:(?P<minutes>[0-9]+) ?-?(?:minutes?|mins?\.?|m|['’′]|분)?)?",
    re.IGNORECASE,
)


def _folded(word: str) -> str:
    plain = re.sub(r"[’ʼ]", "'", " ".join(word.split())).casefold()
    return plain.removeprefix("the ").rstrip(".")


def _by_word(*tables: dict[str, str]) -> MappingProxyType[str, tuple[str, ...]]:
    """The codes that each word may stand for; a word has one in each table at most."""
    found: dict[str, list[str]] = {}
    for table in tables:
        for code, words in table.items():
            for word in (code, *parts(words)):
                found.setdefault(_folded(word), []).append(code)
    return MappingProxyType({word: tuple(codes) for word, codes in found.items()})


_CODES = _by_word(_COUNTRIES, _KINDS, _OUTCOMES, _WITHIN, _LAYERS)


def code_meant(word: str, known: Iterable[str]) -> str:
    """` Did you mean 'MN'?` for the code that a word stands for, or the nearest; or nothing."""
    codes = list(known)
    named = [code for code in _CODES.get(_folded(word), ()) if code in codes]
    if len(named) == 1:
        return f" Did you mean {shown(named[0])}?"
    return did_you_mean(word, codes)


def minutes_meant(text: str, most: int) -> int | None:
    """How many minutes `45 minutes` or `1 hour 30` is; None where it cannot be read so."""
    match = _HOURS.fullmatch(" ".join(text.split()))
    if not match or not (match["hours"] or match["minutes"]):
        return None
    minutes = float(match["hours"] or 0) * 60 + float(match["minutes"] or 0)
    return int(minutes) if minutes.is_integer() and 1 <= minutes <= most else None
