"""Headers of every answer: what a browser may load for the app, and who may show it in a frame."""

from __future__ import annotations

import re
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from views.server.requests import path_in_app
from views.server.start import start

# The pages that may stand in a page elsewhere, and what such a page has in frames of its own.
EMBEDDABLE = {"", "present", "journeys", "arrivals", "sources", "glossary", "method"}
PARTS = ("component/", "app/static/")
TILES = "https://tile.openstreetmap.org"  # only where a visitor has asked for them
SOURCES = {
    "default-src": "'self'",
    # Streamlit, Plotly and the map run scripts that they make themselves.
    "script-src": "'self' 'unsafe-inline' 'unsafe-eval' blob:",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": f"'self' data: blob: {TILES}",
    "font-src": "'self' data:",
    "media-src": "'self' data: blob:",
    "worker-src": "'self' blob:",
    "frame-src": "'self' blob: data:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
}
USUAL = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    # A page that opens the app in a window of its own gets no hold of it.
    "Cross-Origin-Opener-Policy": "same-origin",
}
HOST = re.compile(r"[\w.-]+(?::\d+)?|\[[\da-fA-F:]+\](?::\d+)?", re.ASCII)


class SafeHeaders:
    """Puts those headers on every answer, and the rules for pages on every page."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and its answer back with the headers."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(USUAL)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.update(_page_headers(scope))
            await send(message)

        await self._app(scope, receive, send_with_headers)


def _page_headers(scope: Scope) -> dict[str, str]:
    policy = "; ".join(f"{name} {sources}" for name, sources in SOURCES.items())
    policy += f"; connect-src 'self'{_sockets(scope)};"
    if may_be_framed(scope):
        return {"Content-Security-Policy": policy}
    return {
        "Content-Security-Policy": f"{policy} frame-ancestors 'self'",
        "X-Frame-Options": "SAMEORIGIN",
    }


def may_be_framed(scope: Scope) -> bool:
    """True for an embedded view, and for what it consists of.

    Nothing may be framed where the app was started for one person: without a sign-in, a page in
    the frame would be that person's.
    """
    if start().for_one:
        return False
    path = path_in_app(scope)
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    embeds = [word.lower() for word in asked.get("embed", ())] == ["true"]
    return path.startswith(PARTS) or (embeds and path in EMBEDDABLE)


def _sockets(scope: Scope) -> str:
    """The addresses of the app's own sockets; for older browsers `'self'` has none."""
    host = Headers(scope=scope).get("host", "")
    return f" ws://{host} wss://{host}" if HOST.fullmatch(host) else ""
