"""A story without a record: what goes of its text, and every other letter as it was."""

from annotations.withdraw.story.records import (
    Tell,
    story_uncited,
    story_unnamed,
    story_unplaced,
    story_without,
)

__all__ = ["Tell", "story_uncited", "story_unnamed", "story_unplaced", "story_without"]
