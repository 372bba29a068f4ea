"""Provinces for the gazetteer: Natural Earth's, joined to the codes of GeoNames."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geodata import ROOT
from geodata.cells import parts
from geodata.names import fold, joined, without_suffix

ROOM = ROOT / "geodata"
COUNTRIES = ("KP", "CN", "KR", "LA", "TH", "MN", "VN", "MM", "KH", "RU", "PH")
REGIONS_NOT_PROVINCES = {"VN-39", "VN-53", "VN-66"}
PROVINCE_WORDS = tuple("성시도구省市区府邦")


@dataclass
class Province:
    """A first-level division: `iso` in the form of Natural Earth."""

    country: str
    iso: str
    geonames: str
    name: str
    name_ko: str
    name_zh: str
    alternates: list[str]


def own_rows(table: str) -> list[dict[str, str]]:
    """The rows of one of our own small tables in this folder."""
    with (ROOM / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def provinces(natural_earth: Path) -> tuple[dict[str, Province], dict[str, Province]]:
    """Provinces by ISO code, and by the code under which GeoNames files its towns."""
    by_iso, by_code = {}, {}
    for feature in json.loads(natural_earth.read_text(encoding="utf-8"))["features"]:
        properties = feature["properties"]
        iso, country = properties["iso_3166_2"], properties["iso_a2"]
        if country not in COUNTRIES or not iso.startswith(country) or iso.endswith("~"):
            continue
        known = country not in ("VN", "PH")  # Natural Earth has other codes for these two
        province = _province(properties, known)
        if iso not in REGIONS_NOT_PROVINCES:
            by_iso[f"{iso} {province.name}" if iso in by_iso else iso] = province
        if known:
            by_code[properties["gn_a1_code"]] = province
    _correct(by_iso, by_code)
    return by_iso, by_code


def _province(properties: Mapping[str, Any], known: bool) -> Province:
    iso, alternates = properties["iso_3166_2"], (properties["name_alt"] or "").split("|")
    return Province(
        country=properties["iso_a2"],
        iso=iso,
        geonames=str(properties["gn_id"]) if known and properties["gn_id"] > 0 else "",
        name=properties["name_en"] or properties["name"],
        name_ko=properties["name_ko"] or "",
        name_zh=properties["name_zh"] or "",
        alternates=[properties["name"], properties["name_zht"] or "", *alternates, iso],
    )


def _correct(by_iso: dict[str, Province], by_code: dict[str, Province]) -> None:
    """Apply `admin1.csv`: wrong names, and missing ones, provinces and codes."""
    for row in own_rows("admin1.csv"):
        iso = row["iso"]
        province = by_iso.setdefault(iso, Province(iso[:2], iso, "", "", "", "", [iso]))
        for column in ("name", "name_ko", "name_zh"):
            if row[column]:
                setattr(province, column, row[column])
        province.alternates += parts(row["alternates"])
        by_code[row["geonames_code"]] = province


def province_rows(by_iso: Iterable[Province]) -> Iterator[dict[str, str]]:
    """A row a province; an alternate name that two of a country claim is left out."""
    all_provinces = list(by_iso)
    claimed = Counter(
        (p.country, name)
        for p in all_provinces
        for name in {fold(n) for n in (p.name, *p.alternates)}
    )
    for p in all_provinces:
        names = [n for n in p.alternates if claimed[p.country, fold(n)] == 1]
        names += [without_suffix(n) for n in (p.name_ko, p.name_zh) if n.endswith(PROVINCE_WORDS)]
        yield {
            "geonames": p.geonames,
            "kind": "province",
            "country": p.country,
            "admin1": p.name,
            "name": p.name,
            "name_ko": p.name_ko,
            "name_zh": p.name_zh,
            "alternates": joined(names, p.name, p.name_ko, p.name_zh),
        }
