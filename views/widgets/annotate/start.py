"""Where annotating begins: drafts to go on with, a new text, or one that is annotated already."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from annotations.annotating import blank, new_work, source_id, work_on
from annotations.check import check_names_of_source
from annotations.codes import SOURCE_KINDS
from annotations.collection import source
from annotations.problems import Problems, RowPlace
from annotations.records import Source
from annotations.store import MOST_TEXT_BYTES, digest
from annotations.tables import Row
from views.staff import field
from views.text import _, el, markdown_text
from views.widgets.annotate.work import is_kept, keep_refusal, open_work
from views.widgets.app import reader, sign_in, store
from views.widgets.staff import PREFIX, saving

COLUMNS = ("title", "author", "publisher", "published", "url", "kind", "language", "rights")
RIGHTS = (
    "Property of its publisher. Not copied here: only facts in our own words and the short exact "
    "words that name a place or a date."
)


def begin(me: str) -> None:
    """Everything that can be begun or gone on with."""
    _asked_journey(me)
    drafts, fresh = st.columns((2, 3), gap="large")
    with drafts:
        _drafts(me)
        _annotated(me)
    with fresh:
        _new_text(me)


def _asked_journey(me: str) -> None:
    """The journey that the address names, to be changed beside its text."""
    key = reader.parameter("journey")
    if not key:
        return
    records = store.loaded().collection
    journey = records.journeys.get(key)
    if journey is None:
        st.info(_("This link points to a journey that is not here."))
        return
    for told_in in dict.fromkeys(citation.source for citation in journey.sources):
        if store.texts().text(records.sources[told_in].sha256) is not None:
            label = _("Edit “{title}” beside its text").format(title=journey.title)
            st.button(
                markdown_text(label),
                key=f"change-{told_in}",
                type="primary",
                on_click=lambda at=told_in: open_work(me, work_on(store.tables(), at, key)),
            )
            return
    words = _(
        "The text of “{title}” is not on this machine. Upload it, or change the rows with an "
        "import."
    )
    st.info(markdown_text(words.format(title=journey.title)))


def _drafts(me: str) -> None:
    st.html(el("h2", _("Drafts"), cls="begin"))
    kept = [draft for draft in saving.drafts_of(me) if not draft.name.startswith(PREFIX)]
    if not kept:
        st.html(el("p", _("None. What you start is kept here until you save it."), cls="muted"))
    for draft in kept:
        with st.container(horizontal=True, vertical_alignment="center"):
            day = draft.time.strftime("%Y-%m-%d %H:%M UTC")
            st.button(
                markdown_text(draft.name),
                key=f"draft-{draft.name}",
                on_click=_go_on,
                args=(draft.name,),
            )
            st.html(el("span", day, cls="muted"))
            with st.popover(_("Discard"), key=f"drop-{draft.name}"):
                st.text(_("Anything in it that was not saved will be lost."))
                st.button(
                    _("Discard the draft"),
                    key=f"really-drop-{draft.name}",
                    on_click=saving.discard,
                    args=(me, draft.name),
                )


def _go_on(name: str) -> None:
    st.query_params.clear()
    st.query_params["work"] = name


def _annotated(me: str) -> None:
    """The texts of the tables; those that are on this machine can be opened."""
    sources = [one for one in store.loaded().collection.sources.values() if one.sha256]
    here = {one.id for one in sources if store.texts().text(one.sha256) is not None}
    st.html(el("h2", _("Annotated texts"), cls="begin"))
    for one in sources:
        if one.id in here:
            st.button(
                markdown_text(one.title),
                key=f"open-{one.id}",
                on_click=lambda key=one.id: open_work(me, work_on(store.tables(), key)),
            )
    if missing := [one.title for one in sources if one.id not in here]:
        words = _("Not on this machine; upload the same file to open it: {titles}.")
        st.html(el("p", words.format(titles="; ".join(missing)), cls="muted"))


def _new_text(me: str) -> None:
    st.html(el("h2", _("A new text"), cls="begin"))
    with st.form("new-text", border=False):
        st.text_area(
            _("Paste it here, at most 2 MB"),
            key="pasted",
            height=220,
            # So many more that it can be said how much too long a text is.
            max_chars=MOST_TEXT_BYTES + MOST_TEXT_BYTES // 10,
        )
        st.file_uploader(
            _("or upload it as a plain text file in UTF-8"),
            ["txt"],
            key="uploaded",
            max_upload_size=2,
        )
        st.caption(
            _(
                "The text stays on this machine, outside the tables and their history. Only "
                "its digest, facts in your own words, and the exact words that you mark go "
                "any further."
            )
        )
        left, right = st.columns(2)
        named = partial(field, "sources")
        left.text_input(named("title"), key="source-title")
        right.text_input(named("author"), key="source-author")
        left.text_input(named("publisher"), key="source-publisher")
        right.text_input(named("published"), key="source-published", placeholder="2011-05-15")
        left.text_input(named("url"), key="source-url", placeholder="https://")
        right.selectbox(named("kind"), SOURCE_KINDS, key="source-kind")
        left.text_input(named("language"), "en", key="source-language")
        right.text_input(named("rights"), RIGHTS, key="source-rights")
        st.form_submit_button(_("Start"), key="begin", type="primary", on_click=_begin, args=(me,))


def _begin(me: str) -> None:
    """Open the text that was given: as a new one, or as the annotated one that it is."""
    sign_in.ensure(me)
    file, pasted = st.session_state["uploaded"], st.session_state["pasted"]
    data = file.getvalue() if file else pasted.encode()
    cells = {name: st.session_state[f"source-{name}"] for name in COLUMNS}
    known: dict[str, Source] = {
        one.sha256: one for one in store.loaded().collection.sources.values() if one.sha256
    }
    same = known.get(digest(data))
    row = blank("sources", **{name: cell.strip() for name, cell in cells.items()})
    row["sha256"] = digest(data)
    row["accessed"] = date.today().isoformat() if row["url"] else ""
    row["id"] = source_id(
        row["author"],
        row["published"],
        row["title"],
        store.loaded().collection.sources,
        row["publisher"],
    )
    problems = [] if same else _problems(row)
    if problems:
        keep_refusal("\n".join(problems))
    elif is_kept(lambda: store.texts().keep(data)):
        open_work(me, work_on(store.tables(), same.id) if same else new_work(row))


def _problems(row: dict[str, str]) -> list[str]:
    """What is wrong with the row of a new source, one line each."""
    problems = Problems()
    record = source(Row("sources", RowPlace("sources", 0), row, problems))
    told = [(problem.column, problem.message) for problem in problems]
    told += check_names_of_source(record, store.loaded().collection)
    return [f"{field('sources', column)}: {message}" for column, message in told]
