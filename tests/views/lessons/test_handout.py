"""A handout has each step once, as text, and is a page of its own that asks nobody."""

import re
from dataclasses import replace
from html import escape, unescape
from pathlib import Path

import pytest

from annotations.store.files.beside.stories import StoryFolder
from annotations.stories.load import load_stories
from annotations.stories.records import Picture
from tests.bits import ids_of
from tests.stories import COLLECTION, story_with
from tests.views.routes import HOSTILE
from tests.views.written import LINKED, fetched, markup_of
from views.atlas.packed import packed
from views.atlas.scene import scene
from views.lessons.document import Inlined
from views.lessons.handout import KINDS, file_name, handout_page
from views.lessons.handout.one_page import one_page_view
from views.lessons.lesson import lesson

# The smallest there are: a shape for the maps, a picture of no pixels.
PICTURES = {"bridge.jpg": b"a bridge"}


def handout_of(static: Path, story, collection=COLLECTION, **options) -> str:
    """The handout of a story."""
    drawn = packed(scene(collection, "en", "relief.webp"))
    given = lesson(collection, story, drawn["id"])
    return handout_page(given, drawn, Inlined(static), PICTURES, **options)


def words_of(page: str) -> str:
    """What is read on the page."""
    body = markup_of(page).partition("</head>")[2]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


@pytest.fixture(scope="module")
def stories(records) -> dict:
    """The project's own stories."""
    return dict(load_stories(StoryFolder(), records).stories)


@pytest.fixture(scope="module")
def pages(static, stories, records) -> dict[str, str]:
    """Their handouts for pupils."""
    return {key: handout_of(static, story, records) for key, story in stories.items()}


def test_each_step_stands_there_once_with_its_number(stories, pages):
    for story in stories.values():
        page = markup_of(pages[story.id])
        headings = re.findall(r"<h2><b>(\d+)</b> (.*?)</h2>", page)
        told = [(str(at), escape(step.heading)) for at, step in enumerate(story.steps, start=1)]
        assert headings == told
        assert page.count('class="handout-view"') == len(story.steps)


def test_a_question_has_three_lines_for_its_answer(static):
    page = handout_of(static, story_with("question: Why?"))
    assert '<div class="handout-question"><p>Why?</p><i></i><i></i><i></i></div>' in page


def test_only_the_teacher_gets_the_notes(static):
    story = story_with("question: Why?", "notes: Point at both ends.")
    assert "Point at both ends." not in handout_of(static, story)
    assert "For the presenter" not in words_of(handout_of(static, story))
    teachers = handout_of(static, story, kind="teacher")
    assert words_of(teachers).count("Point at both ends.") == 1
    assert "<i></i>" not in teachers


def test_the_teacher_s_is_marked_in_its_title_on_its_page_and_at_the_foot_of_each(static):
    page = handout_of(static, story_with(), kind="teacher")
    assert "<title>A story · Teacher’s version</title>" in page
    assert '<p class="handout-teacher">Teacher’s version</p>' in page
    (foot,) = re.findall(r'@bottom-left \{ content: "(.*?)"; \}', page)
    plain = re.sub(r"\\([0-9a-f]+) ", lambda sign: chr(int(sign[1], 16)), foot)
    assert plain == "A story · Teacher’s version"
    assert "Teacher" not in handout_of(static, story_with())


def test_each_kind_has_a_file_of_its_own():
    names = [file_name("a-story", kind, "pdf") for kind in KINDS]
    assert names == ["a-story-handout.pdf", "a-story-one-page.pdf", "a-story-teacher.pdf"]


def test_a_step_about_a_period_has_its_timeline_and_later_ones_name_it(stories, pages):
    page = markup_of(pages["kim-seong-min"])
    sections = page.split("<section")[1:]
    assert 'class="handout-time" role="img"' in sections[1]
    for at in (2, 3, 4):
        assert 'class="handout-time"' not in sections[at]
        assert "Its timeline is that of step 2." in sections[at]
    assert 'class="handout-time"' in sections[5]
    for story in stories.values():
        told = markup_of(pages[story.id]).split("<section")[1:]
        for step, section in zip(story.steps, told, strict=True):
            shows = "handout-time" in section or "Its timeline is" in section
            assert shows == (not step.filters.whole_time and "chart" not in step.layers)


def test_a_chart_is_as_wide_as_the_page(stories, pages):
    for story in stories.values():
        told = markup_of(pages[story.id]).split("<section")[1:]
        for step, section in zip(story.steps, told, strict=True):
            assert ("handout-wide" in section) == ("chart" in step.layers)


def test_one_page_has_one_view_and_each_question_once_and_every_source(stories, static, records):
    for story in stories.values():
        whole = markup_of(handout_of(static, story, records, kind="one-page"))
        page = whole.partition("</head>")[2]
        assert page.count('class="handout-view"') == 1
        assert page.count('class="handout-lines"') == sum(bool(one.question) for one in story.steps)
        assert "<aside>" not in page and "handout-time" not in page
        cited = {citation.source for step in story.steps for citation in step.sources}
        footer = page.partition("<footer>")[2]
        assert all(f"[{at}] " in footer for at in range(1, len(cited) + 1))
        assert "CC BY 4.0" in footer


