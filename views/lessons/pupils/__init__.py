"""How do pupils work with a story by themselves? A page of its own, and the way to it."""

from views.lessons.pupils.code import PupilsWay, pupils_way
from views.lessons.pupils.page import pupils_page
from views.lessons.pupils.pupils import pupils

__all__ = ["PupilsWay", "pupils", "pupils_page", "pupils_way"]
