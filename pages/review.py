"""What needs review? For staff: accept it, or return it for changes with a reason."""

import streamlit as st

from annotations.proposals import Overlay
from annotations.store import BrokenHistory
from views.text import _
from views.widgets.app import frame, reader, sign_in, store
from views.widgets.staff import proposal, review, saving

me = sign_in.required()
loaded = store.loaded_with(Overlay(store.reviewed()))
try:
    desk = store.review_desk()
except BrokenHistory as broken:
    frame.heading(_("What needs review?"), _("This cannot be shown at the moment."))
    saving.say_broken_history(broken)
    st.stop()
key = reader.parameter("proposal")
found = store.proposal_of(key)
journey, source = reader.parameter("journey"), reader.parameter("source")
if found:
    proposal.opened(found, me)
elif journey in desk.tables["journeys"]:
    review.opened_journey(loaded, desk, journey, me)
elif source in desk.tables["sources"]:
    review.opened_source(loaded, desk, source, me)
else:
    if journey or source or key:
        st.info(_("This link points to nothing that is here."))
    review.waiting(loaded, desk, me)
