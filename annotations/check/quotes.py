"""Every quote compared with the text that it was taken from."""

from __future__ import annotations

import re

from annotations.collection import Loaded, quoted_sources
from annotations.problems import Problem, shown
from annotations.records import Collection, Mention
from annotations.store import Texts, paragraph_at


def check_quotes(loaded: Loaded, texts: Texts, other: Collection | None = None) -> list[Problem]:
    """A problem for each quote that does not stand where its mention says.

    With an `other` collection, only quotes of sources of which it may have other ones.

    Texts are found by the SHA-256 in sources.csv, so a text that was changed by a single
    character is reported as missing rather than read with wrong offsets.
    """
    sources = loaded.collection.sources
    looked_at = quoted_sources(loaded.collection, other)
    mentions = [m for m in loaded.collection.mentions.values() if m.source in looked_at]
    digests = {mention.source: sources[mention.source].sha256 for mention in mentions}
    found = {digest: texts.text(digest) for digest in set(digests.values()) if digest}
    problems = [
        loaded.problem("sources", key, "sha256", _missing(digest, texts))
        for key, digest in digests.items()
        if found.get(digest) is None
    ]
    for mention in mentions:
        text = found.get(digests[mention.source])
        if text is not None and (fault := _fault(mention, text)):
            problems.append(loaded.problem("mentions", mention.id, *fault))
    return problems


def _missing(digest: str, texts: Texts) -> str:
    if not digest:
        return "is empty, but words of this text are quoted. Give the digest of the text."
    return f"matches no text in {texts.name}. Put the annotated text there unchanged."


def _fault(mention: Mention, text: str) -> tuple[str, str] | None:
    """The column that is wrong and what is wrong with it, or None."""
    there = text[mention.start : mention.end]
    if there != mention.quote:
        told = f"says {shown(mention.quote)}, but the text has {shown(there)} there"
        return "quote", f"{told}.{_hint(mention, text)} Correct the quote or its offsets."
    found = paragraph_at(text, mention.start)
    if found != mention.paragraph:
        return "paragraph", f"says {mention.paragraph}, but the words are in {found}. Correct it."
    return None


def _hint(mention: Mention, text: str) -> str:
    """Where the words stand nearest to the offset that is given."""
    places = [found.start() for found in re.finditer(re.escape(mention.quote), text)]
    if not places:
        return ""
    return f" It is at {min(places, key=lambda start: abs(start - mention.start))}."
