"""What stands before the pages? Limits, headers, and who may send or ask what.

Everything here sees requests and sockets before Streamlit does, and knows nothing of pages.
"""

from views.server.addresses import say_pupils
from views.server.failure import log_without_words, say_failure
from views.server.front import lifespan, middleware, prepare
from views.server.page import say_first, sheet_words
from views.server.sockets import network
from views.server.start import is_for_one, start

__all__ = [
    "is_for_one",
    "lifespan",
    "log_without_words",
    "middleware",
    "network",
    "prepare",
    "say_failure",
    "say_first",
    "say_pupils",
    "sheet_words",
    "start",
]
