"""How many files the server may have open: raised as far as the system lets it."""

from __future__ import annotations

import sys

if sys.platform != "win32":
    import resource

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
