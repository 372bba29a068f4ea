"""A story without a journey: the text changes only where the journey was named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import yaml

from annotations.references import citations, journey_and_order
from annotations.stories import MARK, named
from geodata.cells import cell_of, parts

Tell = Callable[[int, str, str], None]
READ = "Read the step: its words may still tell of it"


class Cut(NamedTuple):
    """From where to where in a text, and what stands there then."""

    start: int
    end: int
    instead: str = ""


def story_without(text: str, journey: str, tell: Tell) -> str | None:
    """The text of a story in which no step shows or opens a journey; None if no step is left.

    A step that would have nothing left to show goes as a whole. `tell(line, key, what)` hears
    of each place. A text that is no YAML is left as it is: the check tells of it.
    """
    steps = _steps(text, journey)
    if steps is None:
        return text
    gone = [step for step in steps.value if _shows_only(step, journey)]
    if gone and len(gone) == len(steps.value):
        tell(1, "", "removed as a whole: no step is left")
        return None
    cuts: list[Cut] = []
    for step in steps.value:
        if step in gone:
            name = getattr(_value(step, "heading"), "value", "")
            told = f"step '{name}' removed: nothing is left to show"
            tell(step.start_mark.line + 1, "", told)
            cuts.append(_whole_step(text, step, steps))
        else:
            cuts += _named(text, step, journey, tell)
            cuts += _unanswered(text, step, "stops", journey, tell)
    return _cut(text, [*cuts, *_figures(text, "stops", journey, tell, cuts)])


def story_unnamed(text: str, event: str, tell: Tell) -> str:
    """The text of a story that opens no event, and takes no figure from it; see `story_without`."""
    steps = _steps(text, event)
    told = steps.value if steps else ()
    cuts = [cut for step in told for cut in _opened(text, step, event, tell)]
    cuts += (cut for step in told for cut in _unanswered(text, step, "events", event, tell))
    return _cut(text, [*cuts, *_figures(text, "events", event, tell, cuts)])


def _figures(text: str, table: str, key: str, tell: Tell, cuts: Sequence[Cut] = ()) -> list[Cut]:
    """Three dots for each figure that is taken from a record and is not cut already."""
    found = []
    for mark in MARK.finditer(text):
        is_cut = any(cut.start <= mark.start() < cut.end for cut in cuts)
        if key in _taken_from(mark[1], table) and not is_cut:
            line = text.count("\n", 0, mark.start()) + 1
            tell(line, "", f"'{mark[0]}' removed. {READ}")
            found.append(Cut(mark.start(), mark.end(), "…"))
    return found


def _taken_from(reference: str, table: str) -> set[str]:
    """The journeys or events that a figure is taken from."""
    return {journey_and_order(name)[0] for kind, name in named(reference.strip()) if kind == table}


def _unanswered(text: str, step: yaml.Node, table: str, key: str, tell: Tell) -> Iterator[Cut]:
    """Each task of a step whose number or choices are taken from a record."""
    told = _value(step, "tasks")
    tasks = told.value if isinstance(told, yaml.SequenceNode) else [told] if told else []
    gone = [task for task in tasks if _rests_on(task, table, key)]
    for task in gone:
        tell(task.start_mark.line + 1, "tasks", f"a task removed: its answer is gone. {READ}")
    if told and gone and len(gone) == len(tasks):
        cut = _pair(text, step, told)
        yield cut if step.value[-1][1] is not told else Cut(cut.start, _end(text, told))
    else:
        yield from (Cut(_dash(text, task), _end(text, task)) for task in gone)


def _rests_on(task: yaml.Node, table: str, key: str) -> bool:
    """True where the number or a choice of a task is a figure that is taken from a record."""
    found = [_value(task, "number"), *getattr(_value(task, "choices"), "value", ())]
    words = " ".join(str(node.value) for node in found if isinstance(node, yaml.ScalarNode))
    return any(key in _taken_from(mark[1], table) for mark in MARK.finditer(words))


def _end(text: str, node: yaml.Node) -> int:
    """The end of the last line of a list, or of keys with values."""
    while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last if isinstance(last, yaml.Node) else last[1]
    return _lines(text, node, node).end


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """The value of a key, or None."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def _names(node: yaml.Node, journey: str) -> bool:
    """True for `journey` and `journey:1,3-4`."""
    return isinstance(node, yaml.ScalarNode) and node.value.partition(":")[0].strip() == journey


