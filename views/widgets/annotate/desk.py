"""The desk of who annotates: the text, what its words stand for, and the journey they make."""

from __future__ import annotations

import streamlit as st

from views.text import _, el
from views.widgets.annotate.journey import journey_form, stops_in_order
from views.widgets.annotate.map import map_of_work
from views.widgets.annotate.mention import mention_form
from views.widgets.annotate.save import save_form
from views.widgets.annotate.source import source_form
from views.widgets.annotate.start import begin
from views.widgets.annotate.stop import stop_form
from views.widgets.annotate.text import text_with_marks
from views.widgets.annotate.work import Desk, desk, leave, say_refusal
from views.widgets.staff import proposal, saving


def annotate(me: str) -> None:
    """The draft that is open, or where to begin."""
    saving.say_last_save()
    opened = desk(me)
    if opened is None:
        proposal.choose()
        say_refusal()
        begin(me)
    else:
        _bar(opened)
        say_refusal()
        _columns(opened)


def _bar(opened: Desk) -> None:
    """Which text it is, the way back, and saving."""
    with st.container(horizontal=True, vertical_alignment="center", key="work-bar"):
        st.button(_("‹ Drafts and texts"), key="leave", type="tertiary", on_click=leave)
        st.html(el("b", opened.work.rows["sources"][opened.work.source]["title"]))
        st.button(
            _("Undo the last step"),
            key="take-back",
            type="tertiary",
            disabled=not opened.can_take_back,
            on_click=opened.take_back,
        )
        with st.popover(_("Save"), key="save-popover", type="primary"):
            save_form(opened)


def _columns(opened: Desk) -> None:
    """Words, meaning, journey: from left to right; one below the other on a phone."""
    words, meaning, journey = st.columns((10, 8, 9), gap="medium")
    with words, st.container(key="work-text"):
        text_with_marks(opened)
        source_form(opened)
    with meaning, st.container(key="work-meaning"):
        found = mention_form(opened)
    with journey, st.container(key="work-journey"):
        map_of_work(opened, found)
        stops_in_order(opened)
        stop_form(opened)
        journey_form(opened)
