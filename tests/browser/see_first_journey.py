"""Waits for an app and looks at it: `python -m tests.browser.see_first_journey ADDRESS`.

Ends with 0 once a real browser has seen the first journey drawn on the map, having asked no
other host for anything; with 1 and a reason otherwise.
"""

from __future__ import annotations

import sys
import time

from geodata.commands import run_command
from tests.browser.app import is_well

PATIENCE_S = 480


def main(address: str) -> int:
    """Wait for the app at `address`, which may still be installing, and say what was seen."""
    until = time.monotonic() + PATIENCE_S
    while not is_well(address):
        if time.monotonic() > until:
            print(f"No app at {address} after {PATIENCE_S} seconds.", file=sys.stderr)
            return 1
        time.sleep(0.5)
    # What this needs is installed together with the app, so not before it answers.
    from tests.browser import chromium

    with chromium.browser() as browser, chromium.visit(browser) as visit:
        visit.page.goto(address)
        journeys = chromium.drawn(visit.page)["journeys"]
    print(f"Seen on the map at {address}: {journeys[0]}, and {len(journeys) - 1} more journeys.")
    return 0


if __name__ == "__main__":
    run_command(lambda: main(sys.argv[1]))
