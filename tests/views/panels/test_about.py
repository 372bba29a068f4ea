"""Who made this, how reviewed it is, and who answers for the site; what is missing is named."""

import pytest

from tests.collections import collection_of
from views.panels.about import Site, makers, newest_day, page_foot, review_sentence

KNOWN = Site("The Archive", "desk@example.org")


def journeys_of(*statuses: str):
    rows = [{"id": f"j{n}", "status": status} for n, status in enumerate(statuses)]
    return collection_of(
        journeys=rows, stops=[{"journey": row["id"]} for row in rows]
    ).journeys.values()


@pytest.mark.parametrize(
    ("statuses", "words"),
    [
        ((), ""),
        (("reviewed", "reviewed"), ""),
        (("draft",), "The journey is a draft"),
        (("draft", "draft"), "All 2 journeys are drafts"),
        (("draft", "reviewed"), "1 of 2 journeys is a draft"),
        (("draft", "draft", "reviewed"), "2 of 3 journeys are drafts"),
    ],
)
def test_drafts_are_said_to_be_drafts_and_reviewed_journeys_are_not(statuses, words):
    said = review_sentence(journeys_of(*statuses)) if statuses else review_sentence(())
    assert said.startswith(words) and bool(said) is bool(words)


@pytest.mark.parametrize(
    ("contact", "address"),
    [
        ("desk@example.org", "mailto:desk@example.org"),
        ("https://example.org/contact", "https://example.org/contact"),
        ("javascript:alert(1)", ""),
        ("<b>@example.org", ""),
        ("call us", ""),
        ("", ""),
    ],
)
def test_only_an_address_can_be_written_to(contact, address):
    site = Site("The Archive", contact)
    assert site.reached == address
    foot = page_foot(collection_of(), site, "method")
    assert (f'href="{address}"' in foot) is bool(address)
    assert ("no address yet" in foot) is not bool(address)


def test_what_nobody_has_said_of_the_site_is_asked_for():
    missing = makers(collection_of(), Site())
    assert "Missing here: who runs this site, an address to write to." in missing
    assert "Missing here: an address to write to." in makers(collection_of(), Site("The Archive"))
    assert "Missing" not in makers(collection_of(), KNOWN)


def test_a_hostile_name_stays_text():
    assert "<script>" not in page_foot(collection_of(), Site("<script>", ""), "method")


def test_the_day_is_the_last_on_which_a_source_was_read_or_marked(records):
    assert newest_day(records) == "2026-11-30"
    assert "30 November 2026" in page_foot(records, KNOWN, "method")


def test_the_foot_of_our_own_records_says_how_many_are_drafts(records):
    n = sum(journey.status == "draft" for journey in records.journeys.values())
    words = f"{n} of {len(records.journeys)} journeys are drafts"
    assert n > 1 and words in page_foot(records, KNOWN, "method")
