"""The steps of the benchmark: each gives figures of the running apps by their names.

The names are those of `tests.benchmarks.table.ROWS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median, quantiles

import psutil

from tests.benchmarks import watched
from tests.benchmarks.apps import App, Apps
from tests.benchmarks.timeline import Mouse, spread, sweep
from tests.browser import chromium

Figures = Mapping[str, float]
PLAY = '.st-key-time-room button[data-player="play"]'
MB = 1024**2


@dataclass(frozen=True)
class Repeats:
    """How often each thing is done: loads of a page, moves of a drag, drags, clicks; seconds."""

    loads: int
    moves: int
    drags: int
    clicks: int
    play_s: float


FULL = Repeats(loads=5, moves=120, drags=6, clicks=20, play_s=5)
QUICK = Repeats(loads=1, moves=12, drags=1, clicks=2, play_s=1)


def first_maps(apps: Apps, repeats: Repeats) -> Figures:
    """How long a first map takes, ours and that of an empty app by turns."""
    taken: dict[App, list[float]] = {apps.ours: [], apps.empty: []}
    for app in list(taken) * repeats.loads:
        with watched.visit(apps.browser, app.drawn_when) as page:
            taken[app].append(watched.open_map(page, app.address))
    return _against("first", *taken.values())


def loads(apps: Apps, _repeats: Repeats) -> Figures:
    """Kilobytes of a first load and of a second one. The page stays open for the next steps."""
    page, received = apps.ours.page, []
    for _ in range(2):
        watched.open_map(page, apps.ours.address)
        watched.rest(page)
        received.append(apps.traffic.take() / 1000)
    return {"cold_kb": received[0], "warm_kb": received[1]}


def playing(apps: Apps, repeats: Repeats) -> Figures:
    """Maps drawn a second while the timeline plays."""
    page, frame = apps.ours.page, chromium.map_frame(apps.ours.page)
    watched.follow(frame, "at")
    page.locator(PLAY).click()
    page.wait_for_timeout(repeats.play_s * 1000)
    frames = sorted(set(frame.evaluate("watch.draws.map((draw) => draw.frame)")))
    page.locator(PLAY).click()
    watched.rest(page)
    return {"frames": (len(frames) - 1) * 1000 / (frames[-1] - frames[0])}


def brush(apps: Apps, repeats: Repeats) -> Figures:
    """One long drag over the timeline: when the map had followed, and what the server had to do."""
    page, frame = apps.ours.page, chromium.map_frame(apps.ours.page)
    watched.follow(frame, "preview")
    server, mouse = psutil.Process(apps.ours.process), Mouse(page)
    mouse.press()
    page.evaluate("watch.moves = []")
    sent, worked_s = apps.traffic.sent_so_far(), sum(server.cpu_times()[:2])
    mouse.drag_to(sweep(repeats.moves))
    moves = page.evaluate("watch.moves")
    drawn = watched.drawn_after(frame, [move["handled"] for move in moves])
    sent, worked_s = apps.traffic.sent_so_far() - sent, sum(server.cpu_times()[:2]) - worked_s
    watched.release_to_panel_ms(page, mouse.release)
    taken = [at - move["stamp"] for at, move in zip(drawn, moves, strict=True)]
    handled = [at - move["handled"] for at, move in zip(drawn, moves, strict=True)]
    return {
        "brush_ms": median(taken),
        "brush_p95_ms": quantiles(taken, n=20)[-1],
        "handled_ms": median(handled),
        "sent": sent,
        "server_ms": worked_s * 1000,
    }


def releases(apps: Apps, repeats: Repeats) -> Figures:
    """How long the panel takes after a drag, beside an empty run; and the bytes on the way."""
    page, taken, received = apps.ours.page, [], []
    mouse = Mouse(page)
    for last in spread(repeats.drags):
        mouse.drag(last)
        apps.traffic.take()
        taken.append(watched.release_to_panel_ms(page, mouse.release))
        received.append(apps.traffic.take() / 1000)
    page = apps.empty.page
    again = page.locator(".st-key-again button")
    empty = [watched.release_to_panel_ms(page, again.click) for _ in range(repeats.drags)]
    return {"release_kb": median(received)} | _against("release", taken, empty)


def filters(apps: Apps, repeats: Repeats) -> Figures:
    """How long a filter's click takes to the drawn map, and whether it makes the map anew."""
    page, frame = apps.ours.page, chromium.map_frame(apps.ours.page)
    watched.follow(frame, "show")
    chromium.open_filters(page)
    watched.rest(page)
    renewed, taken = [], []
    # The address of the page changes too; only a window in it is the map's.
    page.on("framenavigated", lambda window: window.parent_frame and renewed.append(window))
    for turn in range(repeats.clicks):
        frame.evaluate("watch.draws = []")
        page.get_by_role("radio", name="Definitely" if turn % 2 else "Also possibly").click()
        frame.wait_for_function("watch.draws.length > 0", polling=watched.POLL_MS)
        drawn = frame.evaluate("watch.draws[0].painted")
        taken.append(drawn - page.evaluate("watch.released"))
        watched.rest(page)
    return {"filter_ms": median(taken), "filter_most_ms": max(taken), "renewed": len(renewed)}


def plain_drags(apps: Apps, repeats: Repeats) -> Figures:
    """How long the plain app takes from a drag's release to the frame of the map it has rebuilt."""
    page, mouse, taken = apps.plain.page, Mouse(apps.plain.page), []
    for last in spread(repeats.drags):
        mouse.drag(last)
        taken.append(watched.new_map_ms(page, mouse.release))
        # The box that was drawn stays, and a press inside it would move it.
        watched.new_map_ms(page, mouse.clear)
    return {"plain_ms": median(taken)}


def server_memory(apps: Apps, _repeats: Repeats) -> Figures:
    """Memory of our app's process after all these visits."""
    return {"memory_mb": psutil.Process(apps.ours.process).memory_info().rss / MB}


STEPS: tuple[Callable[[Apps, Repeats], Figures], ...] = (
    first_maps, loads, playing, brush, releases, filters, plain_drags, server_memory,
)  # fmt: skip


def _against(name: str, ours: list[float], empty: list[float]) -> Figures:
    """The medians in milliseconds, and how many times the empty app's ours is."""
    mine, its = median(ours), median(empty)
    return {f"{name}_ms": mine, f"{name}_empty_ms": its, f"{name}_ratio": mine / its}
