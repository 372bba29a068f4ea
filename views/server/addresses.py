"""The first page has one address: a link to its name leads there, whatever was asked for."""

from __future__ import annotations

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from views.server.requests import path_in_app

NAME = "map"


class FirstPage:
    """Sends a browser that asks for the first page by its name to where it stands.

    Streamlit knows a page that comes first by its place alone, and would say that there is none
    of that name.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything else on."""
        if scope["type"] == "http" and path_in_app(scope) == NAME:
            asked = scope.get("query_string", b"").decode("latin-1")
            # Told from the page itself, so it stays with this host and below its path.
            place = "./" if not str(scope["path"]).endswith("/") else "../"
            await RedirectResponse(f"{place}?{asked}" if asked else place)(scope, receive, send)
        else:
            await self._app(scope, receive, send)
