"""The sources of a story, as it cites them, and in full: who published them, when and where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotations.records import Collection, Source
from annotations.references import Citation
from annotations.stories import Story
from views.lessons.lesson_data import CitedSource, FullSource
from views.text import _, cited_sources, date_sentence


def cited(collection: Collection, citations: Sequence[Citation]) -> list[CitedSource]:
    """Each source that is cited, once, with the places in it."""
    return [
        {
            "id": source.id,
            "title": title,
            "url": source.url if source.url.startswith("http") else "",
        }
        for source, title in cited_sources(collection, citations)
    ]


def story_sources(collection: Collection, story: Story) -> list[FullSource]:
    """Every source that a step of the story cites, once, in the order in which they are met."""
    return in_full(collection, (citation for step in story.steps for citation in step.sources))


def in_full(collection: Collection, citations: Iterable[Citation]) -> list[FullSource]:
    """Each source that is cited, once and in full, in the order in which they are met."""
    keys = dict.fromkeys(citation.source for citation in citations)
    return [_in_full(collection.sources[key]) for key in keys]


def _in_full(source: Source) -> FullSource:
    """A source by its id: its title, everything about it in one line, and its address."""
    by = ", ".join(part for part in (source.author, source.publisher) if part)
    published = date_sentence(source.published) if source.published else _("date not given")
    told = [by, published]
    if source.accessed:
        told.append(_("read {when}").format(when=date_sentence(source.accessed)))
    return {
        "id": source.id,
        "title": source.title,
        "about": " · ".join(part for part in (*told, source.rights) if part),
        "url": source.url,
    }
