"""Who is at the staff pages, the one sentence for those who are not, and the way in and out.

What is read here is out of a visitor's reach: how the server was started, its secrets, the
connection, and the cookie that Streamlit signed at sign-in. Nothing of an address counts.
"""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable, Mapping, Sequence

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from views.staff import missing_for_sign_in, why_not_by_address, why_not_here
from views.text import _, el, markdown_text
from views.widgets.app import frame

FLAG = "--staff"
THIS_MACHINE = "this machine"


def who() -> str | None:
    """The address of the staff member who is signed in, or who sits at this machine, or None.

    At a machine started for one person it is "this machine" with the name of its user. It is
    asked anew in every run, so that an address taken off the list is out at once.
    """
    if may_sign_in() and _is_signed_in() and not _why_not_by_address():
        return str(_user()["email"])
    if FLAG in sys.argv[1:] and not _why_not_here():
        return f"{THIS_MACHINE} ({getpass.getuser()})"
    return None


def asked_later() -> Callable[[], bool]:
    """What says at any later time, also outside of a run, whether this visit still is of staff."""
    me, user = who(), _user()

    def is_staff() -> bool:
        listed = _secrets("staff").get("addresses")
        here = me is not None and me.startswith(THIS_MACHINE)
        return here or (me is not None and not why_not_by_address(user, listed))

    return is_staff


def is_alone(me: str) -> bool:
    """True where nobody else can review: at a machine started for one, or with one address."""
    listed = _secrets("staff").get("addresses")
    addresses = listed if isinstance(listed, Sequence) and not isinstance(listed, str) else ()
    return me.startswith(THIS_MACHINE) or len({str(one).casefold() for one in addresses}) == 1


def required() -> str:
    """Who is at this page, said on it; for anybody else the page says why not, and ends.

    Every page for staff calls it before anything else. Streamlit may run a page by itself, and a
    list of pages without it is no lock.
    """
    ensure_dashboard()
    me = who()
    if me is None:
        why = _why_not_by_address() if _is_signed_in() else _("This page is for staff.")
        st.info(markdown_text(why))
        st.stop()
    if me.startswith(THIS_MACHINE):
        said = _("Staff, on this machine only: {user}").format(user=getpass.getuser())
    else:
        said = _("Staff, signed in as {who}").format(who=me)
    st.html(el("p", said, cls="muted who"))
    return me


def navigation() -> StreamlitPage:
    """The page that the address asks for; pages for staff are among them for staff alone."""
    return frame.navigation(staff=who() is not None, sign_in=may_sign_in())


def ensure_dashboard() -> None:
    """See `frame.ensure_dashboard`; nobody is told that a page is not there which is theirs."""
    frame.ensure_dashboard(navigation)


def say_why_not_here() -> None:
    """Where the app was started for one person, but not so that it is theirs alone, why not."""
    if FLAG in sys.argv[1:] and (why := _why_not_here()):
        st.warning(why)


def may_sign_in() -> bool:
    """True where the secrets say anything about sign-in."""
    return bool(_secrets("auth"))


def sign_in_or_out() -> None:
    """The button to sign in, or who is signed in with the button to sign out."""
    if problem := missing_for_sign_in(_secrets("auth")):
        st.warning(problem)
    elif _is_signed_in():
        me = who()
        st.text(_why_not_by_address() or _("You are signed in as {who}.").format(who=me))
        if me:
            frame.links_for_staff()
        st.button(_("Sign out"), on_click=st.logout, key="sign-out")
    else:
        st.button(_("Sign in"), on_click=st.login, key="sign-in", type="primary")


def _why_not_here() -> str:
    return why_not_here(
        st.get_option("server.address"), st.context.headers.to_dict(), st.context.ip_address
    )


def _why_not_by_address() -> str:
    return why_not_by_address(_user(), _secrets("staff").get("addresses"))


def _is_signed_in() -> bool:
    """True for somebody whom the provider named, with all that makes its word trustworthy.

    Names that headers carry are nobody's word: they override what the provider says.
    """
    by_headers = bool(st.get_option("server.trustedUserHeaders"))
    whole = not missing_for_sign_in(_secrets("auth"))
    return whole and not by_headers and _user().get("is_logged_in") is True


def _user() -> Mapping[str, object]:
    return st.user.to_dict()


def _secrets(section: str) -> Mapping[str, object]:
    """A section of the secrets; empty where there is none."""
    found = st.secrets.get(section) if st.secrets.load_if_toml_exists() else None
    return found if isinstance(found, Mapping) else {}
