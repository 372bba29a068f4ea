"""How is it taught on paper? Handouts: for pupils, for the teacher, and on one page."""

from views.lessons.handout.kinds import KINDS, Kind, file_name, kind_of_handout
from views.lessons.handout.page import PAPERS, handout_page

__all__ = ["KINDS", "PAPERS", "Kind", "file_name", "handout_page", "kind_of_handout"]
