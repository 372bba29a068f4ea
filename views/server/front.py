"""The order in which requests and sockets meet what stands before the pages."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.middleware import Middleware

from views.leans.uvicorn import bound_sockets as bound
from views.server.addresses import FirstPage
from views.server.capacity import enough_threads
from views.server.compressed import Compressed
from views.server.core import Core
from views.server.headers import SafeHeaders
from views.server.introduction import Introduction
from views.server.messages import OwnMessages
from views.server.sayings import MOST_OF_VISITOR, Sayings, most_said
from views.server.sockets import Sockets
from views.server.uploads import EndedUploads, Uploads

BETWEEN_LOOKS_S = 150  # longer than Streamlit keeps a session whose page is away


def bound_sockets() -> None:
    """Bound what sockets may send, before anything of it is a message; before the server is up."""
    bound(MOST_OF_VISITOR, most_said)


def middleware() -> list[Middleware]:
    """What every request and socket passes before Streamlit sees it, the first one first."""
    edges = (SafeHeaders, Compressed, FirstPage, Core)
    parts = (*edges, Sockets, Sayings, OwnMessages, Introduction, Uploads)
    return [Middleware(each) for each in parts]


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Have threads for all, and look after what ended sessions leave behind, while it is served."""
    enough_threads()
    looking = asyncio.create_task(_look_again_and_again())
    try:
        yield
    finally:
        looking.cancel()


async def _look_again_and_again() -> None:
    uploads = EndedUploads()
    while True:
        await asyncio.sleep(BETWEEN_LOOKS_S)
        uploads.look()
