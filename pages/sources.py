"""Who says so? Every source with its rights, what it is used for, and what it leaves open."""

import streamlit as st

from annotations.references import Citation
from views.panels import source_entry, source_row, table
from views.text import _, marked_paragraphs, mentions_in
from views.widgets.app import cite, frame, store, view_and_sources
from views.widgets.atlas import annotated_texts

records = store.collection()
texts = [records.sources[key] for key in annotated_texts(records)]
pages = [source for source in records.sources.values() if source not in texts]

frame.heading(
    _("Who says so?"),
    _(
        "{texts} texts were annotated word by word; {pages} public pages supply facts and figures."
    ).format(texts=len(texts), pages=len(pages)),
)
everything = [Citation(key) for key in records.sources]
cite(
    lambda: view_and_sources(records, _("Ways out: the sources"), everything),
    label=_("Cite all sources"),
)
for source in texts:
    st.html(source_entry(records, source))
    with st.expander(_("Every place and date marked in it")):
        st.html(marked_paragraphs(records, mentions_in(records, source.id)))
st.header(_("Pages of the public record"))
heads = (_("Page"), _("Publisher"), _("Published"), _("Used for"), _("Rights"), _("Note"))
st.html(table(heads, (source_row(records, source) for source in pages)))
