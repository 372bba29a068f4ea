"""The end of a process at any step of what it does to the disk."""

from __future__ import annotations

import os

# Everything that a save does to the disk goes through one of these.
CALLS = ("fsync", "replace", "unlink", "truncate")


class Killed(BaseException):
    """Stands for the end of the process: nothing in the code may catch it."""


def killed_after(monkeypatch, calls: int, do) -> bool:
    """Run `do` until it has touched the disk so many times; True where it got no further."""
    left = [calls]

    def counting(real):
        def call(*arguments, **options):
            if not left[0]:
                raise Killed
            left[0] -= 1
            return real(*arguments, **options)

        return call

    with monkeypatch.context() as patched:
        for name in CALLS:
            patched.setattr(os, name, counting(getattr(os, name)))
        try:
            do()
        except Killed:
            return True
    return False
