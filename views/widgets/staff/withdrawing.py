"""A record or a person withdrawn: what would go, the word that confirms it, and the proof."""

from __future__ import annotations

import os
from pathlib import PurePath

import streamlit as st

from annotations.store import BrokenHistory, Busy, Interrupted, Removal
from annotations.tables import rows_by_key
from annotations.withdraw import NotWithdrawn, Proof, Subject, planned, proof, withdraw
from views.staff import reach_of_withdrawal, rows_that_go, searched
from views.text import _, el, markdown_text
from views.widgets.app import reader, store

RECORD, PERSON = "record", "person"
PROOF, ASKED = "withdrawal-proof", "withdrawal-asked"
LONGEST = 1000


def asked_subject() -> Subject | None:
    """Ask who or what is to be withdrawn; None until that is said."""
    labels = {RECORD: _("A journey, event, statement or source"), PERSON: _("A person")}
    kind = st.radio(
        _("What should be removed?"), (RECORD, PERSON), format_func=labels.__getitem__,
        horizontal=True, key="withdraw-kind",
    )  # fmt: skip
    if kind == PERSON:
        said = st.text_area(
            _("Every name and spelling of the person, one a line, also in Korean"),
            key="withdraw-names", max_chars=LONGEST,
        )  # fmt: skip
        names = tuple(line.strip() for line in said.splitlines() if line.strip())
        return Subject(names=names) if names else None
    titles = _titles()
    asked = reader.parameter("record")
    record = st.selectbox(
        _("Which one? Choose it, or type the id of a mention or of a record that is only proposed"),
        list(titles), index=list(titles).index(asked) if asked in titles else None,
        format_func=lambda key: titles.get(key, key), accept_new_options=True,
        key="withdraw-record", placeholder=_("Title or id"),
    )  # fmt: skip
    return Subject(record.strip()) if record and record.strip() else None


def _titles() -> dict[str, str]:
    """The journeys, events, statements and sources by their ids, each with its title."""
    tables = store.reviewed()
    return {
        key: f"{row.get('title') or row.get('subject')} ({key})"
        for table in ("journeys", "events", "statements", "sources")
        for key, row in rows_by_key(tables, table).items()
    }


def offer(subject: Subject, me: str) -> None:
    """Show what would go, and do it once the word that confirms it is typed."""
    with st.spinner(_("Looking for it everywhere …")):
        try:
            plan = planned(store.reviewed(), subject)
            would_stay = proof(store.reviewed(), plan, is_done=False)
        except (BrokenHistory, NotWithdrawn) as reason:
            st.warning(markdown_text(str(reason)))
            return
        except OSError as error:
            _say_unread(_("Nothing can be removed as long as a file cannot be opened."), error)
            return
    st.subheader(_("What would go"))
    st.html(rows_that_go(plan))
    _lines(_("Each place, by file and line"), plan.report, is_open=False)
    _to_read(plan, would_stay)
    st.info(reach_of_withdrawal())
    if subject.names[1:]:
        names = markdown_text("; ".join(subject.names))
        st.warning(_("All of these are taken to be one person: {names}.").format(names=names))
    word = subject.record or subject.names[0]
    with st.form("withdraw-for-good", border=False):
        st.html(el("p", _("To confirm, type this:"), " ", el("b", word)))
        typed = st.text_input(_("What has to be typed"), key=f"withdraw-typed-{word}")
        st.form_submit_button(
            _("Withdraw for good"), key="withdraw-button", type="primary", on_click=_ask
        )
    sent = st.session_state.pop(ASKED, False)
    if sent and typed.strip() != word:
        st.warning(_("Nothing was removed: that is not what has to be typed."))
    elif sent:
        _withdraw(subject, me)


def _ask() -> None:
    """Keep that it was asked for until the run that can tell how it ended."""
    st.session_state[ASKED] = True


def _withdraw(subject: Subject, me: str) -> None:
    try:
        plan = withdraw(store.reviewed(), subject, me)
    except (BrokenHistory, Busy, Interrupted, NotWithdrawn) as reason:
        st.warning(markdown_text(str(reason)))
        return
    except OSError as error:
        _say_unread(_("Nothing was removed."), error)
        return
    found = proof(store.reviewed(), plan)
    st.query_params.clear()
    st.session_state[PROOF] = plan, found
    st.rerun()


def _say_unread(what: str, error: OSError) -> None:
    """What could not be done, and for which file."""
    reason = error.strerror or type(error).__name__
    if error.filename:
        reason = f"{PurePath(os.fsdecode(error.filename)).name}: {reason}"
    told = _("{reason}. Tell whoever runs the app.").format(reason=reason)
    st.warning(f"{what} {markdown_text(told)}")


def proved() -> bool:
    """Show the proof of the withdrawal before this run, once; True where there was one."""
    told: tuple[Removal, Proof] | None = st.session_state.pop(PROOF, None)
    if told is None:
        return False
    plan, found = told
    st.success(_("It is withdrawn. This report is kept nowhere: note what you still have to do."))
    st.html(rows_that_go(plan))
    _to_read(plan, found)
    st.info(reach_of_withdrawal())
    st.button(_("Withdraw something else"))
    return True


def _to_read(plan: Removal, found: Proof) -> None:
    """What still has to be read or rewritten, and how much was searched."""
    st.html(el("p", searched(found)))
    if found.no_text:
        passed = _("Not searched, because they are no text: {files}.")
        st.html(el("p", passed.format(files=found.not_searched)))
    _lines(_("Still to be rewritten"), found.found, is_open=True)
    _lines(_("Still to be read: it may tell of it in other words"), plan.to_read, is_open=True)


def _lines(title: str, lines: tuple[str, ...], is_open: bool) -> None:
    if lines:
        with st.expander(f"{title} ({len(lines)})", expanded=is_open):
            st.code("\n".join(lines), language=None, wrap_lines=True)
