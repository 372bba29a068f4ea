"""What a page will need, asked for together with it: not one thing after the other."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from views.leans.streamlit_page import HEAD_END, PRELOADED_TYPEFACE, scripts_of
from views.text import Markup, el

TYPEFACES = ("source-sans", "source-serif")
# As Streamlit declares its own of these names, so that these are taken in their place.
_FACES = Markup(
    "<style>"
    + "".join(
        f'@font-face{{font-family:"{name.replace("-", " ").title()}";font-weight:100 900;'
        f"font-style:normal;font-display:swap;"
        f'src:url(./app/static/atlas/typefaces/{name}.woff2) format("woff2")}}'
        for name in TYPEFACES
    )
    + "</style>"
)
# The kinds of elements of the first page, in the order in which it has them.
ELEMENTS = (
    "Html", "BidiComponent", "ComponentInstance", "Slider", "ButtonGroup", "Button", "Checkbox",
    "DownloadButton",
)  # fmt: skip


def with_typefaces(page: bytes) -> bytes:
    """The page with our typefaces asked for, in place of one of Streamlit's that we do not use."""
    paths = (f"app/static/atlas/typefaces/{name}.woff2" for name in TYPEFACES)
    links = (
        _link("preload", path, as_="font", type="font/woff2", crossorigin="") for path in paths
    )
    return _in_head(PRELOADED_TYPEFACE.sub(b"", page), (*links, _FACES))


def with_scripts(page: bytes, scripts: Iterable[str]) -> bytes:
    """The page with all scripts of the first page asked for, but for its chart: that is last."""
    late = (_link("preload", path, as_="script", fetchpriority="low") for path in scripts)
    return _in_head(page, (*_elements(), *late))


def for_chart() -> Markup:
    """What asks for the script that draws charts, wherever it is put into the page."""
    return _link("preload", "app/static/atlas/vendor/plotly.min.js", as_="script")


@cache
def _elements() -> tuple[Markup, ...]:
    return tuple(map(_module, scripts_of(ELEMENTS)))


def _module(name: str) -> Markup:
    return _link("modulepreload", f"static/js/{name}", crossorigin="")


def _link(kind: str, path: str, **more: str) -> Markup:
    """An element of the head; where a value is empty the name alone says it."""
    named = {name: value for name, value in more.items() if value}
    whole = el("link", rel=kind, href=f"./{path}", **named).removesuffix("></link>")
    return Markup(whole + "".join(f" {name}" for name, value in more.items() if not value) + ">")


def _in_head(page: bytes, elements: Iterable[Markup]) -> bytes:
    return page.replace(HEAD_END, "".join(elements).encode("utf-8") + HEAD_END, 1)
