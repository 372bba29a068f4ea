"""A handout as PDF, printed by a process of its own that can be stopped."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable

from views.lessons import chromium
from views.lessons.chromium import MOST_S, WITHOUT_CHROMIUM, NoChromium
from views.making import Abandoned

# Runs one module alone: with its room it would need all packages of the app, and a second more.
PROGRAM = "import runpy, sys; sys.exit(runpy.run_path(sys.argv[1])['main'](sys.argv[2]))"
LOOK_S = 0.25  # between two looks whether it is still wanted
MOST_SAID = 1000


class NotPrinted(Exception):
    """Chromium failed over a page, or took too long; the message says what it said."""


def pdf_of(html: str, paper: str, is_wanted: Callable[[], bool] = lambda: True) -> bytes:
    """The PDF of a self-contained handout (see `views.lessons.handout`), once all in it is drawn.

    `paper` is A4 or Letter, where the page's own style sheet says nothing else. Raises `NoChromium`
    where there is none, `NotPrinted` where printing fails or takes too long, and `Abandoned` once
    nobody wants it any more.
    """
    with subprocess.Popen(
        [sys.executable, "-P", "-c", PROGRAM, chromium.__file__, paper],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as printing:
        pdf, said = _what_it_wrote(printing, html.encode("utf-8"), is_wanted)
    if printing.returncode == WITHOUT_CHROMIUM:
        raise NoChromium(said)
    if printing.returncode == -signal.SIGALRM:
        raise NotPrinted(f"No PDF within {MOST_S} seconds.")
    if printing.returncode:
        raise NotPrinted(said[-MOST_SAID:])
    return pdf


def _what_it_wrote(
    printing: subprocess.Popen[bytes], page: bytes, is_wanted: Callable[[], bool]
) -> tuple[bytes, str]:
    """The output of the process and its errors. Its Chromium ends with it, however it ends."""
    until, given = time.monotonic() + MOST_S + 5, page
    try:
        while True:
            try:
                pdf, said = printing.communicate(given, LOOK_S)
                return pdf, said.decode("utf-8", "replace")
            except subprocess.TimeoutExpired:
                given = b""  # it goes on with what it has
            if not is_wanted():
                raise Abandoned
            if time.monotonic() > until:
                raise NotPrinted(f"No PDF within {MOST_S} seconds.")
    finally:
        printing.kill()
