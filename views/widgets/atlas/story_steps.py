"""A story put together from views: each click adds one, and the whole is downloaded as a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from annotations.records import Journey
from annotations.stories import Camera, Step, draft_of
from views.lessons import added, moved, reads_so, step_of_view, without
from views.text import Markup, _, el, markdown_text
from views.widgets.app import file_button, reader, store
from views.widgets.atlas import controls

Steps = tuple[Step, ...]
Change = Callable[[Steps, int], Steps]

FILE = "story-draft.yaml"
MOST_STEPS = 60  # of a lesson that nobody would give in one hour
STEPS, SEEN = "story-steps", "story-journeys"
LAYERS = ("relief", "cumulative")


def story_draft() -> None:
    """The button that adds this view, the steps so far, and the file with them."""
    steps = _steps()
    with st.sidebar:
        words = _("Each view becomes a step of a lesson, in a file that you can edit.")
        about = Markup("") if steps else el("p", words, cls="muted")
        st.html(el("p", _("Story draft"), cls="eyebrow") + about)
        with st.container(key="draft"):
            if len(steps) < MOST_STEPS:
                st.button(_("Add this view to a story"), key="add-view", on_click=_add)
            else:
                words = _("A draft has at most {n} steps. Download it, or remove some.")
                st.caption(words.format(n=MOST_STEPS))
            for at, step in enumerate(steps):
                _row(step, at, len(steps))
            if steps:
                _take_along(steps)


def _row(step: Step, at: int, count: int) -> None:
    """A step of the draft, and what can be done with it."""
    with st.container(horizontal=True, key=f"draft-step-{at}"):
        st.html(el("span", f"{at + 1} · {step.heading}"))
        if at:
            _action("up", _("Move up: {heading}"), "arrow_upward", step, at, _up)
        if at < count - 1:
            _action("down", _("Move down: {heading}"), "arrow_downward", step, at, _down)
        _action("remove", _("Remove: {heading}"), "close", step, at, without)


def _action(name: str, words: str, icon: str, step: Step, at: int, change: Change) -> None:
    """A small button of a step; its words are for those who do not see its icon."""
    st.button(
        markdown_text(words.format(heading=step.heading)),
        key=f"draft-{name}-{at}",
        icon=f":material/{icon}:",
        type="tertiary",
        on_click=lambda: _keep(change(_steps(), at)),
    )


def _up(steps: Steps, at: int) -> Steps:
    return moved(steps, at, -1)


def _down(steps: Steps, at: int) -> Steps:
    return moved(steps, at, 1)


def _take_along(steps: Steps) -> None:
    seen = st.session_state.get(SEEN, {})
    file_button(
        _("Download the draft"),
        lambda: draft_of(_still(steps, seen)),  # there is no session when it is pressed
        FILE,
        "application/yaml",
    )
    st.button(_("Clear the draft"), key="empty-draft", type="tertiary", on_click=_keep, args=((),))


def _add(camera: Camera | None = None) -> None:
    """Add what the filters, the layers and the address say now."""
    collection = store.collection()
    step = step_of_view(
        collection,
        controls.selection(collection),
        controls.opened(collection),
        [layer for layer in LAYERS if st.session_state.get(layer)],
        camera,
    )
    _keep(added(_steps(), step)[:MOST_STEPS])


def add_with_camera(told: object) -> None:
    """Add this view with the camera of its map, which the browser tells."""
    if told:
        _add(reader.camera(told))


def _steps() -> Steps:
    """The steps so far that can still be shown."""
    return _still(st.session_state.get(STEPS, ()), st.session_state.get(SEEN, {}))


def _still(steps: Steps, seen: Mapping[str, Journey]) -> Steps:
    """The steps without those that show what is another journey by now, or gone, or name it."""
    records = store.collection()
    now = records.journeys
    same = (step for step in steps if all(now.get(k) == seen.get(k) for k in _shown(step)))
    return tuple(step for step in same if reads_so(records, step))


def _shown(step: Step) -> set[str]:
    """The journeys that a step names."""
    opened = {step.opened[0]} if step.opened else set()
    return opened | {one.journey for one in step.show or ()}


def _keep(steps: Steps) -> None:
    journeys = store.collection().journeys
    named = {key for step in steps for key in _shown(step) if key in journeys}
    st.session_state[SEEN] = {key: journeys[key] for key in named}
    st.session_state[STEPS] = steps
