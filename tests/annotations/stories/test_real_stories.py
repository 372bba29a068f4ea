"""The project's own stories say what the tables and the texts say, and can be read from afar."""

import re
from dataclasses import replace
from itertools import accumulate

import pytest

from annotations.check.everything import problems_of_stories
from annotations.collection.load import load
from annotations.store.files.beside.stories import StoryFolder
from annotations.store.files.store import CsvStore
from annotations.stories.load import load_stories
from annotations.stories.records import STEP_FIGURES, Step, Story
from annotations.stories.references import shown_ids
from geodata.distance import distance_km
from views.lessons.story_words import story_words

LOADED = load(CsvStore())
COLLECTION = LOADED.collection
TEXTS = [key for key in STEP_FIGURES if key != "tasks"]
AS_WRITTEN = load_stories(StoryFolder(), COLLECTION).stories


def as_shown(story: Story) -> Story:
    """A story with the figures that it takes from the records."""
    steps = (
        replace(step, **{key: story_words(COLLECTION, getattr(step, key)) for key in TEXTS})
        for step in story.steps
    )
    return replace(story, steps=tuple(steps))


STORIES = {key: as_shown(story) for key, story in AS_WRITTEN.items()}
STEPS = [pytest.param(step, id=step.heading) for s in STORIES.values() for step in s.steps]
MONTHS = (
    "January February March April May June July August September October November December"
).split()
DAY = rf"\d{{1,2}} (?:{'|'.join(MONTHS)})"


def words_of(step: Step) -> str:
    """Everything that a step says."""
    return "\n\n".join((step.heading, step.text, step.question, step.notes, step.care))


def words_of_story(key: str) -> str:
    """Everything that the steps of a story say."""
    return "\n\n".join(map(words_of, STORIES[key].steps))


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [part for part in re.split(r"(?<=[.?!])\s+", text) if part]


def test_the_stories_have_no_problem():
    assert "\n".join(map(str, problems_of_stories(StoryFolder(), LOADED))) == ""


def test_there_are_eight_stories_for_a_lesson_each():
    assert set(STORIES) == {
        "a-decision-in-shanghai",
        "counting-arrivals",
        "how-we-know",
        "kim-seong-min",
        "the-long-way-round",
        "the-network",
        "the-river-and-the-border",
        "what-arrives",
    }
    for story in STORIES.values():
        assert 30 <= story.minutes <= 40, story.id
        assert 6 <= len(story.steps) <= 10, story.id


def test_each_story_announces_what_is_heavy_and_ends_with_a_question():
    for story in STORIES.values():
        assert story.care, story.id
        assert story.steps[-1].question.endswith("?"), story.id


@pytest.mark.parametrize("step", STEPS)
def test_a_step_can_be_read_from_the_last_row(step):
    assert 2 <= len(step.heading.split()) <= 6
    assert len(step.text.split()) <= 75
    assert 2 <= len(sentences(step.text)) <= 7
    assert max(len(sentence.split()) for sentence in sentences(step.text)) <= 28
    assert len(step.question.split()) <= 30


@pytest.mark.parametrize("step", STEPS)
def test_a_step_gives_the_class_a_question_the_presenter_notes_and_the_map_a_place(step):
    assert step.question
    assert step.notes
    assert step.camera or shown_ids(step, COLLECTION)


@pytest.mark.parametrize("step", STEPS)
def test_an_annotated_text_is_cited_by_paragraph(step):
    for cited in step.sources:
        if COLLECTION.sources[cited.source].sha256:
            assert cited.locator.isdigit(), cited


def strange_quotes(text: str) -> list[str]:
    """What stands in curly quotes and is not the exact words of a mention."""
    known = {mention.quote for mention in COLLECTION.mentions.values()}
    return [quote for quote in re.findall("“([^”]*)”", text) if quote not in known]


@pytest.mark.parametrize("step", STEPS)
def test_only_short_exact_words_of_the_texts_stand_in_quotes(step):
    strange = strange_quotes(words_of(step))
    # The name of the town is said aloud as it is read in Korean, which no text writes.
    assert [quote for quote in strange if quote != "Domun"] == []


def test_a_quote_that_no_text_has_is_found_out():
    assert strange_quotes("He was held “forty days” in “Dalien”.") == ["Dalien"]


def computed_spans(key: str) -> set[str]:
    """The spans of all stops that a story shows, as `8 March and 13 April 1996`."""
    found = set()
    for step in STORIES[key].steps:
        for journey in shown_ids(step, COLLECTION):
            for stop in COLLECTION.journeys[journey].stops:
                first, last = stop.span.earliest, stop.span.latest
                if first and last:
                    ends = (f"{day.day} {MONTHS[day.month - 1]}" for day in (first, last))
                    found.add(f"{' and '.join(ends)} {last.year}")
    return found


def told_spans(text: str) -> set[str]:
    """What is told as `between 8 March and 13 April 1996`."""
    return set(re.findall(rf"between\s+({DAY} and {DAY} \d{{4}})", text))


