"""The work that is open: kept as a draft at every step, so that no closed tab loses any of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from typing import Any

import streamlit as st

from annotations.annotating import (
    NoWork,
    Sketch,
    Work,
    as_draft,
    of_draft,
    sketch_of,
    with_sources_of_stops,
)
from annotations.records import Collection
from annotations.store import BrokenDraft, Busy, OtherDraft
from views.text import _, markdown_text
from views.widgets.app import reader, store
from views.widgets.staff import saving

TOLD, BEFORE = "work-told", "work-before"
MOST_STEPS = 50
MOST_TRIES = 50  # of a step, while other tabs do theirs


@dataclass(frozen=True)
class Desk:
    """The work that somebody has open, its text, and the records that it stands among.

    `draft` is what the work was read from.
    """

    me: str
    name: str
    work: Work
    text: str
    collection: Collection
    draft: Mapping[str, Any] | None = None

    @cached_property
    def sketch(self) -> Sketch:
        """The journey as it would be, and what is wrong with the rows."""
        return sketch_of(with_sources_of_stops(self.work), self.collection)

    @property
    def mention(self) -> str:
        """The id of the mention that is open, "" where none is."""
        key = reader.parameter("mention")
        return key if key in self.work.mentions else ""

    @property
    def stop(self) -> int:
        """The order of the stop that is open, 0 where none is."""
        return reader.number_asked("stop", 1, len(self.work.stops)) or 0

    def act(self, change: Callable[[Work], Work]) -> None:
        """Do one step: the draft holds it before anything is shown. A refusal is said once.

        It is done on the draft as it is then: two steps may come with one run of the page, and
        others from another tab or another app on the same folder.
        """
        is_kept(lambda: self._act(change))

    def _act(self, change: Callable[[Work], Work]) -> None:
        for _try in range(MOST_TRIES):
            if (draft := self._draft()) is None:
                return
            with suppress(OtherDraft):
                after = self._replace(draft, as_draft(change(of_draft(draft))))
                steps = st.session_state.setdefault(BEFORE, [])
                steps.append((self.name, draft, after))
                del steps[:-MOST_STEPS]
                return
        keep_refusal(_("Other tabs change this draft all the time. Try again."))

    def take_back(self) -> None:
        """Undo the last step of this visit, unless another tab went on from there."""
        if not self.can_take_back:
            return
        _name, before, after = st.session_state[BEFORE][-1]
        try:
            if not is_kept(lambda: self._replace(after, before)):
                return
        except OtherDraft:
            keep_refusal(_("Nothing is undone: another tab changed this draft since."))
        del st.session_state[BEFORE][-1]

    def _draft(self) -> Mapping[str, Any] | None:
        """The draft as it is now; None for one that is gone, which the page says."""
        try:
            return store.drafts().load(self.me, self.name)
        except KeyError:
            return None
        except BrokenDraft as why:
            keep_refusal(str(why))
            return None

    def _replace(self, seen: Mapping[str, Any], draft: Mapping[str, Any]) -> Mapping[str, Any]:
        """Keep what becomes of the draft that was seen. Raises `OtherDraft`."""
        return store.drafts().replace(self.me, self.name, seen, draft)

    @property
    def can_take_back(self) -> bool:
        """True where a step of this visit can be undone."""
        before = st.session_state.get(BEFORE, ())
        return bool(before) and before[-1][0] == self.name


def desk(me: str) -> Desk | None:
    """The work that the address names, or None; of one that is not there it says so kindly."""
    name = reader.parameter("work")
    if not name:
        return None
    try:
        draft = store.drafts().load(me, name)
        work = of_draft(draft)
    except KeyError:
        st.info(
            _(
                "This link points to a draft that is not here: it has been saved, or it is not "
                "yours."
            )
        )
        return None
    except (BrokenDraft, NoWork, ValueError) as why:
        st.warning(markdown_text(str(why)))
        return None
    store.choose_proposal(work.proposal)
    text = store.texts().text(work.rows["sources"][work.source]["sha256"])
    if text is None:
        st.warning(_("The text of this draft is not on this machine. Upload it again below."))
        return None
    return Desk(me, name, work, text, store.loaded().collection, draft)


def keep_refusal(why: str) -> None:
    """Keep why a step was refused, one line or more, for `say_refusal`."""
    st.session_state[TOLD] = why


def say_refusal() -> None:
    """Why the last step was refused, once."""
    if told := st.session_state.pop(TOLD, ""):
        st.warning("  \n".join(map(markdown_text, told.split("\n"))))


def open_work(me: str, work: Work) -> None:
    """Keep a work as a draft of its own name, and open it."""
    is_kept(lambda: _open_work(me, work))


def _open_work(me: str, work: Work) -> None:
    drafts = store.drafts()
    taken = {kept.name for kept in drafts.list(me)}
    draft = as_draft(replace(work, proposal=store.chosen()))
    for number in count(1):
        name = work.source if number == 1 else f"{work.source} ({number})"
        if name in taken:
            continue
        with suppress(OtherDraft):
            drafts.replace(me, name, None, draft)
            st.query_params.clear()
            st.query_params["work"] = name
            return


def is_kept(step: Callable[[], object]) -> bool:
    """Do a step; False where it is refused, which is said once."""
    try:
        step()
    except OSError as error:
        keep_refusal(saving.why_not_kept(error))
    except Busy:
        keep_refusal(_("Somebody else is saving at this moment. Try again in a few seconds."))
    except (BrokenDraft, ValueError) as why:
        keep_refusal(str(why))
    else:
        return True
    return False


def open_mention(key: str) -> None:
    """Write the mention that is open into the address."""
    st.query_params["mention"] = key


def open_stop(order: int) -> None:
    """Write the stop that is open into the address; 0 closes it."""
    if order:
        st.query_params["stop"] = str(order)
    elif "stop" in st.query_params:
        del st.query_params["stop"]


def leave() -> None:
    """Go back to the drafts and texts; the draft stays."""
    st.query_params.clear()
