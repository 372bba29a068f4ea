"""The stories to choose from, and the one that is given over the whole window."""

from __future__ import annotations

from functools import partial
from itertools import cycle

import streamlit as st

from annotations.stories import Story
from views.lessons import (
    KINDS,
    PAPERS,
    PupilsWay,
    can_print,
    faults,
    file_name,
    has_closing,
    kind_of_handout,
    lesson_faults,
    plan_card,
    pupils_way,
    story_words,
)
from views.text import Markup, _, announced, current_language, el, markdown_text
from views.widgets.app import (
    component,
    file_button,
    made,
    made_pupils,
    pdf_button,
    reader,
    store,
)
from views.widgets.atlas.look import look_button

PAPER, KEPT_PAPER = "paper", "kept-paper"

_frame = component("lesson", "widgets/lesson-frame.js")
_keeper = component("kept_paper", "widgets/kept-paper.js")


def asked_story() -> Story | None:
    """The story that the address names, or None; of one that is not there it says so kindly."""
    key = reader.parameter("story")
    story = store.stories().get(key)
    if key and story is None:
        st.info(_("This link points to a story that is not here. These are the ones that are."))
    return story


def start_here() -> Markup:
    """For whoever comes for the first time: the story with the most steps, and a look around."""
    stories = store.stories().values()
    if not stories:
        return el("span", look_button())
    story = max(stories, key=lambda one: len(one.steps))
    words = _("Start with a story")
    way = el("a", words, href=f"present?story={story.id}", target="_self", cls="start")
    return el("span", way, " ", look_button())


def stories_to_choose() -> None:
    """Every story: what it is about, for whom, how long, and how it can be given."""
    stories = store.stories().values()
    for column, story in zip(cycle(st.columns(3, gap="large")), stories, strict=False):
        with column, st.container(key=f"story-{story.id}"):
            st.html(_card(story))
            with st.container(horizontal=True):
                st.button(
                    _("Present"),
                    key=f"present-{story.id}",
                    type="primary",
                    on_click=_present,
                    args=(story.id,),
                )
                file_button(
                    _("As one file"),
                    partial(made.lesson_file, story.id, current_language()),
                    f"{story.id}.html",
                    "text/html",
                    current_language(),
                )
                _handout(story.id)
                _for_pupils(story)


def say_faults() -> None:
    """Which lessons cannot be given, or only in part, and what to correct in them."""
    for told in lesson_faults(faults(store.problems(), store.stories())):
        st.warning(markdown_text(told), icon=":material/rule:")


def how_to_write_one() -> str:
    """Where the format of a story is explained."""
    words = _(
        "A story is a plain file that anyone can write: annotations/stories/README.md "
        "explains how. Any view of the map can be added to a draft."
    )
    return el("p", words, cls="muted")


def _handout(key: str) -> None:
    """The handout of a story, on the paper and for the readers that are chosen."""
    with st.popover(_("Handout")):
        kind = st.segmented_control(
            _("For"), KINDS, default=KINDS[0], required=True, key=f"kind-{key}",
            format_func=kind_of_handout,
        )  # fmt: skip
        paper = _paper(key)
        lang = current_language()

        def page() -> str:
            return made.handout(key, lang, paper, kind)

        choice = lang, paper, kind
        name = file_name(key, kind, "html")
        file_button(_("To print from a browser"), page, name, "text/html", choice)
        if can_print():
            pdf_button(_("PDF"), page, paper, file_name(key, kind, "pdf"), choice)


def _paper(key: str) -> str:
    """The paper, which is that of all stories, in this visit and in later ones."""
    own = f"paper-{key}"

    def keep() -> None:
        st.session_state[PAPER] = st.session_state[own]

    st.session_state[own] = _kept_paper() or PAPERS[0]
    return str(st.segmented_control(_("Paper"), PAPERS, required=True, key=own, on_change=keep))


def _kept_paper() -> str:
    """The paper that was chosen, "" for none yet."""
    kept = st.session_state.get(PAPER, "")
    return kept if kept in PAPERS else ""


def keep_paper() -> None:
    """Keep the paper in the browser, and take from there what was chosen in another visit."""

    def take() -> None:
        if not _kept_paper():
            st.session_state[PAPER] = reader.message(KEPT_PAPER, "paper")

    _keeper(
        key=KEPT_PAPER,
        data={"paper": _kept_paper(), "papers": PAPERS},
        on_paper_change=take,
    )


def _for_pupils(story: Story) -> None:
    """The address of the page for pupils, its code, and the page as a file."""
    with st.popover(_("For pupils")):
        way = pupils_way(reader.address(), story.id)
        if way:
            st.html(_way(way, story))
        file_button(
            _("Their page as one file"),
            partial(made_pupils.pupils_file, story.id, current_language()),
            f"{story.id}-pupils.html",
            "text/html",
            current_language(),
        )


def _way(way: PupilsWay, story: Story) -> str:
    """What leads to the page: a code for phones, and the address for all."""
    name = _("Code that leads to the page for pupils of “{title}”").format(title=story.title)
    code = el("img", src=way["code"], alt=name)
    how = (
        _("This address works on this machine only.")
        if way["here"]
        else _("Point a phone at the code, or open the address.")
    )
    link = el("a", way["address"].partition("://")[2], href=way["address"], target="_blank")
    return el("div", code, el("p", link), el("p", how, cls="muted"), cls="pupils-way")


def give(story: Story) -> None:
    """The lesson over the whole window, at the step that the address names, or its pupils' page."""
    if reader.parameter("pupils") == "true":
        made_pupils.pupils_address(story.id, current_language())
        _frame(key="pupils", data={"alone": f"pupils/{story.id}?made"})
        return
    page = made.lesson_address(story.id, current_language())
    if reader.parameter("kiosk") == "true":
        page += "?kiosk"
    _frame(
        key="lesson",
        data={
            "page": page,
            "step": _step(story),
            "title": story.title,
            "pupils": pupils_way(reader.address(), story.id),
        },
        on_left_change=_leave,
    )


def _card(story: Story) -> str:
    words = _("{audience} · about {minutes} minutes · {steps} steps").format(
        audience=story.audience, minutes=story.minutes, steps=len(story.steps)
    )
    records = store.collection()
    summary = story_words(records, story.summary)
    subject = " · ".join(filter(None, (story.subject, story.level)))
    return el(
        "article",
        el("h2", story.title),
        el("p", words, cls="muted"),
        el("p", subject, cls="muted") if subject else "",
        el("p", announced(story.care), cls="care") if story.care else "",
        *(el("p", part) for part in summary.split("\n\n")),
        plan_card(records, story),
        el(
            "p",
            el(
                "a",
                _("Let it run by itself, as in an exhibition"),
                href=f"present?story={story.id}&kiosk=true",
                target="_self",
            ),
        ),
        cls="story",
    )


def _step(story: Story) -> int:
    asked = reader.number_asked("step", 1, 10**reader.MOST_DIGITS)
    return min(asked or 1, len(story.steps) + has_closing(story))


def _present(key: str) -> None:
    st.query_params["story"] = key


def _leave() -> None:
    for name in ("story", "step", "kiosk"):
        if name in st.query_params:
            del st.query_params[name]
