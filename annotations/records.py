"""What, when, who says so: the records of the project, frozen once they are read.

Field names follow the tables. Dates are kept as EDTF text and as the span of days that all allow.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from annotations import codes
from annotations.dates import OPEN, Period, Span, core_of, whole_span
from annotations.glossary import Term
from annotations.references import Citation, stop_key
from annotations.statements import Statement
from geodata.places import Place


@dataclass(frozen=True)
class Source:
    """A row of `sources.csv`; `generalized` as in a stop."""

    id: str
    title: str
    author: str
    publisher: str
    published: str
    url: str
    accessed: str
    kind: codes.SourceKind
    language: str
    rights: str
    sha256: str
    note: str
    read_as: codes.ReadAs | Literal[""] = ""
    generalized: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mention:
    """Exact words of a text that name a place or a date (W3C Web Annotation selectors).

    `start` and `end` count Unicode code points of the file; `paragraph` its non-empty lines from 1.
    `value` is a place id or an EDTF date, empty where unresolved. `anchor` is what a relative date
    or a duration counts from: a mention, an event or a stop (`journey:order`), or nothing.
    """

    id: str
    source: str
    paragraph: int
    start: int
    end: int
    quote: str
    kind: codes.MentionKind
    value: str
    duration: str
    certainty: codes.Certainty
    basis: codes.Basis
    note: str
    annotator: str
    annotated: str
    status: codes.Status
    anchor: str = ""


@dataclass(frozen=True)
class Stop:
    """One stop of a journey, in order. `place` is None where no place is told.

    `span` is what date, order and durations allow together; `computed_from` names the rows
    (`journey:order` or event ids) that a computed span rests on, empty where the date is told.
    `basis` and `certainty` are those of the place and of what happened there. `date_basis` and
    `date_certainty` are those of the date: see `annotations.certainty`. A date that publication
    puts in place of computed days is `computed`. `generalized`, `withheld`: what publication did.
    """

    journey: str
    order: int
    place: Place | None
    role: str
    date: str
    after: str
    duration: str
    tolerance: str
    mode: str
    basis: codes.Basis
    certainty: codes.Certainty
    sources: tuple[Citation, ...]
    mentions: tuple[Mention, ...]
    note: str
    date_basis: codes.DaysSource | Literal[""] = ""
    date_certainty: codes.DateCertainty | Literal[""] = ""
    span: Span = OPEN
    computed_from: tuple[str, ...] = ()
    generalized: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()

    @cached_property
    def id(self) -> str:
        """`journey:order`, the id that links, marks and tests use."""
        return stop_key(self.journey, self.order)


@dataclass(frozen=True)
class Journey:
    """A journey that a source describes: who, how it ended, and its stops in order.

    `outcome_kind` is "" where nobody travelled to get out, and where it is withheld.
    """

    id: str
    title: str
    people: str
    kind: codes.JourneyKind
    summary: str
    outcome: str
    care: str
    sources: tuple[Citation, ...]
    status: codes.Status
    note: str
    stops: tuple[Stop, ...] = ()
    generalized: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    outcome_kind: codes.OutcomeKind | Literal[""] = ""

    @cached_property
    def span(self) -> Span:
        """From the earliest day of any dated stop to the latest: the journey possibly under way."""
        return whole_span(self._dated())

    @cached_property
    def core(self) -> Period | None:
        """The days on which the journey was certainly under way; None where none is certain."""
        return core_of(self._dated())

    def _dated(self) -> list[Span]:
        """Spans of the stops that are dated, or bounded on both sides.

        A stop that only its order bounds, on one side, says nothing about when the journey
        was, and counts only where no stop says more.
        """
        known = [stop for stop in self.stops if stop.span.known]
        closed = [stop.span for stop in known if stop.date or stop.span.period]
        return closed or [stop.span for stop in known]

    @cached_property
    def countries(self) -> frozenset[str]:
        """ISO codes of the countries that a source says it was in: see `Place.whole_country`."""
        places = (stop.place for stop in self.stops if stop.place)
        return frozenset(place.whole_country for place in places if place.whole_country)

    @cached_property
    def cited(self) -> frozenset[Citation]:
        """Every citation of the journey and of its stops."""
        return frozenset((*self.sources, *(each for stop in self.stops for each in stop.sources)))

    @cached_property
    def cited_sources(self) -> frozenset[str]:
        """The ids of all sources that the journey or a stop of it cites."""
        return frozenset(citation.source for citation in self.cited)


@dataclass(frozen=True)
class Event:
    """A dated public event; `places` are place ids, `countries` ISO codes."""

    id: str
    date: str
    title: str
    summary: str
    care: str
    category: codes.EventCategory
    countries: tuple[str, ...]
    places: tuple[str, ...]
    sources: tuple[Citation, ...]
    confidence: codes.Confidence
    span: Span = OPEN
    generalized: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()


@dataclass(frozen=True)
class Arrivals:
    """People who arrived in South Korea in a period of whole years, both ends included.

    `men` and `women` are None without a split. `series`: `ministry`, which adds up to the official
    total, or `single-year`, of years inside the ministry's two early periods.
    """

    start_year: int | None
    end_year: int
    men: int | None
    women: int | None
    total: int
    sources: tuple[Citation, ...]
    note: str
    series: codes.Series
    variants: str


@dataclass(frozen=True)
class Name:
    """A proper name that may stand in the project's own texts, and the reason why."""

    name: str
    kind: codes.NameKind
    reason: str


@dataclass(frozen=True)
class Profile:
    """What may be published of a journey, a stop or a place, why, and until when that stands.

    Where `names` is `role`, `role` is said instead. `review` is the EDTF date on which somebody
    looks again. `asked` is "yes" where the person asked for it.
    """

    record: str
    place: codes.PlaceLevel
    date: codes.DateLevel
    names: codes.NameLevel
    role: str
    reason: str
    review: str
    note: str
    asked: codes.Asked = ""


@dataclass(frozen=True)
class Collection:
    """Everything that was read, by id, in table order. `derived` is for `annotations.derived`.

    `publication` has the profiles by their records; what may be shown has none (`published`).
    """

    sources: Mapping[str, Source]
    places: Mapping[str, Place]
    mentions: Mapping[str, Mention]
    journeys: Mapping[str, Journey]
    events: Mapping[str, Event]
    arrivals: tuple[Arrivals, ...]
    statements: Mapping[str, Statement] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    names: tuple[Name, ...] = ()
    publication: Mapping[str, Profile] = field(default_factory=dict)
    derived: dict[Hashable, object] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
