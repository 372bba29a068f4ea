"""Files that no page asked for, sent by a visitor: what stays of them in memory."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import psutil

from geodata import ROOT
from tests.benchmarks.table import Row
from tests.browser.app import run_script
from tests.browser.bare_client import told
from tests.browser.hostile_client import send_file, session

FILES, AT_ONCE, SIZE = 50, 8, 19_000_000
ROWS = (
    Row("uploads_mb", f"memory after {FILES} files of a visitor, more", "{:,.0f} MB", (20,)),
    Row("uploads_taken", "  files that were accepted", "{:.0f}", (0,)),
)


def figures() -> Mapping[str, float]:
    """Memory that the server has more than before the files, and how many it accepted."""
    with run_script(ROOT / "dashboard.py") as running, session(running.address) as key:
        told(running.address, "")
        server = psutil.Process(running.process)
        before = server.memory_info().rss
        with ThreadPoolExecutor(AT_ONCE) as pool:
            sent = [
                pool.submit(send_file, running.address, key, f"file-{number}", SIZE)
                for number in range(FILES)
            ]
            taken = sum(each.result() == 204 for each in sent)
        told(running.address, "")
        return {
            "uploads_mb": (server.memory_info().rss - before) / 1e6,
            "uploads_taken": taken,
        }