def test_what_is_heavy_is_announced_before_the_words(static):
    story = story_with("care: hunger; arrest")
    words = words_of(handout_of(static, replace(story, care="loss")))
    assert words.index("Content note: loss.") < words.index("The port")
    assert words.index("Content note: hunger, arrest.") < words.index("She hid.")


def test_a_source_s_own_words_are_marked_and_lead_to_the_list_at_the_end(pages):
    page = markup_of(pages["kim-seong-min"])
    assert "<mark>“February 1996”</mark>" in page
    step = page.partition('id="step-2"')[2].partition("</section>")[0]
    assert "paragraphs 5, 6, bushcenter.org [1]" in step
    first = page.partition("<ol>")[2].partition("</li>")[0]
    assert "https://www.bushcenter.org/freedom-collection/kim-seong-min-leaving" in first
    assert "Kim Seong Min: Leaving North Korea" in first


def test_all_sources_stand_at_the_end_once_and_in_full(stories, pages, records):
    for story in stories.values():
        page = markup_of(pages[story.id])
        cited = {citation.source for step in story.steps for citation in step.sources}
        terms = (records.glossary[key] for key in story.words if key in records.glossary)
        cited |= {citation.source for term in terms for citation in term.sources}
        listed = re.findall(r'<a href="([^"]*)"', page.partition("<footer>")[2])
        addresses = filter(None, (records.sources[key].url for key in cited))  # a book has none
        assert sorted(listed) == sorted(map(escape, addresses))
        end = page.partition("<footer>")[2]
        assert all(escape(records.sources[key].rights) in end for key in cited)
        assert "CC BY 4.0" in end
        assert "Natural Earth" in end


def test_an_address_in_another_script_can_be_read(static):
    url = "https://example.org/%ED%83%88%EB%B6%81?a=%2C%20"
    sources = {key: replace(one, url=url) for key, one in COLLECTION.sources.items()}
    page = handout_of(static, story_with(), replace(COLLECTION, sources=sources))
    assert f'href="{url}"' in page
    assert ">https://example.org/탈북?a=%2C%20</a>" in page


def test_a_hostile_text_is_text(static, hostile):
    made = story_with("question: Why?", "notes: Look.", "care: hunger")
    step = replace(
        made.steps[0],
        **dict.fromkeys(("heading", "text", "question", "notes", "care"), HOSTILE),
        picture=Picture("bridge.jpg", HOSTILE, HOSTILE),
    )
    texts = dict.fromkeys(("title", "audience", "care"), HOSTILE)
    page = handout_of(static, replace(made, steps=(step,), **texts), hostile, kind="teacher")
    assert "<script>alert" not in page
    assert page.count("<script") == page.count("</script>")
    assert page.count("<style>") == page.count("</style>")
    assert re.findall(r"<(?:b>bold|a href=.https://example.org/x)", page) == []
    assert fetched(markup_of(page)) == set()
    assert words_of(page).count("</script><script>alert(1)</script>") >= 8


def test_nothing_is_fetched_from_anywhere(pages):
    for page in pages.values():
        assert fetched(markup_of(page)) == set()
        assert not LINKED.findall(page)
        assert not re.findall(r"<script[^>]*src", page)


def test_the_chart_s_script_and_the_relief_come_only_where_a_step_shows_them(static):
    plain = handout_of(static, story_with("show: [by-sea]"))
    assert len(handout_of(static, story_with("layers: [chart]"))) > len(plain) + 500_000
    assert len(handout_of(static, story_with("layers: [relief]"))) > len(plain) + 200_000


def test_a_picture_is_inside_with_its_credit(static):
    made = story_with()
    picture = Picture("bridge.jpg", "A bridge", "By the author, CC BY 4.0")
    page = handout_of(static, replace(made, steps=(replace(made.steps[0], picture=picture),)))
    assert '<img src="data:image/jpeg;base64,YSBicmlkZ2U=" alt="A bridge">' in page
    assert "By the author, CC BY 4.0" in words_of(page)


@pytest.mark.parametrize("paper", ("A4", "Letter"))
def test_the_page_has_the_size_of_its_paper(static, paper):
    assert f"@page {{ size: {paper};" in handout_of(static, story_with(), paper=paper)


def test_a_paper_that_nobody_has_is_refused(static):
    with pytest.raises(ValueError, match="A4, Letter"):
        handout_of(static, story_with(), paper="A5")


def test_the_map_of_one_page_shows_what_the_maps_of_all_steps_show(records, stories):
    order = packed(scene(records, "en", "relief.webp"))["id"]
    for story in stories.values():
        given = lesson(records, story, order)
        view = one_page_view(given)
        if "figure" in view:
            assert 2 * sum(step["chart"] for step in given["steps"]) > len(given["steps"])
            continue
        each = [step["state"]["ids"] for step in given["steps"] if not step["chart"]]
        assert set(ids_of(view["state"]["ids"], order)) == {
            key for row in each for key in ids_of(row, order)
        }
    kim = one_page_view(lesson(records, stories["kim-seong-min"], order))
    assert kim["state"]["open"] == {"journey": "kim-seong-min-1996", "stop": None}
