"""A complete HTML page with map, timeline and scripts: whole in one file, or beside our files.

The same parts make both, so that what is downloaded is what the page shows.
"""

from __future__ import annotations

import base64
import gzip
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from views.atlas import STATIC, PackedScene, publish, rendered_map, static_file
from views.text import Markup, el

URL = re.compile(r"url\(\.\./(typefaces/[\w-]+\.woff2)\)")
PICTURE = re.compile(r"url\(images/[^)]+\)")
MEDIA = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp"}
# A large script is packed, and unpacked by the browser before the next one runs.
UNPACK = """
const unpacked = async (text) => {
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
};
(async () => {
  for (const packed of document.querySelectorAll('script[type="text/packed"]')) {
    const script = document.createElement("script");
    script.textContent = await unpacked(packed.textContent);
    packed.replaceWith(script);
  }
})();
"""


@dataclass(frozen=True)
class Inlined:
    """Everything inside the page itself: it opens by a double click, with no network."""

    static: Path = STATIC

    def style(self, name: str) -> Markup:
        """A style sheet with its typefaces inside; pictures that Leaflet names are left out."""
        css = static_file(name, self.static).read_text(encoding="utf-8")
        css = URL.sub(lambda match: f"url({self.file(match[1], 'font/woff2')})", css)
        return Markup(f"<style>{PICTURE.sub('none', css)}</style>")

    def script(self, code: str) -> Markup:
        """A script, packed."""
        return Markup(f'<script type="text/packed">{_packed(code)}</script>')

    def library(self, name: str) -> Markup:
        """A script of the static folder, packed."""
        return self.script(static_file(name, self.static).read_text(encoding="utf-8"))

    def file(self, name: str, kind: str) -> str:
        """The address of a file of the static folder: its own bytes."""
        return data_uri(static_file(name, self.static).read_bytes(), kind)

    def last(self) -> Markup:
        """What runs the scripts, one after the other."""
        return Markup(f"<script>{UNPACK}</script>")


@dataclass(frozen=True)
class Linked:
    """A page in `made/` of the static folder, which finds everything else from there."""

    static: Path = STATIC

    def style(self, name: str) -> Markup:
        """A link to a style sheet."""
        return Markup(f'<link rel="stylesheet" href="../{name}">')

    def script(self, code: str) -> Markup:
        """A script as a file of its own."""
        return Markup(f'<script src="../{publish(code, self.static)}"></script>')

    def library(self, name: str) -> Markup:
        """A script of the static folder."""
        return Markup(f'<script src="../{name}"></script>')

    def file(self, name: str, kind: str) -> str:
        """The address of a file of the static folder."""
        return f"../{name}"

    def last(self) -> Markup:
        """Nothing: a browser runs scripts of their own files by itself."""
        return Markup("")


class Parts(Protocol):
    """How a page gets its style sheets, scripts and files: see `Inlined` and `Linked`."""

    @property
    def static(self) -> Path:
        """The static folder."""

    def style(self, name: str) -> Markup:
        """A style sheet of the static folder."""

    def script(self, code: str) -> Markup:
        """A script that was made."""

    def library(self, name: str) -> Markup:
        """A script of the static folder."""

    def file(self, name: str, kind: str) -> str:
        """The address of a file of the static folder."""

    def last(self) -> Markup:
        """What stands at the end of the page."""


@lru_cache(maxsize=16)
def _packed(code: str) -> str:
    """A script, packed: once, since all pages have the same few large ones."""
    return base64.b64encode(gzip.compress(code.encode("utf-8"), mtime=0)).decode("ascii")


def data_uri(data: bytes, kind: str) -> str:
    """Bytes as an address."""
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"


def picture_uri(file: str, pictures: Mapping[str, bytes]) -> str:
    """One of the pictures of a story as an address."""
    return data_uri(pictures[file], MEDIA[file.rpartition(".")[2].lower()])


def map_parts() -> tuple[Markup, str]:
    """The element of the Folium map, and the script that draws the scene on it."""
    element, script = rendered_map()
    return Markup(element), script


def with_relief(scene: PackedScene, parts: Parts) -> PackedScene:
    """The scene, if it has hills, with their picture where the page has it."""
    if not scene["relief"]:
        return scene
    url = parts.file("relief.webp", "image/webp")
    return {**scene, "relief": {**scene["relief"], "url": url}}


def document(
    lang: str, title: str, head: list[Markup], body: list[Markup], scheme: str = ""
) -> str:
    """The whole page; `scheme` is "light" where it has the colours of paper in any room."""
    chosen = f' data-scheme="{scheme}"' if scheme else ""
    return "\n".join(
        (
            "<!doctype html>",
            f'<html lang="{lang}"{chosen}><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            el("title", title),
            *head,
            "</head>",
            *body,
            "</html>",
        )
    )
