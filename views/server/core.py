"""What Streamlit answers about itself: only what a page needs, and whether it is well."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from views.server.requests import below_core, refusal
from views.text import _

# `metrics` is not among them: it tells how many visit and what the server has in memory.
NEEDED = ("stream", "health", "host-config", "upload_file/", "bidi-components/")


class Core:
    """Answers a request for anything else as if it were not there."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what a page needs."""
        asked = below_core(scope) if scope["type"] == "http" else None
        if asked is None or asked.startswith(NEEDED):
            await self._app(scope, receive, send)
        else:
            await refusal(404, _("There is nothing here."))(scope, receive, send)
