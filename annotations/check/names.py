"""Names that may stand in our own texts: public persons, institutions and works, no one else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from annotations.collection import Loaded, unlike
from annotations.dates import MONTHS
from annotations.derived import once
from annotations.glossary import Term
from annotations.problems import Problem
from annotations.records import Collection, Event, Journey, Mention, Source, Stop
from annotations.statements import Statement
from annotations.stories import STEP_WORDS, STORY_WORDS, LoadedStories
from annotations.tables import LONGEST_TEXT

# Two or more capitalised words in a row, a form of address with one, or a word in Korean or
# Chinese, in which names have no capitals.
CAPITALISED = r"[A-Z][\w'’]*(?:-[A-Za-z][\w'’]*)*"
ADDRESSED = r"(?:Mrs|Ms|Mr|Miss|Dr|Pastor|President|General|Colonel)\.? "
EASTERN = r"[가-힣]{2,}|[一-鿿]{2,}"
RUN = rf"{ADDRESSED}{CAPITALISED}|{CAPITALISED}(?: {CAPITALISED})+|{EASTERN}"
NAME_LIKE = re.compile(RUN)
# An author may be one word ("Mina"); only the first word of a role is none ("A woman").
AUTHOR_LIKE = re.compile(rf"{RUN}|(?<!^){CAPITALISED}|^{CAPITALISED}(?![\w'’-]| [a-z])")

REMEDY = "Write a role, or list the name there with the reason."
REMEDY_OF_SOURCE = "Write a role or a description, or list the name there with the reason."


def check_names(loaded: Loaded, other: Collection | None = None) -> list[Problem]:
    """A problem for each name-like run of words that neither names.csv nor places.csv knows.

    The rule is coarse on purpose: a proper name is either listed with its reason, or it is
    written as a role ("a woman in her twenties"). So are the author and the note of a source.
    Its title and publisher are too, if it is testimony, is annotated here or has no address;
    the title of any other page stands as it was published.

    With an `other` collection, texts in which the same would be found may be left out.
    """
    collection = loaded.collection
    known, words = _known(collection), _listed_otherwise(collection, other)
    problems = [
        loaded.problem(table, key, column, message)
        for table, key, column, text in _texts_unlike(collection, other, words)
        for message in _unlisted(text, known)
    ]
    problems += [
        loaded.problem("sources", source.id, column, message)
        for source in unlike(collection.sources, None if words or not other else other.sources)
        for column, message in _names_of(source, known)
    ]
    return problems


def _listed_otherwise(now: Collection, other: Collection | None) -> frozenset[str]:
    """The names that only one of two collections lists."""
    return _names(now) ^ _names(other) if other else frozenset()


def _texts_unlike(
    now: Collection, other: Collection | None, words: frozenset[str]
) -> Iterator[tuple[str, str, str, str]]:
    """The texts of ours that another collection has not, or with names that it lists otherwise."""
    if not words:
        return _texts(now, other)
    own, has = set(_texts(now, other)), re.compile("|".join(map(re.escape, words)))
    return (each for each in _texts(now, None) if has.search(each[-1]) or each in own)


def check_names_of_source(source: Source, collection: Collection) -> list[tuple[str, str]]:
    """The same for a source that is in no table yet: the column and the message of each."""
    return list(_names_of(source, _known(collection)))


def check_names_of_stories(told: LoadedStories, collection: Collection) -> list[Problem]:
    """The same for the words of stories; the credit of a picture may name whoever made it."""
    known = _known(collection)
    return [
        told.problem(story, step, key, message)
        for story, step, key, text in _texts_of_stories(told)
        for message in _unlisted(text, known)
    ]


def _names_of(source: Source, known: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """The columns of a source that name somebody unlisted, each with its message."""
    for column, like in _columns(source).items():
        for message in _unlisted(getattr(source, column), known, like, REMEDY_OF_SOURCE):
            yield column, message


def _columns(source: Source) -> dict[str, re.Pattern[str]]:
    """The columns of a source that may name only whoever is listed, and what finds a name."""
    columns = {"author": AUTHOR_LIKE, "note": NAME_LIKE}
    if source.kind == "testimony" or source.sha256 or not source.url:
        columns |= {"title": NAME_LIKE, "publisher": NAME_LIKE}
    return columns


def _unlisted(
    text: str,
    known: re.Pattern[str],
    like: re.Pattern[str] = NAME_LIKE,
    remedy: str = REMEDY,
) -> Iterator[str]:
    """A message for each name-like run of words that is not covered by known names."""
    text = _without_endless_words(text)
    unlisted = [found for found in like.finditer(text) if not _covered(found[0], known)]
    if not unlisted:
        return
    names = known.finditer(text)
    name = next(names, None)
    for found in unlisted:
        while name and name.end() < found.end():
            name = next(names, None)
        if not (name and name.start() <= found.start()):  # it may be part of a name with an "of"
            yield f"names '{found[0]}', which is in no row of names.csv. {remedy}"


def _without_endless_words(text: str) -> str:
    """A text without words that are longer than any text may be, which is a problem by itself.

    A run of words may begin at every letter of a word, so that these would take too long.
    """
    if len(text) <= LONGEST_TEXT:
        return text
    return " ".join(word if len(word) <= LONGEST_TEXT else "" for word in text.split(" "))


def _known(collection: Collection) -> re.Pattern[str]:
    """What finds a name that may be written, the longest first, with its possessive."""
    return _pattern(_names(collection))


@once
def _names(collection: Collection) -> frozenset[str]:
    """The names that may be written."""
    names = {name.name for name in collection.names}
    for place in collection.places.values():
        names.update((*place.names, *place.variants, place.admin1))
    return frozenset(filter(None, names))


@lru_cache(maxsize=4)
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?:['’]s)?(?!\w)")


def _covered(found: str, known: re.Pattern[str]) -> bool:
    """True where nothing but known names, months and a sentence's first word is left."""
    rest = [word for word in known.sub(" ", found).split() if word not in MONTHS]
    written = found.split()
    return not rest or (len(written) > 1 and rest == written[:1])


