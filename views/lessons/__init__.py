"""How is it taught? Lessons, handouts, and files to take away."""

from views.lessons.chromium import NoChromium, can_print
from views.lessons.document import Inlined, Linked, Parts
from views.lessons.faults import Faults, faults, faults_sentence, lesson_faults
from views.lessons.handout import KINDS, PAPERS, Kind, file_name, handout_page, kind_of_handout
from views.lessons.lesson import lesson, step_selection, story_selection
from views.lessons.lesson_data import LessonData
from views.lessons.lesson_page import NOTHING, lesson_page
from views.lessons.pdf import NotPrinted, pdf_of
from views.lessons.plan import has_closing, plan_card
from views.lessons.pupils import PupilsWay, pupils, pupils_page, pupils_way
from views.lessons.selection_story import selection_story
from views.lessons.story_words import story_words
from views.lessons.view_step import step_of_view

__all__ = [
    "KINDS",
    "NOTHING",
    "PAPERS",
    "Faults",
    "Inlined",
    "Kind",
    "LessonData",
    "Linked",
    "NoChromium",
    "NotPrinted",
    "Parts",
    "PupilsWay",
    "can_print",
    "faults",
    "faults_sentence",
    "file_name",
    "handout_page",
    "has_closing",
    "kind_of_handout",
    "lesson",
    "lesson_faults",
    "lesson_page",
    "pdf_of",
    "plan_card",
    "pupils",
    "pupils_page",
    "pupils_way",
    "selection_story",
    "step_of_view",
    "step_selection",
    "story_selection",
    "story_words",
]
