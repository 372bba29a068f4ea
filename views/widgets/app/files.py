"""Buttons for files: made when they are pressed, a few at a time, so that nobody waits for others.

Whatever a browser sends, a visitor has one file of a kind in work or in line. A file that others
asked for is given again, as long as tables and stories are what they were.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

import streamlit as st

from views.leans.streamlit import leave_out_of_the_log
from views.lessons import pdf_of
from views.making import Limits, Order, Refused, Shelf, Visitor, Workshop
from views.server import network
from views.widgets.app import sign_in, store
from views.widgets.app.versions import once_a_run

Make = Callable[[], str | bytes]
Page = Callable[[], str]

MB = 1024**2
FILES = Workshop(Limits(2, 24, 48, seconds=60, jobs_of_one=4, people_of_one=32), Shelf(64 * MB))
PDFS = Workshop(Limits(1, 12, 40, seconds=300, jobs_of_one=3, people_of_one=32), Shelf(64 * MB))

leave_out_of_the_log(Refused)


def file_button(label: str, make: Make, name: str, kind: str, choice: Hashable = None) -> None:
    """A button for a file; `make` returns its text or bytes when it is pressed.

    `choice` is all that the file depends on beside tables, stories and its name. Whoever asks for
    the same gets the same file. Without a choice the file is for this visitor alone.
    """
    _button(label, FILES, Order(lambda _wanted: make(), _key(name, choice)), name, kind)


def pdf_button(label: str, page: Page, paper: str, name: str, choice: Hashable) -> None:
    """A button for the PDF of a handout, `page`, on that paper: see `file_button`."""
    order = Order(lambda wanted: pdf_of(page(), paper, wanted), _key(name, (paper, choice)))
    _button(label, PDFS, order, name, "application/pdf")


def staff_file_button(label: str, make: Make, name: str, kind: str) -> None:
    """A button for a file that is for staff alone, also when it is pressed."""
    file_button(label, sign_in.while_staff(make), name, kind)


def forget_files() -> None:
    """Let go of all files that were made, so that nothing hidden is among them."""
    FILES.clear()
    PDFS.clear()


@once_a_run
@st.cache_resource(scope="session", show_spinner=False, on_release=Visitor.leave)
def _visitor() -> Visitor:
    """Who sits at this page; Streamlit says when they close it."""
    return Visitor(network(st.context.ip_address))


def _key(name: str, choice: Hashable) -> Callable[[], Hashable] | None:
    return None if choice is None else lambda: (store.version(), name, choice)


def _button(label: str, workshop: Workshop, order: Order, name: str, kind: str) -> None:
    visitor = _visitor()
    st.download_button(
        label,
        lambda: workshop.file(visitor, order),
        file_name=name,
        mime=kind,
        key=f"download-{name}",
        on_click="ignore",
    )
