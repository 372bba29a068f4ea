"""One step of a story, from its keys to a record, and what it may refer to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from annotations.codes import JOURNEY_KINDS, OUTCOME_KINDS
from annotations.problems import did_you_mean, shown
from annotations.records import Collection
from annotations.selection import FIRST_YEAR, LAST_YEAR, PUBLIC_RECORD, Filters
from annotations.stories.entries import Entry
from annotations.stories.meant import code_meant
from annotations.stories.records import (
    EAST,
    FARTHEST_ZOOM,
    LAYERS,
    NEAREST_ZOOM,
    NORTH,
    SOUTH,
    WEST,
    Camera,
    Picture,
    Step,
)
from annotations.stories.references import opened, opened_event, shown_journeys
from annotations.stories.tasks import tasks_of
from annotations.tables import FORMS

KEYS = {
    **dict.fromkeys(("heading", "text", "plain"), str),
    **dict.fromkeys(("show", "countries", "kinds", "outcomes", "told_by", "layers"), list),
    **dict.fromkeys(
        ("open", "period", "within", "camera", "question", "sources", "notes", "care", "minutes"),
        str,
    ),
    "tasks": list,
    "picture": dict,
}
PICTURE_KEYS = dict.fromkeys(("file", "alt", "credit", "data"), str)
FILTERING = ("within", "countries", "kinds", "outcomes", "told_by")
PERIOD = re.compile(r"([0-9]{4})(?:\s*[-–]\s*([0-9]{4}))?")
PICTURE_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\.(?:png|jpg|webp)")
# A story's file holds at most a million bytes, and is read within a moment.
_FOUR = "[A-Za-z0-9+/]{4}"
_LAST = "[A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}=="
PICTURE_DATA = re.compile(rf"data:image/(?:png|jpeg|webp);base64,(?:{_FOUR})*(?:{_LAST})")


@dataclass(frozen=True)
class Known:
    """What a story may refer to: the records of a collection, and pictures by their names."""

    collection: Collection
    pictures: frozenset[str]

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The ids of the annotated texts, and the word for what none of them tells."""
        sources = self.collection.sources.values()
        return (*(source.id for source in sources if source.sha256), PUBLIC_RECORD)

    @cached_property
    def crossed(self) -> tuple[str, ...]:
        """The codes of the countries in which a journey has a stop, which the filters offer."""
        journeys = self.collection.journeys.values()
        return tuple(sorted(frozenset().union(*(journey.countries for journey in journeys))))

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The codes of the countries of all journeys and events."""
        found = {code for event in self.collection.events.values() for code in event.countries}
        found.update(*(journey.countries for journey in self.collection.journeys.values()))
        return tuple(sorted(found))


def step_of(entry: Entry, known: Known) -> Step:
    """The step that an entry describes; without heading, text or source it is not `entry.ok`."""
    show = shown_journeys(entry, known.collection)
    return Step(
        heading=entry.text("heading", required=True),
        text=entry.paragraphs("text", required=True),
        question=entry.paragraphs("question"),
        notes=entry.paragraphs("notes"),
        care=entry.text("care"),
        show=show,
        opened=opened(entry, known.collection),
        filters=_filters(entry, known, chosen_by_hand=show is not None),
        layers=entry.among("layers", LAYERS),
        camera=_camera(entry),
        sources=entry.citations("sources", known.collection.sources),
        picture=_picture(entry, known),
        event=opened_event(entry, known.collection),
        minutes=entry.whole("minutes") or 0,
        plain=entry.paragraphs("plain"),
        tasks=tuple(task for task, _ in tasks_of(entry, known.collection)),
    )


def _filters(entry: Entry, known: Known, chosen_by_hand: bool) -> Filters:
    """What chooses the journeys; beside `show` only the period, which the timeline marks."""
    first, last = _period(entry)
    if chosen_by_hand:
        for key in filter(entry.has, FILTERING):
            entry.warn(key, "has no effect beside show. Remove one of the two.")
        return Filters(first=first, last=last)
    within = entry.text("within")
    if within not in ("", "definitely", "possibly"):
        meant = code_meant(within, ("definitely", "possibly"))
        entry.warn("within", f"{shown(within)} is not one of definitely, possibly.{meant}")
    countries = entry.among("countries", known.countries)
    for code in sorted(countries.difference(known.crossed)):
        remedy = f"Write one of {', '.join(known.crossed)}."
        entry.warn("countries", f"no journey has a stop in {shown(code)}. {remedy}")
    return Filters(
        first=first,
        last=last,
        possibly=within == "possibly",
        countries=countries,
        kinds=entry.among("kinds", JOURNEY_KINDS),
        outcomes=entry.among("outcomes", OUTCOME_KINDS),
        sources=entry.among("told_by", known.texts),
    )


def _period(entry: Entry) -> tuple[int, int]:
    """The first and the last year; the whole time where none is given, or none that is a period."""
    text = entry.text("period")
    match = PERIOD.fullmatch(text)
    years = [int(year or match[1]) for year in match.groups()] if match else []
    if years and FIRST_YEAR <= years[0] <= years[1] <= LAST_YEAR:
        return years[0], years[1]
    if text:
        rule = f"is not a period between {FIRST_YEAR} and {LAST_YEAR}"
        entry.warn("period", f"{shown(text)} {rule}. Write '1996' or '1996-1999'.")
    return FIRST_YEAR, LAST_YEAR


def _camera(entry: Entry) -> Camera | None:
    text = entry.text("camera")
    if not text:
        return None
    parts = [part.strip() for part in text.split(",")]
    if len(parts) != 3 or not all(map(FORMS["number"].fullmatch, parts)):
        remedy = "Write lat, lon, zoom, as in '42.97, 129.84, 7'."
        entry.warn("camera", f"{shown(text)} is not three numbers. {remedy}")
        return None
    numbers = [round(float(part), 5) for part in parts]
    edges = ((SOUTH, NORTH), (WEST, EAST), (FARTHEST_ZOOM, NEAREST_ZOOM))
    for name, number, (low, high) in zip(("lat", "lon", "zoom"), numbers, edges, strict=True):
        if not low <= number <= high:
            entry.warn("camera", f"{name} {number:g} lies outside {low} to {high}. Correct it.")
            return None
    return Camera(*numbers)


def _picture(entry: Entry, known: Known) -> Picture | None:
    """The picture, or None where there is none that can be shown with its words and its owner."""
    for keys in entry.entries("picture", "picture", PICTURE_KEYS):
        file, alt, credit = (keys.text(key, required=True) for key in ("file", "alt", "credit"))
        # Longer than any words may be.
        picture = Picture(file, alt, credit, keys.cells["data"].strip())
        if picture.file and not PICTURE_FILE.fullmatch(picture.file):
            remedy = "Write its name alone, as in 'bridge.jpg': png, jpg or webp."
            keys.fail("file", f"{shown(picture.file)} is not a picture. {remedy}")
        elif picture.data and not PICTURE_DATA.fullmatch(picture.data):
            keys.fail(
                "data", "is not a picture. Write 'data:image/jpeg;base64,' and what it holds."
            )
        elif picture.file and not picture.data and picture.file not in known.pictures:
            meant = did_you_mean(picture.file, known.pictures) or " Put it into stories/pictures/."
            keys.fail("file", f"no picture {shown(picture.file)}.{meant}")
        return picture if keys.ok else None
    return None
