"""How long things take on this machine: `python -m tests.benchmarks`.

Prints a table: the way of a filter and of a dragged period to the drawn map, the days of ten
thousand journeys, the gazetteer. Everything is measured in this one run.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
from collections.abc import Iterator

from tests.benchmarks.filters import drag_to_map_ms, filter_to_map_ms
from tests.benchmarks.records import journeys_resolved_s, names_a_second, tables_read_ms


def rows() -> Iterator[tuple[str, str]]:
    """Each figure with what it says, as it is measured."""
    yield "reading and tying together all tables", f"{tables_read_ms():.0f} ms"
    yield "resolving the days of 10,000 journeys of ten stops", f"{journeys_resolved_s():.2f} s"
    yield "names looked up in the gazetteer", f"{names_a_second():,.0f} a second"
    dragged = drag_to_map_ms(60)
    yield "a dragged period to the drawn map, median of 60", f"{statistics.median(dragged):.0f} ms"
    yield "the same, 95th percentile", f"{statistics.quantiles(dragged, n=20)[-1]:.0f} ms"
    times, same_window = filter_to_map_ms(20)
    yield "a filter's click to the drawn map, median of 20", f"{statistics.median(times):.0f} ms"
    yield "the same, slowest", f"{max(times):.0f} ms"
    yield "the map's window is the same one after 20 filters", "yes" if same_window else "NO"


def main() -> int:
    """Print the figures as they come."""
    argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__).parse_args()
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
    for what, figure in rows():
        print(f"{what:<55} {figure:>16}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
