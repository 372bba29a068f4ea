"""What stands before the pages? Limits, headers, and who may send or ask what.

Everything here sees requests and sockets before Streamlit does, and knows nothing of pages.
"""

from views.server.front import middleware
from views.server.start import start

__all__ = [
    "middleware",
    "start",
]
