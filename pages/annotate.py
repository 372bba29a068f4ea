"""What does a text say of places and days? For staff: mark words, and make a journey of them."""

from views.text import _
from views.widgets.annotate import annotate
from views.widgets.app import frame, sign_in

me = sign_in.required()
frame.heading(
    _("What does the text say?"),
    _(
        "Mark the words that name places and dates, say what they refer to, and turn them "
        "into stops."
    ),
)
annotate(me)
