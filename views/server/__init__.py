"""What stands before the pages? Limits, headers, and who may send or ask what.

Everything here sees requests and sockets before Streamlit does, and knows nothing of pages.
"""

from views.server.failure import log_without_words, say_failure
from views.server.front import bound_sockets, lifespan, middleware
from views.server.start import is_for_one, start

__all__ = [
    "bound_sockets",
    "is_for_one",
    "lifespan",
    "log_without_words",
    "middleware",
    "say_failure",
    "start",
]
