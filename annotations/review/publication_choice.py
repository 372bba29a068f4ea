"""What a reviewer lets be published of a journey: as it stands, in part, or nothing yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from annotations.codes import (
    DATE_LEVELS,
    NAME_LEVELS,
    PLACE_LEVELS,
    DateLevel,
    NameLevel,
    PlaceLevel,
)
from annotations.collection import AS_IS, ROLE, WITHHELD
from annotations.publication import published, published_stories
from annotations.records import Collection, Profile
from annotations.stories import Story
from annotations.tables import Cells

Level = TypeVar("Level", PlaceLevel, DateLevel, NameLevel)

AS_IT_STANDS, IN_PART, NOTHING_YET = CHOICES = ("as it stands", "in part", "nothing yet")


def choice_of(row: Cells | None) -> str:
    """What a row of `publication.csv` says."""
    if row is None or not _hides(row):
        return AS_IT_STANDS
    return NOTHING_YET if row["place"] == row["date"] == WITHHELD else IN_PART


def row_of(journey: str, choice: str, told: Mapping[str, str], now: Cells | None) -> Cells | None:
    """The row that a choice makes; None for none, where the journey is published as it stands.

    A row that says so already stays. `told` has levels, role, reason and review; what the choice
    leaves no room for is not taken.
    """
    if choice == AS_IT_STANDS:
        return None if now is None or _hides(now) else now
    nothing = {"place": WITHHELD, "date": WITHHELD, "names": AS_IS, "role": ""}
    levels = nothing if choice == NOTHING_YET else {}
    if choice == IN_PART and told["names"] != ROLE:
        levels = {"role": ""}
    return {**(now or {"asked": "", "note": ""}), **told, **levels, "record": journey}


def missing_cells(row: Cells | None) -> tuple[str, ...]:
    """The columns of a row that must still be filled in; `place` where it hides nothing yet."""
    if row is None:
        return ()
    needed = ("role",) if row["names"] == ROLE else ()
    missing = [] if _hides(row) else ["place"]
    missing += [column for column in (*needed, "reason", "review") if not row[column].strip()]
    return tuple(missing)


def _hides(row: Cells) -> bool:
    return any(row[column] != AS_IS for column in ("place", "date", "names"))


def as_published(collection: Collection, journey: str, row: Cells | None) -> Collection:
    """The records as they would be published with this row for a journey, or with none."""
    return published(_with_row(collection, journey, row))


def stories_left_out(
    stories: Mapping[str, Story], collection: Collection, journey: str, row: Cells | None
) -> tuple[Story, ...]:
    """The stories that would not be published with this row, and would be without any."""
    kept = published_stories(stories, _with_row(collection, journey, row))
    without = published_stories(stories, _with_row(collection, journey, None))
    return tuple(stories[key] for key in without if key not in kept)


def _with_row(collection: Collection, journey: str, row: Cells | None) -> Collection:
    profiles = {record: p for record, p in collection.publication.items() if record != journey}
    if row is not None:
        profiles[journey] = _profile(row)
    return replace(collection, publication=profiles)


def _profile(row: Cells) -> Profile:
    """The profile that a row makes; a level that is none is the one that shows least."""
    return Profile(
        record=row["record"],
        place=_level(row["place"], PLACE_LEVELS),
        date=_level(row["date"], DATE_LEVELS),
        names=_level(row["names"], NAME_LEVELS),
        role=row["role"],
        reason=row["reason"],
        review=row["review"],
        note=row.get("note", ""),
    )


def _level(text: str, levels: tuple[Level, ...]) -> Level:
    return next((level for level in levels if level == text), levels[-1])
