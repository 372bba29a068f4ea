"""What a page is called and says before any of its scripts has run, also where a link is shown."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from views.leans.streamlit_page import BODY_START, NO_SCRIPT
from views.server.page.ahead import for_chart, with_scripts, with_typefaces
from views.server.page.first import Said, said_first
from views.server.page.sheet import with_sheet
from views.server.requests import ChangedPage, asked_whole, is_a_file, path_in_app
from views.text import Markup, _, current_language, el, labels

TITLE = (b"<title>", b"</title>")


class Introduction:
    """Gives each page its style sheet, those of visitors a title, and the first what it says."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything else on."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or is_a_file(scope):
            await self._app(scope, receive, send)
            return
        titles, path = labels.page_titles(), path_in_app(scope)
        head = _introduced(titles[path] if path else "") if path in titles else b""
        first = await said_first(scope)

        def change(page: bytes) -> bytes:
            named = with_typefaces(_with(page, head)) if head else page
            return with_sheet(_with_first(named, first) if first else named)

        await self._app(asked_whole(scope), receive, ChangedPage(send, change))


def _introduced(title: str) -> bytes:
    """The title and what stands in a preview of a link, as elements of the head."""
    name = _("Ways out")
    told = _("{title} · Ways out").format(title=title) if title else name
    words = _("Journeys out of North Korea, and who says so")
    properties = {
        "og:title": told,
        "og:site_name": name,
        "og:description": words,
        "og:type": "website",
        "og:locale": current_language(),
    }
    metas = [_meta("name", "description", words), _meta("name", "twitter:card", "summary")]
    metas += [_meta("property", key, value) for key, value in properties.items()]
    return "".join([el("title", told), *metas]).encode("utf-8")


def _meta(kind: str, key: str, value: str) -> Markup:
    return el("meta", **{kind: key, "content": value})


def _with_first(page: bytes, first: Said) -> bytes:
    """The page with what it says first, which holds also where no scripts run."""
    after = el("template", for_chart(), id="after-first-answer")
    shown = BODY_START + f"{after}{first.shown}".encode("utf-8", "backslashreplace")
    return with_scripts(NO_SCRIPT.sub(b"", page), first.scripts).replace(BODY_START, shown, 1)


def _with(page: bytes, said: bytes) -> bytes:
    """The page with these elements in place of its title."""
    before, _start, rest = page.partition(TITLE[0])
    _old, end, after = rest.partition(TITLE[1])
    return before + said + after if end else page
