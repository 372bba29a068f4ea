"""What happens at any step of what is done to the disk: the end of the process, an edit by hand."""

from __future__ import annotations

import os

from annotations.store.files import synced_files

# Everything that a save does to the disk goes through one of these.
CALLS = ("fsync", "replace", "unlink", "truncate")


class Killed(BaseException):
    """Stands for the end of the process: nothing in the code may catch it."""


def killed_after(monkeypatch, calls: int, do) -> bool:
    """Run `do` until it has touched the disk so many times; True where it got no further."""

    def kill() -> None:
        raise Killed

    try:
        with_step(monkeypatch, calls, do, kill)
    except Killed:
        return True
    return False


def with_step(monkeypatch, calls: int, do, step) -> bool:
    """Run `do`, and `step` once it has touched the disk so many times; True where it was run."""
    left, is_run = [calls], []

    def counting(real):
        def call(*arguments, **options):
            if not left[0] and not is_run:
                is_run.append(True)
                step()
            left[0] -= 1
            return real(*arguments, **options)

        return call

    with monkeypatch.context() as patched:
        for name in CALLS:
            patched.setattr(os, name, counting(getattr(os, name)))
        patched.setattr(synced_files, "exchange", counting(synced_files.exchange))
        do()
    return bool(is_run)
