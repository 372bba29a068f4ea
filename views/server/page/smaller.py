"""Files of Streamlit's page with what we need of them alone: its icons and its typefaces.

Of 4,000 icons 80 are left. Its typefaces are ours, with a tenth of the signs: a browser that waits
for ours would take its too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from geodata import ROOT
from views.leans.streamlit import typefaces
from views.leans.streamlit_page import typeface_of_icons
from views.server.requests import path_in_app

LASTING = "public, immutable, max-age=31536000"  # as Streamlit has it for these
ICONS = ROOT / "static" / "atlas" / "typefaces" / "icons.woff2"


class Smaller:
    """Answers a request for one of these; everything else is passed on."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the small one, or pass the request on."""
        path = path_in_app(scope) if scope["type"] == "http" else ""
        app: ASGIApp = self._app
        if path in _files():
            kind, made = _files()[path]
            headers = {"Cache-Control": LASTING, "ETag": f'"{len(made())}"'}
            app = Response(made(), headers=headers, media_type=kind)
        elif path in _elsewhere():
            # Told from the file itself, so it stays with this host and below its path.
            app = RedirectResponse(f"../../app/static/atlas/typefaces/{_elsewhere()[path]}")
        await app(scope, receive, send)


@cache
def _files() -> Mapping[str, tuple[str, Callable[[], bytes]]]:
    return {
        f"static/media/{typeface_of_icons().name}": ("font/woff2", ICONS.read_bytes),
    }


@cache
def _elsewhere() -> Mapping[str, str]:
    return {f"static/media/{path.name}": name for name, path in typefaces().items()}
