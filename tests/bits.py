"""What a row of bits means: the twin of `views.atlas.packed.bits`, written the other way round."""

from __future__ import annotations

import base64
from collections.abc import Sequence


def ids_of(row: str, order: Sequence[str]) -> list[str]:
    """The ids of `order` whose bit is set."""
    signs = "".join(f"{byte:08b}" for byte in base64.b64decode(row))
    return [key for key, sign in zip(order, signs, strict=False) if sign == "1"]
