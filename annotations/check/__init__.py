"""What is wrong with all of it? Every problem of every table, story and text."""

from annotations.check.everything import check, problems_of, problems_of_stories
from annotations.check.gaps import Doubt, gaps
from annotations.check.names import check_names_of_source

__all__ = [
    "Doubt",
    "check",
    "check_names_of_source",
    "gaps",
    "problems_of",
    "problems_of_stories",
]
