"""Stories as text: what is written here reads back as the same story."""

from __future__ import annotations

import textwrap

import yaml

from annotations.references import stop_key
from annotations.selection import Filters
from annotations.stories.records import Camera, Shown, Step, Story, Task
from annotations.stories.tasks import KINDS
from annotations.stories.yaml_nodes import UNREADABLE
from geodata.cells import cell_of

WIDTH, SHORT = 90, 70
STR, SEQ, MAP = (f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))


def to_yaml(story: Story) -> str:
    """The text of a story; its name is the name of the file, which is the caller's.

    White space within a paragraph and characters that nobody sees are not kept.
    """
    told: dict[str, object] = {
        "title": story.title,
        "for": story.audience,
        "minutes": str(story.minutes),
        "subject": story.subject,
        "level": story.level,
        "care": story.care,
        "summary": _block(story.summary),
        "goals": list(story.goals) or "",
        "prepare": list(story.prepare) or "",
        "words": list(story.words) or "",
        "debrief": _block(story.debrief),
        "further": cell_of(map(str, story.further)),
        "steps": [_filled(_step(step)) for step in story.steps],
    }
    return yaml.dump(
        _filled(told), Dumper=_Writer, allow_unicode=True, width=WIDTH, sort_keys=False
    )


def _step(step: Step) -> dict[str, object]:
    """Every key of a step, those without a value as an empty text."""
    return {
        "heading": step.heading,
        "text": _block(step.text),
        "plain": _block(step.plain),
        "minutes": str(step.minutes or ""),
        "care": step.care,
        "show": "" if step.show is None else [_shown(one) for one in step.show],
        "open": stop_key(*step.opened) if step.opened else step.event,
        **_filters(step.filters, by_hand=step.show is not None),
        "layers": sorted(step.layers) or "",
        "camera": _camera(step.camera) if step.camera else "",
        "question": _block(step.question),
        "tasks": [_filled(_task(task)) for task in step.tasks] or "",
        "picture": _filled(vars(step.picture)) if step.picture else "",
        "notes": _block(step.notes),
        "sources": cell_of(map(str, step.sources)),
    }


def _task(task: Task) -> dict[str, object]:
    """Every key of a task, those without a value as an empty text."""
    kind = next(key for key, kind in KINDS.items() if kind == task.kind)
    answer: dict[str, object] = {kind: _block(task.answer)}
    if task.kind == "choice":
        answer = {kind: list(task.choices), "answer": task.answer}
    within = _number(task.within) if task.within else ""
    return {"ask": _block(task.ask), **answer, "within": within, "why": _block(task.why)}


def _filled(keys: dict[str, object]) -> dict[str, object]:
    """The keys that have a value; an empty list is one."""
    return {key: value for key, value in keys.items() if value != ""}


def _filters(filters: Filters, by_hand: bool) -> dict[str, object]:
    first, last = filters.first, filters.last
    period = str(first) if first == last else f"{first}-{last}"
    chosen: dict[str, object] = {} if filters.whole_time else {"period": period}
    if not by_hand:
        chosen["within"] = "possibly" if filters.possibly else ""
        for key, words in (
            ("countries", filters.countries),
            ("kinds", filters.kinds),
            ("outcomes", filters.outcomes),
            ("told_by", filters.sources),
        ):
            chosen[key] = sorted(words) or ""
    return chosen


def _shown(one: Shown) -> str:
    """`journey:1,3-4`, or the journey alone, which is all of its stops."""
    spans: list[list[int]] = []
    for order in one.stops:
        if spans and spans[-1][-1] == order - 1:
            spans[-1][1:] = [order]
        else:
            spans.append([order])
    stops = ",".join("-".join(map(str, span)) for span in spans)
    return f"{one.journey}:{stops}" if stops else one.journey


def _camera(camera: Camera) -> str:
    return ", ".join(map(_number, (camera.lat, camera.lon, camera.zoom)))


def _number(number: float) -> str:
    return f"{number:.5f}".rstrip("0").rstrip(".")


class _Block(str):
    """A text that stands below its key, a blank line between its paragraphs."""


def _block(text: str) -> str:
    """A short text as it is, a longer one as lines of readable width."""
    if len(text) <= SHORT and "\n" not in text:
        return text
    paragraphs = UNREADABLE.sub("", text).split("\n\n")
    wrapped = (
        textwrap.wrap(paragraph, WIDTH, break_long_words=False, break_on_hyphens=False)
        for paragraph in paragraphs
    )
    return _Block("\n\n".join("\n".join(lines) for lines in wrapped) + "\n")


class _Writer(yaml.BaseDumper):
    """Writes text, lists and keys, and quotes only what would read as something else."""

    def ignore_aliases(self, data: object) -> bool:
        """A text that comes twice is written twice."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """A list stands further right than its key."""
        super().increase_indent(flow, False)


_Writer.add_representer(str, lambda writer, text: writer.represent_scalar(STR, _seen(text)))
_Writer.add_representer(_Block, lambda writer, text: writer.represent_scalar(STR, text, "|"))
_Writer.add_representer(list, lambda writer, items: writer.represent_sequence(SEQ, items, False))
_Writer.add_representer(dict, lambda writer, keys: writer.represent_mapping(MAP, keys, False))


def _seen(text: str) -> str:
    return UNREADABLE.sub("", text)
