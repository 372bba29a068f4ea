"""Who is at the staff pages, the one sentence for those who are not, and the way in and out.

What is read here is out of a visitor's reach: how the server was started, its secrets, the
connection, and the cookie that Streamlit signed at sign-in. Nothing of an address counts.
"""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from annotations.store import THIS_MACHINE
from views.server import is_for_one, start
from views.staff import (
    NotStaff,
    Visit,
    is_signed_in,
    missing_for_sign_in,
    staff_member,
    why_not_by_address,
    why_not_here,
)
from views.text import _, el, markdown_text
from views.widgets.app import frame

Made = TypeVar("Made")


def who() -> str | None:
    """The address of the staff member who is signed in, or who sits at this machine, or None.

    It is asked anew in every run, so that an address taken off the list is out at once. Nobody
    is staff in an embedded view: the page around it is somebody else's.
    """
    return None if frame.embedded() else staff_member(start(), _visit())


def ensure(me: str) -> None:
    """Raise `NotStaff` where this visit is not, or no longer, that of this staff member."""
    if who() != me:
        raise NotStaff(_("You are not on the list of staff any more, so this was not done."))


def while_staff(make: Callable[[], Made]) -> Callable[[], Made]:
    """What makes a file, as long as whoever is at this page is staff; then it raises `NotStaff`.

    A file is made when it is asked for, which may be long after its page was.
    """
    visit = _visit()

    def made() -> Made:
        if staff_member(start(), visit) is None:
            raise NotStaff(_("This file is for staff."))
        return make()

    return made


def is_alone(me: str) -> bool:
    """True where nobody else can review: at a machine started for one, or with one address."""
    listed = start().listed
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
    return frame.navigation(staff=who() is not None, sign_in=bool(start().auth))


def ensure_dashboard() -> None:
    """See `frame.ensure_dashboard`; nobody is told that a page is not there which is theirs."""
    frame.ensure_dashboard(navigation)


def say_why_not_here() -> None:
    """Where the app was started for one person, but not so that it is theirs alone, why not."""
    if is_for_one() and (why := _why_not_here()):
        st.warning(why)


def sign_in_or_out() -> None:
    """The button to sign in, or who is signed in with the button to sign out."""
    if problem := missing_for_sign_in(start().auth):
        st.warning(problem)
    elif _is_signed_in():
        me = who()
        st.text(_why_not_by_address() or _("You are signed in as {who}.").format(who=me))
        if me:
            frame.links_for_staff()
        st.button(_("Sign out"), on_click=st.logout, key="sign-out")
    else:
        st.button(_("Sign in"), on_click=st.login, key="sign-in", type="primary")


def _visit() -> Visit:
    headers, comes_from = st.context.headers.to_dict(), st.context.ip_address
    return Visit(headers, comes_from, st.user.to_dict())


def _why_not_here() -> str:
    visit = _visit()
    return why_not_here(start().listens_on, visit.headers, visit.comes_from)


def _why_not_by_address() -> str:
    return why_not_by_address(st.user.to_dict(), start().listed)


def _is_signed_in() -> bool:
    return is_signed_in(start(), st.user.to_dict())
