"""Short addresses: the first page under its name leads to it, and a page for pupils stands at once.

A page for pupils is a file that was made; a phone that was led to it needs nothing else of the app.
"""

from __future__ import annotations

import re
from pathlib import Path

from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from views.server.requests import path_in_app

NAME = "map"
PUPILS = re.compile(r"pupils/([a-z0-9]+(?:-[a-z0-9]+)*)")
CHARSET = '<meta charset="utf-8">'
MADE = "app/static/atlas/made/"
AGAIN = "made"  # in the address of whoever comes from where the page is made
_pages: dict[str, Path] = {}


def say_pupils(story: str, page: Path) -> None:
    """Let this file be the page for pupils of a story, as long as it is there."""
    _pages[story] = page


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


class PupilsPages:
    """Answers the short address of a page for pupils with the page itself.

    Where it is not made yet, or not any more, it leads to where it is made, which leads back.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything else on."""
        asked = PUPILS.fullmatch(path_in_app(scope)) if scope["type"] == "http" else None
        if asked is None or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        await _pupils(asked[1], scope)(scope, receive, send)


def _pupils(story: str, scope: Scope) -> Response:
    up = "../../" if str(scope["path"]).endswith("/") else "../"
    fresh = {"Cache-Control": "no-store"}
    try:
        page = _pages[story].read_text(encoding="utf-8")
    except (KeyError, OSError):
        if AGAIN in scope.get("query_string", b"").decode("latin-1"):
            return RedirectResponse(f"{up}present", headers=fresh)
        return RedirectResponse(f"{up}present?story={story}&pupils=true", headers=fresh)
    based = page.replace(CHARSET, f'{CHARSET}<base href="{up}{MADE}">', 1)
    return HTMLResponse(based, headers=fresh)
