"""Which places and dates does a text name? For staff: mark words, and make a journey of them."""

from views.text import _
from views.widgets.annotate import annotate
from views.widgets.app import frame, sign_in

me = sign_in.required()
frame.heading(
    _("Which places and dates does a text name?"),
    _("Mark the words, say what they refer to, and turn them into stops."),
)
annotate(me)
