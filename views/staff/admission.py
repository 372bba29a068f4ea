"""Who is let in to the staff pages: rules over settings, headers and what a provider says.

There are two ways in, and both are closed unless they are opened: a machine started for one person,
and an address on a list, signed in through a provider. Whatever is missing or odd lets nobody in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from annotations.store import at_this_machine
from views.text import _

LOOPBACK = ("127.0.0.1", "localhost", "::1")
START = "streamlit run dashboard.py --server.address 127.0.0.1 -- --staff"
SETTINGS = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
SHORTEST_SECRET = 32  # a cookie signed with a secret that can be guessed can be forged
# What a proxy writes into a request that it passes on, beside all that begins with X-Forwarded.
OF_PROXIES = {"forwarded", "via", "x-real-ip"}


class NotStaff(Exception):
    """Somebody who is not staff, or no longer, asked for what is for staff; in one sentence."""


@dataclass(frozen=True)
class Start:
    """How the server was started, as far as it decides who is staff.

    `for_one` is true where it was started for the one person at this machine; `listens_on` is
    the address that it was told to listen on; `auth` and `listed` come from its secrets.
    """

    for_one: bool
    listens_on: str | None
    auth: Mapping[str, object]
    listed: object
    trusts_headers: bool


@dataclass(frozen=True)
class Visit:
    """What a request or a socket brings: see `why_not_here` and `why_not_by_address`."""

    headers: Mapping[str, str]
    comes_from: str | None
    user: Mapping[str, object]


def staff_member(start: Start, visit: Visit) -> str | None:
    """The address of the staff member whose visit this is, or None.

    At a machine started for one person it is "this machine" with the name of its user, also where
    they are signed in: under two names one person would count as two.
    """
    if start.for_one and not why_not_here(start.listens_on, visit.headers, visit.comes_from):
        return at_this_machine()
    if is_signed_in(start, visit.user) and not why_not_by_address(visit.user, start.listed):
        return str(visit.user["email"])
    return None


def is_signed_in(start: Start, user: Mapping[str, object]) -> bool:
    """True for somebody whom the provider named, with all that makes its word trustworthy.

    Names that headers carry are nobody's word: they override what the provider says.
    """
    whole = not missing_for_sign_in(start.auth)
    return whole and not start.trusts_headers and user.get("is_logged_in") is True


def why_not_here(address: str | None, headers: Mapping[str, str], visitor: str | None) -> str:
    """Why this visit is not that of the one person at the machine, in Markdown; empty where it is.

    `address` is what the server was told to listen on; `headers` are those of the visit;
    `visitor` is the address that the visit comes from, None for a loopback address.
    """
    if address not in LOOPBACK:
        return _(
            "The staff pages are closed: this server listens on {address}, where others can reach "
            "it. Start it for this machine only: `{command}`"
        ).format(address=address or _("every address of this machine"), command=START)
    if visitor is not None or not _is_direct(headers):
        return _(
            "The staff pages are closed to this visit: it came through a proxy or under a "
            "name other than localhost. Open the app on the machine it runs on, without a "
            "proxy, or let staff sign in (see docs/operate.md)."
        )
    return ""


def _is_direct(headers: Mapping[str, str]) -> bool:
    """True where a browser asked for this machine by a loopback name, with nothing in between.

    A page of another site can give its own name the address 127.0.0.1, and then its script would
    be let in: so the name that was asked for must be a loopback one, and the page that asks must
    be of the same name and port.
    """
    given = {name.lower(): value for name, value in headers.items()}
    if any(name in OF_PROXIES or name.startswith("x-forwarded") for name in given):
        return False
    host, origin = given.get("host", ""), given.get("origin", "")
    try:
        return urlsplit(f"//{host}").hostname in LOOPBACK and urlsplit(origin).netloc == host
    except ValueError:
        return False


def missing_for_sign_in(auth: Mapping[str, object]) -> str:
    """What is missing in the section `[auth]` of the secrets, as a sentence; empty if whole."""
    missing = [key for key in SETTINGS if not isinstance(auth.get(key), str) or not auth[key]]
    if missing:
        return _("Sign-in is not set up. Missing from [auth]: {keys}.").format(
            keys=", ".join(missing)
        )
    if len(str(auth["cookie_secret"])) < SHORTEST_SECRET:
        return _(
            "Sign-in is not set up: cookie_secret has fewer than {n} characters, so a cookie "
            "could be forged."
        ).format(n=SHORTEST_SECRET)
    return ""


def why_not_by_address(user: Mapping[str, object], listed: object) -> str:
    """Why somebody who signed in is not staff; empty where they are.

    `user` holds the claims of the provider, `listed` what the secrets call `addresses`.
    """
    address = user.get("email")
    if not isinstance(address, str) or not address:
        return _("You are signed in, but your provider does not tell us your address.")
    if user.get("email_verified") is not True:
        return _(
            "You are signed in as {address}, but your provider does not say that this address has "
            "been verified. Verify it there, sign out here, and sign in again."
        ).format(address=address)
    if _folded(address) not in _addresses(listed):
        return _(
            "You are signed in as {address}, which is not on the list of staff. You can see "
            "everything that a visitor sees. If you should be on the list, ask whoever runs "
            "this site."
        ).format(address=address)
    return ""


def _addresses(listed: object) -> set[str]:
    """The addresses of the list; one that is no list holds none."""
    if isinstance(listed, str) or not isinstance(listed, Iterable):
        return set()
    return {_folded(address) for address in listed if isinstance(address, str) and address}


def _folded(address: str) -> str:
    """The address without regard to case, as far as it is ASCII.

    Beyond ASCII letters that look alike fold into one another: the Kelvin sign becomes a k, and
    would let in somebody with an address of their own.
    """
    return address.lower() if address.isascii() else address
