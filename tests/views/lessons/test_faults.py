"""Whoever gives lessons is told which of them cannot be shown, and what to correct."""

import pytest

from annotations.problems import Problem, RowPlace
from views.lessons.faults import faults, faults_sentence, lesson_faults


def problem(file: str, line: int = 0, column: str = "", message: str = "is wrong. Mend it."):
    return Problem(RowPlace(file, line), column, message)


MISSING = problem("stories/my-lesson.yaml", 3, "", "has a tab among its words. Use a space.")
FAULTY = problem("stories/good.yaml", 9, "show")
STRAY = problem("stories/my-lesson.yaml.txt")
ROW = problem("stops.csv", 4, "date")


@pytest.mark.parametrize(
    ("problems", "sentence"),
    [
        ([], ""),
        (
            [ROW],
            "1 problem in the tables. Rows that cannot be used are left out. The rest is shown.",
        ),
        ([MISSING], "The lesson my-lesson cannot be shown. The rest is shown."),
        (
            [MISSING, MISSING, STRAY],
            "2 lessons cannot be shown: my-lesson, my-lesson.yaml.txt. The rest is shown.",
        ),
        (
            [FAULTY],
            "The lesson good has problems; what cannot be used in it is left out. "
            "The rest is shown.",
        ),
        (
            [ROW, ROW, MISSING],
            "2 problems in the tables. Rows that cannot be used are left out. "
            "The lesson my-lesson cannot be shown. The rest is shown.",
        ),
        (
            [problem("stories")],
            "1 problem in the lessons. What cannot be used in them is left out. The rest is shown.",
        ),
    ],
)
def test_rows_are_counted_and_lessons_are_named(problems, sentence):
    assert faults_sentence(faults(problems, {"good"})) == sentence


def test_of_many_lessons_some_are_named_and_the_rest_counted():
    many = [problem(f"stories/lesson-{number}.yaml") for number in range(7)]
    told = faults_sentence(faults(many, ()))
    assert told.startswith("7 lessons cannot be shown: lesson-0, ")
    assert "lesson-4 and 2 more." in told


def test_each_lesson_says_where_its_problems_stand_and_what_to_do():
    told = lesson_faults(faults([ROW, MISSING, *[FAULTY] * 5, STRAY], {"good"}))
    assert told == [
        "The lesson my-lesson cannot be shown. Line 3: has a tab among its words. Use a space.",
        "The lesson my-lesson.yaml.txt cannot be shown. The file is wrong. Mend it.",
        "In the lesson good something is to be corrected. "
        + "Line 9: show: is wrong. Mend it. " * 3
        + "And 2 more.",
    ]
