"""What a page is called before any of its scripts has run: in a tab, and where a link is shown."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from views.server.requests import ChangedPage, asked_whole, path_in_app
from views.text import Markup, _, current_language, el, labels

TITLE = (b"<title>", b"</title>")


class Introduction:
    """Gives each page that visitors see its title, in place of Streamlit's own name."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything else on."""
        titles = labels.page_titles() if scope["type"] == "http" else {}
        path = path_in_app(scope) if titles else ""
        if path not in titles or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        said = _introduced(titles[path] if path else "")
        await self._app(asked_whole(scope), receive, ChangedPage(send, lambda p: _with(p, said)))


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
    whole = el("meta", **{kind: key, "content": value})
    return Markup(whole.removesuffix("</meta>"))


def _with(page: bytes, said: bytes) -> bytes:
    """The page with these elements in place of its title."""
    before, _start, rest = page.partition(TITLE[0])
    _old, end, after = rest.partition(TITLE[1])
    return before + said + after if end else page
