"""Readers of what the texts tell: mentions, journeys and their stops."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from annotations.codes import (
    BASES,
    CERTAINTIES,
    DATE_CERTAINTIES,
    JOURNEY_KINDS,
    MENTION_KINDS,
    OUTCOME_KINDS,
    STATUSES,
    TRAVELLERS,
    JourneyKind,
    OutcomeKind,
)
from annotations.dates import OPEN
from annotations.problems import shown
from annotations.records import Journey, Mention, Source, Stop
from annotations.tables import Row
from geodata.places import Place


def mention(row: Row, sources: Mapping[str, Source], places: Mapping[str, Place]) -> Mention:
    """A row of mentions.csv; what it stands for must exist, or be empty and unresolved."""
    kind = row.choice("kind", MENTION_KINDS)
    certainty = row.choice("certainty", CERTAINTIES)
    if kind == "place":
        row.ref("value", places)
    elif kind == "date":
        row.edtf("value")
    duration = row.iso_duration("duration")
    if not row.text("value") and certainty != "unresolved":
        remedy = "Give the value, or say unresolved."
        row.warn("value", f"is empty, but the certainty is {certainty}. {remedy}")
    if row.text("value") and certainty == "unresolved":
        remedy = "Say how sure the value is, or leave it empty."
        row.warn("certainty", f"is unresolved, but there is a value. {remedy}")
    start, end = row.whole("start"), row.whole("end")
    quote, length = row.text("quote"), len(row.cells["quote"])
    if quote and start is not None and end is not None and end - start != length:
        counted = f"minus start is {end - start}, but the quote has {length} characters"
        row.fail("end", f"{counted}. Correct the offsets or the quote.")
    return Mention(
        id=row.word_id(),
        source=row.ref("source", sources),
        paragraph=row.whole("paragraph") or 0,
        start=start or 0,
        end=end or 0,
        quote=quote,
        kind=kind,
        value=row.text("value"),
        duration=duration,
        certainty=certainty,
        basis=row.choice("basis", BASES),
        note=row.text("note"),
        annotator=row.text("annotator"),
        annotated=row.form("annotated"),
        status=row.choice("status", STATUSES),
        anchor=_anchor(row, kind),
    )


def _anchor(row: Row, kind: str) -> str:
    """What a date counts from; whether that exists is known once all tables are read."""
    anchor = row.text("anchor")
    if anchor and kind == "place":
        row.warn("anchor", "is given for a place, which counts from nothing. Leave it empty.")
    elif anchor and anchor == row.text("id"):
        remedy = "Name another mention, an event or journey:order."
        row.warn("anchor", f"{shown(anchor)} is the mention itself. {remedy}")
    return anchor


def check_mention_anchors(
    mentions: Mapping[str, Mention], rows: Mapping[str, Row], others: Iterable[str]
) -> None:
    """Report each mention that counts from what does not exist.

    `others` are the ids of events and of stops (`journey:order`).
    """
    known = {*mentions, *others}
    for key, mention in mentions.items():
        if mention.anchor and mention.anchor not in known:
            remedy = " Write the id of a mention or an event, or journey:order."
            meant = rows[key].meant(mention.anchor, known) or remedy
            told = f"{shown(mention.anchor)} is not a mention, an event or a stop."
            rows[key].warn("anchor", told + meant)


def journey(row: Row, sources: Mapping[str, Source]) -> Journey:
    """A row of journeys.csv, its stops still to come."""
    kind = row.choice("kind", JOURNEY_KINDS)
    return Journey(
        id=row.word_id(),
        title=row.text("title"),
        people=row.text("people"),
        kind=kind,
        summary=row.text("summary"),
        outcome=row.text("outcome"),
        care=row.text("care"),
        sources=row.citations("sources", sources),
        status=row.choice("status", STATUSES),
        note=row.text("note"),
        outcome_kind=_outcome_kind(row, kind),
    )


def _outcome_kind(row: Row, kind: JourneyKind) -> OutcomeKind | Literal[""]:
    """What became of those who travelled; an empty cell tells nothing of it."""
    outcome = row.choice("outcome_kind", OUTCOME_KINDS)
    if kind in TRAVELLERS:
        return outcome if row.text("outcome_kind") else "not-told"
    if outcome:
        told = f"{shown(outcome)} tells what became of people on their way, but a {shown(kind)}"
        row.warn("outcome_kind", f"{told} is nobody's own way. Leave it empty.")
    return ""


def stop(
    row: Row,
    sources: Mapping[str, Source],
    places: Mapping[str, Place],
    mentions: Mapping[str, Mention],
    journeys: Mapping[str, Journey],
) -> Stop:
    """A row of stops.csv; its words must come from a source that it cites."""
    place_id = row.ref("place", places)
    date = row.edtf("date")
    citations = row.citations("sources", sources)
    words = tuple(mentions[key] for key in row.refs("mentions", mentions))
    cited = {citation.source for citation in citations}
    for word in words:
        if cited and word.source not in cited:
            told = f"'{word.id}' is in '{word.source}', which this row does not cite"
            row.warn("mentions", f"{told}. Cite it in sources, or leave the mention out.")
    basis, date_basis = row.choice("basis", BASES), row.choice("date_basis", BASES)
    for column, given in (("basis", basis), ("date_basis", date_basis)):
        if given == "stated" and not row.text("mentions"):
            told = f"is empty, but the {column} is 'stated'. Name the words that state it."
            row.warn("mentions", told)
    after, duration = row.text("after"), row.iso_duration("duration")
    if duration and not after:
        row.fail("after", "is empty, but there is a duration. Name what it is counted from.")
    for column in ("date_basis", "date_certainty"):
        if row.text(column) and not (date or duration):
            remedy = "Give one of them, or leave it empty."
            row.warn(column, f"is given, but there is neither a date nor a duration. {remedy}")
    return Stop(
        journey=row.ref("journey", journeys),
        order=row.whole("order") or 0,
        place=places.get(place_id),
        role=row.text("role"),
        date=row.text("date"),
        after=after,
        duration=duration,
        tolerance=row.iso_duration("tolerance"),
        mode=row.text("mode"),
        basis=basis,
        certainty=row.choice("certainty", CERTAINTIES),
        sources=citations,
        mentions=words,
        note=row.text("note"),
        date_basis=date_basis,
        date_certainty=row.choice("date_certainty", DATE_CERTAINTIES),
        span=date.span if date else OPEN,
    )
