"""What a browser would fetch while it opens a page that was written to a file."""

from __future__ import annotations

import re

# Style sheets and scripts of the page: what a browser would fetch while it opens the file.
FETCHED = re.compile(r"""(?:\bsrc\s*=\s*|\burl\(|@import\s+)["']?([^"')\s>]*)""", re.IGNORECASE)
LINKED = re.compile(r"<link\b", re.IGNORECASE)


def markup_of(page: str) -> str:
    """The page without its scripts."""
    return re.sub(r"<script\b[^>]*>.*?</script>", "", page, flags=re.DOTALL)


def fetched(page: str) -> set[str]:
    """The addresses that a browser asks for; `#x` is a part of the page itself."""
    return {address for address in FETCHED.findall(page) if not address.startswith(("data:", "#"))}
