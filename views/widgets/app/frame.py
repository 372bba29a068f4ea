"""What every page shares: the way between pages, the look, and problems said in the open."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextvars import ContextVar
from itertools import count
from urllib.parse import unquote, urlsplit

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from annotations.problems import Problem
from views.atlas import prepare
from views.leans import streamlit
from views.lessons import faults, faults_sentence
from views.server import sheet_words
from views.text import Markup, _, el, labels, markdown_text
from views.widgets.app import reader, versions
from views.widgets.app.elements.page_script import page_script

MOST_SHOWN, LONGEST_NAME = 200, 60
DIALOG = "open-dialog"
ASKED_PAGE = "asked-page"
# Parts of the address of the pages whose records can be filtered; the first page has none.
FILTERED = ("", "journeys")
# The pages for staff: file, title in the language of the run, part of the address. Each of them
# calls `staff.required` first.
FOR_STAFF: tuple[tuple[str, Callable[[], str], str], ...] = (
    ("pages/annotate.py", lambda: _("Annotate"), "annotate"),
    ("pages/records.py", lambda: _("Records"), "records"),
    ("pages/gaps.py", lambda: _("Gaps and doubts"), "gaps"),
    ("pages/import.py", lambda: _("Import"), "import"),
    ("pages/review.py", lambda: _("Review"), "review"),
    ("pages/history.py", lambda: _("History"), "history"),
    ("pages/withdraw.py", lambda: _("Withdraw"), "withdraw"),
)

_in_dashboard: ContextVar[bool] = ContextVar("in_dashboard", default=False)


def settings() -> None:
    """Page title and width."""
    _in_dashboard.set(True)
    st.set_page_config(page_title=_("Ways out"), layout="wide", initial_sidebar_state="collapsed")


def name_sidebar(filters: int, has_downloads: bool) -> None:
    """Say on the button of the closed sidebar what is in it, and how many filters are set."""
    short = _("Filters ({n})").format(n=filters) if filters else _("Filters")
    if has_downloads and filters:
        name = _("Filters ({n}) and downloads").format(n=filters)
    else:
        name = _("Filters and downloads") if has_downloads else short
    menu = _("Menu and filters ({n})").format(n=filters) if filters else _("Menu and filters")
    words = {"filters": name, "filters-short": short, "menu": menu}
    # On the button alone: what is said on the root styles all of the page anew at every filter.
    room = "--filters-room: 14.9rem;" if has_downloads else ""
    st.html(f"<style>{streamlit.SIDEBAR_OPENER} {{{sheet_words(words)}{room}}}</style>")


def prepare_map() -> None:
    """What the map needs lies beside our own files; where it does not, one sentence says so."""
    try:
        prepare()
    except OSError as error:
        reason = markdown_text(error.strerror or str(error))
        words = _(
            "The map and the lessons cannot be shown now: their scripts could not be written "
            "({reason}). The rest is here. Whoever runs the app finds in docs/operate.md what it "
            "has to write."
        )
        st.warning(words.format(reason=reason))


def embedded() -> bool:
    """True where the address has `embed=true`: the page stands inside a page elsewhere."""
    return bool(st.context.is_embedded)


def navigation(staff: bool = False, sign_in: bool = False) -> StreamlitPage:
    """The page that the address asks for, with the way to all the others at the top.

    The pages for staff, and the one to sign in, are among them only where that is said. In an
    embedded view there is no way to others.
    """
    inside = embedded()
    first, *others = labels.page_titles().items()
    pages = [st.Page("pages/map.py", title=first[1], default=True)]
    pages += [st.Page(f"pages/{url}.py", title=title, url_path=url) for url, title in others]
    if staff:
        pages += [st.Page(path, title=title(), url_path=url) for path, title, url in FOR_STAFF]
    if sign_in:
        pages.append(st.Page("pages/staff.py", title=_("Staff"), url_path="staff"))
    streamlit.ask_for_first_page({page.url_path for page in pages})
    return st.navigation(pages, position="hidden" if inside else "top")


def open_dialog(name: str) -> None:
    """Have the dialog of that name be shown, in place of any other."""
    st.session_state[DIALOG] = name


def show_dialog(name: str, title: str, content: Callable[[], None]) -> None:
    """The dialog as long as it is open: the page may run again meanwhile, as it does by itself.

    What is done in it runs `content` alone again, with the records as they are by then.
    """
    runs = count()

    def shown() -> None:
        if next(runs):
            versions.begin_again()
        content()

    if st.session_state.get(DIALOG) == name:
        st.dialog(title, width="medium", on_dismiss=_close_dialog)(shown)()


def _close_dialog() -> None:
    st.session_state.pop(DIALOG, None)


def say_wrong_address(page: StreamlitPage) -> None:
    """That the address named no page, where Streamlit shows the first page instead.

    The browser has the address of the first page soon after, so what was asked is kept until
    another page is opened.
    """
    told = st.session_state
    asked = told.setdefault(ASKED_PAGE, _name_of_no_page(page))
    if page.url_path:
        told[ASKED_PAGE] = ""
    elif asked and not embedded():
        words = _(
            "There is no page “{name}” here. This is the first page; the menu has the others."
        )
        st.warning(words.format(name=markdown_text(asked)))


def _name_of_no_page(page: StreamlitPage) -> str:
    """What the address names as a page where it is none; "" where it names the page shown."""
    path = unquote(urlsplit(reader.address()).path)
    asked = path.rstrip("/").rpartition("/")[2][:LONGEST_NAME]
    base = str(st.get_option("server.baseUrlPath")).strip("/").rpartition("/")[2]
    return "" if asked in (page.url_path, base) else asked


def links_for_staff() -> None:
    """A link to each page for staff."""
    for path, title, _url in FOR_STAFF:
        st.page_link(path, label=title())


def say_problems(problems: Sequence[Problem], lessons: Collection[str]) -> None:
    """The problems of tables and lessons, as lines that name file, line and remedy.

    `lessons` are those that can be given.
    """
    if not problems:
        return
    title = markdown_text(faults_sentence(faults(problems, lessons)))
    with st.expander(title, key="problems", icon=":material/rule:"):
        st.code(
            "\n".join(str(problem) for problem in problems[:MOST_SHOWN]),
            language=None,
            wrap_lines=True,
        )
        if len(problems) > MOST_SHOWN:
            st.caption(
                _("And {n} more: python -m annotations.check lists them all.").format(
                    n=len(problems) - MOST_SHOWN
                )
            )


def heading(
    title: str,
    sentence: str,
    start: Markup | None = None,
    look: Mapping[str, object] | None = None,
) -> None:
    """The title that answers the reader's question, the selection as a sentence, and a way in.

    `look` is the page's guided look, where it has one.
    """
    ensure_dashboard()
    st.set_page_config(page_title=_("{title} · Ways out").format(title=title))
    page_script(f"{title}. {sentence}", look)
    st.html(heading_of(title, sentence, start))


def heading_of(title: str, sentence: str, start: Markup | None) -> Markup:
    """The title, the sentence below it, and a way in, as one element."""
    beside = (" ", start) if start else ()
    return el("header", el("h1", title), el("p", sentence, *beside), cls="heading")


def ensure_dashboard(navigate: Callable[[], object] = navigation) -> None:
    """Start again with the dashboard where Streamlit has run a page without it.

    It does so for the first link to a page that a new server gets: until `st.navigation` was
    called once, a folder named pages is an app of its own to it. `navigate` makes that call.
    """
    if not _in_dashboard.get():
        navigate()
        st.rerun()
