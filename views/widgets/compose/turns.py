"""When is a draft looked at? A few at a time, and networks take turns.

A draft of sixty steps takes as long as ten pages, and whoever wants to can send one after the
other. So nobody waits for more than one of each other network, and all other pages run on.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import copy_context
from typing import TypeVar

import streamlit as st

from views.making import Limits, Order, Refused, Shelf, Visitor, Workshop
from views.server import network

Made = TypeVar("Made")

# A browser asks again after 8 seconds. A whole class may sit behind one address.
LIMITS = Limits(2, 96, 128, seconds=7, jobs_of_one=40, people_of_one=40)
DRAFTS = Workshop(LIMITS, Shelf(0))


def in_turn(make: Callable[[], Made]) -> Made | None:
    """What is made, with the language and the versions of this run; None where nobody gets to it.

    Nothing of it is kept. Raises what `make` raises.
    """
    made: list[Made] = []
    run = copy_context()

    def work(_wanted: Callable[[], bool]) -> bytes:
        made.append(run.run(make))
        return b""

    try:
        DRAFTS.file(Visitor(network(st.context.ip_address)), Order(work))
    except Refused:
        return None
    return made[0]
