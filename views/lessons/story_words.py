"""The words of a story with the figures that it takes from the records, as they stand now."""

from __future__ import annotations

from datetime import date

from annotations.dates import Duration
from annotations.problems import without_guesses
from annotations.records import Collection, Event, Stop
from annotations.stories import MARK, Figure, UnknownFigure, figure
from views.text import date_sentence, day_name, duration_words, when_sentence


def story_words(collection: Collection, text: str) -> str:
    """A text of a story in which each `{reference}` is the figure itself, in the reader's words.

    One that names no figure stays as it is written: the check tells of it.
    """
    return MARK.sub(lambda mark: _words(collection, mark[1].strip()) or mark[0], text)


@without_guesses()
def _words(collection: Collection, reference: str) -> str:
    try:
        return _told(figure(reference, collection))
    except UnknownFigure:
        return ""


def _told(found: Figure) -> str:
    if isinstance(found, Stop):
        return when_sentence(found)
    if isinstance(found, Event):
        return date_sentence(found.date)
    if isinstance(found, date):
        return day_name(found)
    if isinstance(found, Duration):
        return duration_words(found.text)
    return f"{found:,}"
