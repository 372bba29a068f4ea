"""Every story: read, and checked against the collection for what it shows that is not there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from unicodedata import normalize

from annotations.problems import INVISIBLE, Problem, Problems, RowPlace
from annotations.records import Collection
from annotations.store import MOST_STORY_BYTES, Stories
from annotations.stories.reader import read_story
from annotations.stories.records import Story
from annotations.stories.steps import Known
from annotations.tables import FORMS, UNREADABLE

ENDING, LONGEST_NAME = ".yaml", 60
# From the first ending of a story on, else from the last point: `my-lesson.yaml.bak` as well.
OTHER_ENDING = re.compile(r"(?i:\.ya?ml\b).*$|\.[A-Za-z0-9]{1,5}$", re.DOTALL)


@dataclass(frozen=True)
class LoadedStories:
    """The stories by id, in the order of their files, and every problem that was met.

    `lines` has the line of each key that was told: by story, step (from 1; 0 is the story
    itself) and key.
    """

    stories: Mapping[str, Story]
    problems: Problems
    lines: Mapping[tuple[str, int, str], int]

    def problem(self, story: str, step: int, key: str, message: str) -> Problem:
        """A problem of a key of a story, or of one of its steps from 1, by its line."""
        place = RowPlace(f"stories/{story}.yaml", self.lines[story, step, key])
        return Problem(place, key, message)


def load_stories(files: Stories, collection: Collection) -> LoadedStories:
    """All stories that can stand, with the problems of those that cannot.

    A broken story leaves itself out and nothing else, a broken step its step.
    """
    problems = Problems()
    stories: dict[str, Story] = {}
    lines: dict[tuple[str, int, str], int] = {}
    found = _listed(files.names, "stories", problems)
    strays = _listed(files.strays, "stories", problems) if not problems else ()
    for name in sorted({*strays, *(one for one in found if not _is_named_well(one))}):
        problems.append(Problem(RowPlace(_shown_file(name), 0), "", _unnamed(name, found)))
    pictures = _listed(files.pictures, "stories/pictures", problems) if found else ()
    known = Known(collection, frozenset(pictures))
    for name in filter(_is_named_well, found):
        text = _text_of(files, name, problems)
        read = text is not None and read_story(name.removesuffix(".yaml"), text, known, problems)
        if read:
            story, lines_of_story = read
            stories[story.id] = story
            lines |= lines_of_story
    return LoadedStories(MappingProxyType(stories), problems, MappingProxyType(lines))


def _listed(names: Callable[[], Iterable[str]], folder: str, problems: Problems) -> Iterable[str]:
    """The names of what is in a folder, none where nobody can say."""
    try:
        return names()
    except OSError as error:
        told = f"cannot be opened ({error.strerror}). Make it a readable folder."
        problems.append(Problem(RowPlace(folder, 0), "", told))
        return ()


def _text_of(files: Stories, name: str, problems: Problems) -> str | None:
    """The text of a story, or None with the problem of the whole file."""
    file = _shown_file(name)

    def refuse(line: int, message: str) -> None:
        problems.append(Problem(RowPlace(file, line), "", message))

    try:
        text = files.read(name)
    except OSError as error:
        refuse(0, f"cannot be opened ({error.strerror}). Make it a readable file.")
        return None
    if len(text.encode("utf-8", errors="replace")) > MOST_STORY_BYTES:
        most = f"{MOST_STORY_BYTES:,} bytes"
        refuse(0, f"is larger than {most}. Put pictures into separate files.")
        return None
    if UNREADABLE in text:
        line = text[: text.index(UNREADABLE)].count("\n") + 1
        refuse(line, "holds bytes that are not UTF-8. Save the file as UTF-8.")
        return None
    return text


def _is_named_well(name: str) -> bool:
    stem, dot, ending = name.rpartition(".")
    return bool(FORMS["id"].fullmatch(stem)) and dot + ending == ENDING


def _shown_file(name: str) -> str:
    """The place of a file in the folder of stories, as a line of a message can name it."""
    shown = INVISIBLE.sub("", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
    return f"stories/{' '.join(shown.split()).removesuffix('/')}"


def _unnamed(name: str, found: Iterable[str]) -> str:
    """That a file is not read because of its name, and which name it could have."""
    if name.endswith("/"):
        return "is a folder, which is not looked into. Move its stories to where the others are."
    told = f"is not read, as its name is not an id followed by '{ENDING}'."
    letters = normalize("NFKD", OTHER_ENDING.sub("", name)).encode("ascii", "ignore").decode()
    meant = "-".join(re.findall("[a-z0-9]+", letters.casefold())) + ENDING
    if meant in found:
        return f"{told} There is a '{meant}' already: move this one out of the folder."
    if not _is_named_well(meant) or len(meant) > LONGEST_NAME:
        meant = "kim-seong-min.yaml"
        return f"{told} Rename it, as in '{meant}', or move it out of the folder."
    return f"{told} Rename it to '{meant}', or move it out of the folder."
