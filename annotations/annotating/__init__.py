"""How does a text become records? Marks, stops and places, as changes of rows."""

from annotations.annotating.marks import (
    marked,
    read_as,
    unmarked,
    with_place,
    with_source,
    words_at,
)
from annotations.annotating.mention_ids import journey_id, mention_id, source_id
from annotations.annotating.place_choices import RESOLVED_BEFORE, Choice, choices, new_place_row
from annotations.annotating.rebasing import is_behind, rebased
from annotations.annotating.renumbered import followers, stories_to_correct
from annotations.annotating.resolved_before import Earlier, resolved_before
from annotations.annotating.sketch import Lack, Sketch, sketched
from annotations.annotating.stops import (
    joined,
    moved,
    parted,
    renamed,
    told,
    told_stop,
    with_new_journey,
    with_sources_of_stops,
    with_stop,
    without_stop,
)
from annotations.annotating.work import (
    NoWork,
    Work,
    as_draft,
    blank,
    changes,
    new_work,
    of_draft,
    with_journey,
    work_on,
)

__all__ = [
    "RESOLVED_BEFORE",
    "Choice",
    "Earlier",
    "Lack",
    "NoWork",
    "Sketch",
    "Work",
    "as_draft",
    "blank",
    "changes",
    "choices",
    "followers",
    "is_behind",
    "joined",
    "journey_id",
    "marked",
    "mention_id",
    "moved",
    "new_place_row",
    "new_work",
    "of_draft",
    "parted",
    "read_as",
    "rebased",
    "renamed",
    "resolved_before",
    "sketched",
    "source_id",
    "stories_to_correct",
    "told",
    "told_stop",
    "unmarked",
    "with_journey",
    "with_new_journey",
    "with_place",
    "with_source",
    "with_sources_of_stops",
    "with_stop",
    "without_stop",
    "words_at",
    "work_on",
]
