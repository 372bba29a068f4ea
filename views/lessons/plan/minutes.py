"""How long each step of a lesson takes, and what is left of it then, in words."""

from __future__ import annotations

from annotations.stories import Story
from views.text import ngettext


def times(story: Story) -> list[str]:
    """For each step how long it takes, and what is left after it where every later one says so."""
    minutes = [step.minutes for step in story.steps]
    return [_time(now, minutes[at:]) for at, now in enumerate(minutes, start=1)]


def _time(now: int, later: list[int]) -> str:
    if not now:
        return ""
    told = ngettext("About {n} minute for this step.", "About {n} minutes for this step.", now)
    if not (later and all(later)):
        return told.format(n=now)
    left = ngettext("{n} minute is left after it.", "{n} minutes are left after it.", sum(later))
    return f"{told.format(n=now)} {left.format(n=sum(later))}"
