"""What is wrong with the profiles: reviews that are due, and what still tells what they hide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from annotations.collection import EVERYTHING, TABLE, Loaded, hides
from annotations.dates import parse
from annotations.problems import Problem, shown
from annotations.publication import Plan, StoryHiding, Telling
from annotations.records import Collection
from annotations.stories import LoadedStories, Story


def check_profiles(loaded: Loaded, today: date) -> list[Problem]:
    """A problem for each profile whose review is due, and for each that cannot keep its promise."""
    reviews = list(_reviews(loaded, today))
    if not any(map(hides, loaded.collection.publication.values())):
        return reviews
    plan = Plan(loaded.collection)
    return [*reviews, *_texts(loaded, plan), *_ids(loaded, plan)]


def check_published_stories(told: LoadedStories, collection: Collection) -> list[Problem]:
    """A problem for each story, and each step of one, that is not published, by its line."""
    profiles = collection.publication
    if EVERYTHING in profiles or not any(map(hides, profiles.values())):
        return []
    hiding = StoryHiding(Plan(collection))
    return [
        told.problem(
            story.id, number, key,
            f"gives away {shown(word)}, which publication.csv hides. "
            f"The {what} is not published. Rewrite it, or remove it.",
        )
        for story in told.stories.values()
        for what, (number, key, word) in _left_out(hiding, story)
    ]  # fmt: skip


def _left_out(hiding: StoryHiding, story: Story) -> Iterator[tuple[str, Telling]]:
    """What is not published: a story by the first thing that tells, or steps of it."""
    if whole := hiding.of_story(story):
        yield "story", whole
    else:
        yield from (("step", telling) for telling in hiding.of_steps(story))


def _reviews(loaded: Loaded, today: date) -> Iterator[Problem]:
    remedy = "Review it again, and write the date of the next review."
    for record, profile in loaded.collection.publication.items():
        due = parse(profile.review).latest if profile.review else None
        if due and due < today:
            told = f"was due for review by {shown(profile.review)}, and today is {today}"
            yield loaded.problem(TABLE, record, "review", f"{told}. {remedy}")


def _texts(loaded: Loaded, plan: Plan) -> Iterator[Problem]:
    """Journeys that are not published because a text they need tells what is hidden."""
    remedy = "Nothing of it is published. Rewrite the text without it, or give the journey a role."
    for journey in loaded.collection.journeys.values():
        if plan.withholds(journey):
            continue
        for column, word in plan.still_tells(journey):
            told = f"says {shown(word)}, which publication.csv hides"
            yield loaded.problem("journeys", journey.id, column, f"{told}. {remedy}")


def _ids(loaded: Loaded, plan: Plan) -> Iterator[Problem]:
    """Journeys that are not published because their id, which every link has, tells too much."""
    for journey in loaded.collection.journeys.values():
        if plan.withholds(journey):
            continue
        if word := plan.id_tells(journey):
            told = f"gives away {shown(word)}, which publication.csv hides"
            remedy = (
                "Nothing of it is published. Give it another id: "
                f"python -m annotations.rename {journey.id} NEW."
            )
            yield loaded.problem("journeys", journey.id, "id", f"{told}. {remedy}")
