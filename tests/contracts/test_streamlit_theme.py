"""What `views.leans.streamlit_theme` uses of Streamlit without a promise of its."""

import inspect
from functools import reduce

import pytest
from streamlit import config
from streamlit.config import CustomThemeCategories
from streamlit.proto.NewSession_pb2 import NewSession
from streamlit.runtime import app_session

from views.leans import streamlit_theme

SECTIONS = ("theme", *(f"theme.{category.value}" for category in CustomThemeCategories))


@pytest.fixture
def kept(monkeypatch):
    """Sections are put together once; afterwards Streamlit does it again as it does."""
    monkeypatch.setattr(app_session, "_populate_theme_msg", streamlit_theme.WRITE)
    streamlit_theme.keep_theme()


def written(write):
    """What a page is told of the whole theme."""
    said = NewSession()
    for section in SECTIONS:
        write(reduce(getattr, section.split(".")[1:], said.custom_theme), section)
    return said


def test_a_page_is_told_the_theme_that_streamlit_would_tell_it_at_every_run(kept):
    usual = written(streamlit_theme.WRITE)
    assert usual.custom_theme.font_faces, "the settings have typefaces"
    assert written(app_session._populate_theme_msg) == usual
    assert written(app_session._populate_theme_msg) == usual


def test_a_section_is_put_together_once(kept, monkeypatch):
    first = written(app_session._populate_theme_msg)
    monkeypatch.setattr(config, "get_options_for_section", None)
    assert written(app_session._populate_theme_msg) == first


def test_a_run_asks_for_the_theme_by_the_name_that_is_replaced():
    run = inspect.getsource(app_session.AppSession._create_new_session_message)
    assert run.count("_populate_theme_msg(") == len(SECTIONS), "a page is told it in another way"
