"""The order in which requests and sockets meet what stands before the pages."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.middleware import Middleware

from views.leans.streamlit import keep_downloads
from views.leans.streamlit_secrets import secrets_without_slips
from views.leans.streamlit_theme import keep_theme
from views.leans.uvicorn import bound_sockets
from views.server.addresses import FirstPage, PupilsPages
from views.server.capacity import enough_threads
from views.server.compressed import Compressed
from views.server.core import Core
from views.server.headers import SafeHeaders
from views.server.messages import OwnMessages
from views.server.page import Introduction, Smaller
from views.server.sayings import MOST_OF_VISITOR, Sayings, most_said
from views.server.sign_in import SignIn
from views.server.sockets import Sockets
from views.server.uploads import EndedUploads, Uploads

BETWEEN_LOOKS_S = 150  # longer than Streamlit keeps a session whose page is away


def prepare() -> None:
    """What has to stand before the server is up: what sockets may send before it is a message is
    bounded, no slip in the file of secrets stops a page, the theme is put together once, and a file
    that was made stays until it is fetched."""
    bound_sockets(MOST_OF_VISITOR, most_said)
    secrets_without_slips()
    keep_theme()
    keep_downloads()


def middleware() -> list[Middleware]:
    """What every request and socket passes before Streamlit sees it, the first one first."""
    edges = (SafeHeaders, Compressed, FirstPage, PupilsPages, Smaller, Core)
    parts = (*edges, Sockets, Sayings, OwnMessages, Introduction, Uploads, SignIn)
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
