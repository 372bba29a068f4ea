"""The sources of a story in full: who wrote and published them, when, where, under what rights."""

from __future__ import annotations

from annotations.records import Collection, Source
from annotations.stories import Story
from views.lessons.lesson_data import FullSource
from views.text import _, date_sentence


def story_sources(collection: Collection, story: Story) -> list[FullSource]:
    """Every source that a step of the story cites, once, in the order in which they are met."""
    cited = [citation.source for step in story.steps for citation in step.sources]
    return [_in_full(collection.sources[key]) for key in dict.fromkeys(cited)]


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
