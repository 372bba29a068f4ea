"""The words of a handout as HTML: its beginning, its steps, and who says so at its end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import unquote

from geodata.basemap import data
from views.lessons.document import picture_uri
from views.lessons.handout.kinds import Kind, teachers
from views.lessons.handout.timelines import first_with_it, has_timeline
from views.lessons.lesson_data import FullSource, LessonData, LessonStep, LessonStrings, Run
from views.lessons.plan import printed_sources, tasks
from views.text import Markup, _, el, link

ANSWER_LINES = 3
BEYOND_ASCII = re.compile("(?:%[89A-F][0-9A-F])+", re.IGNORECASE)


def beginning(lesson: LessonData, map_strings: Mapping[str, str], kind: Kind) -> Markup:
    """The title, for whom it is, what is heavy in it, and how to read it."""
    strings = lesson["strings"]
    whom = strings["minutes"].format(audience=lesson["audience"], minutes=lesson["minutes"])
    name = el("p", _("Name"), cls="handout-name")
    beside = el("p", teachers(), cls="handout-teacher") if kind == "teacher" else name
    marked = _("Underlined words are a source’s exact words.")
    how = el("p", f"{marked} {map_strings['notTheWay']}", cls="handout-how")
    return el(
        "header",
        el("div", el("h1", lesson["title"]), beside),
        el("p", whom, cls="handout-whom"),
        el("p", lesson["care"], cls="handout-care") if lesson["care"] else "",
        how if kind != "one-page" else "",
    )


def step_section(
    lesson: LessonData, number: int, pictures: Mapping[str, bytes], notes: bool
) -> Markup:
    """The step at a position: what is seen beside what is told, the question, and its lines."""
    step, strings = lesson["steps"][number], lesson["strings"]
    wide = " handout-wide" if step["chart"] else ""
    return el(
        "section",
        el("h2", el("b", f"{number + 1}"), " ", step["heading"]),
        el(
            "div",
            _seen(step, strings),
            el(
                "div",
                *_told(lesson, step, pictures),
                _said(lesson, step),
                _same_timeline(lesson, number),
                cls="handout-told",
            ),
            cls=f"handout-step{wide}",
        ),
        _timeline(lesson, number),
        _question(step, notes),
        *tasks(lesson, number, notes),
        _notes(step, strings["notes"]) if notes and step["notes"] else "",
        id=f"step-{number + 1}",
    )


def end(lesson: LessonData, notes: bool) -> Markup:
    """All sources in full, whose the records are, and whose the map."""
    return el(
        "footer",
        el("h2", lesson["strings"]["sources"]),
        el("ol", *map(_source, printed_sources(lesson, notes))),
        el("p", lesson["strings"]["licence"]),
        el("p", data()["credit"]),
    )


def _seen(step: LessonStep, strings: LessonStrings) -> Markup:
    """Where the script draws the map or the chart, and what explains it."""
    what = strings["timeline"] if step["chart"] else step["map"]
    view = el("div", el("div"), cls="handout-view", role="img", aria_label=what)
    return el("figure", view, el("figcaption", cls="handout-key atlas-legend"))


def _told(lesson: LessonData, step: LessonStep, pictures: Mapping[str, bytes]) -> list[Markup]:
    """The words of a step, after its content note where the beginning has not said the same."""
    note = step["care"] if step["care"] != lesson["care"] else ""
    told = [el("p", note, cls="handout-care")] if note else []
    told += map(paragraph, step["text"])
    if picture := step["picture"]:
        src = picture.get("src") or picture_uri(picture["file"], pictures)
        image = el("img", src=src, alt=picture["alt"])
        told.append(el("figure", image, el("figcaption", picture["credit"])))
    return told


def paragraph(runs: Sequence[Run]) -> Markup:
    """A paragraph of runs; a source's own words are marked."""
    return el("p", *(el("mark", words) if own else words for words, own in runs))


def _timeline(lesson: LessonData, number: int) -> Markup | str:
    """Where the script draws the timeline of the step, if it is the first that has it."""
    if not has_timeline(lesson, number):
        return ""
    words = f"{lesson['strings']['timeline']}: {lesson['steps'][number]['when']}"
    return el("div", cls="handout-time", role="img", aria_label=words)


def _same_timeline(lesson: LessonData, number: int) -> Markup | str:
    """Which step before has the timeline of this one."""
    step = lesson["steps"][number]
    if step["chart"] or not step["period"] or has_timeline(lesson, number):
        return ""
    first = first_with_it(lesson, number) + 1
    told = _("Its timeline is that of step {number}.").format(number=first)
    return el("p", told, cls="handout-same")


def _said(lesson: LessonData, step: LessonStep) -> Markup:
    """When it was and who says so; the numbers are those of the list at the end."""
    numbers = {source["id"]: at for at, source in enumerate(lesson["sources"], start=1)}
    cited = [
        f"{source['title']}, {host_of(source['url'])} [{numbers[source['id']]}]"
        if source["url"]
        else f"{source['title']} [{numbers[source['id']]}]"
        for source in step["sources"]
    ]
    return el("p", " · ".join(filter(None, (step["when"], *cited))), cls="handout-said")


def host_of(url: str) -> str:
    """The machine of an address, as people name it."""
    return url.partition("//")[2].partition("/")[0].removeprefix("www.")


def _question(step: LessonStep, notes: bool) -> Markup | str:
    if not step["question"]:
        return ""
    lines = [] if notes else [el("i") for _line in range(ANSWER_LINES)]
    return el("div", *map(paragraph, step["question"]), *lines, cls="handout-question")


def _notes(step: LessonStep, title: str) -> Markup:
    return el("aside", el("h3", title), *(el("p", part) for part in step["notes"]))


def _source(source: FullSource) -> Markup:
    """A source in full; its address is printed, and leads there from a screen."""
    address = link(_readable(source["url"]), source["url"])
    return el("li", el("b", source["title"]), el("span", source["about"]), el("span", address))


def _readable(url: str) -> str:
    """An address as people write it: letters of other scripts are no rows of numbers."""
    return BEYOND_ASCII.sub(lambda numbers: unquote(numbers[0]), url)
