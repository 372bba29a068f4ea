"""The files to be imported together: given or pasted, kept until they are imported or discarded."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

import streamlit as st

from annotations.saving import MOST_BYTES, MOST_ROWS, are_too_large, table_by_header, table_by_name
from annotations.store import LONGEST_NAME, BrokenDraft, DraftEntry
from annotations.tables import TABLES
from views.text import _, el, labels, markdown_text, ngettext
from views.widgets.app import store
from views.widgets.staff import saving

GIVEN, ROUND = "import-given", "import-round"
PREFIX = "import "
MOST_KEPT = 10
WAYS = ("file", "paste")
LONGEST_PASTED = 1_000_000


@dataclass(frozen=True)
class File:
    """A file as it was given: its name and its bytes."""

    name: str
    data: bytes

    @property
    def digest(self) -> str:
        """What tells it from every file with other bytes."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class Upload:
    """The files that are given together, at least one."""

    files: tuple[File, ...]

    @property
    def names(self) -> str:
        """What they are called, in one line."""
        return ", ".join(file.name for file in self.files)

    @property
    def digest(self) -> str:
        """What tells them from all others."""
        told = repr([(file.name, file.digest) for file in self.files])
        return hashlib.sha256(told.encode()).hexdigest()

    @property
    def draft(self) -> str:
        """The name under which they are kept, as long as a draft's name may be."""
        name = self.names
        while len(quote(start := f"{PREFIX}{self.digest[:12]} {name}", safe="")) > LONGEST_NAME:
            name = name[1:]
        return start


def ask_upload(me: str) -> Upload | None:
    """The widgets for giving files, the files kept from before, and those that are compared now."""
    _kept(me)
    chosen = st.segmented_control(
        _("From"),
        WAYS,
        default=WAYS[0],
        required=True,
        key="import-way",
        format_func=lambda way: {"file": _("Files"), "paste": _("Pasted text")}[way],
    )
    key = f"import-{chosen}-{upload_number()}"
    if chosen == "file":
        st.file_uploader(
            _(
                "CSV files in UTF-8, one for each table, with at most {rows} rows and 20 MB in all"
            ).format(rows=f"{MOST_ROWS:,}"),
            type=["csv", "txt"],
            accept_multiple_files=True,
            max_upload_size=MOST_BYTES // 1_000_000,
            key=key,
            on_change=_uploaded,
            args=(me, key),
        )
    else:
        st.text_area(
            _("CSV text, header first"),
            max_chars=LONGEST_PASTED,
            height=180,
            key=key,
            on_change=_pasted,
            args=(me, key),
        )
    return st.session_state.get(GIVEN)


def table_of(file: File, at: int) -> tuple[str, str]:
    """The table of a file, and what told it: "chosen", "header" or "name"; or two empty texts.

    It can be chosen here; `at` is the place of the file among those given with it.
    """
    chosen = st.selectbox(
        _("Table for {file}").format(file=markdown_text(file.name)),
        TABLES,
        index=None,
        key=f"import-table-{at}-{file.digest[:12]}",
        format_func=labels.table,
        placeholder=_("Go by the header or the name"),
    )
    told = {
        "chosen": chosen or "",
        "header": table_by_header(file.data),
        "name": table_by_name(file.name),
    }
    return next(((table, how) for how, table in told.items() if table), ("", ""))


def say_kept(me: str, files: Upload, worth_keeping: bool) -> None:
    """Whether the files are kept, and the button that discards them."""
    if not worth_keeping:
        saving.discard(me, files.draft)
    count = len(files.files)
    with st.container(horizontal=True, key="in-hand", vertical_alignment="center"):
        if any(each.name == files.draft for each in saving.drafts_of(me, says_why=False)):
            said = ngettext(
                "It is kept, for you alone, until you propose or discard it.",
                "They are kept, for you alone, until you propose or discard them.",
                count,
            )
            st.html(el("p", said, cls="muted"), width="content")
        st.button(
            ngettext("Discard this file", "Discard these files", count),
            key="discard",
            type="tertiary",
            on_click=put_aside,
            args=(me,),
        )


def put_aside(me: str, draft: bool = True) -> None:
    """Look at no files any more, and keep none where that is said."""
    files = st.session_state.pop(GIVEN, None)
    st.session_state[ROUND] = upload_number() + 1
    if files and draft:
        saving.discard(me, files.draft)


def upload_number() -> int:
    """A number that is another one after each file, for the widgets that should be empty then."""
    number: int = st.session_state.get(ROUND, 0)
    return number


def _uploaded(me: str, key: str) -> None:
    _take(me, [File(file.name, file.getvalue()) for file in st.session_state[key]])


def _pasted(me: str, key: str) -> None:
    text = st.session_state[key].strip()
    _take(me, [File(_("pasted text"), f"{text}\n".encode())] if text else [])


def _take(me: str, given: Sequence[File]) -> None:
    """Look at files, and keep them where all of them can be read as text."""
    before = st.session_state.pop(GIVEN, None)
    if before and {*before.files} < {*given}:
        saving.discard(me, before.draft)  # the same files and more: kept as these
    if not given:
        return
    files = st.session_state[GIVEN] = Upload(tuple(given))
    if are_too_large(file.data for file in given):
        return  # the preview tells that they are too large
    try:
        told = [{"name": file.name, "text": file.data.decode()} for file in given]
        store.drafts().keep(me, files.draft, {"files": told})
    except OSError as error:
        saving.keep_failure(saving.why_not_kept(error))
    except ValueError:
        # It is not UTF-8, or full of signs that a draft cannot hold in its size: the preview says
        # so of each, and the page does not say that it is kept.
        return


def _kept(me: str) -> None:
    """What was given before and not imported, to continue with or to discard."""
    now = st.session_state.get(GIVEN)
    kept = [
        each
        for each in saving.drafts_of(me)
        if each.name.startswith(PREFIX) and (now is None or each.name != now.draft)
    ]
    if not kept:
        return
    st.html(el("h2", _("Not imported yet"), cls="part"))
    for at, each in enumerate(kept[:MOST_KEPT]):
        _row(me, each, at)


def _row(me: str, kept: DraftEntry, at: int) -> None:
    name = kept.name.removeprefix(PREFIX).partition(" ")[2]
    said = _("{name}, kept since {time} UTC").format(name=name, time=f"{kept.time:%Y-%m-%d %H:%M}")
    with st.container(horizontal=True, key=f"kept-import-{at}", vertical_alignment="center"):
        st.html(el("span", said), width="content")
        st.button(
            _("Continue"),
            key=f"go-on-{kept.name}",
            help=markdown_text(name),
            on_click=_go_on,
            args=(me, kept.name),
        )
        st.button(
            _("Discard"),
            key=f"discard-{kept.name}",
            type="tertiary",
            on_click=saving.discard,
            args=(me, kept.name),
        )


def _go_on(me: str, name: str) -> None:
    try:
        draft = store.drafts().load(me, name)
    except KeyError:
        saving.keep_failure(_("This is no longer kept."))
        return
    except BrokenDraft as broken:
        saving.keep_failure(str(broken))
        return
    told = draft.get("files")
    files = [file for file in told if isinstance(file, dict)] if isinstance(told, list) else []
    if not files:
        saving.keep_failure(_("There is no file in this draft. Discard it."))
        return
    put_aside(me, draft=False)
    given = (File(str(each.get("name")), str(each.get("text")).encode()) for each in files)
    st.session_state[GIVEN] = Upload(tuple(given))
