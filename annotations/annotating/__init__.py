"""How does a text become records? Marks, stops and places, as changes of rows."""

from annotations.annotating.current_rows import is_behind, with_current_rows
from annotations.annotating.earlier import EarlierReading, earlier_readings
from annotations.annotating.marks import (
    with_mark,
    with_place,
    with_reading,
    with_source,
    without_mark,
    words_at,
)
from annotations.annotating.mention_ids import journey_id, mention_id, source_id
from annotations.annotating.place_choices import RESOLVED_BEFORE, Choice, choices, new_place_row
from annotations.annotating.renumbering import followers, stories_to_correct
from annotations.annotating.sketch import Sketch, WorkProblem, sketch_of
from annotations.annotating.stops import (
    with_journey_cells,
    with_journey_id,
    with_mention,
    with_new_journey,
    with_sources_of_stops,
    with_stop,
    with_stop_cells,
    with_stop_moved,
    without_mention,
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
    "EarlierReading",
    "NoWork",
    "Sketch",
    "Work",
    "WorkProblem",
    "as_draft",
    "blank",
    "changes",
    "choices",
    "earlier_readings",
    "followers",
    "is_behind",
    "journey_id",
    "mention_id",
    "new_place_row",
    "new_work",
    "of_draft",
    "sketch_of",
    "source_id",
    "stories_to_correct",
    "with_current_rows",
    "with_journey",
    "with_journey_cells",
    "with_journey_id",
    "with_mark",
    "with_mention",
    "with_new_journey",
    "with_place",
    "with_reading",
    "with_source",
    "with_sources_of_stops",
    "with_stop",
    "with_stop_cells",
    "with_stop_moved",
    "without_mark",
    "without_mention",
    "without_stop",
    "words_at",
    "work_on",
]
