"""How do I make a lesson of my own? From what is here, in the reader's own browser."""

from views.text import _
from views.widgets.app import frame
from views.widgets.compose import composer

frame.heading(
    _("How do I make a lesson of my own?"),
    _("Choose what is seen, write what you say, and take the lesson along as one file."),
)
composer()
