"""What does a page bring along before any of its scripts has run?"""

from views.server.page.first import say_first
from views.server.page.introduction import Introduction
from views.server.page.sheet import sheet_words
from views.server.page.smaller import Smaller

__all__ = ["Introduction", "Smaller", "say_first", "sheet_words"]
