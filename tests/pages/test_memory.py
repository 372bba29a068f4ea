"""What a run of a page leaves behind, and what it costs to look for it."""

import gc

import streamlit as st

from annotations.records import Journey
from tests.pages.visits import visit


def test_after_a_run_the_collector_walks_over_no_record():
    st.cache_resource.clear()
    visit()
    assert not any(isinstance(found, Journey) for found in gc.get_objects())
