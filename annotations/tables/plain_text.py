"""Whether a text is what it looks like: printed, and nothing in it that cannot be seen."""

from __future__ import annotations

from annotations.problems import INVISIBLE, shown


def is_bare(value: str) -> bool:
    """True for printed ASCII without what could open markup: most cells, soon looked at."""
    return value.isascii() and value.isprintable() and "<" not in value


def unseen_in(value: str) -> str:
    """What is wrong with a text that holds invisible characters; "" for one that holds none."""
    if not INVISIBLE.search(value):
        return ""
    unseen = sorted({f"U+{ord(char):04X}" for char in INVISIBLE.findall(value)})
    return f"{shown(value)} holds invisible characters ({', '.join(unseen[:3])}). Remove them."
