"""A proposal that is open: what it would change, what was said, and what to do with it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from annotations.proposals import (
    Overlay,
    OwnWork,
    agree,
    ask_again,
    comment,
    drop,
    lacking,
    return_for_changes,
)
from annotations.publication import published
from annotations.records import Collection
from annotations.store import Proposal
from views.atlas import MUTED
from views.panels import journey_details, stops_table
from views.staff import (
    JOURNEYS,
    TABLES,
    TEXTS,
    TIMES,
    changed_counts,
    changed_rows,
    clash_table,
    events_panel,
    findable,
    grouped_proposals,
    journeys_of,
    proposal_choice,
    proposal_rows,
    proposal_standing,
    proposal_title,
    proposals_panel,
)
from views.text import _, el, markdown_text, ngettext
from views.widgets.app import frame, sign_in, store
from views.widgets.atlas import map_alone
from views.widgets.staff import saving

LONGEST = 1000
MOST_JOURNEYS, MOST_ROWS = 5, 200
JUDGED = "proposal-judged"


def choose(saves: bool = True) -> None:
    """Which proposal is laid over the tables on this page, said where one is.

    `saves` is True for a page that writes into it.
    """
    found = {one.id: one for one in store.reviewed().proposals.all() if one.is_open}
    if not found:
        return
    at = store.chosen()
    st.selectbox(
        _("Shown with this proposal"),
        list(found),
        index=list(found).index(at) if at in found else None,
        key="laid-over",
        placeholder=_("None: the tables as they are"),
        format_func=lambda key: proposal_choice(found[key]),
        on_change=lambda: store.choose_proposal(st.session_state["laid-over"] or ""),
    )
    if at:
        words = _("The proposal lies over the tables here. Visitors see nothing of it.")
        into = _("What you save goes into it.")
        st.info(f"{words} {into}" if saves else words)


def listed(records: Collection) -> None:
    """Every proposal, by where it stands, and by journey, text or table if that is asked for."""
    every = store.reviewed().proposals.all()
    open_ones = [one for one in every if one.state == "open"]
    none = _("None. What staff write comes here first.")
    by = _asked_groups() if open_ones else TIMES
    if by == TIMES:
        st.html(proposals_panel(open_ones, _("Open proposals"), none))
    else:
        for title, found in grouped_proposals(open_ones, by, records).items():
            st.html(proposals_panel(found, title, none))
    if returned := [one for one in every if one.state == "returned"]:
        st.html(proposals_panel(returned, _("Proposals returned for changes"), ""))
    for told in store.reviewed().proposals.broken():
        st.warning(markdown_text(told))


def _asked_groups() -> str:
    words = {
        TIMES: _("Last change"), JOURNEYS: _("Journey"), TEXTS: _("Text"), TABLES: _("Table"),
    }  # fmt: skip
    asked = st.radio(
        _("Open proposals by"), list(words), format_func=words.__getitem__, horizontal=True,
        key="proposals-by",
    )  # fmt: skip
    return str(asked)


def closed() -> None:
    """The proposals that are accepted or dropped."""
    every = store.reviewed().proposals.all()
    ended = [one for one in every if not one.is_open]
    if ended:
        st.html(proposals_panel(ended, _("Accepted or dropped"), ""))


def opened(proposal: Proposal, me: str) -> None:
    """One proposal whole."""
    over = Overlay(store.reviewed(), proposal if proposal.is_open else None)
    alone = sign_in.is_alone(me)
    missing = lacking(proposal, over.below, alone) if proposal.is_open else {}
    frame.heading(proposal_title(proposal), proposal_standing(proposal, missing))
    st.button(_("‹ All proposals"), type="tertiary", on_click=st.query_params.clear)
    saving.say_last_save()
    st.html(el("p", proposal_rows(proposal), cls="counters"))
    st.html(events_panel(proposal.events))
    if proposal.is_open:
        _effect(proposal, over)
    st.subheader(_("Before and after"))
    with st.container(key="compared"):
        st.html(changed_rows(proposal.changes[:MOST_ROWS]))
    if len(proposal.rows) > MOST_ROWS:
        more = f"{len(proposal.rows) - MOST_ROWS:,}"
        st.html(el("p", _("And {n} more.").format(n=more), cls="muted"))
    if proposal.is_open:
        _judge(proposal, me, alone, bool(over.clashes))


def _effect(proposal: Proposal, over: Overlay) -> None:
    """What would be different for visitors."""
    if over.clashes:
        words = _(
            "The tables have changed since: these rows do not fit them any more. Edit the "
            "proposal to settle them."
        )
        st.warning(words)
        st.html(el("div", *map(clash_table, over.clashes)))
    then = published(store.loaded_with(over).collection)
    st.subheader(_("What visitors would see"))
    st.html(changed_counts(store.collection(), then))
    journeys = journeys_of(proposal, then)
    for key in journeys[:MOST_JOURNEYS]:
        journey = then.journeys[key]
        st.html(journey_details(then, journey, MUTED))
        map_alone(then, key, f"proposal-map-{key}")
        st.html(stops_table(then, journey))
        st.html(el("h4", _("What a reader who knows something could still find")))
        st.html(findable(journey))
    if (more := len(journeys) - MOST_JOURNEYS) > 0:
        words = ngettext(
            "And {n} more journey, whose rows are below.",
            "And {n} more journeys, whose rows are below.",
            more,
        )
        st.html(el("p", words.format(n=f"{more:,}"), cls="muted"))


def _judge(proposal: Proposal, me: str, alone: bool, clashes: bool) -> None:
    """Accept, return, comment, drop, or go on writing."""
    base = store.reviewed()
    st.subheader(_("Your review"))
    words = st.text_area(
        _("Your words about it"),
        key=f"words-{proposal.id}-{len(proposal.events)}",
        max_chars=LONGEST,
    )
    asks = st.container(horizontal=True)
    with asks:
        if proposal.state == "open" and not clashes:
            own = all(row.writer == me for row in proposal.rows)
            label = _("Accept it alone") if alone and own else _("Accept it")
            _act("agree", label, proposal, lambda seen: agree(base, seen, me, words, alone))
        if proposal.state == "open":
            _act("return", _("Return it for changes"), proposal,
                 lambda seen: return_for_changes(base, seen, me, words))  # fmt: skip
        else:
            _act("ask", _("Ask for a review again"), proposal,
                 lambda seen: ask_again(base, seen, me, words))  # fmt: skip
        _act("comment", _("Comment"), proposal, lambda seen: comment(base, seen, me, words))
        _act("drop", _("Drop it"), proposal, lambda seen: drop(base, seen, me, words))
    for page, label in (
        ("records", _("Its rows among the records")),
        ("annotate", _("Change it beside its text")),
        ("import", _("Change it with files")),
    ):
        st.page_link(f"pages/{page}.py", label=label, query_params={"proposal": proposal.id})


def _act(deed: str, label: str, proposal: Proposal, act: Callable[[Proposal], Proposal]) -> None:
    """A button, and what it does to the proposal as it stood on the screen."""

    def keep() -> None:
        st.session_state[JUDGED] = deed, proposal

    st.button(
        label, key=f"proposal-{deed}", on_click=keep,
        type="primary" if deed == "agree" else "secondary",
    )  # fmt: skip
    if st.session_state.get(JUDGED, ("",))[0] != deed:
        return
    seen = st.session_state.pop(JUDGED)[1]
    try:
        done = saving.run(lambda: act(seen), _said(deed))
    except (OwnWork, ValueError) as why:
        st.info(markdown_text(str(why)))
        return
    if done:
        st.rerun()


def _said(deed: str) -> str:
    return {
        "agree": _("You stand behind it."),
        "return": _("It was returned for changes."),
        "ask": _("It is open for review again."),
        "comment": _("Your comment is there."),
        "drop": _("It was dropped."),
    }[deed]
