"""Every number of arrivals says whose figure it is, and on which page it was read."""

import re
from dataclasses import replace
from html import unescape

import pytest

from tests.collections import collection_of
from views.panels.counts.who_counted import pages_on_paper, read_in, total_answer
from views.panels.reading import arrivals_table, source_row
from views.text.citations import terms
from views.text.counted import count_sources, counted_by, ministry_page
from views.text.hover import arrivals_hover
from views.text.markup import el
from views.timeline.player import counts_by_year

OWN, COPIED = "The ministry’s figure, read on its own page:", "read in copies by others:"


def official(records):
    return [row for row in records.arrivals if row.series == "ministry"]


def text_of(markup: str) -> str:
    return " ".join(re.sub("<[^>]*>", " ", markup).split())


def test_a_figure_read_in_the_press_is_not_said_to_be_read_on_the_ministry_s_page(records):
    for row in official(records):
        from_page = bool(ministry_page(records, row))
        assert from_page is (row.end_year <= 2019)
        assert counted_by(records, row).endswith(OWN if from_page else COPIED)
        assert counted_by(records, row).split(",")[0] in arrivals_hover(records, row)


def test_the_table_names_every_page_on_which_a_count_was_read(records):
    row = next(row for row in official(records) if row.end_year == 2020)
    shown = arrivals_table(records, [row], "Arrivals")
    for citation in row.sources:
        source = records.sources[citation.source]
        assert f'href="{source.url}"' in shown.replace("&amp;", "&")
        assert source.publisher in text_of(shown)
    assert "Ministry of Unification" not in read_in(records, row)


def test_the_sum_says_that_it_is_ours_and_how_much_of_it_was_read_where(records):
    rows = official(records)
    words = text_of(total_answer(records, rows))
    own = sum(row.total for row in rows if ministry_page(records, row))
    copied = sum(row.total for row in rows) - own
    assert words.startswith("Who says so? 34,537 is computed")
    assert f"{own:,} of them, to the end of 2019, were read on the ministry’s own page" in words
    assert f"{copied:,} of them were read where others copied" in words
    for row in rows:
        if not ministry_page(records, row):
            assert f"{row.end_year}: {row.total:,}." in words


def test_a_sum_of_nothing_names_no_page(records):
    assert text_of(total_answer(records, [])) == (
        "Who says so? 0 is computed: the sum of the ministry’s 0 counts in the tables below."
    )


def test_each_number_of_the_player_has_the_pages_that_say_so(records):
    counts = counts_by_year(records)
    assert counts["2020"]["count"] == "229"
    source = records.sources["sbs-2021"]
    assert ("SBS", source.url, terms(source)) in counts["2020"]["pages"]
    assert all(count["pages"] and count["who"] for count in counts.values())


def test_every_number_of_arrivals_says_under_what_rights_and_when_its_pages_were_read(records):
    rows = official(records)
    for row in rows:
        for source in count_sources(records, row):
            assert el("small", terms(source)) in read_in(records, row)
            assert source.rights.rstrip(".").split(";")[0] in terms(source)
    assert total_answer(records, rows).count("<small>") >= len(rows) / 2


def test_paper_has_every_page_of_a_count_once_by_the_number_that_stands_beside_it(records):
    listed = pages_on_paper(records)
    names = dict(re.findall(r"<li><b>(\d+)</b> ([^<]*)</li>", listed))
    assert [*names] == [str(number) for number in range(1, len(names) + 1)]
    for row in records.arrivals:
        pages = count_sources(records, row)
        numbers = re.findall(r'data-number="(\d+)"', read_in(records, row))
        assert len(numbers) == len(pages)
        for number, source in zip(numbers, pages, strict=True):
            assert source.title in unescape(names[number])
            before = listed.split(f"<b>{number}</b>")[0]
            assert unescape(re.findall("<p>([^<]*)</p>", before)[-1]) == terms(source)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", ""])
def test_an_address_that_is_no_page_of_the_web_becomes_no_link_of_the_player(url):
    records = collection_of()
    sources = {key: replace(source, url=url) for key, source in records.sources.items()}
    records = replace(records, sources=sources)
    pages = [page for count in counts_by_year(records).values() for page in count["pages"]]
    assert pages
    assert {address for _name, address, _terms in pages} == {""}


def test_one_journey_is_not_said_in_the_plural(records):
    rests = {source_row(records, source)[3] for source in records.sources.values()}
    words = {part for cell in rests for part in cell.split(", ")}
    assert "1 journey" in words
    assert not {part for part in words if re.match(r"1 .*s$", part)}
