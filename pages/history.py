"""Who changed what, and when? For staff: every save with its rows before and after, to undo."""

import streamlit as st

from annotations.store import BrokenHistory
from views.staff import saves_counted
from views.text import _
from views.widgets.app import frame, sign_in, store
from views.widgets.staff import saves, saving

me = sign_in.required()
title = _("Who changed what, and when?")
try:
    lines = store.lines()
except BrokenHistory as broken:
    frame.heading(title, _("That cannot be told now."))
    saving.say_broken_history(broken)
    st.stop()
frame.heading(title, saves_counted(len({line.save for line in lines})))
saving.last_said()
saves.listed(saves.asked_saves(lines), lines, me)
