"""The kinds of a handout, each with a name of its own in titles, feet and files."""

from __future__ import annotations

from typing import Literal, get_args

from views.text import _

Kind = Literal["handout", "one-page", "teacher"]
KINDS: tuple[Kind, ...] = get_args(Kind)


def file_name(story: str, kind: Kind, ending: str) -> str:
    """`kim-seong-min-teacher.pdf`: nobody takes one kind for the other."""
    return f"{story}-{kind}.{ending}"


def titled(title: str, kind: Kind) -> str:
    """The title of a handout; that of the teacher says whose it is."""
    return f"{title} · {teachers()}" if kind == "teacher" else title


def kind_of_handout(kind: Kind) -> str:
    """The name of a kind, for whoever chooses one."""
    return {
        "handout": _("Pupils"),
        "one-page": _("Pupils, one page"),
        "teacher": _("Teacher"),
    }[kind]


def teachers() -> str:
    """What marks the teacher's handout, on each of its pages."""
    return _("Teacher’s version")
