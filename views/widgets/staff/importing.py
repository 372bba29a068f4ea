"""What files would change, and the button that imports them: nothing is written before that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from annotations.problems import Problem
from annotations.saving import Preview, preview, save, sound_part
from annotations.tables import Change, Refused, started_from
from views.staff import (
    MOST_LINES,
    changes_panel,
    no_table_sentence,
    preview_sentence,
    table_sentence,
    twice_sentence,
)
from views.text import Markup, _, el, markdown_text, ngettext
from views.widgets.app import frame, staff_file_button, store
from views.widgets.staff import saving, upload
from views.widgets.staff.upload import File, Upload

ACCEPTED, SAVED = "import-accepted", "import-saved"
LONGEST_WHY = 500
FEW_LINES, MOST_PX = 12, 320

# The tables of the files, each with what tells its file from every other.
Digests = tuple[tuple[str, str], ...]
# Where something is said of a file, and what stands there already.
Place = tuple[DeltaGenerator, Markup]


@st.cache_resource(show_spinner=False, max_entries=4)
def _previewed(version: tuple[str, str], digests: Digests, _files: Mapping[str, File]) -> Preview:
    return preview(store.tables(), {table: file.data for table, file in _files.items()})


@st.cache_resource(show_spinner=False, max_entries=4)
def _part(version: tuple[str, str], digests: Digests, _told: Preview) -> Preview:
    return sound_part(store.tables(), _told)


def last_import() -> None:
    """What was proposed before this run, and where it is reviewed."""
    saving.say_last_save()
    saved = st.session_state.pop(SAVED, None)
    if saved is None:
        return
    review = next((path for path, _title, url in frame.FOR_STAFF if url == "review"), None)
    if review:
        st.page_link(review, label=_("See the proposal"), query_params={"proposal": saved.id})


def _version() -> tuple[str, str]:
    """A value that differs whenever a table, the chosen proposal or a story does."""
    return store.tables().version(), store.version()[1]


def show_changes(me: str, given: Upload) -> None:
    """All that files would do to their tables, and the way to let them do that."""
    shown, files = _by_table(given)
    if not files:
        upload.say_kept(me, given, worth_keeping=True)
        return
    digests = tuple((table, file.digest) for table, file in files.items())
    try:
        with st.spinner(_("Comparing with the tables …")):
            told = _previewed(_version(), digests, files)
    except Refused as refused:
        st.warning(_("This table cannot be changed as it is. Fix it first:"))
        st.code(str(refused), language=None, wrap_lines=True)
        return
    for table, (place, heading) in shown.items():
        place.html(heading + el("p", preview_sentence(told, table), cls="counters"))
    rest = _("Rows that are not in the files stay as they are.")
    st.html(el("p", rest, cls="muted"))
    upload.say_kept(me, given, worth_keeping=bool(told.changes or told.problems))
    _problems(_("Problems in the files, line by line"), told.problems, "problems.txt")
    _problems(
        _("Problems that this would cause in other rows"), told.elsewhere, "problems-elsewhere.txt"
    )
    if told.sound:
        st.html(el("h2", _("What would change"), cls="part") + changes_panel(told))
    if told.changes:
        _accept(given, digests, told)


def _by_table(given: Upload) -> tuple[Mapping[str, Place], Mapping[str, File]]:
    """Where to say what each table gets, and its file; both empty where that is not clear yet."""
    found: dict[str, list[File]] = {}
    shown: dict[str, Place] = {}
    for at, file in enumerate(given.files):
        left, right = st.columns((3, 2), vertical_alignment="center")
        with right:
            table, how = upload.table_of(file, at)
        held = table_sentence(table, how) if table else no_table_sentence()
        heading = el("h2", file.name, cls="part") + el("p", held, cls="muted")
        place = left.empty()
        place.html(heading)
        shown[table] = place, heading
        found.setdefault(table, []).append(file)
    twice = {table: files for table, files in found.items() if table and len(files) > 1}
    for table, files in twice.items():
        names = (file.name for file in files)
        st.warning(markdown_text(twice_sentence(table, names)))
    if twice or "" in found:
        return {}, {}
    return shown, {table: files[0] for table, files in found.items()}


def _problems(title: str, problems: Sequence[Problem], name: str) -> None:
    """The first problems, one a line, and all of them as a file where there are more."""
    if not problems:
        return
    st.html(el("h2", title, cls="part"))
    height: int | Literal["content"] = MOST_PX if len(problems) > FEW_LINES else "content"
    with st.container(key=f"import-{name.partition('.')[0]}", height=height, border=False):
        st.code("\n".join(map(str, problems[:MOST_LINES])), language=None, wrap_lines=True)
    more = len(problems) - MOST_LINES
    if more > 0:
        st.caption(_("And {n} more.").format(n=f"{more:,}"))
        every = ngettext("All {n} problem", "All {n} problems", len(problems))
        staff_file_button(
            every.format(n=f"{len(problems):,}"),
            lambda: "".join(f"{problem}\n" for problem in problems),
            name,
            "text/plain",
        )


def _accept(given: Upload, digests: Digests, told: Preview) -> None:
    """The reason and the button; of files with problems only what is asked for without them."""
    st.html(el("h2", _("Propose"), cls="part"))
    if told.problems or told.elsewhere:
        asked = st.toggle(
            _("Propose the rows without problems, and leave the others out"),
            key=f"import-part-{given.digest[:12]}",
        )
        if not asked:
            st.info(
                _(
                    "Files with problems are not imported. Fix the lines above and give the "
                    "files again, or import only the rows without problems."
                )
            )
            return
        with st.spinner(_("Comparing with the tables …")):
            told = _part(_version(), digests, told)
        if not told.changes:
            st.warning(
                _(
                    "No part of this can be proposed without the rest: it would cause "
                    "problems in other rows of the tables. Fix them first."
                )
            )
            return
    count = len(told.changes)
    st.text_input(
        _("Reason, for the history"),
        key=f"import-why-{upload.upload_number()}",
        max_chars=LONGEST_WHY,
        placeholder=_("Where the rows come from, or what they correct"),
    )
    # What was shown is what is saved, also where somebody has changed the tables since.
    st.button(
        ngettext("Propose {n} row", "Propose {n} rows", count).format(n=f"{count:,}"),
        key="take-in",
        type="primary",
        on_click=_accepted,
        args=(told.changes,),
    )


def _accepted(changes: tuple[Change, ...]) -> None:
    st.session_state[ACCEPTED] = changes


def import_if_accepted(me: str) -> None:
    """Save what the button was pressed for, and tell how that ended."""
    changes = st.session_state.pop(ACCEPTED, None)
    if changes is None:
        return
    why = st.session_state.get(f"import-why-{upload.upload_number()}", "").strip()
    if not why:
        st.warning(
            _(
                "Give a reason, so that others can understand the change. Nothing has been saved "
                "yet."
            )
        )
        return
    said = ngettext(
        "{n} row was proposed. Visitors see nothing of it until a second person accepts it.",
        "{n} rows were proposed. Visitors see nothing of them until a second person accepts them.",
        len(changes),
    )
    saved = saving.run(
        lambda: save(store.tables(), changes, me, why, started_from(changes)),
        said=said.format(n=f"{len(changes):,}"),
    )
    if saved:
        st.session_state[SAVED] = saved
        upload.put_aside(me)
        st.rerun()
