"""The words of the fields of a lesson that is put together, in a teacher's language."""

from __future__ import annotations

from views.text import _


def field_words() -> dict[str, str]:
    """The words of `compose/forms/`: a label and what helps for each field."""
    return {
        **_of_the_lesson(),
        **_of_a_step(),
        **_of_what_is_seen(),
        **_of_pictures(),
        **_of_tasks(),
    }


def _of_the_lesson() -> dict[str, str]:
    return {
        "aboutTitle": _("About the lesson"),
        "title": _("Title of the lesson"),
        "for": _("For whom"),
        "forHelp": _("Such as “pupils from 14” or “a first-year seminar”."),
        "minutes": _("Minutes"),
        "summary": _("What it is about"),
        "summaryHelp": _("A sentence or two, for those who choose among lessons."),
        "lessonCare": _("Content note for the whole lesson"),
        "careHelp": _(
            "What is heavy in it, such as “hunger; death of a child”. It is said before."
        ),
        "plan": _("Plan of the lesson"),
        "subject": _("Subject"),
        "level": _("Level"),
        "goals": _("What pupils can do afterwards"),
        "prepare": _("What to do before the lesson"),
        "lineHelp": _("One on each line."),
        "terms": _("Words to know"),
        "debrief": _("What to talk about afterwards"),
        "debriefHelp": _("Above all where the lesson was heavy."),
        "further": _("Where to read on"),
        "notChosen": _("Nothing chosen."),
        "choose": _("Choose"),
        "find": _("Find by a word"),
        "nothingFound": _("Nothing has these words."),
        "andMore": _("And {n} more: write a word to find them."),
        "takeAway": _("Take away: {title}"),
        "notThere": _("Something that is not in the records any more"),
    }


def _of_a_step() -> dict[str, str]:
    return {
        "heading": _("Heading"),
        "text": _("Text"),
        "textHelp": _("Two to five short sentences, read from the last row."),
        "question": _("Question for the class"),
        "sources": _("Who says so"),
        "sourcesHelp": _(
            "These speak of what is on the screen. Tick those that your text rests on."
        ),
        "noneOffered": _(
            "Once a few journeys, an event or some years are chosen, their sources stand here."
        ),
        "otherSources": _("Other sources"),
        "moreWords": _("Notes, content note, minutes, plain language"),
        "notes": _("Notes for yourself"),
        "notesHelp": _("The class does not see them."),
        "care": _("Content note for this step"),
        "stepMinutes": _("Minutes for this step"),
        "plain": _("The text in plain language"),
        "plainHelp": _("Short sentences, common words."),
        "picture": _("Picture"),
        "tasks": _("Tasks for pupils"),
    }


def _of_what_is_seen() -> dict[str, str]:
    return {
        "seen": _("What is seen"),
        "seenHelp": _("Choose here, or press what you see on the map and the timeline."),
        "allThatFit": _("All journeys that fit the years and the choices below"),
        "onlyThese": _("Only the journeys that I choose"),
        "journeys": _("Journeys"),
        "noJourneys": _("No journey is shown."),
        "allStops": _("All stops"),
        "oneStop": _("1 stop"),
        "someStops": _("{n} stops"),
        "fitting": _("Countries, kinds, outcomes, who speaks of it"),
        "countries": _("Countries"),
        "kinds": _("Kinds"),
        "outcomes": _("Outcomes"),
        "told_by": _("Who speaks of it"),
        "possibly": _("Also what lies in these years only possibly"),
        "open": _("Open in full beside the others"),
        "nothingOpen": _("No journey and no event is open."),
        "openStop": _("The stop that is open"),
        "wholeJourney": _("The whole journey"),
        "period": _("Years"),
        "from": _("From"),
        "to": _("to"),
        "allYears": _("All years"),
        "layers": _("Also shown"),
        "layer-relief": _("Hills"),
        "layer-cumulative": _("Arrivals, added up"),
        "layer-chart": _("Arrivals by year, large, in place of the map"),
    }


def _of_pictures() -> dict[str, str]:
    return {
        "pictureFile": _("A picture from this computer"),
        "pictureHelp": _("JPEG, PNG or WebP. It stays in this browser and in your files."),
        "pictureAlt": _("What is on it"),
        "pictureAltHelp": _("For those who do not see it."),
        "pictureCredit": _("Whose it is"),
        "pictureCreditHelp": _("Who made it, and under what rights you may show it."),
        "pictureRemove": _("Take the picture out"),
        "pictureElsewhere": _("This picture lies with the story and is not shown here."),
        "pictureKind": _("This is no picture that can be read. Take a JPEG, PNG or WebP."),
        "pictureLarge": _("This picture is too large."),
    }


def _of_tasks() -> dict[str, str]:
    return {
        "newTask": _("Add a task:"),
        "task-choices": _("Choose an answer"),
        "task-number": _("Find a number"),
        "task-place": _("Point at a place"),
        "task-model": _("Write a few words"),
        "taskTitle": _("Task {n}: {kind}"),
        "taskAsk": _("What pupils are asked"),
        "taskWhy": _("What is said after the answer"),
        "taskChoices": _("Answers to choose from"),
        "taskChoicesHelp": _("One on each line, two or more."),
        "taskAnswer": _("The right answer"),
        "taskAnswerHelp": _("Exactly as it stands above."),
        "taskNumber": _("The number"),
        "taskOff": _("How far off is still right"),
        "taskOffHelp": _("0 where only the number itself is right."),
        "taskPlace": _("The place"),
        "noPlace": _("No place is chosen."),
        "taskKm": _("How many kilometres off is still right"),
        "taskModel": _("What a good answer says"),
    }
