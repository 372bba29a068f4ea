"""A script that was made before something was hidden is not served any more."""

from annotations.proposals.hide import hide
from tests.pages.visits import visit
from views.atlas.assets import STATIC


def made_with(words: str) -> list[str]:
    """The scripts and pages that were made and hold these words."""
    paths = [path for path in (STATIC / "made").glob("*.*") if path.is_file()]
    return [path.name for path in paths if words in path.read_text(encoding="utf-8")]


def test_the_scene_that_held_a_journey_goes_with_the_next_page_after_it_was_hidden(tables):
    visit("map")
    assert made_with("By sea")
    hide(tables, "by-sea", "ada", "She asked.", asked=True)
    visit("method")
    assert made_with("By sea") == []
