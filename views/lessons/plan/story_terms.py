"""The words of the glossary that a story says or names, as its pages explain them."""

from __future__ import annotations

from collections.abc import Iterator

from annotations.glossary import Term, has_capitals, said_in
from annotations.records import Collection
from annotations.stories import STEP_WORDS, STORY_WORDS, Story
from views.lessons.lesson_data import TermData
from views.text import cited_sources


def story_terms(collection: Collection, story: Story) -> list[TermData]:
    """What is said of each word of the glossary that the story names or says, in table order."""
    said = {term.id for term in said_in(collection.glossary, _texts(story))} | {*story.words}
    return [_term(collection, one) for one in collection.glossary.values() if one.id in said]


def _texts(story: Story) -> Iterator[str]:
    yield from map(story.told, STORY_WORDS)
    for step in story.steps:
        yield from map(step.told, STEP_WORDS)


def _term(collection: Collection, term: Term) -> TermData:
    return {
        "id": term.id,
        "term": term.term,
        "named": [*(("ko", one) for one in term.korean), *(("zh", one) for one in term.chinese)],
        "definition": term.definition,
        "note": term.note,
        "sources": [
            {
                "id": source.id,
                "title": title,
                "url": source.url if source.url.startswith("http") else "",
            }
            for source, title in cited_sources(collection, term.sources)
        ],
        "spellings": [(one, has_capitals(one)) for one in term.spellings],
    }
