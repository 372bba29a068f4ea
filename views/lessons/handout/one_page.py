"""A whole lesson on one page: its title, one map or chart, the questions, and who says so."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import or_

from geodata.basemap import data
from views.atlas import State
from views.lessons.handout.timelines import View
from views.lessons.handout.words import beginning, host_of, paragraph
from views.lessons.lesson_data import LessonData, LessonStep
from views.text import Markup, _, el

MOST_LINES = 20  # as many as there is room for are seen


def one_page(lesson: LessonData, map_strings: Mapping[str, str]) -> Markup:
    """The page; a script makes its type as large as it can be."""
    asked = [(at, step) for at, step in enumerate(lesson["steps"], start=1) if step["question"]]
    return el(
        "article",
        beginning(lesson, map_strings, "one-page"),
        _seen(lesson, map_strings["notTheWay"]),
        el("div", *(_question(at, step) for at, step in asked), cls="handout-ask"),
        _end(lesson),
        cls="handout-page",
    )


def one_page_view(lesson: LessonData) -> View:
    """What is drawn on it: the first chart where most steps have one, else one map of all steps."""
    steps = lesson["steps"]
    charts = [step for step in steps if step["chart"]]
    if 2 * len(charts) > len(steps):
        return {"figure": lesson["figures"][charts[0]["figure"]]}
    return {"state": _whole([step["state"] for step in steps if not step["chart"]])}


def _whole(states: Sequence[State]) -> State:
    """All journeys that the maps of the steps show, each with all stops that are shown of it.

    A journey is told in full where it is the only one that any step tells so.
    """
    states = [state for state in states if any(_bytes(state["ids"]))] or states[:1]
    only: dict[str, list[int]] = {}
    for state in states:
        for key, stops in (state.get("only") or {}).items():
            only[key] = sorted({*only.get(key, ()), *stops})
    told = {opened["journey"] for state in states if (opened := state["open"])}
    return {
        "ids": _either([state["ids"] for state in states]),
        "asked": _either([state["asked"] for state in states]),
        "open": {"journey": told.pop(), "stop": None} if len(told) == 1 else None,
        "countries": sorted({code for state in states for code in state["countries"]}),
        "possibly": any(state["possibly"] for state in states),
        "relief": False,
        "only": only if all(state.get("only") for state in states) else None,
        "camera": "fit",
    }


def _either(rows: Sequence[str]) -> str:
    """The bits that are set in any of some rows."""
    together = (reduce(or_, each) for each in zip(*map(_bytes, rows), strict=True))
    return base64.b64encode(bytes(together)).decode("ascii")


def _bytes(row: str) -> bytes:
    return base64.b64decode(row)


def _seen(lesson: LessonData, how: str) -> Markup:
    words = _("All that the steps of the lesson show.")
    view = el("div", el("div"), cls="handout-view", role="img", aria_label=words)
    if "figure" in one_page_view(lesson):
        return el("figure", view, el("figcaption"), cls="handout-chart")
    key = el("figcaption", cls="handout-key atlas-legend")
    return el("figure", view, el("div", key, el("p", how, cls="handout-how")))


def _question(number: int, step: LessonStep) -> Markup:
    """A step by its heading, what it asks, and room for the answer."""
    heading = el("h2", el("b", f"{number}"), " ", step["heading"])
    lines = el("div", el("div", *[el("i")] * MOST_LINES), cls="handout-lines")
    return el("section", heading, *map(paragraph, step["question"]), lines)


def _end(lesson: LessonData) -> Markup:
    """Who says so, each source in a few words, and whose the records and the map are."""
    told = [
        f"[{at}] {source['title']}" + (f", {host_of(source['url'])}" if source["url"] else "")
        for at, source in enumerate(lesson["sources"], start=1)
    ]
    sources = el("p", el("b", lesson["strings"]["sources"]), " ", " · ".join(told))
    return el("footer", sources, el("p", f"{lesson['strings']['licence']} {data()['credit']}"))
