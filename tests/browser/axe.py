"""The rules of axe-core, run in a page and in each of its frames, each as a page of its own.

axe-core comes with `npm ci`, as the other tools for developers do.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import pytest

from geodata import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

SCRIPT = ROOT / "node_modules" / "axe-core" / "axe.min.js"
# A laptop, a tablet, a phone, and a laptop at 400 %.
SIZES = ((1400, 900), (820, 1180), (390, 844), (350, 225))
# What WCAG 2.2 asks for at its levels A and AA, what is good practice, and what axe tries out.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental")
# The room for files is Streamlit's: it has a role that says nothing, and a name.
RUN = """async (tags) => {
  const chosen = { iframes: false, runOnly: { type: "tag", values: tags } };
  const where = { exclude: [["[data-testid=stFileUploaderDropzone]"]] };
  const { violations } = await axe.run(where, { ...chosen, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html.slice(0, 200)]));
}"""


def broken(page: Page, sizes: Sequence[tuple[int, int]] = SIZES) -> list[str]:
    """What breaks a rule in the page as it stands, at each of the sizes: rule, size, element."""
    found = []
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("() => new Promise((drawn) => setTimeout(drawn, 500))")  # it lies anew
        for frame in page.frames:
            found += [f"{rule} at {width}×{height}: {html}" for rule, html in _in(frame)]
    return found


def _in(frame: Frame) -> list[tuple[str, str]]:
    frame.evaluate(_script())
    return frame.evaluate(RUN, TAGS)


@cache
def _script() -> str:
    """axe-core's script. Without it the test is skipped, but fails where CI is set."""
    if not SCRIPT.exists():
        said = "axe-core is not there. Run npm ci."
        (pytest.fail if os.environ.get("CI") else pytest.skip)(said)
    return SCRIPT.read_text(encoding="utf-8")
