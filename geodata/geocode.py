"""Asks the gazetteer for a name: `python -m geodata.geocode "도문"`.

Prints every candidate, the best first, with what each rests on. It exits with 0 where there
are candidates, with 1 where there are none, and with 2 where the question cannot be asked.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import sqlite3
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from geopy.exc import GeopyError
from geopy.location import Location

from geodata.candidates import Answer
from geodata.commands import run_command
from geodata.geocoder import Gazetteer
from geodata.online import SOURCE as ONLINE_SOURCE
from geodata.online import online_geocoder

USER_AGENT = "north-korea-journeys-map (geodata.geocode, asked by hand)"
HEADER = tuple("score|place|ko|zh|kind|country|province|lat, lon|± km|match|source".split("|"))
WIDEST_CELL = 34


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    options = _options(arguments)
    _replace_what_a_terminal_cannot_write()
    try:
        gazetteer = Gazetteer()
        found = gazetteer.geocode(
            options.name,
            exactly_one=False,
            country_codes=options.country,
            admin1=options.admin1,
            limit=options.limit,
        )
    except (GeopyError, OSError, ValueError, csv.Error) as error:
        print(error, file=sys.stderr)
        return 2
    rows = [_row(location) for location in found or ()]
    if options.online:
        rows += _online_rows(options)
    if not rows:
        print(_unknown(gazetteer, options), file=sys.stderr)
        return 1
    print(json.dumps(rows, ensure_ascii=False, indent=2) if options.json else _table(rows))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m geodata.geocode",
        description="Ranked candidates for a place name in English, Korean or Chinese.",
    )
    parser.add_argument("name", help="a name such as Tumen, 도문 or 'Ji’an, Jilin'")
    parser.add_argument(
        "--country", action="append", help="only this country (CN); may be repeated"
    )
    parser.add_argument("--admin1", help="only this province (Jilin)")
    parser.add_argument("--limit", type=_at_least_one, default=10, help="at most this many (10)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument(
        "--online", action="store_true", help="ask Nominatim too; needs the internet"
    )
    parser.add_argument(
        "--cache", type=Path, default=_default_cache(), help="where its answers are kept"
    )
    return parser.parse_args(arguments)


def _at_least_one(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text[:9]) < 1:
        raise argparse.ArgumentTypeError(f"'{text[:20]}' is not a number from 1 up")
    return int(text[:9])


def _default_cache() -> Path:
    room = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(room) / "north-korea-journeys-map" / "nominatim.sqlite3"


def _replace_what_a_terminal_cannot_write() -> None:
    # A pipe or terminal without Hangul gets question marks, not a traceback.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _row(location: Location) -> Answer:
    raw: Answer = location.raw.copy()
    del raw["candidates"]
    return raw


def _online_rows(options: argparse.Namespace) -> list[Answer]:
    """Nominatim's answers with the same keys, as far as it says; none where it cannot be asked."""
    query = ", ".join(filter(None, (options.name.strip(), options.admin1)))
    try:
        asked = online_geocoder(options.cache, USER_AGENT)
        found = asked.geocode(query, country_codes=options.country, limit=options.limit)
    except (GeopyError, OSError, sqlite3.Error) as error:
        print(f"Nominatim could not be asked: {error}", file=sys.stderr)
        return []
    return [
        {
            "name": place.raw.get("name") or place.address,
            "kind": place.raw.get("addresstype") or place.raw.get("type", ""),
            "lat": place.latitude,
            "lon": place.longitude,
            "match": place.address,
            "source": ONLINE_SOURCE,
        }
        for place in found
    ]


def _unknown(gazetteer: Gazetteer, options: argparse.Namespace) -> str:
    name = options.name.strip()
    asked = ", ".join(filter(None, (*(options.country or ()), options.admin1)))
    if asked:
        elsewhere = gazetteer.geocode(name, exactly_one=False, limit=4)
        if elsewhere:
            known = "; ".join(str(location) for location in elsewhere)
            return f"No '{name}' in {asked}. It is known as: {known}."
    near = gazetteer.near(name)
    hint = f" Spelled nearly the same: {', '.join(near)}." if near else ""
    return (
        f"No place called '{name}' in the gazetteer.{hint} "
        "A name that cannot be found stays without a place."
    )


def _table(rows: Sequence[Answer]) -> str:
    lines = [HEADER, *(_cells(row) for row in rows)]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(_padded(cell, width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _cells(row: Answer) -> tuple[str, ...]:
    lat, lon, uncertainty_m = row.get("lat"), row.get("lon"), row.get("uncertainty_m")
    cells = (
        f"{row['score']:.2f}" if "score" in row else "–",
        row["name"],
        row.get("name_ko", ""),
        row.get("name_zh", ""),
        row["kind"],
        "/".join(row.get("country", ())),
        row.get("admin1", ""),
        "no point" if lat is None or lon is None else f"{lat:.4f}, {lon:.4f}",
        "" if lat is None else "unknown" if uncertainty_m is None else f"{uncertainty_m / 1000:g}",
        row["match"],
        row["source"],
    )
    return (*map(_shortened, cells[:-1]), cells[-1])


def _shortened(cell: str) -> str:
    return cell if len(cell) <= WIDEST_CELL else f"{cell[: WIDEST_CELL - 1]}…"


def _width(cell: str) -> int:
    """Columns of a terminal: a Hangul or Chinese sign takes two, a combining mark none."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in cell
    )


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - _width(cell))


if __name__ == "__main__":
    run_command(main)
