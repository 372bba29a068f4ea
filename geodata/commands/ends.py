"""The end of a command, also where its output goes to `head` and that has read enough."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import NoReturn

# What a shell gives for a program that a closed pipe ended: 128 and the number of SIGPIPE.
NOBODY_READS = 141


def run_command(main: Callable[[], int | None]) -> NoReturn:
    """Run a command and end with its code, or with `NOBODY_READS` and no word."""
    try:
        try:
            code: object = main()
        except SystemExit as ended:
            code = ended.code
        sys.stdout.flush()
    except BrokenPipeError:
        _say_no_more()
        code = NOBODY_READS
    sys.exit(code)  # type: ignore[arg-type]  # anything that `SystemExit` was given


def _say_no_more() -> None:
    """Have what is still to be written go nowhere; at its end Python would report a closed pipe."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
