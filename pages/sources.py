"""Who says so? Every source with its rights, what it is used for, and what it leaves open."""

import streamlit as st

from annotations.references import Citation
from views.panels import fold, page_index, source_entry, source_folds, source_groups
from views.text import _, el, marked_paragraphs, mentions_in
from views.widgets.app import cite, frame, narrow_field, store
from views.widgets.atlas import annotated_texts

records = store.collection()
texts = [records.sources[key] for key in annotated_texts(records)]
pages = [source for source in records.sources.values() if source not in texts]

frame.heading(
    _("Who says so?"),
    _(
        "{texts} texts were annotated word by word; {pages} public pages supply facts and figures. "
        "Words of a title in square brackets are ours."
    ).format(texts=len(texts), pages=len(pages)),
)
cite(
    lambda now: (_("Ways out: the sources"), map(Citation, now.sources)),
    label=_("Cite all sources"),
)
groups = source_groups(pages)
titles = {f"source-{source.id}": source.title for source in texts}
narrow_field(
    _("Find a source by title, publisher, year or any other word"), ".source, .source-fold"
)
st.html(page_index(titles | {key: title for key, (title, _sources) in groups.items()}))
for source in texts:
    with st.container(key=f"entry-{source.id}"):
        st.html(el("div", source_entry(records, source), id=f"source-{source.id}"))
        with st.expander(_("Every place and date marked in it")):
            st.html(marked_paragraphs(records, mentions_in(records, source.id)))
st.header(_("Pages of the public record"))
for key, (title, sources) in groups.items():
    st.html(fold(key, title, source_folds(records, sources), level="h3"))
