"""One story, from the text of its file to a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotations.problems import Problem, Problems, RowPlace, shown
from annotations.records import Collection
from annotations.references import stop_key
from annotations.stories.entries import Entry
from annotations.stories.figures import MARK, UnknownFigure, figure, figures_in
from annotations.stories.records import Step, Story
from annotations.stories.references import shown_ids
from annotations.stories.steps import KEYS as STEP_KEYS
from annotations.stories.steps import Known, step_of
from annotations.stories.yaml_nodes import BrokenYaml, read_yaml

FIGURES_IN = ("text", "question", "notes")  # and in the summary of a story
KEYS = {**dict.fromkeys(("title", "for", "minutes", "care", "summary"), str), "steps": list}


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
    title = entry.text("title", required=True)
    audience = entry.text("for", required=True)
    minutes = entry.whole("minutes") if entry.text("minutes", required=True) else None
    summary = entry.paragraphs("summary", required=True)
    care = entry.text("care")
    _check_figures(entry, ("summary",), known.collection)
    told = list(_steps(entry, care, known))
    if not entry.count("steps"):
        entry.fail("steps", "has no step. Start one with '- heading: …'.")
    if not (entry.ok and told and minutes):
        return None
    lines = {(key, 0, column): line for column, line in entry.lines()}
    for number, (_, inner) in enumerate(told, start=1):
        lines |= {(key, number, column): line for column, line in inner.lines()}
    steps = tuple(step for step, _ in told)
    return Story(key, title, audience, minutes, care, summary, steps), lines


def _steps(entry: Entry, care: str, known: Known) -> Iterator[tuple[Step, Entry]]:
    """The steps that can stand, and what each was read from."""
    headings: dict[str, int] = {}
    for inner in entry.entries("steps", "step", STEP_KEYS):
        step = step_of(inner, known)
        heading, line = step.heading.casefold(), inner.line_of("heading")
        if heading and heading in headings:
            remedy = "Give one of them a different one."
            inner.warn("heading", f"is already in line {headings[heading]}. {remedy}")
        headings.setdefault(heading, line)
        _check_figures(inner, FIGURES_IN, known.collection)
        if step.opened:
            _check_opened(inner, step, *step.opened, care, known.collection)
        if inner.ok:
            yield step, inner


def _check_figures(entry: Entry, keys: Sequence[str], collection: Collection) -> None:
    """Report what no record has, and braces where no figure is read or without their other half.

    A step with such a figure cannot stand: its braces would be read out. A summary stays.
    """
    report = entry.warn if "summary" in keys else entry.fail
    for key, _line in entry.lines():
        text = entry.cells.get(key, "")
        if key not in keys:
            if MARK.search(text):
                told = f"figures are read in {', '.join(FIGURES_IN)} and summary"
                entry.warn(key, f"{told}, not here. Write it in words.")
            continue
        for reference in figures_in(text):
            try:
                figure(reference, collection)
            except UnknownFigure as unknown:
                report(key, str(unknown))
        if "{" in (rest := MARK.sub("", text)) or "}" in rest:
            report(key, "has a brace without its other half. Close it, or leave it out.")


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
