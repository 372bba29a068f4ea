"""What does a teacher put a lesson together from? Choices, what the check says, and files."""

from views.composing.answer import answer, blank_lesson, page_of
from views.composing.field_words import field_words
from views.composing.offers import offers
from views.composing.page_words import adding_words, page_words
from views.composing.pieces import Pieces, shared_pieces

__all__ = [
    "Pieces",
    "adding_words",
    "answer",
    "blank_lesson",
    "field_words",
    "offers",
    "page_of",
    "page_words",
    "shared_pieces",
]
