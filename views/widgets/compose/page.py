"""The page that puts a lesson together: what the browser asks, and what it is told.

The draft is the browser's. Nothing of it is kept here but the answer to the last question, for the
run that brings it.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from annotations.stories import (
    BrokenYaml,
    NoDraft,
    Story,
    draft_of_story,
    draft_of_text,
    read_draft,
)
from views.composing import Pieces, answer, field_words, page_of, page_words
from views.text import _, current_language
from views.widgets.app import component, made, reader, store
from views.widgets.compose.files import composing
from views.widgets.compose.turns import in_turn

KEY, ANSWER = "composer", "composer-answer"
MOST_N, MOST_HAVE, LONGEST_KEY = 10**15, 400, 60
MOST_PICTURE = 300_000  # bytes of a picture of a story, as a browser makes its own

_composer = component("composer", "compose/index.js", sheet="compose/compose.css")


def composer() -> None:
    """The whole page, which runs in the browser."""
    files = composing(current_language())
    _composer(
        key=KEY,
        data={
            **files,
            "stories": [{"id": key, "title": one.title} for key, one in store.stories().items()],
            "words": {**page_words(), **field_words()},
            "answer": st.session_state.pop(ANSWER, None),
        },
        on_told_change=_told,
    )


def _told() -> None:
    """Answer what the browser asks."""
    asked = reader.fields(reader.message(KEY, "told"))
    n = reader.whole(asked.get("n"), 0, MOST_N)
    if n is not None and (told := _answer(asked)) is not None:
        st.session_state[ANSWER] = {"n": n, **told}


def _answer(asked: Mapping[str, object]) -> Mapping[str, object] | None:
    """What is told, None where there is no time for it: the browser asks again in a moment."""
    try:
        if story := store.stories().get(reader.word(asked.get("story"))):
            return {"opened": _begun(story)}
        if "open" in asked:
            return in_turn(partial(_opened, asked.get("open")))
        return in_turn(_checked(asked))
    except (NoDraft, BrokenYaml):
        return {"fault": _("This cannot be read as a lesson.")}


def _opened(given: object) -> Mapping[str, object]:
    if not isinstance(given, str) or len(given) > reader.LONGEST_DRAFT:
        raise NoDraft("is too large")
    return {"opened": draft_of_text(given)}


def _begun(story: Story) -> object:
    """A story of ours as a draft, with its pictures inside where they are not too large."""
    draft, files = draft_of_story(story), store.reviewed().stories
    steps = draft["steps"]
    for step, keys in zip(story.steps, steps if isinstance(steps, list) else (), strict=False):
        if not step.picture or step.picture.data or not isinstance(keys, dict):
            continue
        data = files.picture(step.picture.file)
        if len(data) <= MOST_PICTURE and isinstance(picture := keys["picture"], dict):
            kind = step.picture.file.rpartition(".")[2].replace("jpg", "jpeg")
            picture["data"] = f"data:image/{kind};base64,{b64encode(data).decode('ascii')}"
    return draft


def _checked(asked: Mapping[str, object]) -> Callable[[], Mapping[str, object]]:
    """What looks at a draft, once it is its turn; of the run all is taken before.

    A draft has the pictures that it holds: it is told of no file, since others may be hidden.
    """
    collection, scene = store.collection(), made.current_scene(current_language())
    want, have = reader.word(asked.get("want")), asked.get("have")
    keys = have[:MOST_HAVE] if isinstance(have, list) else []
    known = {key for each in keys if (key := reader.word(each)) and len(key) <= LONGEST_KEY}

    def look() -> Mapping[str, object]:
        draft = read_draft(reader.told(asked.get("draft")), collection)
        if want:
            return {"page": page_of(collection, draft, scene.packed, Pieces(), want)}
        return answer(collection, draft, scene.order, known)

    return look
