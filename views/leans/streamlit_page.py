"""Streamlit's page: the scripts that its elements need, and what it asks for in vain.

Leans on: the folder of its page, with `index.html` and a script for each kind of element, named
`Html.CzLZZ4bP.js`, which names those that it imports; that page's preload of a typeface, and what
it says to those who run no scripts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from pathlib import Path

IMPORT = re.compile(r'(?:from|import)"\./([\w.$-]+\.js)"')
PRELOADED_TYPEFACE = re.compile(rb"<link[^>]*as=\"font\"[^>]*>")
NO_SCRIPT = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)
IMPORTS = 10_000  # signs of a script; it names all that it imports at its beginning
HEAD_END, BODY_START = b"</head>", b"<body>"
PLACE_OF_PAGE = b'<div id="root">'
ICON = re.compile(r":material/(\w+):")


def page_folder() -> Path:
    """The folder of the page, with `static/js/` in it."""
    return Path(str(resources.files("streamlit"))) / "static"


def _scripts() -> Path:
    return page_folder() / "static" / "js"


def _script_of(element: str) -> list[str]:
    return sorted(path.name for path in _scripts().glob(f"{element}.*.js"))[:1]


@lru_cache(maxsize=8)
def scripts_of(elements: Sequence[str]) -> tuple[str, ...]:
    """The names of the scripts for these kinds of elements that the page does not name itself."""
    known = set(re.findall(r"[\w.$-]+\.js", _text(page_folder() / "index.html")))
    found: dict[str, None] = {}
    asked = [name for element in elements for name in _script_of(element)]
    while asked:
        name = asked.pop(0)
        if name not in known:
            known.add(name)
            found[name] = None
            asked += IMPORT.findall(_text(_scripts() / name)[:IMPORTS])
    return tuple(found)


def icons() -> set[str]:
    """The names of all icons that its scripts show."""
    return {name for path in _scripts().glob("*.js") for name in ICON.findall(_text(path))}


def typeface_of_icons() -> Path:
    """The file of its typeface of icons, each a ligature of the letters of its name."""
    return next((page_folder() / "static" / "media").glob("MaterialSymbols-Rounded*.woff2"))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
