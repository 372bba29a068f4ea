"""What the server may use of the machine: threads for answers, and open files for sockets."""

from __future__ import annotations

import asyncio
import sys
from concurrent.futures import ThreadPoolExecutor

if sys.platform != "win32":
    import resource

# More than wait for files at most (see `views.widgets.app.files`), so that one is always free.
THREADS = 96
# What is open besides sockets: tables, scripts, requests, and 128 sessions that their pages have
# left, which Streamlit keeps for two minutes.
OTHERS = 600
ENOUGH = 16_384


def files_for_sockets() -> int:
    """How many open files are left for sockets, once the limit is raised as far as is useful."""
    if sys.platform == "win32":  # it has no such limit
        return ENOUGH
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = ENOUGH if hard == resource.RLIM_INFINITY else min(hard, ENOUGH)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
        soft = most
    return ENOUGH if soft == resource.RLIM_INFINITY else max(soft - OTHERS, 0)


def enough_threads() -> None:
    """Let that many requests be answered at once by the loop that runs, on a machine of any size.

    A press of a button for a file has a thread for as long as the file is made; by itself Python
    has four more threads for that than the machine has processors.
    """
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS, "answer"))