@pytest.mark.parametrize(("key", "count"), [("kim-seong-min", 4), ("the-long-way-round", 1)])
def test_spans_are_those_that_the_program_computes(key, count):
    told = told_spans(words_of_story(key))
    assert len(told) == count
    assert told <= computed_spans(key)


def test_a_span_that_nobody_computed_is_found_out():
    told = told_spans("It was between 8 March and 14 April 1996, computed.")
    assert told == {"8 March and 14 April 1996"}
    assert not told <= computed_spans("kim-seong-min")


def test_the_hiding_took_as_long_as_the_records_allow():
    crossed, hidden, arrived = COLLECTION.journeys["kim-seong-min-1996"].stops[5:]
    assert (hidden.duration, arrived.duration, arrived.tolerance) == ("P50D", "P3Y", "P6M")
    assert crossed.span.latest == hidden.span.latest
    told = "at least 2 years and 6 months, and at most 3 years (computed)"
    assert told in words_of_story("kim-seong-min")


def test_no_figure_of_arrivals_and_no_computed_span_is_written_out():
    written = "\n\n".join(words_of(step) for s in AS_WRITTEN.values() for step in s.steps)
    totals = {f"{row.total:,}" for row in COLLECTION.arrivals if row.total > 1100}
    assert {number for number in totals if re.search(rf"(?<![\d,]){number}", written)} == set()
    assert told_spans(written) == set()


def test_distances_are_those_that_the_program_computes():
    places = COLLECTION.places
    near = distance_km(places["pyongyang"], places["seoul"])
    far = distance_km(places["bangkok"], places["seoul"])
    told = f"it is {near:,.0f} kilometres. From Bangkok to Seoul alone it is {far:,.0f}."
    assert told in words_of_story("the-long-way-round")


def year_totals() -> dict[int, int]:
    """The people who arrived in each year that has a figure of its own."""
    rows = (row for row in COLLECTION.arrivals if row.start_year == row.end_year)
    return {row.end_year: row.total for row in rows}


def passed(number: int, year: int) -> bool:
    """True where the sum of all arrivals passed a number in a year."""
    ministry = [row for row in COLLECTION.arrivals if row.series == "ministry"]
    years, sums = (r.end_year for r in ministry), accumulate(r.total for r in ministry)
    to_year = dict(zip(years, sums, strict=True))
    return to_year.get(year - 1, number) < number <= to_year.get(year, 0)


def wrong_pairs(text: str) -> list[tuple[int, int]]:
    """Each `71 in 1998` that is neither a year's arrivals nor a mark that its sum passed."""
    pairs = re.findall(r"(?<![\d,])(\d[\d,]*)(?: came)? in ((?:19|20)\d\d)(?!\d)", text)
    numbers = [(int(number.replace(",", "")), int(year)) for number, year in pairs]
    assert numbers
    totals = year_totals()
    return [pair for pair in numbers if totals.get(pair[1]) != pair[0] and not passed(*pair)]


def test_a_number_in_a_year_is_the_number_of_that_year():
    assert wrong_pairs(words_of_story("counting-arrivals")) == []


def test_a_number_of_another_year_is_found_out():
    assert wrong_pairs("It was 71 in 1998, 1,142 in 2003 and passed 10,000 in 2007.") == [
        (1142, 2003)
    ]


def figures(text: str) -> set[int]:
    """The whole numbers of a text, but for days of a month and for years."""
    text = re.sub(rf"{DAY}|\d+\.\d+", " ", text)
    found = {int(n.replace(",", "")) for n in re.findall(r"\d[\d,]*\d|\d", text)}
    return found - set(range(1990, 2027))


def figures_of_tables() -> set[int]:
    """The figures of arrivals and events, and what a story may compute from them."""
    rows, totals = COLLECTION.arrivals, year_totals()
    ministry = [row for row in rows if row.series == "ministry"]
    found = {n for row in rows for n in (row.men, row.women, row.total) if n}
    found |= figures(" ".join(f"{row.variants} {row.note}" for row in rows))
    found |= figures(" ".join(f"{e.title} {e.summary}" for e in COLLECTION.events.values()))
    found |= {round(100 * row.women / row.total) for row in ministry}
    sums = (sum(row.total for row in ministry), sum(totals[year] for year in range(2020, 2026)))
    doubled = round(totals[2001] * 2**8, -4)
    return found | set(sums) | {totals[2004] - 468, doubled}


def test_every_figure_of_the_arrivals_stands_in_the_tables():
    told = figures(words_of_story("counting-arrivals"))
    assert len(told) > 40
    assert told - figures_of_tables() == set()


def test_a_figure_that_no_table_has_is_found_out():
    assert figures("On 4 February 2026 it was 2,913 and 71.") - figures_of_tables() == {2913}


def test_shares_of_women_are_computed_from_the_row_of_their_year():
    told = re.findall(r"(\d+) per cent in (\d{4})", words_of_story("counting-arrivals"))
    shares = {r.end_year: round(100 * r.women / r.total) for r in COLLECTION.arrivals if r.women}
    assert len(told) >= 3
    assert [(share, year) for share, year in told if shares[int(year)] != int(share)] == []
    assert f"{shares[1998]} per cent are women" in words_of_story("counting-arrivals")
