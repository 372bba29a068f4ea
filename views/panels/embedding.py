"""A view inside a page elsewhere: which of its parts stand there, and the HTML to put it there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from views.text import Markup, _, el

MAP, TIMELINE = "map", "timeline"
BOTH = (MAP, TIMELINE)
HEIGHTS_PX = {MAP: 480, TIMELINE: 440}
BOTH_PX = 800


def parts(view: str) -> tuple[str, ...]:
    """The parts that `view` of an address asks for; both where it names none of them."""
    return (view,) if view in BOTH else BOTH


def frame_code(address: str, view: str, params: Mapping[str, Sequence[str]], title: str) -> Markup:
    """The `<iframe>` that shows this view: `address` of the app, and what its link holds."""
    shown = {"view": [view]} if view in BOTH else {}
    asked = {"embed": ["true"]} | shown | dict(params)
    return el(
        "iframe",
        src=f"{address.rstrip('/')}/?{urlencode(asked, doseq=True)}",
        title=title,
        width="100%",
        height=str(HEIGHTS_PX.get(view, BOTH_PX)),
        style="border:0",
        loading="lazy",
    )


def foot(sentence: str, params: Mapping[str, Sequence[str]]) -> Markup:
    """The line below an embedded view: what it is, whose, and the way to all of it."""
    full = _outside(_("Open the full view"), "?" + urlencode(dict(params), doseq=True))
    sources = _outside(_("Sources"), "sources")
    words = el("b", _("Ways out")), el("h1", sentence), full, sources
    return el("footer", *words, cls="foot")


def _outside(words: str, address: str) -> Markup:
    """A link to another page of the app, beside the page that this view stands in."""
    return el("a", words, href=address, target="_blank", rel="noopener")
