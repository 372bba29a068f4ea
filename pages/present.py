"""How can I teach with this? The stories, and one of them step by step on the whole screen."""

import streamlit as st

from views.text import _
from views.widgets.app import frame
from views.widgets.atlas import present

story = present.asked_story()
if story is None:
    frame.heading(
        _("How can I teach with this?"),
        _(
            "Stories lead through the records step by step, by key or clicker, and need no "
            "internet."
        ),
    )
    present.keep_paper()
    present.say_faults()
    present.stories_to_choose()
    st.html(present.how_to_write_one())
else:
    frame.heading(story.title, story.audience)
    present.give(story)
