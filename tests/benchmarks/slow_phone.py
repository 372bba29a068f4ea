"""How soon the first page stands on a slow phone: `python -m tests.benchmarks.slow_phone`.

A phone of 390 by 844 pixels, with a processor four times as slow as this machine's and a line of
1.6 Mbit/s with 150 ms each way, opens the first page for the first time: as the app sends it, and
without compression. Each figure is the median of three visits, and stands beside its target;
it ends with 1 where one is not met.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from geodata.commands import run_command
from tests.benchmarks.table import FIGURE, LABEL, TARGET, Row
from tests.browser import chromium
from tests.browser.app import start_app

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession

VISITS = 3
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 1e5}
SLOWER, PATIENCE_MS = 4, 180_000
SECONDS = "{:.1f} s"
ROWS = (
    Row("list_s", "title and list on the screen", SECONDS, (6,) * 3),
    Row("map_s", "the map with its journeys", SECONDS, (12,) * 3),
    Row("timeline_s", "the timeline", SECONDS, (20,) * 3),
    Row("kb", "sent to the browser", "{:,.0f} kB", (3_670,) * 3),
    Row("requests", "  in so many requests", "{:.0f}"),
)
# Each window notes when its part stands, by the clock of the machine.
WATCH = """
const seen = {
  list: () => document.querySelector('h1')?.innerText && document.querySelector('.listing li'),
  map: () => window.atlas?.drawn().journeys.length,
  timeline: () => document.querySelector('.st-key-time-room .js-plotly-plot .barlayer path'),
};
window.stands = {};
const look = setInterval(() => {
  for (const [name, stands] of Object.entries(seen)) {
    if (!window.stands[name] && stands()) window.stands[name] = Date.now();
  }
}, 50);
"""
ALL = """() => {
  const windows = [window, ...[...document.querySelectorAll('iframe')].map((f) => f.contentWindow)];
  const told = Object.assign({}, ...windows.map((one) => one?.stands ?? {}));
  return told.list && told.map && told.timeline && told;
}"""


@dataclass
class Line:
    """What came over the line so far."""

    size: int = 0
    requests: int = 0
    sockets: int = 0

    def listen(self, session: CDPSession) -> None:
        """Count what the browser says of its network."""
        session.on("Network.loadingFinished", self._file)
        session.on("Network.webSocketFrameReceived", self._frame)

    def _file(self, event: Mapping[str, float]) -> None:
        self.size += int(event["encodedDataLength"])
        self.requests += 1

    def _frame(self, event: Mapping[str, Mapping[str, str]]) -> None:
        # In Base64, which has four letters for three bytes.
        self.sockets += len(event["response"]["payloadData"]) * 3 // 4


def visit(browser: Browser, app: str, is_compressed: bool) -> Mapping[str, float]:
    """The figures of one first visit."""
    with chromium.visit(browser, **PHONE) as seen:
        page, line = seen.page, Line()
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", LINE)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        if not is_compressed:
            headers = {"Accept-Encoding": "identity"}
            session.send("Network.setExtraHTTPHeaders", {"headers": headers})
        line.listen(session)
        page.add_init_script(WATCH)
        page.goto(app, wait_until="commit", timeout=PATIENCE_MS)
        told = page.wait_for_function(ALL, timeout=PATIENCE_MS, polling=250).json_value()
        start = page.evaluate("performance.timeOrigin")
        return {
            **{f"{name}_s": (moment - start) / 1_000 for name, moment in told.items()},
            "kb": (line.size + line.sockets) / 1_000,
            "requests": line.requests,
        }


def lines(columns: Sequence[Mapping[str, float]]) -> Iterator[str]:
    """The table, a line at a time: as it is sent, and without compression."""
    heads = (f"{words:>{FIGURE}}{'':{TARGET}}" for words in ("as it is", "plain"))
    yield f"{'first visit of a slow phone':<{LABEL}}{''.join(heads)}".rstrip()
    for row in ROWS:
        sent, plain = (figures[row.name] for figures in columns)
        yield f"{row.words:<{LABEL}}{row.cell(sent, 26)}{row.form.format(plain):>{FIGURE}}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Visit both ways in turn, and print what came of it."""
    argparse.ArgumentParser(
        prog="python -m tests.benchmarks.slow_phone", description=__doc__
    ).parse_args(arguments)
    found: dict[bool, list[Mapping[str, float]]] = {True: [], False: []}
    with start_app() as app, chromium.browser() as browser:
        visit(browser, app, True)  # what is made once is made
        for _ in range(VISITS):
            for is_compressed, visits in found.items():
                visits.append(visit(browser, app, is_compressed))
    columns = [
        {row.name: median(one[row.name] for one in visits) for row in ROWS}
        for visits in found.values()
    ]
    table = list(lines(columns))
    print(*table, sep="\n")
    return 1 if any("NOT met" in line for line in table) else 0


if __name__ == "__main__":
    run_command(main)
