"""What is said of the text that is annotated: its source."""

from __future__ import annotations

import streamlit as st

from annotations.annotating import with_source
from annotations.codes import SOURCE_KINDS
from annotations.dates import parse
from views.staff import field, missing_of_row
from views.text import _
from views.widgets.annotate.cells import Write, listed_cell, long_cell, sound, text_cell
from views.widgets.annotate.work import Desk

LINES = ("title", "author", "publisher", "published", "url", "accessed", "language", "rights")


def source_form(desk: Desk) -> None:
    """The row of the source, folded away until it is needed."""
    cells = desk.work.rows["sources"][desk.work.source]

    def write(column: str) -> Write:
        check = parse if column == "published" else str
        return lambda cell: desk.act(lambda work: with_source(work, **{column: sound(cell, check)}))

    def named(column: str) -> tuple[str, str, str]:
        return field("sources", column), f"source-{column}", cells[column]

    with st.expander(_("About the text"), key="about-text"):
        for column in LINES:
            text_cell(*named(column), write(column))
        listed_cell(*named("kind"), SOURCE_KINDS, str, write("kind"))
        long_cell(*named("note"), write("note"))
        st.html(missing_of_row(desk.sketch, "sources", desk.work.source))
