"""What does a teacher plan a lesson with? Goals, words, minutes, tasks, and what comes after it."""

from views.lessons.plan.card import plan_card
from views.lessons.plan.closing import closing_step, has_closing
from views.lessons.plan.minutes import times
from views.lessons.plan.plan import lesson_plan
from views.lessons.plan.printed import after, before, printed_sources, tasks
from views.lessons.plan.story_terms import story_terms

__all__ = [
    "after",
    "before",
    "closing_step",
    "has_closing",
    "lesson_plan",
    "plan_card",
    "printed_sources",
    "story_terms",
    "tasks",
    "times",
]
