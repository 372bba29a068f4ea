"""Fingers on a screen, as Chromium gets them from a real one: it scrolls by them where it may."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import contextmanager

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
TABLET = {"viewport": {"width": 820, "height": 1180}, "is_mobile": True, "has_touch": True}
STEPS = 12

Spot = tuple[float, float]


def drag(page, *fingers: tuple[Spot, Spot], steps: int = STEPS) -> None:
    """Put fingers down together, move each from its first spot to its second, and lift them."""
    with pressed(page, *fingers, steps=steps):
        pass


@contextmanager
def pressed(page, *fingers: tuple[Spot, Spot], steps: int = STEPS):
    """Fingers that were moved, and are lifted at the end of the context."""
    session = page.context.new_cdp_session(page)
    _send(session, "touchStart", [start for start, _end in fingers])
    for step in range(1, steps + 1):
        _send(session, "touchMove", [_between(*finger, step / steps) for finger in fingers])
        page.evaluate("() => new Promise(requestAnimationFrame)")
    yield
    _send(session, "touchEnd", [])
    session.detach()


def _send(session, kind: str, spots: Sequence[Spot]) -> None:
    points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(spots)]
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def _between(start: Spot, end: Spot, part: float) -> Spot:
    return tuple(one + (other - one) * part for one, other in zip(start, end, strict=True))