def _shows_only(step: yaml.Node, journey: str) -> bool:
    show = _value(step, "show")
    items = show.value if isinstance(show, yaml.SequenceNode) else [show] if show else []
    return bool(items) and all(_names(item, journey) for item in items)


def _named(text: str, step: yaml.Node, journey: str, tell: Tell) -> Iterator[Cut]:
    """What goes of a step that stays."""
    show = _value(step, "show")
    if isinstance(show, yaml.SequenceNode):
        named = [item for item in show.value if _names(item, journey)]
        for item in named:
            tell(item.start_mark.line + 1, "show", f"'{item.value}' removed. {READ}")
        if named and show.flow_style:
            rest = [_own(text, item) for item in show.value if item not in named]
            yield Cut(show.start_mark.index, show.end_mark.index, f"[{', '.join(rest)}]")
        elif named:
            yield from (_lines(text, item, item) for item in named)
    yield from _opened(text, step, journey, tell)


def _opened(text: str, step: yaml.Node, record: str, tell: Tell) -> Iterator[Cut]:
    """The key of a step that opens a record."""
    opened = _value(step, "open")
    if opened and _names(opened, record):
        tell(opened.start_mark.line + 1, "open", f"'{opened.value}' removed. {READ}")
        yield _pair(text, step, opened)


def story_uncited(text: str, source: str, tell: Tell) -> str:
    """The text of a story that cites no source, nor says to read on there; see `story_without`."""
    steps = _steps(text, source)
    if steps is None:
        return text
    cuts = [cut for step in steps.value for cut in _uncited(text, step, "sources", source, tell)]
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    return _cut(text, [*cuts, *_uncited(text, root, "further", source, tell)])


def _uncited(
    text: str, whole: yaml.Node | None, key: str, source: str, tell: Tell
) -> Iterator[Cut]:
    """What goes of the citations under a key: see `annotations.references`."""
    found = _value(whole, key)
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
        yield _pair(text, whole, found)


def _steps(text: str, named: str) -> yaml.SequenceNode | None:
    """The steps of a story in which something may be named; None where there are none."""
    if named not in text and "\\" not in text:  # an escape could spell it otherwise
        return None
    try:
        steps = _value(yaml.compose(text, Loader=yaml.SafeLoader), "steps")
    except (yaml.YAMLError, RecursionError):
        return None
    return steps if isinstance(steps, yaml.SequenceNode) else None


def _cut(text: str, cuts: Iterable[Cut]) -> str:
    for start, end, instead in sorted(cuts, reverse=True):
        text = text[:start] + instead + text[end:]
    return text


def _own(text: str, node: yaml.Node) -> str:
    return text[node.start_mark.index : node.end_mark.index]


def _pair(text: str, step: yaml.Node, value: yaml.Node) -> Cut:
    """A key with its value: up to the next key, or its lines where it is the last one."""
    at = next(number for number, pair in enumerate(step.value) if pair[1] is value)
    key = step.value[at][0]
    if at + 1 < len(step.value):
        return Cut(key.start_mark.index, step.value[at + 1][0].start_mark.index)
    return _lines(text, key, value)


def _whole_step(text: str, step: yaml.Node, steps: yaml.SequenceNode) -> Cut:
    """A step from the line of its dash to that of the next one."""
    at = steps.value.index(step)
    after = steps.value[at + 1] if at + 1 < len(steps.value) else None
    end = _dash(text, after) if after else step.end_mark.index
    return Cut(_dash(text, step), end)


def _dash(text: str, step: yaml.Node) -> int:
    return _line_start(text, text.rindex("-", 0, step.start_mark.index))


def _lines(text: str, first: yaml.Node, last: yaml.Node) -> Cut:
    end = text.find("\n", max(last.end_mark.index - 1, 0)) + 1
    return Cut(_line_start(text, first.start_mark.index), end or len(text))


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1
