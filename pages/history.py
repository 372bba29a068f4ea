"""Who changed what, and when? For staff: every save, or what became public, to undo."""

import streamlit as st

from annotations.store import BrokenHistory
from views.staff import save_count
from views.text import _
from views.widgets.app import frame, sign_in, store
from views.widgets.staff import audit, saves, saving

me = sign_in.required()
title = _("Who changed what, and when?")
try:
    lines = store.lines()
except BrokenHistory as broken:
    frame.heading(title, _("This cannot be shown at the moment."))
    saving.say_broken_history(broken)
    st.stop()
frame.heading(title, save_count(len({line.save for line in lines})))
saving.say_last_save()
if audit.asked_view() == "public":
    audit.listed(lines, me)
else:
    saves.listed(saves.asked_saves(lines), lines, me)
