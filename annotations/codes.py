"""The codes that cells of the tables may hold, as types and as the words themselves."""

from __future__ import annotations

from typing import Literal, get_args

SourceKind = Literal["testimony", "article", "statistics", "news", "report", "reference", "law"]
ReadAs = Literal["page", "stored-copy", "excerpt", "scan"]
MentionKind = Literal["place", "date"]
JourneyKind = Literal["journey", "attempt", "return", "helper", "corridor", "trafficking"]
OutcomeKind = Literal["arrived", "settled-elsewhere", "in-transit", "returned", "died", "not-told"]
EventCategory = Literal["entry", "arrest", "border", "arrival", "world"]
NameKind = Literal["public person", "institution", "work", "law", "people", "place"]
Certainty = Literal["certain", "probable", "possible", "unresolved"]
DateCertainty = Literal["certain", "probable", "possible"]
Basis = Literal["stated", "inferred", "external"]
DaysSource = Literal["stated", "computed", "inferred", "external"]
Status = Literal["draft", "reviewed"]
Confidence = Literal["high", "medium", "low"]
Series = Literal["ministry", "single-year"]

# Levels of what may be published, from the finest to the coarsest.
PlaceLevel = Literal["as-is", "0.1deg", "1deg", "province", "country", "withheld"]
DateLevel = Literal["as-is", "month", "year", "period", "withheld"]
NameLevel = Literal["as-is", "role"]
Asked = Literal["", "yes"]

SOURCE_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
READ_AS: tuple[ReadAs, ...] = get_args(ReadAs)
MENTION_KINDS: tuple[MentionKind, ...] = get_args(MentionKind)
JOURNEY_KINDS: tuple[JourneyKind, ...] = get_args(JourneyKind)
OUTCOME_KINDS: tuple[OutcomeKind, ...] = get_args(OutcomeKind)
PATTERNS: tuple[JourneyKind, ...] = ("corridor", "trafficking")  # of many, and nobody's own
TRAVELLERS: tuple[JourneyKind, ...] = ("journey", "attempt", "return")  # not those who helped
EVENT_CATEGORIES: tuple[EventCategory, ...] = get_args(EventCategory)
NAME_KINDS: tuple[NameKind, ...] = get_args(NameKind)
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
DATE_CERTAINTIES: tuple[DateCertainty, ...] = get_args(DateCertainty)
BASES: tuple[Basis, ...] = get_args(Basis)
STATUSES: tuple[Status, ...] = get_args(Status)
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)
SERIES: tuple[Series, ...] = get_args(Series)
PLACE_LEVELS: tuple[PlaceLevel, ...] = get_args(PlaceLevel)
DATE_LEVELS: tuple[DateLevel, ...] = get_args(DateLevel)
NAME_LEVELS: tuple[NameLevel, ...] = get_args(NameLevel)
ASKED: tuple[Asked, ...] = ("yes",)  # an empty cell says no
