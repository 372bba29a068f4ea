"""What do the words mean? The glossary, with an index, and who says what each word means."""

import streamlit as st

from views.panels import glossary, glossary_sentence
from views.text import _
from views.widgets.app import frame, narrow_field, store

records = store.collection()
frame.heading(_("What do the words mean?"), glossary_sentence(records))
narrow_field(_("Find a word by what it is called, or by any word that explains it"), ".word")
st.html(glossary(records))
