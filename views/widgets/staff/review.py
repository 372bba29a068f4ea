"""What needs review, and what the address opens of it, to accept or to return for changes."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from annotations.collection import Loaded
from annotations.proposals import OwnWork
from annotations.records import Mention
from annotations.review import (
    Desk,
    Unit,
    accept,
    is_own_work,
    return_for_changes,
)
from annotations.store import Saved
from views.atlas import colours_of
from views.panels import journey_details, stops_table
from views.staff import by_whom, changed_rows, standing, unit_title, waiting_panel, waiting_sentence
from views.text import _, el, markdown_text, marked_paragraphs, ngettext
from views.widgets.app import frame, store
from views.widgets.atlas import map_alone
from views.widgets.staff import proposal, saving, second_look
from views.widgets.staff.publication_choice import publication

LONGEST_REASON = 1000
JUDGED = "judged"


def waiting(loaded: Loaded, desk: Desk, me: str) -> None:
    """Everything that needs review, by group."""
    units = desk.waiting
    count = sum(one.state == "open" for one in store.reviewed().proposals.all())
    frame.heading(_("What needs review?"), waiting_sentence(count))
    saving.say_last_save()
    proposal.listed(loaded.collection)
    second_look.withheld(me)
    second_look.rows(desk, me)
    st.html(waiting_panel(loaded.collection, units, me))
    proposal.closed()


def opened_journey(loaded: Loaded, desk: Desk, key: str, me: str) -> None:
    """A journey as it will stand, what changed in it, and what to do with it."""
    unit = desk.journey(key)
    records = loaded.collection
    _begin(loaded, unit, me)
    journey = records.journeys.get(key)
    if journey is None:
        st.info(_("Its row cannot be used: see the problems above. Fix it before it is reviewed."))
        return
    st.subheader(_("How it will look"))
    st.html(journey_details(records, journey, colours_of(records)[key], titled=False))
    map_alone(records, key, "review-map")
    st.html(stops_table(records, journey))
    _changes(unit)
    _links(unit)
    if unit.waits:
        _judge(unit, me)
    publication(loaded.collection, unit, me)


def opened_source(loaded: Loaded, desk: Desk, key: str, me: str) -> None:
    """The waiting words of a text that no stop uses: all of them, or those that are picked."""
    whole = desk.source(key)
    _begin(loaded, whole, me)
    if not whole.settles:
        return
    settled = (loaded.collection.mentions.get(each) for _, each in whole.settles)
    mentions = {mention.id: mention for mention in settled if mention}
    mine = {each for each in mentions if is_own_work(desk.source(key, [each]), me)}
    chosen = st.multiselect(
        _("Which words"),
        list(mentions),
        default=[each for each in mentions if each not in mine] or list(mentions),
        format_func=lambda each: _quoted(mentions[each]),
        key=f"words-{key}-{hash(tuple(mentions)):x}",
    )
    if mine and len(mine) < len(mentions):
        words = ngettext(
            "{n} of them has words of yours.", "{n} of them have words of yours.", len(mine),
        )  # fmt: skip
        st.caption(words.format(n=len(mine)))
    if not chosen:
        st.info(_("Choose at least one of them."))
        return
    unit = desk.source(key, chosen)
    st.subheader(_("How they will look"))
    st.html(marked_paragraphs(loaded.collection, (mentions[each] for each in chosen)))
    _changes(unit)
    _judge(unit, me)


def _quoted(mention: Mention) -> str:
    words = _("“{quote}”, paragraph {number}")
    return words.format(quote=mention.quote, number=mention.paragraph)


def _begin(loaded: Loaded, unit: Unit, me: str) -> None:
    """The title with where the unit stands, the way back, and what the last judgement was."""
    frame.heading(unit_title(loaded.collection, unit), standing(unit, me))
    st.button(_("‹ All that needs review"), type="tertiary", on_click=st.query_params.clear)
    saving.say_last_save()
    if unit.returned:
        words = _("Returned for changes by {whom}: {reason}")
        told = words.format(whom=by_whom(unit.returned), reason=unit.returned.why)
        st.info(markdown_text(told))


def _changes(unit: Unit) -> None:
    st.subheader(_("Before and after"))
    if not unit.changes:
        same = _("What it says has not changed since its last review.")
        first = _("Nothing has been changed here since it was first written.")
        st.html(el("p", same if unit.reviewed else first, cls="muted"))
    with st.container(key="compared"):
        st.html(changed_rows(unit.changes))


def _links(unit: Unit) -> None:
    """The journey where everybody sees it, who changed its row, and where to change it."""
    if unit.key in store.collection().journeys:
        st.page_link(
            "pages/journeys.py",
            label=_("The journey as it is published now"),
            query_params={"journey": unit.key},
        )
    st.page_link(
        "pages/history.py",
        label=_("Who changed its row, and when"),
        query_params={"table": "journeys", "row": unit.key},
    )
    st.page_link(
        "pages/annotate.py",
        label=_("Edit it beside its text"),
        query_params={"journey": unit.key},
    )


def _judge(unit: Unit, me: str) -> None:
    """Accept it, or return it with a reason."""
    st.subheader(_("Your review"))
    if is_own_work(unit, me):
        st.info(_own_work())
    else:
        _accept(unit, me)
    with st.form(key="to-send-back", border=False):
        reason = st.text_area(
            _("Or return it: what should its author change?"),
            key=f"to-correct-{unit.key}-{unit.returned.save if unit.returned else ''}",
            max_chars=LONGEST_REASON,
        )
        seen = _seen("send-back", unit, st.form_submit_button)
    if seen and not reason.strip():
        st.info(_("Say what should be changed, so that its author knows."))
    elif seen:
        _told(
            lambda: return_for_changes(store.reviewed(), seen, me, reason),
            _("It was returned for changes."),
        )


def _accept(unit: Unit, me: str) -> None:
    if seen := _seen("accept", unit, st.button, type="primary"):
        _told(lambda: accept(store.reviewed(), seen, me), _("It has been reviewed."))


def _seen(act: str, unit: Unit, button: Callable[..., bool], **look: str) -> Unit | None:
    """The unit as it stood on the screen when its button was clicked; None if it was not."""
    words = {"accept": _("Accept it"), "send-back": _("Return it for changes")}

    def keep() -> None:
        st.session_state[JUDGED] = act, unit

    button(words[act], key=act, on_click=keep, **look)
    if st.session_state.get(JUDGED, ("",))[0] != act:
        return None
    judged: Unit = st.session_state.pop(JUDGED)[1]
    return judged


def _told(save: Callable[[], Saved], said: str) -> None:
    """Carry out a judgement; the page then starts anew with what is there now."""
    try:
        if saving.run(save, said):
            st.rerun()
    except OwnWork:
        st.info(_own_work())


def _own_work() -> str:
    return _("You wrote some of it. Somebody else has to review it.")
