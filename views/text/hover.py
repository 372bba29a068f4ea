"""What a hover box of a chart says: the fact, and who says so. Only signs set here are markup."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from annotations.certainty import is_date_in_doubt
from annotations.derived import once_each
from annotations.records import Arrivals, Collection, Event, Journey
from annotations.references import Citation
from annotations.statements import Statement
from views.text import labels
from views.text.care import announced
from views.text.counted import amount, counted_by
from views.text.i18n import _, current_language
from views.text.journey_dates import journey_when
from views.text.sentences import as_of, date_sentence

MOST_LINES, LONGEST_WORD = 8, 200


def plain(text: str) -> str:
    """Text that Plotly shows as it is: it would read `<b>` or `<a>` as markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def wrapped(text: str, width: int = 60) -> str:
    """Plain text broken into lines of about `width` characters for a hover box."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "<br>".join(plain(part[:LONGEST_WORD]) for part in [*lines, line][:MOST_LINES])


@partial(once_each, of=current_language)
def journey_hover(collection: Collection, journey: Journey) -> str:
    """A journey in short; heavy content is announced here, and told only in the details."""
    story = journey.summary
    if journey.care:
        story = announced(journey.care)
    when = journey_when(journey)
    if any(map(is_date_in_doubt, journey.stops)):
        doubt = _("Not all of its dates are certain.")
        story = f"{doubt} {story}"
    when = " · ".join(filter(None, (when, labels.outcome_of(journey))))
    return _box(journey.title, when, story, publishers(collection, journey.sources))


@partial(once_each, of=current_language)
def event_hover(collection: Collection, event: Event) -> str:
    """An event with its date and its sources; heavy content is announced as of a journey."""
    story = announced(event.care) if event.care else event.summary
    who = publishers(collection, event.sources)
    return _box(event.title, date_sentence(event.date), story, who)


@partial(once_each, of=current_language)
def statement_hover(collection: Collection, statement: Statement) -> str:
    """What a source counts and as of when; heavy content is announced as of a journey."""
    told = announced(statement.care) if statement.care else amount(statement)
    title = _("Statement") if statement.care else statement.subject
    who = publishers(collection, [statement.source])
    return _box(title, as_of(statement.date), told, who)


@partial(once_each, of=current_language)
def arrivals_hover(collection: Collection, row: Arrivals) -> str:
    """A count as words: the years, the number, men and women, and who counted."""
    split = (
        _("{men:,} men, {women:,} women").format(men=row.men, women=row.women)
        if row.men is not None and row.women is not None
        else _("no split found")
    )
    who = f"{counted_by(collection, row)} {publishers(collection, row.sources)}"
    return _box(f"{years(row)}: {row.total:,}", split, "", who)


def years(row: Arrivals) -> str:
    """The years that a row counts, as words."""
    if row.start_year is None:
        return _("from the war to {year}").format(year=row.end_year)
    if row.start_year == row.end_year:
        return str(row.end_year)
    return _("{start} to {end}, together").format(start=row.start_year, end=row.end_year)


def publishers(collection: Collection, citations: Iterable[Citation]) -> str:
    """Who says so, each once: the publisher, or the title of a source that names none."""
    records = [collection.sources[citation.source] for citation in citations]
    return ", ".join(dict.fromkeys(record.publisher or record.title for record in records))


def _box(title: str, when: str, story: str, sources: str) -> str:
    lines = (f"<b>{wrapped(title)}</b>", plain(when), wrapped(story), f"<i>{wrapped(sources)}</i>")
    return "<br>".join(line for line in lines if line)
