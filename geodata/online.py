"""Nominatim behind a switch: asked only where a person says so, once a second, and remembered.

Its answers are OpenStreetMap's (ODbL) and are candidates like the others: a person chooses.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from geopy.adapters import BaseAdapter
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim
from geopy.location import Location

Answer = list[Any]  # address, latitude, longitude and what Nominatim says besides
SOURCE = "Nominatim (OpenStreetMap, ODbL)"
_SCHEMA = "CREATE TABLE IF NOT EXISTS answers (question TEXT PRIMARY KEY, answer TEXT NOT NULL)"


class OnlineGeocoder:
    """Nominatim through geopy's rate limiter, with a cache on disk in front of both.

    An answer, also the answer that there is none, is asked for once; what stands in the cache
    costs neither a request nor a wait. Errors are not remembered.
    """

    def __init__(self, nominatim: Nominatim, cache_path: Path, min_delay_seconds: float) -> None:
        self._cache_path = cache_path
        self._limited = RateLimiter(
            nominatim.geocode,
            min_delay_seconds=min_delay_seconds,
            max_retries=0,
            swallow_exceptions=False,
        )

    def geocode(
        self, query: str, *, country_codes: str | Iterable[str] | None = None, limit: int = 10
    ) -> list[Location]:
        """Nominatim's answers to a name, in its own order; an empty list where there is none.

        `country_codes` are ISO 3166-1 alpha-2. Raises geopy's errors for a service that cannot
        be reached or refuses, and `sqlite3.Error` or `OSError` for a cache that is none.
        """
        codes = [country_codes] if isinstance(country_codes, str) else list(country_codes or ())
        asked = {
            "country_codes": sorted(code.lower() for code in codes),
            "limit": limit,
            "q": query,
        }
        question = json.dumps(asked, ensure_ascii=False, sort_keys=True)
        answer = self._remembered(question)
        if answer is None:
            found = self._limited(
                query, exactly_one=False, limit=limit, country_codes=asked["country_codes"]
            )
            answer = [
                [place.address, place.latitude, place.longitude, place.raw] for place in found or ()
            ]
            self._remember(question, answer)
        return [Location(address, (lat, lon), raw) for address, lat, lon, raw in answer]

    def _remembered(self, question: str) -> list[Answer] | None:
        with closing(self._cache()) as cache:
            row = cache.execute(
                "SELECT answer FROM answers WHERE question = ?", (question,)
            ).fetchone()
        answers: list[Answer] | None = json.loads(row[0]) if row else None
        return answers

    def _remember(self, question: str, answer: list[Answer]) -> None:
        text = json.dumps(answer, ensure_ascii=False)
        # One transaction: an answer is in the cache whole or not at all.
        with closing(self._cache()) as cache, cache:
            cache.execute("INSERT OR REPLACE INTO answers VALUES (?, ?)", (question, text))

    def _cache(self) -> sqlite3.Connection:
        self._cache_path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self._cache_path)
        connection.execute(_SCHEMA)
        return connection


def online_geocoder(
    cache_path: Path,
    user_agent: str,
    *,
    min_delay_seconds: float = 1.0,
    adapter_factory: Callable[..., BaseAdapter] | None = None,
    timeout: float = 10.0,
) -> OnlineGeocoder:
    """Nominatim, asked at most once every `min_delay_seconds` (its rules allow one a second).

    `user_agent` has to say who asks: its rules want that too, and geopy refuses the sample
    names of its documentation. `adapter_factory` is geopy's; `timeout` is in seconds.
    """
    nominatim = Nominatim(user_agent=user_agent, adapter_factory=adapter_factory, timeout=timeout)
    return OnlineGeocoder(nominatim, cache_path, min_delay_seconds)
