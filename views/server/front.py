"""The order in which requests and sockets meet what stands before the pages."""

from __future__ import annotations

from starlette.middleware import Middleware

from views.server.headers import SafeHeaders
from views.server.messages import OwnMessages
from views.server.uploads import Uploads


def middleware() -> list[Middleware]:
    """What every request and socket passes before Streamlit sees it, the first one first."""
    return [Middleware(each) for each in (SafeHeaders, OwnMessages, Uploads)]
