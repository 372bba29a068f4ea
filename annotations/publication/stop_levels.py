"""In how much detail the place and date of each stop are shown, by the profiles of a collection."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import TypeVar

from annotations.codes import DATE_LEVELS, PLACE_LEVELS, DateLevel, PlaceLevel
from annotations.collection import AS_IS, EVERYTHING, ROLE, WITHHELD, hides
from annotations.dates import OPEN, parse
from annotations.publication.coarse_dates import widened
from annotations.publication.replaced import replaced
from annotations.records import Collection, Journey, Profile, Stop
from geodata.coarser import in_cell, in_country, in_province
from geodata.places import Place

TOWN = "place:"  # before the id of a town, among the units of an extent
Level = TypeVar("Level", PlaceLevel, DateLevel)


@dataclass(frozen=True)
class Levels:
    """The coarsest level that any profile asks for of a stop: its own, its journey's, its place's.

    A place that several journeys share is shown in less detail only in the stop or the journey
    that asks for it, unless a profile names the place itself.
    """

    collection: Collection

    @property
    def profiles(self) -> Mapping[str, Profile]:
        """The profiles by the record that they are of."""
        return self.collection.publication

    def shown_place(self, stop: Stop) -> Place | None:
        """The place of a stop as it is shown, None where it is withheld."""
        return stop.place and self.place_told(stop.place, self.place_level(stop))

    def shown_date(self, stop: Stop) -> str:
        """The date of a stop as EDTF.

        What is stated no finer than the level asks for stays as it is. Where no date is
        told, the computed days are widened.
        """
        level = self.date_level(stop)
        if level in (AS_IS, WITHHELD):
            return "" if level == WITHHELD else stop.date
        told = parse(stop.date).span if stop.date else stop.span
        coarse = widened(told, level)
        as_told = stop.date and (not coarse or parse(coarse).span == told)
        return stop.date if as_told else coarse

    def hides_place(self, stop: Stop) -> bool:
        """True where the place is shown in less detail than in the tables, or not at all."""
        if not (stop.place and self.speaks_of(stop)):
            return False
        return self.is_hidden(stop.place, self.shown_place(stop))

    def hides_date(self, stop: Stop) -> bool:
        """True where the date is shown in less detail than in the tables, or not at all.

        So is a month that a length of time would narrow to some of its days.
        """
        if not self.speaks_of(stop) or self.date_level(stop) == AS_IS:
            return False
        shown = self.shown_date(stop)
        span = parse(shown).span if shown else OPEN
        return (shown, span, "", "") != (stop.date, stop.span, stop.after, stop.duration)

    def speaks_of(self, stop: Stop) -> bool:
        """True where any profile is of the stop, its journey or its place."""
        return bool(self._of(stop))

    def hides_any(self, journey: Journey) -> bool:
        """True where anything of a journey is shown in less detail, or not at all."""
        own = [self.profiles.get(key) for key in (journey.id, EVERYTHING)]
        own += [self.profiles.get(stop.id) for stop in journey.stops]
        hidden = any(self.hides_place(stop) or self.hides_date(stop) for stop in journey.stops)
        return hidden or any(profile and hides(profile) for profile in own)

    def place_level(self, stop: Stop) -> PlaceLevel:
        """In how much detail the place of a stop is shown."""
        return _coarsest(PLACE_LEVELS, (profile.place for profile in self._of(stop)))

    def date_level(self, stop: Stop) -> DateLevel:
        """In how much detail the date of a stop is shown."""
        return _coarsest(DATE_LEVELS, (profile.date for profile in self._of(stop)))

    def place_told(self, place: Place, level: PlaceLevel) -> Place | None:
        """A place in the detail that a level, its profile or that of a town allows, or by its role.

        An area that a town is only a part of stays under its own name, without the town.
        """
        named = {key: self.profiles[key] for key in self.spots(place) if key in self.profiles}
        level = _coarsest(PLACE_LEVELS, (level, *(each.place for each in named.values())))
        roles = {key: each.role for key, each in named.items() if each.names == ROLE}
        told = self._coarser(place, level)
        if told == place and any(town.id in roles for town in self.towns(place)):
            told = self._spot(place)
        if told == _without_towns(place) and not place.is_point:
            roles = {key: role for key, role in roles.items() if key == place.id}
        return _in_role(told, [*roles.values()][-1]) if told and roles else told

    def is_hidden(self, place: Place, shown: Place | None) -> bool:
        """True where what is shown in its stead does not say which place it is."""
        return shown not in (place, _without_towns(place))

    def towns(self, place: Place) -> list[Place]:
        """The towns that the extent of a place names, then those that theirs name."""
        places, found = self.collection.places, list[Place]()
        for one in chain([place], found):
            towns = (places.get(unit.removeprefix(TOWN)) for unit in one.extent if _is_town(unit))
            found += [town for town in dict.fromkeys(towns) if town and town not in found]
        return found

    def spots(self, place: Place) -> list[str]:
        """The ids of a place and of the towns that its extent names."""
        return [place.id, *(town.id for town in self.towns(place))]

    def _of(self, stop: Stop) -> list[Profile]:
        return self._by_stop.get(stop.id, [])

    @cached_property
    def _by_stop(self) -> dict[str, list[Profile]]:
        """The profiles that speak of each stop of which any does."""
        found: dict[str, list[Profile]] = {}
        profiles = self.profiles
        spots = {key: self.spots(place) for key, place in self.collection.places.items()}
        for journey in self.collection.journeys.values():
            for stop in journey.stops:
                records = [stop.id, journey.id, *(spots[stop.place.id] if stop.place else ())]
                own = [profiles[record] for record in records if record in profiles]
                if own:
                    found[stop.id] = own
        return found

    def _coarser(self, place: Place, level: PlaceLevel) -> Place | None:
        if level == AS_IS:
            return place
        spot = self._spot(place)
        if spot.id == place.id and _is_told(spot, level):
            return spot
        coarser = _COARSER[level](spot)
        return coarser if coarser and coarser.name else None

    def _spot(self, place: Place) -> Place:
        """The town that a building lies in; any other place itself, without the towns in it."""
        alone, towns = _without_towns(place), self.towns(place)
        if place.is_point or alone.extent or not towns:
            return alone
        return _without_towns(next((town for town in towns if town.is_point), towns[0]))


_COARSER: Mapping[PlaceLevel, Callable[[Place], Place | None]] = {
    "0.1deg": lambda place: in_cell(place, 0.1),
    "1deg": lambda place: in_cell(place, 1),
    "province": in_province,
    "country": in_country,
    WITHHELD: lambda place: None,
}


def _is_told(place: Place, level: PlaceLevel) -> bool:
    """True where a place tells no more than the level allows as it is.

    What is shown as a province, or as an area or a river that the basemap has, tells no more
    than a province.
    """
    coarse = ("country",) if level == "country" else ("country", "province", "area", "river")
    return level != WITHHELD and place.kind in coarse and bool(place.extent)


def _is_town(unit: str) -> bool:
    return unit.startswith(TOWN)


def _without_towns(place: Place) -> Place:
    """A place whose extent has the units of the basemap alone."""
    return replaced(place, extent=tuple(unit for unit in place.extent if not _is_town(unit)))


def _in_role(place: Place, role: str) -> Place:
    """A place under a role, with no id or word that says which one it is."""
    key = f"at-{place.lat:g}-{place.lon:g}" if place.is_point else "-".join(role.lower().split())
    return replace(
        place, id=key, name=role, variants=(),
        name_ko="", name_zh="", admin1="", geonames="", note="",
    )  # fmt: skip


def _coarsest(levels: tuple[Level, ...], asked: Iterable[Level]) -> Level:
    return max(asked, key=levels.index, default=levels[0])
