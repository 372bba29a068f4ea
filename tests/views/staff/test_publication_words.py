"""Staff see what everybody would see, and what would not be shown any more."""

from annotations.review import NOTHING_YET
from tests.stories import COLLECTION, story_with
from views.staff import preview


def test_the_preview_of_a_choice_names_the_stories_that_go_with_a_journey():
    gone = (story_with("show: by-sea"),)
    assert "<li>A story</li>" in preview(COLLECTION, "by-sea", NOTHING_YET, gone)
    assert "A story" not in preview(COLLECTION, "by-sea", NOTHING_YET)
