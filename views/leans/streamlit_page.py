"""Streamlit's page: the scripts that its elements need, what it asks for in vain, and its chart.

Leans on: the folder of its page, with `index.html` and a script for each kind of element, named
`Html.CzLZZ4bP.js`, which names those that it imports; that page's preload of a typeface, and what
it says to those who run no scripts; and the script of the chart, which has the whole of Plotly in
it as one module. Where Plotly is not found there, the chart is sent as it is.
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
CHART = "PlotlyChart"
WHOLE_PLOTLY = (
    re.compile(r"=\w+\(\(\((\w+),(\w+),(\w+)\)=>\{(?=\(function\(\w+,\w+\)\{typeof \2==`object`)"),
    re.compile(r"return window\.Plotly=(\w+),\1\}\)"),
)
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


def chart_name() -> str:
    """The name of the script of the chart; "" where there is none."""
    return next(iter(_script_of(CHART)), "")


def chart_with(plotly: str) -> str:
    """The script of the chart with this Plotly, one that can be a module, in place of its own."""
    whole = _text(_scripts() / chart_name())
    start = WHOLE_PLOTLY[0].search(whole)
    end = WHOLE_PLOTLY[1].search(whole, start.end()) if start else None
    if not start or not end:
        return whole
    before = whole[: start.end()].replace(start[0], f"{start[0]}const module={start[2]};")
    return f"{before}{plotly}{whole[end.end() :]}"


def icons() -> set[str]:
    """The names of all icons that its scripts show."""
    return {name for path in _scripts().glob("*.js") for name in ICON.findall(_text(path))}


def typeface_of_icons() -> Path:
    """The file of its typeface of icons, each a ligature of the letters of its name."""
    return next((page_folder() / "static" / "media").glob("MaterialSymbols-Rounded*.woff2"))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
