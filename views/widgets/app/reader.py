"""What a browser gives, read within bounds: parts of the address and messages of components.

Whoever has the browser chooses both. What cannot be meant is as if it had not been given.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from urllib.parse import urlsplit

import orjson
import streamlit as st

from annotations.stories import (
    EAST,
    FARTHEST_ZOOM,
    NEAREST_ZOOM,
    NORTH,
    SOUTH,
    WEST,
    Camera,
)

LONGEST = 10_000
MOST_VALUES = 500
MOST_DIGITS = 9
LONGEST_CAMERA = 60
EDGES = {"lat": (SOUTH, NORTH), "lng": (WEST, EAST), "zoom": (FARTHEST_ZOOM, NEAREST_ZOOM)}
LONGEST_DRAFT = 220_000  # signs of a draft; more does not come in one message of a visitor
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


def told(given: object, most: int = LONGEST_DRAFT) -> object:
    """What a text of JSON says, None where it is longer, or says nothing that can be meant."""
    if not isinstance(given, str) or len(given) > most:
        return None
    try:
        return orjson.loads(given)
    except orjson.JSONDecodeError:
        return None


def fields(given: object) -> Mapping[str, object]:
    """What was given where it has fields with names; empty where it has none."""
    return given if isinstance(given, Mapping) else NOTHING


def whole(given: object, least: int, most: int) -> int | None:
    """The whole number that was given, as a number or in digits, where it lies between these."""
    if isinstance(given, str) and given.isascii() and given.isdigit():
        given = int(given) if len(given) <= MOST_DIGITS else None
    number = held(given, least, most)
    return int(number) if number is not None and number == given == int(number) else None


def held(given: object, least: float, most: float) -> float | None:
    """The number that was given, held between these two; None for what is no number.

    A whole number may have hundreds of digits, more than Python makes a fraction of: it is compared
    before anything else is done with it.
    """
    if isinstance(given, bool) or not isinstance(given, int | float):
        return None
    if isinstance(given, float) and not math.isfinite(given):
        return None
    return min(max(given, least), most)


def years(given: object, least: int, most: int) -> tuple[int, int] | None:
    """The two years that were given, each held between these two; None where they are not two."""
    if not isinstance(given, list | tuple) or len(given) != 2:
        return None
    numbers = [round(n) for each in given if (n := held(each, least, most)) is not None]
    if len(numbers) != 2:
        return None
    return min(numbers), max(numbers)


def camera(given: object) -> Camera | None:
    """The camera that was given as {lat, lng, zoom}, held inside what a story may say.

    None where these are no three numbers.
    """
    told = fields(given)
    numbers = [n for name, ends in EDGES.items() if (n := held(told.get(name), *ends)) is not None]
    return Camera(*(round(n, 2) for n in numbers)) if len(numbers) == len(EDGES) else None


def camera_asked(name: str) -> Camera | None:
    """The camera that a part of the address is (`map/address.js`): latitude, longitude and zoom."""
    words = parameter(name)
    try:
        numbers = [float(each) for each in words.split("_")] if len(words) <= LONGEST_CAMERA else []
    except ValueError:
        return None
    return camera(dict(zip(EDGES, numbers, strict=False))) if len(numbers) == len(EDGES) else None
