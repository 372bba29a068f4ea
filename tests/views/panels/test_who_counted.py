"""Every number of arrivals says whose figure it is, and on which page it was read."""

import re
from dataclasses import replace

import pytest

from tests.collections import collection_of
from views.panels.reading import arrivals_table, source_row
from views.panels.who_counted import read_in, total_answer
from views.text.counted import counted_by, ministry_page
from views.text.hover import arrivals_hover
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
    assert ("SBS", records.sources["sbs-2021"].url) in counts["2020"]["pages"]
    assert all(count["pages"] and count["who"] for count in counts.values())


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", ""])
def test_an_address_that_is_no_page_of_the_web_becomes_no_link_of_the_player(url):
    records = collection_of()
    sources = {key: replace(source, url=url) for key, source in records.sources.items()}
    records = replace(records, sources=sources)
    pages = [page for count in counts_by_year(records).values() for page in count["pages"]]
    assert pages
    assert {address for _name, address in pages} == {""}


def test_one_journey_is_not_said_in_the_plural(records):
    rests = {source_row(records, source)[3] for source in records.sources.values()}
    words = {part for cell in rests for part in cell.split(", ")}
    assert "1 journey" in words
    assert not {part for part in words if re.match(r"1 .*s$", part)}
