"""What Streamlit answers about itself: only what a page needs, and whether it is well.

No file has a longer name than a disk takes, nor a longer path, so an address with one has nothing
behind it. Neither has that of a list beside what was made, or of half a file: a digest of what is
hidden would let a guess be proved.
"""

from __future__ import annotations

import re
from posixpath import normpath

from starlette.types import ASGIApp, Receive, Scope, Send

from views.server.requests import below_core, refusal
from views.text import _

# `metrics` is not among them: it tells how many visit and what the server has in memory.
LONGEST_NAME, LONGEST_PATH = 255, 2_000  # bytes
NEEDED = ("stream", "health", "host-config", "upload_file/", "bidi-components/")
MADE, WHOLE = "/atlas/made/", re.compile(r"[0-9a-f]+\.(?:js|json|html)")


class Core:
    """Answers a request for anything else as if it were not there."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what a page needs."""
        if scope["type"] != "http" or _may_be_there(scope):
            await self._app(scope, receive, send)
        else:
            await refusal(404, _("There is nothing here."))(scope, receive, send)


def _may_be_there(scope: Scope) -> bool:
    asked = below_core(scope)
    if asked is not None and not asked.startswith(NEEDED):
        return False
    plain = normpath(str(scope["path"]).replace("\\", "/")).lower()
    _folder, made, name = plain.rpartition(MADE)
    if made and not WHOLE.fullmatch(name):
        return False
    path = str(scope["path"]).encode("utf-8", "surrogatepass")
    names = path.split(b"/")
    is_path = len(path) <= LONGEST_PATH
    return is_path and all(len(name) <= LONGEST_NAME and b"\0" not in name for name in names)
