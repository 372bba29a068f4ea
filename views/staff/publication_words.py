"""What may be published of a journey, each level in one plain sentence."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.records import Collection
from annotations.review import AS_IT_STANDS, IN_PART, NOTHING_YET
from annotations.stories import Story
from views.atlas import MUTED
from views.panels import journey_details, stops_table
from views.text import Markup, _, el


def publication_label(choice: str) -> str:
    """A choice as the words of its button."""
    return {
        AS_IT_STANDS: _("As it stands"),
        IN_PART: _("In part"),
        NOTHING_YET: _("Nothing yet"),
    }[choice]


def publication_sentence(choice: str) -> str:
    """What a choice means, in a sentence."""
    return {
        AS_IT_STANDS: _("Everybody sees it, except for single stops or places that are withheld."),
        IN_PART: _("Places, dates or people are shown in less detail, or not at all."),
        NOTHING_YET: _("Only staff can see that there is such a journey."),
    }[choice]


def place_level_label(level: str) -> str:
    """What is shown of the place of each stop."""
    return {
        "as-is": _("The place as it stands"),
        "0.1deg": _("A square of 0.1 degrees around it, about 10 km wide"),
        "1deg": _("A square of 1 degree around it, about 100 km wide"),
        "province": _("Its province only"),
        "country": _("Its country only"),
        "withheld": _("No place at all"),
    }[level]


def date_level_label(level: str) -> str:
    """What is shown of the date of each stop."""
    return {
        "as-is": _("The date as it stands"),
        "month": _("Its month only"),
        "year": _("Its year only"),
        "period": _("Its decade only"),
        "withheld": _("No date at all"),
    }[level]


def names_level_label(level: str) -> str:
    """What is shown of the people."""
    return {
        "as-is": _("Title, people and summary as they stand"),
        "role": _("A role instead of title, people and summary"),
    }[level]


def missing_cell_words(column: str) -> str:
    """What still has to be written before a choice can be saved."""
    return {
        "place": _("Choose what is shown in less detail, or publish it as it stands."),
        "role": _("Write the role that is shown instead of who it is."),
        "reason": _("Say why it is not published as it stands."),
        "review": _("Give the day by which somebody should review it again."),
    }[column]


def preview(shown: Collection, journey: str, choice: str, left_out: Sequence[Story] = ()) -> Markup:
    """What everybody would be told of a journey, and which stories would not be shown with it."""
    return el("div", _of_journey(shown, journey, choice), _of_stories(left_out))


def _of_stories(left_out: Sequence[Story]) -> Markup | str:
    if not left_out:
        return ""
    titles = el("ul", *(el("li", story.title) for story in left_out))
    return el("div", el("p", _("These stories tell of it and would not be shown:")), titles)


def _of_journey(shown: Collection, journey: str, choice: str) -> Markup:
    """With what is done to protect people."""
    if journey in shown.journeys:
        record = shown.journeys[journey]
        return el("div", journey_details(shown, record, MUTED), stops_table(shown, record))
    if choice == NOTHING_YET:
        return el("p", _("Nothing about this journey is published."), cls="muted")
    why = _(
        "Nothing would be published: its title, summary or id would still give away what is hidden."
    )
    remedy = _("Use a role, or give it another id: python -m annotations.rename.")
    return el("p", why, " ", remedy)
