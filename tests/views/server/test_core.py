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


@pytest.mark.parametrize("name", [f"0123456789abcdef.{end}" for end in ("js", "json", "html")])
def test_what_was_made_is_there(name):
    assert asked(Core(page()), f"/app/static/atlas/made/{name}").status == 200


@pytest.mark.parametrize("name", ("shown-0123456789abcdef-", "needed-0-1", "tmpx1y2z3"))
@pytest.mark.parametrize(
    "folder", ("made", "made/", "/made", "./made", "made/.", "made/../made", "MADE", "x\\..\\made")
)
def test_lists_and_halves_beside_what_was_made_are_not_there(folder, name):
    for path in (f"/app/static/atlas/{folder}/{name}", f"/base/app/static/atlas/{folder}/{name}/"):
        assert asked(Core(page()), path).status == 404


@pytest.mark.parametrize("name", ("a" * 256, "가" * 100, "a\0b", "a/" * 1_000))
def test_a_name_that_no_file_can_have_is_not_there(name):
    assert asked(Core(page()), f"/app/static/{name}/x.js").status == 404


def test_a_name_as_long_as_a_file_can_have_may_be_there():
    assert asked(Core(page()), f"/app/static/{'a' * 255}").status == 200
