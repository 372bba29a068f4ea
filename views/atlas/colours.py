"""The colours of the house: paper for everything, one strong colour a journey.

`static/atlas/colours/colours.css` has them all, for a light room and for a dark one. What is made
here names a colour by what it is in the light: a chart is put into the dark at the end, by
`in_dark`, and a page takes it by its name, from `as_css`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from annotations.codes import PATTERNS
from annotations.derived import once
from annotations.records import Collection, Journey
from views.atlas.assets import STATIC

SHEET = STATIC / "colours" / "colours.css"
TOKEN = re.compile(
    r"^  --([\w-]+): var\(--in-light, (#\w+)\) var\(--in-dark, (#\w+)\);", re.MULTILINE
)
# What a switch of the sheet gives: `prefers-contrast` comes after all of them.
_tokens = TOKEN.findall(SHEET.read_text(encoding="utf-8").partition("@media (prefers-contrast")[0])
LIGHT = {name: light for name, light, _dark in _tokens}
DARK = {name: dark for name, _light, dark in _tokens}

PAGE, HAIRLINE = LIGHT["page"], LIGHT["hairline"]
INK, SOFT_INK, MUTED = LIGHT["ink"], LIGHT["soft-ink"], LIGHT["muted"]

# Chosen so that any two can be told apart, by colour-blind eyes too, and each can be read as
# text on the page: tests/views/atlas/test_colours.py measures it.
JOURNEYS = tuple(LIGHT[name] for name in LIGHT if name.startswith("journey-"))
CORRIDOR = LIGHT["corridor"]

# Each at least 3:1 against the page, and men against women too: told apart by light, not by hue.
MEN, WOMEN, GREY = LIGHT["men"], LIGHT["women"], LIGHT["grey"]

# The colours that charts have, and their names.
_NAMES = {
    LIGHT[name]: name
    for name in LIGHT
    if name in ("page", "hairline", "ink", "soft-ink", "muted", "many", "corridor")
    or name in ("men", "women", "grey")
    or name.startswith("journey-")
}
WRITTEN = re.compile(r"#[0-9A-F]{6}\b|rgba\((\d+),(\d+),(\d+),([\d.]+)\)")
Value = TypeVar("Value")


def see_through(colour: str, alpha: float) -> str:
    """A colour that lets so much less than 1 of itself be seen."""
    red, green, blue = _parts(colour)
    return f"rgba({red},{green},{blue},{alpha:.2f})"


def as_css(colour: str) -> str:
    """A colour as a page writes it, which knows whether the room is dark."""
    return WRITTEN.sub(_css_of, colour)


def in_dark(value: Value) -> Value:
    """The plain data of a chart with each of our colours as it is in a dark room."""
    return _in_dark(value)  # type: ignore[return-value]  # the same shape


@cache
def dark_pairs() -> dict[str, str]:
    """The same for a script: what each of our colours becomes, as `#RRGGBB` and as `rgba(R,G,B`."""
    pairs = {light: DARK[name] for light, name in _NAMES.items()}
    begun = {_begun(light): _begun(dark) for light, dark in pairs.items()}
    return pairs | begun


def _begun(colour: str) -> str:
    return see_through(colour, 1).rpartition(",")[0]


def _in_dark(value: object) -> object:
    if isinstance(value, str):
        return WRITTEN.sub(_dark_one, value)
    if isinstance(value, dict):
        return {key: _in_dark(one) for key, one in value.items()}
    return [_in_dark(one) for one in value] if isinstance(value, list | tuple) else value


def _dark_one(found: re.Match[str]) -> str:
    name, alpha = _named(found)
    if not name:
        return found[0]
    return see_through(DARK[name], float(alpha)) if alpha else DARK[name]


def _css_of(found: re.Match[str]) -> str:
    name, alpha = _named(found)
    if not name:
        return found[0]
    whole = f"var(--{name})"
    return f"color-mix(in srgb, {whole} {float(alpha):.0%}, transparent)" if alpha else whole


def _named(found: re.Match[str]) -> tuple[str, str]:
    """The name of a colour as it is written, "" for one that is not ours, and its alpha."""
    if not found[4]:
        return _NAMES.get(found[0], ""), ""
    light = "#{:02X}{:02X}{:02X}".format(*(int(found[at]) for at in (1, 2, 3)))
    return _NAMES.get(light, ""), found[4]


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def journey_colours(journeys: Iterable[Journey]) -> dict[str, str]:
    """A colour for each journey id, in the order of the table: the same in every view.

    General routes and patterns are grey; the others take the colours in turn.
    """
    colours, turn = {}, 0
    for journey in journeys:
        if journey.kind in PATTERNS:
            colours[journey.id] = CORRIDOR
        else:
            colours[journey.id] = JOURNEYS[turn % len(JOURNEYS)]
            turn += 1
    return colours


@once
def colours_of(collection: Collection) -> dict[str, str]:
    """The colour of each journey of a collection, by id."""
    return journey_colours(collection.journeys.values())
