"""From a name to ranked candidates: a geopy geocoder that asks no network."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import NoReturn

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderQueryError, GeocoderUnavailable
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from geodata.candidates import Ambiguous, Candidate, identity, locations, ranked, scored
from geodata.gazetteer import TABLE, Entry, GazetteerTable
from geodata.names import fold, spellings
from geodata.places import Place, places_of_text

OWN_PLACES = Path(__file__).with_name("places.csv")
LONGEST_QUERY = 200


class NoNetwork(BaseSyncAdapter):  # type: ignore[misc]  # geopy has no types
    """The adapter of a geocoder that never asks: any request is an error."""

    def __init__(self, *, proxies: object = None, ssl_context: object = None) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)

    def get_text(self, url: str, *, timeout: object, headers: object) -> NoReturn:
        """Raise: the embedded gazetteer needs no network."""
        raise GeocoderUnavailable("The embedded gazetteer asks no network.")

    get_json = get_text


class Gazetteer(Geocoder):  # type: ignore[misc]  # geopy has no types
    """A geopy geocoder over `places.csv` and the embedded gazetteer.

    A name is looked up in English, Korean or Chinese. Case, marks, apostrophes, hyphens and
    spaces do not count; an ending such as -up, -si, shi, 市 or 시 is left off if the whole name
    is not found. "Ji'an, Jilin, China" is read as a name, a province and a country.

    Candidates are ranked by what the match rests on, in this order: a name of the project's
    own table (score 1.0), a variant of it (0.95), the name of the gazetteer (0.9), another name
    of the gazetteer (0.7); times 0.9 where an ending was left off. Within a score, countries
    and provinces come first and then the place with most people, but that only orders the
    list: two places of the same score are a tie, which a person has to decide.
    """

    def __init__(self, places: Iterable[Place] | None = None, *, table: Path = TABLE) -> None:
        """`places` are the project's own, by default those of `places.csv`; () leaves them out.

        Raises `OSError` where a table is missing and `ValueError` where it is none.
        """
        super().__init__(adapter_factory=NoNetwork)
        if places is None:
            places = places_of_text(OWN_PLACES.read_text(encoding="utf-8-sig"))
        self._table = GazetteerTable(table)
        self._own = {identity(place): Entry(place, 0) for place in places}
        self._own_index: dict[str, list[Entry]] = {}
        for entry in self._own.values():
            for key in {fold(name) for name in (*entry.place.names, *entry.place.variants)}:
                self._own_index.setdefault(key, []).append(entry)

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: float | None = None,
        country_codes: str | Iterable[str] | None = None,
        admin1: str | None = None,
        limit: int | None = 10,
    ) -> Location | list[Location] | None:
        """The place, or the ranked places, that a name can mean; None where there is none.

        `country_codes` (ISO 3166-1 alpha-2, one or several) and `admin1` (a province by any
        of its names) leave out all others. `timeout` is there for geopy and does nothing.
        `raw` of each Location carries id, name, name_ko, name_zh, country, admin1, kind, lat,
        lon (degrees), uncertainty_m, population, geonames, score, matched, match, source, and,
        as `candidates`, the same of all that were found. What is not at one spot comes as an
        `AreaLocation`, whose latitude and longitude are None.

        Raises `Ambiguous` where exactly one is asked for and the first two have the same
        score, and geopy's `GeocoderQueryError` for a query that can be no name.
        """
        name = _checked(query)
        countries = self._codes(country_codes)
        found = self._ranked(name, countries, admin1)
        found = found or self._ranked_in_context(name, countries, admin1)
        if not found:
            return None
        if exactly_one:
            ties = [candidate for candidate in found if candidate.score == found[0].score]
            if len(ties) > 1:
                raise Ambiguous(name, locations(ties))
            return locations(found)[0]
        return locations(found if limit is None else found[: max(limit, 1)])

    def near(self, query: str, limit: int = 5) -> list[str]:
        """Known names that are spelled much like `query`, the nearest first."""
        wanted = fold(query)
        similar = [key for key in self._all_names if abs(len(key) - len(wanted)) < 4]
        close = difflib.get_close_matches(wanted, similar, n=limit, cutoff=0.7)
        return [self._all_names[key] for key in close]

    @cached_property
    def _all_names(self) -> dict[str, str]:
        # The project's own spelling of a name is written last and so stays.
        entries = [*self._table, *self._own.values()]
        return {fold(name): name for entry in entries for name in entry.place.names}

    def _codes(self, codes: str | Iterable[str] | None) -> frozenset[str]:
        words = [codes] if isinstance(codes, str) else list(codes or ())
        return frozenset(self._code(word) for word in words)

    def _code(self, word: str) -> str:
        """An ISO code, given as such or as a country's name; raises where it is neither."""
        if len(word) == 2 and word.isascii() and word.isalpha():
            return word.upper()
        for place in self._places(word):
            if place.kind == "country":
                return place.country[0]
        raise GeocoderQueryError(f"'{word}' is not a country. Give a code such as KP, CN or TH.")

    def _answers(self, name: str) -> Iterator[list[Candidate]]:
        """What answers the whole name, then what answers it without its ending."""
        for number, key in enumerate(spellings(name)):
            whole = number == 0
            own = {
                identity(entry.place): scored(entry, key, own=True, whole=whole)
                for entry in self._own_index.get(key, ())
            }
            others = [
                scored(entry, key, own=False, whole=whole)
                for entry in self._table.named(key)
                if identity(entry.place) not in own
            ]
            yield [*own.values(), *map(self._as_own, others)]

    def _places(self, name: str) -> list[Place]:
        """The places that answer a name, the best first."""
        return [candidate.entry.place for candidate in self._ranked(name, frozenset(), None)]

    def _as_own(self, candidate: Candidate) -> Candidate:
        """The project's own row instead of the gazetteer's, where both are the same place."""
        own = self._own.get(identity(candidate.entry.place))
        return candidate._replace(entry=own) if own else candidate

    def _ranked(self, name: str, countries: frozenset[str], admin1: str | None) -> list[Candidate]:
        provinces = self._province_names(admin1) if admin1 and admin1.strip() else set()
        for found in self._answers(name):
            if countries:
                found = [c for c in found if countries.intersection(c.entry.place.country)]
            if provinces:
                found = [c for c in found if fold(c.entry.place.admin1) in provinces]
            if found:
                return ranked(found)
        return []

    def _ranked_in_context(
        self, query: str, countries: frozenset[str], admin1: str | None
    ) -> list[Candidate]:
        """Read "name, province, country" where the whole is the name of nothing."""
        name, *context = (part.strip() for part in query.split(","))
        for word in filter(None, context):
            kinds = {place.kind for place in self._places(word)}
            if "country" in kinds and "province" not in kinds:
                countries = countries | {self._code(word)}
            else:
                admin1 = word
        return self._ranked(name, countries, admin1) if name and context else []

    def _province_names(self, admin1: str) -> set[str]:
        """Folded names of every province that `admin1` can mean, and `admin1` itself."""
        provinces = (place for place in self._places(admin1) if place.kind == "province")
        return {fold(place.admin1) for place in provinces} | {fold(admin1)}


def _checked(query: object) -> str:
    """The query as a name, or geopy's error that says why it can be none."""
    if not isinstance(query, str) or not query.strip():
        raise GeocoderQueryError("The name is empty. Give a place name, such as Tumen or 도문.")
    name = query.strip()
    if len(name) > LONGEST_QUERY:
        raise GeocoderQueryError(
            f"The name has {len(name):,} characters; at most {LONGEST_QUERY} are allowed. "
            "Give the name of the place alone."
        )
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in name):
        raise GeocoderQueryError("The name holds control characters. Write it as plain text.")
    return name
