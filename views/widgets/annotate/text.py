"""The text that is annotated, with its marks, and the words for the keys."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import streamlit as st

from annotations.annotating import Work, mention_id, with_mark, without_mark, words_at
from views.staff import SHOWN, counts, marked_text, shown
from views.text import Markup, _, el
from views.widgets.annotate.journey import make_stop
from views.widgets.annotate.work import Desk, open_mention
from views.widgets.app import component, reader

_text = component(
    "marked_text",
    "widgets/marking.js",
    sheet="widgets/work.css",
    html="""<div class="marking"><div class="marking-text" contenteditable="true"
      tabindex="0" inputmode="none" role="textbox" aria-multiline="true" aria-readonly="true"
      spellcheck="false" translate="no"></div><div class="marking-bar" hidden><button
      type="button" value="place"></button><button type="button" value="date"></button></div>
      </div>""",
)


def text_with_marks(desk: Desk) -> None:
    """The text; what is marked or opened in it is done on the work."""
    found = counts(desk.work.mentions)
    only = st.segmented_control(
        _("Marks shown"),
        SHOWN,
        default="all",
        required=True,
        key="marks",
        bind="query-params",
        format_func=lambda code: f"{shown(code)} {found[code]}",
        label_visibility="collapsed",
    )
    _text(
        key="text",
        data=marked_text(desk.text, desk.work, desk.mention, only),
        on_told_change=lambda: _told(desk, reader.fields(reader.message("text", "told"))),
    )
    st.html(_legend())


def _told(desk: Desk, act: Mapping[str, object]) -> None:
    """Do what was done in the text."""
    key = reader.word(act.get("id"))
    if act.get("act") == "mark":
        desk.act(lambda work: _marked(desk, work, act))
    elif key not in desk.work.mentions:
        return
    elif act.get("act") == "open":
        open_mention(key)
    elif act.get("act") == "unmark":
        desk.act(lambda work: without_mark(work, key))
    elif act.get("act") == "stop":
        make_stop(desk, key)


def _marked(desk: Desk, work: Work, act: Mapping[str, object]) -> Work:
    """The work with the words marked; they are open from then on."""
    # Words from no place in the text are refused as words that are not in it.
    edges = [reader.whole(act.get(edge), 0, len(desk.text)) for edge in ("start", "end")]
    paragraph, start, end = words_at(desk.text, *(-1 if at is None else at for at in edges))
    quote = desk.text[start:end]
    kind = "date" if act.get("kind") == "date" else "place"
    key = mention_id(desk.collection, work.source, paragraph, quote, kind, work.mentions)
    work = with_mark(
        work,
        {
            "id": key,
            "paragraph": str(paragraph),
            "start": str(start),
            "end": str(end),
            "quote": quote,
            "kind": kind,
            "annotator": signature(desk.me),
            "annotated": date.today().isoformat(),
        },
    )
    open_mention(key)
    return work


def signature(me: str) -> str:
    """Who annotated, as the tables say it: without the host of an address."""
    return me.partition("@")[0] if "@" in me else "project"


def _legend() -> Markup:
    looks = (
        ("place", _("place")),
        ("date", _("date")),
        ("place draft", _("not reviewed")),
        ("date unresolved", _("unresolved")),
    )
    keys = (
        ("P D", _("mark selected words as place or date")),
        ("N", _("next mark")),
        ("Enter", _("open")),
        ("S", _("make it a stop")),
        ("Del", _("remove")),
    )
    samples = [el("mark", words, cls=look) for look, words in looks]
    told = [child for key, words in keys for child in (el("kbd", key), f" {words} ")]
    return el("p", *samples, el("span", *told), cls="marking-legend")
