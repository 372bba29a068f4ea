"""Every problem of every table and story: `python -m annotations.check [--texts DIR]`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from annotations.check.countries import check_countries
from annotations.check.later_days import check_later_days
from annotations.check.names import check_names, check_names_of_stories
from annotations.check.notes import check_notes
from annotations.check.outcomes import check_outcomes
from annotations.check.profiles import check_profiles, check_published_stories
from annotations.check.quotes import check_quotes
from annotations.check.readings import check_readings
from annotations.collection import Loaded, load, unlike
from annotations.problems import Problem, in_order, shown
from annotations.records import Collection
from annotations.store import Stories, Texts
from annotations.stories import load_stories
from annotations.tables import Tables
from geodata.basemap import unit_codes


def check(
    tables: Tables,
    texts: Texts | None = None,
    stories: Stories | None = None,
    today: date | None = None,
    readings: Path | None = None,
) -> list[Problem]:
    """All problems in the order of file and line; empty where everything holds.

    `texts` are the annotated texts; without them quotes are not compared. Without
    `stories` none are read. `today`, by default the real day, decides which reviews are due.
    `readings` is the folder of what was read a second time; without it that is not read.
    """
    loaded = load(tables)
    problems = problems_of(loaded, texts, today)
    if stories is not None:
        problems += problems_of_stories(stories, loaded)
    if readings is not None:
        problems += check_readings(readings, loaded.collection)
    return in_order(problems)


def problems_of(
    loaded: Loaded,
    texts: Texts | None = None,
    today: date | None = None,
    other: Loaded | None = None,
) -> list[Problem]:
    """The problems of tables that are loaded already.

    With `other` tables, those that are the same in both may be missing.
    """
    beside = other.collection if other else None
    profiles = check_profiles(loaded, today or date.today())
    problems = [*loaded.problems, *_SOUND.problems(loaded, beside), *profiles]
    if texts is not None:
        problems += check_quotes(loaded, texts, beside)
    return in_order(problems)


class _Sound:
    """The last tables in which nothing was wrong with any record as it stands."""

    def __init__(self) -> None:
        self._collection: Collection | None = None

    def problems(self, loaded: Loaded, other: Collection | None) -> list[Problem]:
        """What is wrong with records that each row allows; only those unlike sound ones are read.

        What is the same in both has no problem here either.
        """
        beside = other or self._collection
        found = [problem for rule in _RULES for problem in rule(loaded, beside)]
        if other is None and not found:
            self._collection = loaded.collection
        return found


_SOUND = _Sound()


def problems_of_stories(stories: Stories, loaded: Loaded) -> list[Problem]:
    """The problems of stories, checked against the tables."""
    told = load_stories(stories, loaded.collection)
    names = check_names_of_stories(told, loaded.collection)
    hidden = check_published_stories(told, loaded.collection)
    return in_order([*told.problems, *names, *hidden])


def _check_units(loaded: Loaded, other: Collection | None) -> list[Problem]:
    """A problem for each extent that names no unit of the basemap: it could not be drawn."""
    known = unit_codes()
    remedy = (
        "The basemap has no such unit. Write an ISO 3166 code that it has, river:Name, or place:id."
    )
    return [
        loaded.problem("places", place.id, "extent", f"names {shown(unit)}. {remedy}")
        for place in unlike(loaded.collection.places, other.places if other else None)
        for unit in place.extent
        if not unit.startswith("place:") and unit not in known
    ]


_RULES = (
    check_names,
    check_notes,
    _check_units,
    check_countries,
    check_later_days,
    check_outcomes,
)
