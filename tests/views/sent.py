"""Everything that is sent to a browser or downloaded, as one text to search."""

from __future__ import annotations

import json

from annotations.records import Collection
from annotations.selection.filters import Filters, select
from annotations.stories.records import Story
from views.atlas.colours import colours_of
from views.atlas.packed import packed
from views.atlas.scene import scene
from views.lessons.lesson import lesson
from views.lessons.selection_story import selection_story
from views.panels.account import account
from views.panels.details import event_details, journey_details, stop_details
from views.panels.exports import geojson, stops_csv
from views.panels.headline import headline, selection_sentence
from views.panels.listing import event_entries, journey_entries, unseen_entries
from views.panels.reading import journeys_table, source_entry, source_row, stops_table
from views.text.words import marked_paragraphs
from views.timeline.figure import timeline


def sent(records: Collection, stories: dict[str, Story]) -> str:
    """Everything that views make of some records, as one text."""
    drawn = packed(scene(records, "en", None))
    selection, colours = select(records, Filters()), colours_of(records)
    about = headline(selection, None)
    told = [*stories.values(), selection_story(records, selection, about, None, frozenset())]
    journeys = records.journeys.values()
    address = "{}-{}".format
    return "\n".join(
        (
            repr((records, stories)),
            json.dumps([drawn, scene(records, "en", None)], ensure_ascii=False),
            json.dumps([lesson(records, story, drawn["id"]) for story in told], ensure_ascii=False),
            json.dumps(timeline(records, selection, next(iter(records.journeys), ""))),
            stops_csv(records, selection),
            geojson(records, selection),
            account(records, selection),
            *(stop_details(records, j, s, colours[j.id]) for j in journeys for s in j.stops),
            *(event_details(records, event) for event in records.events.values()),
            *(source_entry(records, source) for source in records.sources.values()),
            *("".join(source_row(records, source)) for source in records.sources.values()),
            *(stops_table(records, journey) for journey in journeys),
            *(journey_details(records, j, colours[j.id]) for j in journeys),
            journey_entries(records, selection, address),
            event_entries(selection, address),
            unseen_entries(records, selection),
            journeys_table(journeys, address),
            marked_paragraphs(records, records.mentions.values()),
            about + selection_sentence(records, selection),
        )
    )
