"""Which lessons have problems, and what that means for whoever wants to give one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from annotations.problems import Problem
from views.text import _, ngettext

FOLDER, ENDING = "stories", ".yaml"
NO_STORIES = (FOLDER, f"{FOLDER}/pictures")  # what concerns all of them, or none that may be named
MOST_NAMED, MOST_TOLD = 5, 3


@dataclass(frozen=True)
class Faults:
    """Problems of tables and of lessons: by the name of the lesson, apart from those without one.

    Those in `missing` cannot be shown at all; those in `faulty` are shown without what cannot be
    read in them.
    """

    tables: list[Problem] = field(default_factory=list)
    missing: dict[str, list[Problem]] = field(default_factory=dict)
    faulty: dict[str, list[Problem]] = field(default_factory=dict)
    unnamed: list[Problem] = field(default_factory=list)


def faults(problems: Iterable[Problem], shown: Collection[str]) -> Faults:
    """The problems by what they concern; `shown` are the lessons that can be given, by id."""
    found = Faults()
    for problem in problems:
        folder, _slash, name = problem.file.partition("/")
        if problem.file in NO_STORIES:
            found.unnamed.append(problem)
        elif folder == FOLDER:
            key = name.removesuffix(ENDING)
            within = found.faulty if name == f"{key}{ENDING}" and key in shown else found.missing
            within.setdefault(key, []).append(problem)
        else:
            found.tables.append(problem)
    return found


def faults_sentence(found: Faults) -> str:
    """What is wrong, and what is left out for it: a lesson by its name, rows by their number."""
    told = []
    if count := len(found.tables):
        told.append(
            ngettext(
                "{n} problem in the tables. Rows that cannot be used are left out.",
                "{n} problems in the tables. Rows that cannot be used are left out.",
                count,
            ).format(n=count)
        )
    if names := list(found.missing):
        told.append(
            ngettext(
                "The lesson {names} cannot be shown.", "{n} lessons cannot be shown: {names}.",
                len(names),
            ).format(n=len(names), names=_listed(names))
        )  # fmt: skip
    if names := list(found.faulty):
        told.append(
            ngettext(
                "The lesson {names} has problems; what cannot be used in it is left out.",
                "{n} lessons have problems; what cannot be used in them is left out: {names}.",
                len(names),
            ).format(n=len(names), names=_listed(names))
        )
    if count := len(found.unnamed):
        told.append(
            ngettext(
                "{n} problem in the lessons. What cannot be used in them is left out.",
                "{n} problems in the lessons. What cannot be used in them is left out.",
                count,
            ).format(n=count)
        )
    return " ".join([*told, _("The rest is shown.")]) if told else ""


def lesson_faults(found: Faults) -> list[str]:
    """A sentence for each lesson that has problems: where they stand, and what to do."""
    told = [
        _("The lesson {name} cannot be shown. {problems}").format(name=name, problems=_told(those))
        for name, those in found.missing.items()
    ]
    told += [
        _("In the lesson {name} something is to be corrected. {problems}").format(
            name=name, problems=_told(those)
        )
        for name, those in found.faulty.items()
    ]
    if found.unnamed:
        told.append(
            _("Something in the lessons is to be corrected. {problems}").format(
                problems=_told(found.unnamed)
            )
        )
    return told


def _listed(names: Sequence[str]) -> str:
    some = ", ".join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    return _("{names} and {n} more").format(names=some, n=more) if more > 0 else some


def _told(problems: Sequence[Problem]) -> str:
    """The first problems, each with its line and key; the rest by its number."""
    told = [_place(one) for one in problems[:MOST_TOLD]]
    if more := len(problems) - len(told):
        told.append(_("And {n} more.").format(n=more))
    return " ".join(told)


def _place(problem: Problem) -> str:
    words = problem.message
    if problem.column:
        words = f"{problem.column}: {words}"
    if not problem.line:
        return _("The file {problem}").format(problem=words)
    return _("Line {line}: {problem}").format(line=problem.line, problem=words)
