"""Beside the map: its view becomes a step of the lesson that the reader's browser keeps."""

from __future__ import annotations

import streamlit as st

from annotations.records import Collection
from annotations.selection import Selection
from annotations.stories import Step, Story, draft_of_story
from views.composing import adding_words
from views.lessons import step_of_view
from views.text import _, el
from views.widgets.app import component
from views.widgets.atlas import controls

LAYERS = ("relief", "cumulative")
PAGE = "compose"

_adding = component("adding", "compose/add-view.js", sheet="compose/compose.css")


def add_view(collection: Collection, selection: Selection) -> None:
    """The button that adds this view, and the way to the lesson. The server is told nothing."""
    step = step_of_view(
        collection,
        selection,
        controls.opened(collection),
        [layer for layer in LAYERS if st.session_state.get(layer)],
        event=controls.opened_event(collection),
    )
    with st.sidebar:
        words = _("Each view becomes a step of a lesson, which this browser keeps.")
        st.html(el("p", _("Your lesson"), cls="eyebrow") + el("p", words, cls="muted"))
        _adding(
            key="adding",
            data={"step": _draft(step), "page": PAGE, "words": adding_words()},
        )


def _draft(step: Step) -> object:
    """The step as a draft has it."""
    steps = draft_of_story(Story("view", "", "", 0, "", "", (step,)))["steps"]
    return steps[0] if isinstance(steps, list) else steps
