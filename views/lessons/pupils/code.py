"""The way to a page for pupils: a short address, and a code that a phone reads."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import ip_address
from typing import TypedDict
from urllib.parse import urljoin, urlsplit

import segno

QUIET = 4  # the edge that a reader needs, in dots
LONGEST = 500


class PupilsWay(TypedDict):
    """The address, its code as the address of a picture, and whether only this machine knows it."""

    address: str
    code: str
    here: bool


def pupils_way(page: str, story: str) -> PupilsWay | None:
    """The way from the address of the page that presents stories; None where it has none."""
    parts = urlsplit(page)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    plain = parts._replace(path=parts.path.rstrip("/"), query="", fragment="").geturl()
    address = urljoin(plain, f"pupils/{story}")
    if len(address) > LONGEST:
        return None
    return {"address": address, "code": _code(address), "here": _is_here(parts.hostname)}


@lru_cache(maxsize=128)
def _code(address: str) -> str:
    """The code of an address, drawn once: a page asks for those of all stories at each run."""
    code = segno.make(address, error="m", micro=False)
    return str(code.svg_data_uri(border=QUIET, dark="black", light="white", omitsize=True))


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
