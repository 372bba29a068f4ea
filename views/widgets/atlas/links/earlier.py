"""Links with a name or an id of long ago: they open what they opened."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import streamlit as st

from annotations.records import Collection
from annotations.renaming import may_be_led_to
from views.text import markdown_text, short_source
from views.widgets.app import reader, store
from views.widgets.atlas.choices import teller, tellers

# What addresses called the kind `corridor` before it was the general route.
GENERAL_ROUTE = "The way as such"
ASKED = "asked-in-old-words"
# For a part of the address: what its earlier words mean.
Meanings = Mapping[str, Mapping[str, str]]


def followed(make_filters: Callable[[], None], meanings: Meanings) -> None:
    """Make the filters, with that chosen too for which an old link has other words.

    Streamlit reads the address when it first makes a widget, and drops what it does not know; so
    the choice is added in a second run.
    """
    asked = {
        part: [words[each] for each in reader.parameters(part) if each in words]
        for part, words in meanings.items()
    }
    added = st.session_state.pop(ASKED, {})
    for part, choices in added.items():
        st.session_state[part] = [*(st.session_state.get(part) or ()), *choices]
    make_filters()
    if any(asked.values()) and not added:
        st.session_state[ASKED] = asked
        st.rerun()


def earlier_words(collection: Collection) -> Meanings:
    """What addresses called a choice before, or what whoever writes one by hand calls it."""
    asked = reader.parameters("source")
    if not asked:
        return {"kind": {GENERAL_ROUTE: "corridor"}}
    keys = tellers(collection)
    now = {teller(collection, key) for key in keys}
    sources = {
        words: key
        for key in keys
        if (source := collection.sources.get(key))
        for words in (source.title, markdown_text(source.title))
    }
    sources |= {short_source(collection, key): key for key in keys}
    sources |= {words: key for words in asked if (key := _as_id(words)) in keys}
    signs = {words: key for words, key in sources.items() if words not in now}
    return {"kind": {GENERAL_ROUTE: "corridor"}, "source": signs}


def _as_id(words: str) -> str:
    """The id that earlier words for a text were written like, or an id itself."""
    return "-".join(re.findall(r"[a-z0-9]+", words.lower()))


def lead_to_renamed(collection: Collection) -> None:
    """Put the id that a journey or an event has now into an address that has an earlier one.

    Where whoever guesses an id may not learn whose it was, it stays an unknown id.
    """
    for part, known in (("journey", collection.journeys), ("event", collection.events)):
        old = reader.parameter(part)
        if old and old not in known:
            new = store.reviewed().redirects.follow(old)
            if new and new in known and may_be_led_to(store.reviewed(), new):
                st.query_params[part] = new
