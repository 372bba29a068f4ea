"""One story, from the text of its file to a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotations.problems import Problem, Problems, RowPlace, did_you_mean, shown
from annotations.records import Collection
from annotations.references import stop_key
from annotations.stories.entries import Entry
from annotations.stories.figure_check import check_figures
from annotations.stories.records import STEP_FIGURES, STORY_FIGURES, Step, Story
from annotations.stories.references import shown_ids
from annotations.stories.steps import KEYS as STEP_KEYS
from annotations.stories.steps import Known, step_of
from annotations.stories.yaml_nodes import BrokenYaml, read_yaml

KEYS = {
    **dict.fromkeys(("title", "for", "minutes", "subject", "level", "care", "summary"), str),
    **dict.fromkeys(("goals", "prepare", "words"), list),
    **dict.fromkeys(("debrief", "further"), str),
    "steps": list,
}
# More than a class can reach in a lesson, or a card and a handout can show.
MOST = {"goals": 6, "prepare": 8, "words": 15}


def read_story(
    key: str, text: str, known: Known, problems: Problems
) -> tuple[Story, dict[tuple[str, int, str], int]] | None:
    """The story of a text and the lines of its keys, or None with the problems why not.

    The lines are by story, step and key; the story's own keys have the step 0.
    """
    file = f"stories/{key}.yaml"

    def tell(line: int, column: str, message: str) -> None:
        key = column if column.isidentifier() else ""
        problems.append(Problem(RowPlace(file, line), key, message))

    try:
        entry = Entry(file, "story", read_yaml(text, tell), KEYS, problems)
    except BrokenYaml as broken:
        tell(broken.line, "", str(broken))
        return None
    story, inners = story_of(key, entry, known)
    there = [(step, inner) for step, inner in zip(story.steps, inners, strict=True) if inner.ok]
    if not (entry.ok and there and story.minutes):
        return None
    lines = {(key, 0, column): line for column, line in entry.lines()}
    for number, (_, inner) in enumerate(there, start=1):
        lines |= {(key, number, column): line for column, line in inner.lines()}
    return replace(story, steps=tuple(step for step, _ in there)), lines


def story_of(key: str, entry: Entry, known: Known) -> tuple[Story, tuple[Entry, ...]]:
    """The story that an entry describes with all its steps, and what each step was read from.

    What is missing is empty in it; what cannot stand is not `ok`.
    """
    title = entry.text("title", required=True)
    audience = entry.text("for", required=True)
    minutes = entry.whole("minutes") if entry.text("minutes", required=True) else None
    summary = entry.paragraphs("summary", required=True)
    care = entry.text("care")
    check_figures(entry, STORY_FIGURES, known.collection, entry.warn)
    told = list(_steps(entry, care, known))
    if not entry.count("steps"):
        entry.fail("steps", "has no step. Start one with '- heading: …'.")
    _check_plan(entry, minutes, [step for step, inner in told if inner.ok])
    _check_words(entry, known.collection)
    return Story(
        id=key,
        title=title,
        audience=audience,
        minutes=minutes or 0,
        care=care,
        summary=summary,
        steps=tuple(step for step, _ in told),
        subject=entry.text("subject"),
        level=entry.text("level"),
        goals=entry.texts("goals"),
        prepare=entry.texts("prepare"),
        words=entry.texts("words"),
        debrief=entry.paragraphs("debrief"),
        further=entry.citations("further", known.collection.sources),
    ), tuple(inner for _, inner in told)


def _steps(entry: Entry, care: str, known: Known) -> Iterator[tuple[Step, Entry]]:
    """Every step, and what it was read from."""
    headings: dict[str, int] = {}
    for inner in entry.entries("steps", "step", STEP_KEYS):
        step = step_of(inner, known)
        heading, line = step.heading.casefold(), inner.line_of("heading")
        if heading and heading in headings:
            remedy = "Give one of them a different one."
            inner.warn("heading", f"is already in line {headings[heading]}. {remedy}")
        headings.setdefault(heading, line)
        check_figures(inner, STEP_FIGURES, known.collection, inner.fail)
        if step.opened:
            _check_opened(inner, step, *step.opened, care, known.collection)
        yield step, inner


def _check_words(entry: Entry, collection: Collection) -> None:
    """Report each word to know that the glossary does not explain."""
    for key in entry.texts("words"):
        if key not in collection.glossary:
            meant = did_you_mean(key, collection.glossary) or " Add it there first."
            entry.warn("words", f"no word {shown(key)} in glossary.csv.{meant}")


def _check_plan(entry: Entry, minutes: int | None, steps: Sequence[Step]) -> None:
    """Report a list that is too long, and steps that take more minutes than the story."""
    for key, most in MOST.items():
        if (count := entry.count(key)) > most:
            entry.warn(key, f"has {count} entries. Keep the {most} that matter most, or fewer.")
    together = sum(step.minutes for step in steps)
    if minutes and together > minutes:
        told = f"is {minutes}, and the minutes of the steps add up to {together}"
        entry.warn("minutes", f"{told}. Make both the same.")


def _check_opened(
    inner: Entry, step: Step, journey: str, stop: int | None, care: str, collection: Collection
) -> None:
    """Report what is opened but not shown, or is heavy and not announced."""
    stops = {one.journey: one.stops for one in step.show or ()}
    stop_is_shown = stop is None or step.show is None or stop in stops.get(journey, ())
    if journey not in shown_ids(step, collection) or not stop_is_shown:
        remedy = "Show it, or open another."
        inner.warn("open", f"'{stop_key(journey, stop)}' is not among what is shown. {remedy}")
    heavy = collection.journeys[journey].care
    if heavy and not step.care and not care:
        remedy = "Announce it in 'care' of the step or of the story."
        inner.warn("open", f"shows '{journey}' in full, which has {shown(heavy)}. {remedy}")
