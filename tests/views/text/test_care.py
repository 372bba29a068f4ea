"""What is heavy stands behind its content note, by one rule and one gate, wherever it is read."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from annotations.search import WORDS
from annotations.selection import Filters, select
from annotations.stories import Step, Story
from tests.collections import collection_of
from tests.views.routes import PLACES, stop_rows
from views.lessons.lesson import lesson
from views.panels.account import account
from views.panels.details import event_details, journey_details, stop_details
from views.panels.reading import stops_table
from views.panels.search_results import search_results
from views.text import (
    care_of,
    event_hover,
    gated,
    labels,
    marked_paragraphs,
    mentions_of,
    when_sentence,
)
from views.text.markup import Markup

# Children who are not in danger: those of the group that climbed a fence.
NOT_HEAVY = {"canadian-embassy-2004"}


class Open(HTMLParser):
    """The text of a page that stands behind no gate that is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._inside: list[bool] = []  # of each disclosure that is open here: is it a gate?
        self._summary = 0
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "details":
            self._inside.append(("class", "gate") in attrs)
        self._summary += tag == "summary"

    def handle_endtag(self, tag: str) -> None:
        if tag == "details":
            self._inside.pop()
        self._summary -= tag == "summary"

    def handle_data(self, data: str) -> None:
        behind = any(self._inside[:-1] if self._summary else self._inside)
        self.text += "" if behind else data


def open_text(html: str) -> str:
    return unescape(Open(html).text)


def test_without_a_note_nothing_stands_between_a_reader_and_the_account():
    assert gated("", "told") == "told"
    assert open_text(gated("", Markup("told"))) == "told"


def test_a_gate_says_its_note_and_hides_the_rest():
    html = gated("violence;loss", Markup("told"))
    assert open_text(html) == "Content note: violence, loss. Show the account"


def heavy(records):
    return [journey for journey in records.journeys.values() if journey.care]


def assert_behind(html: str, journey, words: list[str]) -> None:
    before = open_text(html)
    for text in words:
        assert text not in before, journey.id
        assert text in unescape(html), journey.id


def test_no_panel_tells_what_happened_on_a_heavy_journey_before_its_note(records):
    assert len(heavy(records)) > 20
    for journey in heavy(records):
        html = journey_details(records, journey, "#000")
        assert_behind(html, journey, [journey.summary, journey.outcome])
        for stop in journey.stops:
            html = stop_details(records, journey, stop, "#000")
            told = f"{stop.role[:1].upper()}{stop.role[1:]}"
            assert_behind(html, journey, [told])
            assert not stop.note or stop.note not in open_text(html)


def test_neither_the_panel_nor_the_tip_of_a_heavy_event_tells_it_before_its_note(records):
    events = [event for event in records.events.values() if event.care]
    assert len(events) > 15
    for event in events:
        assert_behind(event_details(records, event), event, [event.summary])
        tip = event_hover(records, event).replace("<br>", " ")
        assert "Content note: " in tip and event.summary.split(". ")[0][:40] not in tip


def test_every_event_that_tells_of_returns_deaths_or_shots_has_a_content_note(records):
    told = re.compile(r"returned|sent back|handed back|died of|shot\b|shoot|refuse food|children")
    unannounced = {
        event.id
        for event in records.events.values()
        if told.search(f"{event.title} {event.summary}") and not event.care
    }
    assert unannounced == NOT_HEAVY


def test_no_table_of_stops_and_no_file_tells_it_either(records):
    for journey in heavy(records):
        roles = [stop.role for stop in journey.stops if len(stop.role) > 12]
        assert_behind(stops_table(records, journey), journey, roles)
    text = open_text(account(records, select(records, Filters())))
    for journey in heavy(records):
        assert journey.summary not in text


def test_where_and_when_the_stops_of_a_heavy_journey_were_is_read_before_its_note(records):
    for journey in heavy(records):
        before = open_text(stops_table(records, journey))
        for stop in journey.stops:
            assert labels.place(stop) in before
            assert when_sentence(stop) in before


def test_words_of_a_paragraph_that_tells_a_heavy_journey_stand_behind_its_note(records):
    journey = records.journeys["two-brothers"]
    for mentions in mentions_of(records, journey).values():
        assert "execution" in care_of(records, mentions)
        text = open_text(marked_paragraphs(records, mentions))
        assert not any(f"“{m.quote}”" in text or m.quote in text for m in mentions)


def test_a_search_shows_the_words_of_a_heavy_paragraph_behind_its_note(records):
    mention = next(m for s in records.journeys["two-brothers"].stops for m in s.mentions)
    found = search_results(records, {WORDS: [mention.id]})
    assert mention.quote in unescape(found)
    assert f"“{mention.quote}”" not in open_text(found)
    assert "Content note: " in open_text(found)
    assert 'class="words"' not in found.split("<details")[0]


def test_words_of_a_paragraph_that_tells_a_heavy_event_stand_behind_its_note():
    rows = {"events": [{"care": "execution", "sources": "interview[2]"}], "mentions": [{}]}
    records = collection_of(**rows)
    (mention,) = records.mentions.values()
    assert care_of(records, [mention]) == "execution"
    assert f"“{mention.quote}”" not in open_text(search_results(records, {WORDS: [mention.id]}))


def test_a_journey_that_is_not_heavy_has_no_gate():
    records = collection_of(places=list(PLACES), stops=stop_rows("by-sea", {"place": "dalian"}))
    assert "gate" not in stops_table(records, records.journeys["by-sea"])


@pytest.mark.parametrize(
    ("own", "of_story", "note"),
    [
        ("arrests", "loss", "Content note: arrests."),
        ("", "loss", "Content note: hunger, fear."),
        ("", "fear;loss;hunger", "Content note: fear, loss, hunger."),
    ],
)
def test_a_step_that_opens_a_heavy_journey_is_announced_in_the_words_of_its_story_or_its_own(
    own, of_story, note
):
    rows = {"journeys": [{"care": "hunger;fear"}]}
    records = collection_of(
        places=list(PLACES), stops=stop_rows("by-sea", {"place": "dalian"}), **rows
    )
    steps = (Step("A", "B", care=own, opened=("by-sea", None)), Step("C", "D"))
    told = lesson(records, Story("s", "S", "all", 5, of_story, "", steps), ["by-sea"])
    assert [step["care"] for step in told["steps"]] == [note, ""]
