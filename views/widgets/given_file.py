"""The file that is to be imported: given or pasted, kept until it is taken in or thrown away."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from urllib.parse import quote

import streamlit as st

from annotations.drafts import LONGEST_NAME, BrokenDraft, Kept
from annotations.file_rows import MOST_BYTES, MOST_ROWS, table_by_header, table_by_name
from annotations.rows import TABLES
from views import labels
from views.i18n import _
from views.markup import el, markdown_text
from views.widgets import store

GIVEN, ROUND = "import-given", "import-round"
PREFIX = "import "
MOST_KEPT = 10
WAYS = ("file", "paste")
LONGEST_PASTED = 1_000_000


@dataclass(frozen=True)
class Given:
    """A file as it was given: its name and its bytes."""

    name: str
    data: bytes

    @property
    def digest(self) -> str:
        """What tells it from every other file."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def draft(self) -> str:
        """The name under which it is kept, as long as a draft's name may be."""
        name = self.name
        while len(quote(start := f"{PREFIX}{self.digest[:12]} {name}", safe="")) > LONGEST_NAME:
            name = name[1:]
        return start


def given(me: str) -> Given | None:
    """The ways to give a file, those that were kept, and the one that is looked at now."""
    _kept(me)
    way, table = st.columns((3, 2), vertical_alignment="bottom")
    with way:
        chosen = st.segmented_control(
            _("From"),
            WAYS,
            default=WAYS[0],
            required=True,
            key="import-way",
            format_func=lambda way: {"file": _("A file"), "paste": _("Pasted text")}[way],
        )
    with table:
        st.selectbox(
            _("Table"),
            TABLES,
            index=None,
            key="import-table",
            format_func=labels.table,
            placeholder=_("As the header or the name says"),
        )
    key = f"import-{chosen}-{round_()}"
    if chosen == "file":
        st.file_uploader(
            _("A CSV in UTF-8, of at most {rows} rows and 20 MB").format(rows=f"{MOST_ROWS:,}"),
            type=["csv", "txt"],
            max_upload_size=MOST_BYTES // 1_000_000,
            key=key,
            on_change=_uploaded,
            args=(me, key),
        )
    else:
        st.text_area(
            _("CSV text, its header first"),
            max_chars=LONGEST_PASTED,
            height=180,
            key=key,
            on_change=_pasted,
            args=(me, key),
        )
    return st.session_state.get(GIVEN)


def table_of(file: Given) -> tuple[str, str]:
    """The table of a file, and what told it: "chosen", "header" or "name"; or two empty texts."""
    told = {
        "chosen": st.session_state.get("import-table") or "",
        "header": table_by_header(file.data),
        "name": table_by_name(file.name),
    }
    return next(((table, how) for how, table in told.items() if table), ("", ""))


def in_hand(me: str, file: Given, worth_keeping: bool) -> None:
    """Whether a file is kept, and the button that throws it away."""
    if not worth_keeping:
        store.drafts().drop(me, file.draft)
    with st.container(horizontal=True, key="in-hand", vertical_alignment="center"):
        if any(each.name == file.draft for each in store.drafts().list(me)):
            said = _("It is kept, for you alone, until you take it in or throw it away.")
            st.html(el("p", said, cls="muted"), width="content")
        st.button(
            _("Throw this file away"),
            key="throw-away",
            type="tertiary",
            on_click=put_away,
            args=(me,),
        )


def put_away(me: str, draft: bool = True) -> None:
    """Look at no file any more, and keep none where that is said."""
    file = st.session_state.pop(GIVEN, None)
    st.session_state[ROUND] = round_() + 1
    if file and draft:
        store.drafts().drop(me, file.draft)


def round_() -> int:
    """A number that is another one after each file, for the widgets that should be empty then."""
    return st.session_state.get(ROUND, 0)


def _uploaded(me: str, key: str) -> None:
    file = st.session_state[key]
    _take(me, Given(file.name, file.getvalue()) if file else None)


def _pasted(me: str, key: str) -> None:
    text = st.session_state[key].strip()
    _take(me, Given(_("pasted text"), f"{text}\n".encode()) if text else None)


def _take(me: str, file: Given | None) -> None:
    """Look at a file, and keep it where it can be read as text."""
    if file is None:
        st.session_state.pop(GIVEN, None)
        return
    st.session_state[GIVEN] = file
    try:
        text = file.data.decode()
    except UnicodeDecodeError:
        return  # the preview tells that it has to be saved anew
    store.drafts().keep(me, file.draft, {"name": file.name, "text": text})


def _kept(me: str) -> None:
    """The files that were given before and not taken in, each to go on with or to throw away."""
    now = st.session_state.get(GIVEN)
    kept = [
        each
        for each in store.drafts().list(me)
        if each.name.startswith(PREFIX) and (now is None or each.name != now.draft)
    ]
    if not kept:
        return
    st.html(el("h2", _("Not taken in yet"), cls="part"))
    for at, each in enumerate(kept[:MOST_KEPT]):
        _row(me, each, at)


def _row(me: str, kept: Kept, at: int) -> None:
    name = kept.name.removeprefix(PREFIX).partition(" ")[2]
    said = _("{name}, kept {time} UTC").format(name=name, time=f"{kept.kept:%Y-%m-%d %H:%M}")
    with st.container(horizontal=True, key=f"kept-import-{at}", vertical_alignment="center"):
        st.html(el("span", said), width="content")
        st.button(
            _("Go on"),
            key=f"go-on-{kept.name}",
            help=markdown_text(name),
            on_click=_go_on,
            args=(me, kept.name),
        )
        st.button(
            _("Throw away"),
            key=f"throw-away-{kept.name}",
            type="tertiary",
            on_click=store.drafts().drop,
            args=(me, kept.name),
        )


def _go_on(me: str, name: str) -> None:
    try:
        draft = store.drafts().load(me, name)
    except KeyError:
        st.warning(_("This file is not kept any more."))
        return
    except BrokenDraft as broken:
        st.warning(markdown_text(str(broken)))
        return
    put_away(me, draft=False)
    st.session_state[GIVEN] = Given(str(draft["name"]), str(draft["text"]).encode())
