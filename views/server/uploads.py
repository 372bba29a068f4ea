"""Uploads: for staff alone, and bounded for each file, each session and all of them together.

Streamlit lets whoever has a page open send it files, also where no page asks for one.
"""

from __future__ import annotations

import asyncio
from collections import Counter

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from views.leans.streamlit import forget_uploads, is_open, keep_newest_uploads, upload_sizes
from views.server.requests import below_core, is_of_staff, refusal
from views.text import _

UPLOAD = "upload_file/"
AT_ONCE = 4
MOST_OF_SESSION = 64_000_000
MOST_IN_ALL = 256_000_000
LONGEST_S = 300
LONGEST_LENGTH = 12  # digits of a number of bytes that can be meant


class Uploads:
    """Lets staff send files and takes them from nobody else."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._at_once = asyncio.Semaphore(AT_ONCE)
        self._coming: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is no upload, and an upload that is allowed."""
        asked = below_core(scope) or ""
        if not asked.startswith(UPLOAD) or scope.get("method") == "OPTIONS":
            await self._app(scope, receive, send)
        elif why := self._why_not(scope):
            await refusal(*why)(scope, receive, send)
        else:
            session = asked.removeprefix(UPLOAD).partition("/")[0]
            await self._take(session, scope, receive, send)

    def _why_not(self, scope: Scope) -> tuple[int, str] | None:
        """The status and the reason with which an upload is refused; None where it is not."""
        if not is_of_staff(scope):
            return 403, _("Files can be sent by staff only.")
        length = _length(scope)
        if length is None:
            return 411, _("The length of the file is missing.")
        if sum(upload_sizes().values()) + self._coming.total() + length > MOST_IN_ALL:
            return 503, _("Too many files are open at the moment. Try again in a few minutes.")
        return None

    async def _take(self, session: str, scope: Scope, receive: Receive, send: Send) -> None:
        length = _length(scope) or 0
        self._coming[session] += length
        try:
            async with self._at_once, asyncio.timeout(LONGEST_S):
                await self._app(scope, receive, send)
        finally:
            self._coming[session] -= length
            self._coming += Counter()  # forget sessions of which nothing is coming
            keep_newest_uploads(session, MOST_OF_SESSION)
            if not is_open(session):
                forget_uploads(session)


def _length(scope: Scope) -> int | None:
    """How many bytes the request says will come; 0 where it removes a file."""
    if scope["method"] == "DELETE":
        return 0
    said = Headers(scope=scope).get("content-length", "")
    is_number = said.isascii() and said.isdigit() and len(said) <= LONGEST_LENGTH
    return int(said) if is_number else None


class EndedUploads:
    """Files of sessions that ended: gone when a session was not open at two looks in a row."""

    def __init__(self) -> None:
        self._ended: set[str] = set()

    def look(self) -> None:
        """Forget the files of the sessions that were not open last time and are not now."""
        ended = {session for session in upload_sizes() if not is_open(session)}
        for session in ended & self._ended:
            forget_uploads(session)
        self._ended = ended
