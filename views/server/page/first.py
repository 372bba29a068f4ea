"""What the first page says, as its records give it, in time to be sent with the page."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import Protocol

from starlette.types import Scope

from views.server.requests import path_in_app

LOG = logging.getLogger(__name__)
PATIENCE_S = 2  # for what is made once for each version of the tables
MOST_UNDER_WAY = 50
# Of its own: a press of a button for a file waits for none of them.
_threads = ThreadPoolExecutor(2, "first-words")
_under_way: set[Future[Said]] = set()


class Said(Protocol):
    """What is shown until the page itself stands, and which scripts that will ask for."""

    @property
    def shown(self) -> str:
        """Elements of the body."""
        ...

    @property
    def scripts(self) -> tuple[str, ...]:
        """Their addresses, seen from the page."""
        ...


Say = Callable[[], Said]
_says: list[Say] = []


def say_first(say: Say) -> None:
    """Let this say what the first page says. What it needs is there once a page has run."""
    _says[:] = [say]


async def said_first(scope: Scope) -> Said | None:
    """What is said at once to whoever asks for the first page, and nothing else of it.

    None for any other address, before a page has run, and where the records are not read in time,
    or too many ask: nobody waits for them twice.
    """
    is_plain = scope["method"] == "GET" and not scope.get("query_string") and not path_in_app(scope)
    if not _says or not is_plain or len(_under_way) >= MOST_UNDER_WAY:
        return None
    saying = _threads.submit(copy_context().run, _says[0])
    _under_way.add(saying)
    saying.add_done_callback(_under_way.discard)
    try:
        return await asyncio.wait_for(asyncio.wrap_future(saying), PATIENCE_S)
    except TimeoutError:
        return None
    except Exception as error:  # the page says itself what is wrong
        LOG.warning("The first page is sent without its words: %s", type(error).__name__)
        return None
