"""Threads for whoever waits for an answer that is made elsewhere."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

# More than wait for files at most (see `views.widgets.app.files`), so that one is always free.
THREADS = 96


@asynccontextmanager
async def enough_threads(_app: object) -> AsyncIterator[None]:
    """Let that many requests be answered at once, on a machine of any size, while the app runs.

    A press of a button for a file has a thread for as long as the file is made; by itself Python
    has four more threads for that than the machine has processors.
    """
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS, "answer"))
    yield
