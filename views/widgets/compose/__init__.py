"""What can a teacher touch to put a lesson together? The page of it, and the way there."""

from views.widgets.compose.add_view import add_view
from views.widgets.compose.page import composer

__all__ = ["add_view", "composer"]
