"""Records are hidden from visitors at once, by one person, with a reason."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from annotations.proposals import hide
from annotations.store import Saved
from views.text import _
from views.widgets.app import store
from views.widgets.staff import saving

HIDING = "hiding"


def hide_form(key: str, records: Sequence[str], me: str) -> None:
    """Withhold journeys, stops or places as a whole; `key` tells this form from others."""
    with st.form(f"hide-form-{key}", border=False):
        reason = st.text_input(_("Why should it be hidden?"), key=f"hide-why-{key}")
        asked = st.checkbox(_("The person asked for it"), key=f"hide-asked-{key}")
        st.form_submit_button(
            _("Hide it from visitors now"), key=f"hide-now-{key}", on_click=_ask, args=(key,)
        )
    if st.session_state.get(HIDING) != key:
        return
    del st.session_state[HIDING]
    if not records:
        st.info(_("Choose what to hide."))
    elif not reason.strip():
        st.info(_("Say why it is hidden. Visitors do not see the reason."))
    elif all([_hidden(record, me, reason, asked) for record in records]):
        st.session_state[saving.SAID] = _("It is hidden from visitors.")
        st.rerun()


def _hidden(record: str, me: str, reason: str, asked: bool) -> Saved | bool | None:
    """Hide one record, whatever becomes of the others; true where visitors do not see it now."""
    try:
        return saving.run(lambda: hide(store.reviewed(), record, me, reason, asked=asked))
    except ValueError:  # somebody else has hidden it meanwhile
        return True


def _ask(key: str) -> None:
    """Keep which form was sent until the run that can tell how it ended."""
    st.session_state[HIDING] = key
