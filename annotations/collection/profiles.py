"""Rows of `publication.csv`: what may be published of a journey, a stop or a place.

What cannot be read closes: a row with a fault withholds the record that it names, or the one
that it most likely means; a table that cannot be read at all withholds every journey, and so
does one with more than `MOST_MEANT` rows that name no record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain
from typing import Final

from annotations.codes import ASKED, DATE_LEVELS, NAME_LEVELS, PLACE_LEVELS
from annotations.problems import Problems, RowPlace, shown
from annotations.records import Journey, Profile
from annotations.references import journey_and_order
from annotations.tables import MOST_MEANT, Row, Tables, read_rows
from geodata.places import Place

AS_IS: Final = "as-is"
WITHHELD: Final = "withheld"
ROLE: Final = "role"
TABLE = "publication"
EVERYTHING = "*"  # the record of the profile that stands for a table that cannot be read


@dataclass(frozen=True)
class Known:
    """The records that a profile may name."""

    journeys: Mapping[str, Journey]
    stops: Mapping[str, object]
    places: Mapping[str, Place]

    def __contains__(self, record: str) -> bool:
        return record in self.journeys or record in self.stops or record in self.places

    def __iter__(self) -> Iterator[str]:
        return chain(self.journeys, self.stops, self.places)

    def meant_by(self, record: str) -> str:
        """The record that a text names, its journey where no such stop is, or the nearest one."""
        journey, _order = journey_and_order(record)
        if record in self or journey in self.journeys:
            return record if record in self else journey
        nearest = get_close_matches(record, list(self), n=1)
        return journey_and_order(nearest[0])[0] if nearest else ""


def read_profiles(
    tables: Tables, known: Known, problems: Problems
) -> tuple[dict[str, RowPlace], dict[str, Profile]]:
    """The places of the rows and their profiles, by record."""
    places: dict[str, RowPlace] = {}
    profiles: dict[str, Profile] = {}
    sheet, lost = tables.table(TABLE), 0
    for row in read_rows(sheet, problems):
        profile = _profile(row, known)
        lost += profile.record not in known
        record = known.meant_by(profile.record) if lost <= MOST_MEANT else ""
        if record in profiles:
            told = f"'{record}' is already in line {places[record].line}"
            row.fail("record", f"{told}. Put both into one row; until then it is withheld.")
        if record:
            places.setdefault(record, row.place)
            profiles[record] = profile if row.ok else closed(record)
    if sheet.broken or sheet.unread or lost > MOST_MEANT:
        places[EVERYTHING], profiles[EVERYTHING] = sheet.place, closed(EVERYTHING)
    return places, profiles


def closed(record: str) -> Profile:
    """The profile of a record of which nothing is published."""
    return Profile(record, WITHHELD, WITHHELD, AS_IS, "", "", "", "")


def is_closed(profile: Profile) -> bool:
    """True where neither place nor date may be published: then a journey is not there at all."""
    return profile.place == profile.date == WITHHELD


def hides(profile: Profile) -> bool:
    """True where anything is not published as it stands in the tables."""
    return (profile.place, profile.date, profile.names) != (AS_IS,) * 3


def _profile(row: Row, known: Known) -> Profile:
    """A row as it stands; `row.ok` says whether it can be followed."""
    record = row.text("record")
    if record and record not in known and any(known):
        meant = row.meant(record, known) or " Write the id of a journey, a stop or a place."
        row.fail("record", f"no journey, stop or place {shown(record)}.{meant}")
    names = row.choice("names", NAME_LEVELS)
    row.edtf("review")
    return Profile(
        record=record,
        place=row.choice("place", PLACE_LEVELS),
        date=row.choice("date", DATE_LEVELS),
        names=names,
        role=row.text("role", required=names == ROLE),
        reason=row.text("reason"),
        review=row.text("review"),
        note=row.text("note"),
        asked=row.choice("asked", ASKED),
    )
