"""Streamlit says nothing of itself but what a page needs."""

import pytest

from tests.doors import asked, page
from views.server.core import Core


@pytest.mark.parametrize(
    "path",
    ("/_stcore/metrics", "/base/_stcore/metrics", "/_stcore/script-health-check", "/_stcore/"),
)
def test_what_no_page_needs_is_not_there(path):
    assert asked(Core(page()), path).status == 404


@pytest.mark.parametrize(
    "path", ("/_stcore/health", "/base/_stcore/host-config", "/map", "/app/static/atlas/x.js")
)
def test_what_a_page_needs_is_there(path):
    assert asked(Core(page()), path).status == 200
