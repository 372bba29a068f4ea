"""The places that words can mean, for a person to choose from, and the row of a new one."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from annotations.annotating.earlier import EarlierReading
from annotations.annotating.word_ids import first_free, slug
from annotations.collection import NO_POINTS
from annotations.references import Citation
from annotations.search import NAME
from annotations.tables import TABLES, UNCERTAINTY
from geodata.basemap import unit_codes
from geodata.candidates import identity
from geodata.cells import cell_of
from geodata.coarser import in_country, in_province
from geodata.geocoder import LONGEST_QUERY, Gazetteer
from geodata.names import fold, joined
from geodata.places import Place, place_from_cells

RESOLVED_BEFORE = "resolved before"
RIVER_LINE = "Natural Earth 1:10m (river line)"
_SAME = "name name_ko name_zh kind country admin1 lat lon uncertainty_m geonames source".split()
_RUN = re.compile(rf"(?:{NAME.pattern})(?:[ -](?:{NAME.pattern}))*")


@dataclass(frozen=True)
class Choice:
    """A place that words can mean.

    `id` is that of `places.csv`, "" for a place that the gazetteer alone has. `matched` is the
    name that answered, `reason` what the match rests on: a reason of `geodata.candidates`, or
    `RESOLVED_BEFORE` where only earlier mentions say so. `part` is the name within the words
    that was asked for, "" where that is all of them. `earlier` is the number of mentions in
    which the same words were this place. `lat`, `lon` are degrees, `uncertainty_m` metres, each
    None where there is none or it is unknown.
    """

    id: str
    name: str
    name_ko: str
    name_zh: str
    matched: str
    kind: str
    country: tuple[str, ...]
    admin1: str
    lat: float | None
    lon: float | None
    uncertainty_m: float | None
    geonames: str
    source: str
    reason: str
    part: str = ""
    earlier: int = 0


def choices(
    geocoder: Gazetteer,
    places: Mapping[str, Place],
    earlier: Iterable[EarlierReading],
    name: str,
    country: str | None = None,
) -> tuple[Choice, ...]:
    """Places that a name can mean, none chosen: those of earlier mentions, then by the gazetteer.

    `earlier` is what `earlier_readings` says of the same words. `country` (ISO 3166-1 alpha-2)
    leaves out all others. Where the gazetteer has no place of the whole name, the proper names
    within it are asked for. Empty where nothing is found.
    """
    words = " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())
    own = {identity(place): place for place in places.values()}
    found: dict[tuple[str, str], Choice] = {}
    answered: list[str] = []
    for asked in (words, *_proper_names(words)):
        if any(asked in larger for larger in answered):
            continue
        for choice in _answers(geocoder, own, asked, country):
            answered.append(asked)
            found.setdefault(_key(choice), replace(choice, part="" if asked == words else asked))
    for reading in earlier:
        place = places.get(reading.value) if reading.kind == "place" else None
        if place and (not country or country in place.country):
            choice = found.get(("id", place.id)) or _of_place(place, place.name, RESOLVED_BEFORE)
            found["id", place.id] = replace(choice, earlier=reading.count)
    return tuple(sorted(found.values(), key=lambda choice: -choice.earlier))


def new_place_row(
    choice: Choice, source: str, paragraph: int, taken_ids: Container[str]
) -> dict[str, str]:
    """The row of `places.csv` for a place that a text names: every column, unknown ones empty.

    Raises `ValueError` for a place that has a row already.
    """
    if choice.id:
        raise ValueError(f"'{choice.id}' is already in places.csv. Choose that place.")
    told = slug(choice.name) or slug(choice.matched) or "place"
    wanted = [told, f"{told}-{slug(choice.kind)}", f"{told}-{slug(choice.admin1)}".strip("-")]
    row = dict.fromkeys(TABLES["places"].names, "") | {
        "id": first_free(wanted if choice.kind in NO_POINTS else wanted[::2], taken_ids),
        "name": choice.name,
        "name_ko": choice.name_ko,
        "name_zh": choice.name_zh,
        "variants": joined([choice.matched], choice.name, choice.name_ko, choice.name_zh),
        "kind": choice.kind,
        "country": cell_of(choice.country),
        "admin1": choice.admin1,
        "geonames": choice.geonames,
        "geo_source": choice.source,
        "sources": str(Citation(source, str(paragraph))),
    }
    if choice.kind not in NO_POINTS and None not in (choice.lat, choice.lon):
        row |= {"lat": f"{choice.lat}", "lon": f"{choice.lon}"}
        row[UNCERTAINTY] = f"{choice.uncertainty_m:.0f}" if choice.uncertainty_m else ""
    row["extent"] = _extent(place_from_cells(row))
    if choice.kind == "river" and row["extent"]:
        row["geo_source"] = RIVER_LINE
    return row


def _extent(place: Place) -> str:
    """What the basemap draws for a place without a point, "" where it has nothing."""
    if place.kind == "country":
        return cell_of(in_country(place).extent)
    if place.kind == "province":
        area = in_province(place)
        return cell_of(area.extent) if area.kind == "province" else ""
    if place.kind == "river":
        code = f"river:{place.name.removesuffix(' River')}"
        return code if code in unit_codes() else ""
    return ""


def _answers(
    geocoder: Gazetteer,
    own: Mapping[tuple[str, str], Place],
    name: str,
    country: str | None,
) -> Iterator[Choice]:
    """What the gazetteer answers, the project's own row in place of its where there is one."""
    if not name or len(name) > LONGEST_QUERY:
        return
    for location in geocoder.geocode(name, exactly_one=False, country_codes=country) or ():
        raw = location.raw
        key = ("geonames", raw["geonames"]) if raw["geonames"] else (raw["kind"], fold(raw["name"]))
        if place := own.get(key):
            yield _of_place(place, raw["matched"], raw["match"])
        else:
            same = {field: raw[field] for field in _SAME}
            yield Choice("", matched=raw["matched"], reason=raw["match"], **same)


def _of_place(place: Place, matched: str, reason: str) -> Choice:
    told = {field: getattr(place, field) for field in _SAME if field != "source"}
    return Choice(place.id, matched=matched, reason=reason, source=place.geo_source, **told)


def _key(choice: Choice) -> tuple[str, str]:
    told = choice.geonames or f"{choice.kind} {fold(choice.name)}"
    return ("id", choice.id) if choice.id else ("other", told)


def _proper_names(words: str) -> Iterator[str]:
    """The names within words: from the first to the end, each by itself, then parts of each."""
    runs = [match[0] for match in _RUN.finditer(words)]
    if runs:
        yield words[words.index(runs[0]) :]
        yield from runs
        for run in runs:
            yield from run.split("-" if run.isascii() or "-" in run else " ")