def _texts(collection: Collection, other: Collection | None) -> Iterator[tuple[str, str, str, str]]:
    """Every text of ours as (table, id, column, text); without those that another one has too."""
    journeys = list(unlike(collection.journeys, other.journeys if other else None))
    events = unlike(collection.events, other.events if other else None)
    of_tables: tuple[
        tuple[str, Iterable[Journey | Event | Stop | Mention | Statement | Term], str], ...
    ] = (
        ("journeys", journeys, "title people summary outcome note care"),
        ("events", events, "title summary care"),
        ("stops", (stop for each in journeys for stop in each.stops), "role mode note"),
        (
            "statements",
            unlike(collection.statements, other.statements if other else None),
            "subject value unit note care",
        ),
        (
            "glossary",
            unlike(collection.glossary, other.glossary if other else None),
            "definition",
        ),
        ("mentions", unlike(collection.mentions, other.mentions if other else None), "note"),
    )
    for table, records, columns in of_tables:
        for record in records:
            for column in columns.split():
                if text := getattr(record, column):
                    yield table, record.id, column, text
    for profile in unlike(collection.publication, other.publication if other else None):
        yield "publication", profile.record, "role", profile.role


def _texts_of_stories(told: LoadedStories) -> Iterator[tuple[str, int, str, str]]:
    """Every text of a story, as (story, step, key, text); its own texts have the step 0."""
    for story in told.stories.values():
        for key in STORY_WORDS:
            yield story.id, 0, key, story.told(key)
        for number, step in enumerate(story.steps, start=1):
            for key in STEP_WORDS:
                yield story.id, number, key, step.told(key)
            if step.picture:
                yield story.id, number, "picture", step.picture.alt
