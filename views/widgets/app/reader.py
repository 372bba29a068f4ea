"""What a browser gives, read within bounds: parts of the address and messages of components.

Whoever has the browser chooses both. What cannot be meant is as if it had not been given.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from urllib.parse import urlsplit

import streamlit as st

LONGEST = 10_000
MOST_VALUES = 500
MOST_DIGITS = 9
NOTHING: Mapping[str, object] = {}


def address() -> str:
    """The address of the page as the browser gives it, "" where it gives none that can be meant."""
    given = word(st.context.url)
    try:
        return given if urlsplit(given).scheme in ("http", "https") else ""
    except ValueError:
        return ""


def is_dark() -> bool:
    """True where the page is shown in dark colours."""
    return st.context.theme.type == "dark"


def parameter(name: str) -> str:
    """A part of the address, "" where it has none."""
    return word(st.query_params.get(name, ""))


def parameters(name: str) -> list[str]:
    """Every value that the address has for a part, in order."""
    return [word(each) for each in st.query_params.get_all(name)[:MOST_VALUES]]


def number_asked(name: str, least: int, most: int) -> int | None:
    """The whole number that a part of the address is, None where it is none between these two."""
    return whole(parameter(name), least, most)


def message(key: str, part: str) -> object:
    """What a component said of a part of its state, None for nothing."""
    return fields(st.session_state.get(key)).get(part)


def word(given: object) -> str:
    """What was given where it is a text that may be meant, "" where it is not."""
    return given if isinstance(given, str) and len(given) <= LONGEST else ""


def fields(given: object) -> Mapping[str, object]:
    """What was given where it has fields with names; empty where it has none."""
    return given if isinstance(given, Mapping) else NOTHING


def whole(given: object, least: int, most: int) -> int | None:
    """The whole number that was given, as a number or in digits, where it lies between these."""
    number = _number(given)
    return number if number is not None and least <= number <= most else None


def _number(given: object) -> int | None:
    if isinstance(given, str) and given.isascii() and given.isdigit():
        return int(given) if len(given) <= MOST_DIGITS else None
    if isinstance(given, bool) or not isinstance(given, int | float):
        return None
    return int(given) if math.isfinite(given) and given == int(given) else None


def years(given: object, least: int, most: int) -> tuple[int, int] | None:
    """The two years that were given, each held between these two; None where they are not two."""
    if not isinstance(given, list | tuple) or len(given) != 2:
        return None
    numbers = [float(each) for each in given if isinstance(each, int | float)]
    if len(numbers) != 2 or not all(map(math.isfinite, numbers)):
        return None
    first, last = sorted(min(max(round(each), least), most) for each in numbers)
    return first, last
