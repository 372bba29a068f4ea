"""A story without a record: the text changes only where the record was named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import yaml

from annotations.references import citations, journey_and_order
from annotations.stories import MARK, named, story_nodes
from annotations.withdraw.story.text import (
    Cut,
    cut_out,
    items,
    lines,
    out_of_list,
    own,
    pair,
    value,
)
from geodata.cells import cell_of, parts

Tell = Callable[[int, str, str], None]
READ = "Read the step: its words may still tell of it"


def story_without(text: str, journey: str, tell: Tell) -> str | None:
    """The text of a story in which no step shows or opens a journey; None if no step is left.

    A step that would have nothing left to show goes as a whole. `tell(line, key, what)` hears
    of each place. A text that is no YAML is left as it is: the check tells of it.
    """

    def of_step(step: yaml.Node) -> Iterator[Cut]:
        yield from _listed(text, step, "show", journey, tell)
        yield from _opened(text, step, journey, tell)
        yield from _unasked(text, step, "stops", journey, tell)

    story = _story(text, journey)
    if not _steps(story):
        return text
    cuts = _steps_left(text, story, ("show", journey), of_step, tell)
    if cuts is None:
        return None
    return cut_out(text, [*cuts, *_figures(text, "stops", journey, tell, cuts)])


def story_unnamed(text: str, event: str, tell: Tell) -> str:
    """The text of a story that opens no event, and takes no figure from it; see `story_without`."""
    steps = _steps(_story(text, event))
    cuts = [cut for step in steps for cut in _opened(text, step, event, tell)]
    cuts += (cut for step in steps for cut in _unasked(text, step, "events", event, tell))
    return cut_out(text, [*cuts, *_figures(text, "events", event, tell, cuts)])


def story_unplaced(text: str, place: str, tell: Tell) -> str:
    """The text of a story that asks for no place, nor measures from it; see `story_without`."""
    steps = _steps(_story(text, place))
    cuts = [cut for step in steps for cut in _unasked(text, step, "places", place, tell)]
    return cut_out(text, [*cuts, *_figures(text, "places", place, tell, cuts)])


def story_uncited(text: str, source: str, tell: Tell) -> str | None:
    """The text of a story that cites no source, nor says to read on there; see `story_without`.

    A step that shows only what the source told has nothing left to show.
    """

    def of_step(step: yaml.Node) -> Iterator[Cut]:
        yield from _uncited(text, step, "sources", source, tell)
        yield from _listed(text, step, "told_by", source, tell)

    story = _story(text, source)
    if not _steps(story):
        return text
    cuts = _steps_left(text, story, ("told_by", source), of_step, tell)
    if cuts is None:
        return None
    return cut_out(text, [*cuts, *_uncited(text, story, "further", source, tell)])


def _steps_left(
    text: str, story: yaml.Node | None, only: tuple[str, str],
    of_step: Callable[[yaml.Node], Iterable[Cut]], tell: Tell,
) -> list[Cut] | None:  # fmt: skip
    """What goes of the steps; None where each one shows only what goes.

    `only` is a key and a record: a step goes as a whole that names nothing else under the key.
    """
    steps = _steps(story)
    gone = [step for step in steps if _names_only(step, *only)]
    if gone and len(gone) == len(steps):
        tell(1, "", "removed as a whole: no step is left")
        return None
    for step in gone:
        name = getattr(value(step, "heading"), "value", "")
        tell(step.start_mark.line + 1, "", f"step '{name}' removed: nothing is left to show")
    left = [cut for step in steps if step not in gone for cut in of_step(step)]
    return [*out_of_list(text, value(story, "steps"), gone), *left]


def _figures(text: str, table: str, key: str, tell: Tell, cuts: Sequence[Cut] = ()) -> list[Cut]:
    """Three dots for each figure that is taken from a record and is not cut already."""
    found = []
    for mark in MARK.finditer(text):
        if key in _taken_from(mark[1], table) and not any(
            cut.start <= mark.start() < cut.end for cut in cuts
        ):
            line = text.count("\n", 0, mark.start()) + 1
            tell(line, "", f"'{mark[0]}' removed. {READ}")
            found.append(Cut(mark.start(), mark.end(), "…"))
    return found


def _taken_from(reference: str, table: str) -> set[str]:
    """The journeys, events or places that a figure is taken from."""
    return {journey_and_order(name)[0] for kind, name in named(reference.strip()) if kind == table}


def _names(node: yaml.Node | None, record: str) -> bool:
    """True for `journey` and `journey:1,3-4`."""
    return isinstance(node, yaml.ScalarNode) and node.value.partition(":")[0].strip() == record


def _names_only(step: yaml.Node, key: str, record: str) -> bool:
    found = items(value(step, key))
    return bool(found) and all(_names(item, record) for item in found)


def _listed(text: str, step: yaml.Node, key: str, record: str, tell: Tell) -> Iterator[Cut]:
    """What goes of a list of a step that stays."""
    found = value(step, key)
    if not isinstance(found, yaml.SequenceNode):
        return
    gone = [item for item in found.value if _names(item, record)]
    for item in gone:
        tell(item.start_mark.line + 1, key, f"'{item.value}' removed. {READ}")
    if gone and found.flow_style:
        rest = [own(text, item) for item in found.value if item not in gone]
        yield Cut(found.start_mark.index, found.end_mark.index, f"[{', '.join(rest)}]")
    elif gone:
        yield from (lines(text, item, item) for item in gone)


def _opened(text: str, step: yaml.Node, record: str, tell: Tell) -> Iterator[Cut]:
    """The key of a step that opens a record."""
    opened = value(step, "open")
    if opened and _names(opened, record):
        tell(opened.start_mark.line + 1, "open", f"'{opened.value}' removed. {READ}")
        yield pair(text, step, opened)


def _unasked(text: str, step: yaml.Node, table: str, key: str, tell: Tell) -> list[Cut]:
    """The tasks of a step that ask for a record, or whose answer is a figure of it."""
    found = value(step, "tasks")
    gone = [task for task in items(found) if _asks_for(task, table, key)]
    for task in gone:
        tell(task.start_mark.line + 1, "tasks", f"a task removed: its answer is gone. {READ}")
    if found and gone and len(gone) == len(items(found)):
        return [pair(text, step, found)]
    return out_of_list(text, found, gone)


def _asks_for(task: yaml.Node, table: str, key: str) -> bool:
    """True where the place, the number or a choice of a task is taken from a record."""
    found = [value(task, "number"), *items(value(task, "choices"))]
    words = " ".join(str(node.value) for node in found if isinstance(node, yaml.ScalarNode))
    is_place = table == "places" and _names(value(task, "place"), key)
    return is_place or any(key in _taken_from(mark[1], table) for mark in MARK.finditer(words))


def _uncited(
    text: str, whole: yaml.Node | None, key: str, source: str, tell: Tell
) -> Iterator[Cut]:
    """What goes of the citations under a key: see `annotations.references`."""
    found = value(whole, key)
    if whole is None or not isinstance(found, yaml.ScalarNode):
        return
    lost = [part for part in parts(found.value) if any(c.source == source for c in citations(part))]
    rest = [part for part in parts(found.value) if part not in lost]
    for part in lost:
        tell(found.start_mark.line + 1, key, f"'{part}' removed. {READ}")
    if lost and rest:
        quote = found.style if found.style in ("'", '"') else ""
        instead = f"{quote}{cell_of(rest)}{quote}"
        yield Cut(found.start_mark.index, found.end_mark.index, instead)
    elif lost:
        yield pair(text, whole, found)


def _story(text: str, named: str) -> yaml.Node | None:
    """The keys of a story in which something may be named; None where it is nowhere."""
    if named not in text and "\\" not in text:  # an escape could spell it otherwise
        return None
    try:
        return story_nodes(text)
    except (yaml.YAMLError, RecursionError):
        return None


def _steps(story: yaml.Node | None) -> list[yaml.Node]:
    """The steps of a story, each of them keys with values."""
    return [step for step in items(value(story, "steps")) if isinstance(step, yaml.MappingNode)]
