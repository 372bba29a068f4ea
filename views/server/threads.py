"""Threads for whoever waits for an answer that is made elsewhere."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

# More than wait for files at most (see `views.widgets.app.files`), so that one is always free.
THREADS = 96


def enough_threads() -> None:
    """Let that many requests be answered at once by the loop that runs, on a machine of any size.

    A press of a button for a file has a thread for as long as the file is made; by itself Python
    has four more threads for that than the machine has processors.
    """
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS, "answer"))
