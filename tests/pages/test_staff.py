"""Pages for staff are there for staff alone, whatever a visitor asks for."""

import ast
import getpass
import re
import sys

import pytest
from streamlit.runtime.context import ContextProxy, StreamlitHeaders
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from annotations.check.everything import problems_of
from annotations.check.gaps import gaps
from annotations.collection.load import load
from annotations.store.files.store import CsvStore
from tests.pages.visits import DASHBOARD, LONGEST_RUN_S, PAGES, html, text, title, visit
from views.staff.gaps import MOST_SHOWN, title_of
from views.widgets.app import frame, sign_in

GAPS = "What is missing or in doubt?"
LISTED = "ann@example.org"
PROVIDER = {
    "redirect_uri": "https://example.org/oauth2callback",
    "cookie_secret": "x" * 32,
    "client_id": "ways-out",
    "client_secret": "secret",
    "server_metadata_url": "https://id.example.org/.well-known/openid-configuration",
}
SECRETS = {"auth": PROVIDER, "staff": {"addresses": [LISTED]}}
SIGNED_IN = {"is_logged_in": True, "email": LISTED, "email_verified": True}
AT_THE_MACHINE = {"Host": "localhost:8501", "Origin": "http://localhost:8501"}
# A frame that lists the page for everybody, as if the navigation had made a mistake.
LISTS_ALL = f"""
import streamlit as st
from views.widgets.app import frame
frame.settings()
st.navigation([st.Page({str(DASHBOARD.with_name("pages") / "gaps.py")!r})]).run()
"""
SAYS_WHO = """
import streamlit as st
from views.widgets.app import frame, sign_in
frame.settings()
st.text(sign_in.required())
"""


@pytest.fixture
def started(monkeypatch):
    """Starts the app with --staff, to listen on an address, with a visit of these headers."""

    def start(address: str | None, headers: dict[str, str], visitor: str | None = None) -> None:
        monkeypatch.setattr(sys, "argv", ["dashboard.py", "--staff"])
        monkeypatch.setattr(sign_in.st, "get_option", {"server.address": address}.get)
        given = property(lambda _: StreamlitHeaders(headers.items()))
        monkeypatch.setattr(ContextProxy, "headers", given)
        monkeypatch.setattr(ContextProxy, "ip_address", property(lambda _: visitor))

    return start


def visit_as(user: dict, secrets: dict = SECRETS, page: str = "gaps") -> AppTest:
    """A first visit to a page by somebody of whom the provider says this."""
    at = AppTest.from_file(str(DASHBOARD), default_timeout=LONGEST_RUN_S)
    at.secrets.update(secrets)
    at.user = user
    if page != "map":
        at.switch_page(f"pages/{page}.py")
    return at.run()


def navigated(at: AppTest) -> set[str]:
    """The parts of the address of the pages that the navigation lists."""
    return {page["url_pathname"] for page in at._registered_pages.values()}


def sees_gaps(at: AppTest) -> bool:
    """True where the page or anything of it was given, or its place in the navigation."""
    assert not at.exception
    return GAPS in html(at) or "stops.csv:" in html(at) or "gaps" in navigated(at)


@pytest.mark.parametrize("page", (*PAGES, "gaps", "staff"))
def test_a_visitor_sees_no_page_for_staff_and_gets_none_that_is_asked_for_first(page):
    at = visit(page)
    assert not sees_gaps(at)
    assert not {"gaps", "staff"} & navigated(at)
    assert title(at)


def test_a_visitor_cannot_switch_to_a_page_for_staff():
    at = visit("method")
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        at.switch_page("pages/gaps.py")
    at._page_hash = calc_hash("gaps")  # what a browser can send all the same
    assert not sees_gaps(at.run())


def test_nothing_in_an_address_makes_a_visitor_staff():
    assert not sees_gaps(visit("gaps", staff="1", embed="true", email=LISTED))


def test_the_one_person_at_a_machine_started_so_is_staff(started):
    started("127.0.0.1", AT_THE_MACHINE)
    at = visit("gaps")
    assert sees_gaps(at)
    assert title(at) == GAPS
    assert f"Staff, on this machine only: {getpass.getuser()}" in text(at)
    assert at.warning.len == 0


@pytest.mark.parametrize("address", ("0.0.0.0", None))
def test_a_server_that_others_can_reach_has_no_staff_and_says_how_to_start_it(started, address):
    started(address, AT_THE_MACHINE)
    at = visit("gaps")
    assert not sees_gaps(at)
    (said,) = [warning.value for warning in at.warning]
    assert "streamlit run dashboard.py --server.address 127.0.0.1 -- --staff" in said


@pytest.mark.parametrize(
    "headers", ({"X-Forwarded-For": "127.0.0.1"}, {"Host": "example.org:8501"})
)
def test_a_visit_through_a_proxy_or_under_another_name_is_nobodys(started, headers):
    started("127.0.0.1", AT_THE_MACHINE | headers)
    at = visit("gaps")
    assert not sees_gaps(at)
    (said,) = [warning.value for warning in at.warning]
    assert "came through a proxy or under a name other than" in said


def test_a_visit_from_another_machine_is_nobodys(started):
    started("127.0.0.1", AT_THE_MACHINE, "192.0.2.7")
    assert not sees_gaps(visit("gaps"))


def test_a_machine_that_was_not_started_for_staff_has_none(started, monkeypatch):
    started("127.0.0.1", AT_THE_MACHINE)
    monkeypatch.setattr(sys, "argv", ["dashboard.py"])
    at = visit("gaps")
    assert not sees_gaps(at)
    assert at.warning.len == 0


@pytest.mark.parametrize("address", (LISTED, "Ann@Example.ORG"))
def test_a_verified_address_of_the_list_is_staff(address):
    at = visit_as(SIGNED_IN | {"email": address})
    assert sees_gaps(at)
    assert f"Staff, signed in as {address}" in text(at)
    assert navigated(at) >= {"gaps", "staff"}


@pytest.mark.parametrize(
    "user",
    (
        {},
        {"email": LISTED, "email_verified": True},
        SIGNED_IN | {"is_logged_in": False},
        SIGNED_IN | {"is_logged_in": "true"},
        SIGNED_IN | {"email_verified": False},
        SIGNED_IN | {"email": "bob@example.org"},
    ),
)
def test_whoever_the_provider_does_not_vouch_for_is_not_staff(user):
    assert not sees_gaps(visit_as(user))


@pytest.mark.parametrize("change", ({"cookie_secret": "x" * 31}, {"client_id": ""}))
def test_sign_in_that_is_not_whole_lets_nobody_in_and_says_what_is_missing(change):
    secrets = SECRETS | {"auth": PROVIDER | change}
    assert not sees_gaps(visit_as(SIGNED_IN, secrets))
    at = visit_as(SIGNED_IN, secrets, "staff")
    (said,) = [warning.value for warning in at.warning]
    assert next(iter(change)) in said


def test_without_sign_in_no_claim_makes_anybody_staff():
    assert not sees_gaps(visit_as(SIGNED_IN, {"staff": {"addresses": [LISTED]}}))


def test_names_that_headers_carry_are_no_sign_in(monkeypatch):
    monkeypatch.setattr(sign_in.st, "get_option", {"server.trustedUserHeaders": {"X": "email"}}.get)
    assert not sees_gaps(visit_as(SIGNED_IN))


def test_where_sign_in_is_set_up_everybody_finds_the_way_to_it():
    at = visit_as({"is_logged_in": False}, page="staff")
    assert navigated(at) - {"gaps"} == navigated(at) >= {"staff"}
    assert [one.label for one in at.main.button if one.key != "search"] == ["Sign in"]


@pytest.mark.parametrize(
    ("user", "said"),
    (
        ({"email": "bob@example.org"}, "signed in as bob@example.org, which is not on the list"),
        ({"email_verified": False}, "does not say that this address has been verified"),
        ({"email": None}, "does not tell us your address"),
    ),
)
def test_whoever_is_signed_in_and_not_staff_is_told_kindly_and_can_sign_out(user, said):
    at = visit_as(SIGNED_IN | user, page="staff")
    assert said in at.text[0].value
    assert [one.label for one in at.main.button if one.key != "search"] == ["Sign out"]
    assert not sees_gaps(at)


def test_who_signs_out_is_no_staff_any_more():
    at = visit_as(SIGNED_IN, page="staff")
    assert sees_gaps(at)
    at.button(key="sign-out").click().run()
    assert not sees_gaps(at)


def test_an_address_taken_off_the_list_is_out_with_the_next_run():
    at = visit_as(SIGNED_IN)
    assert sees_gaps(at)
    at.secrets["staff"] = {"addresses": ["bob@example.org"]}
    assert not sees_gaps(at.run())


@pytest.mark.parametrize(
    ("user", "said"),
    (
        ({}, "This page is for staff."),
        (SIGNED_IN | {"email": "bob@example.org"}, "is not on the list of staff"),
    ),
)
def test_the_page_itself_sends_away_whom_a_navigation_let_in(user, said):
    """The page asks by itself: the list of pages is not what keeps it shut."""
    at = AppTest.from_string(LISTS_ALL, default_timeout=LONGEST_RUN_S)
    at.secrets.update(SECRETS)
    at.user = user
    at.run()
    assert said in at.info[0].value.replace("\\", "")
    assert GAPS not in html(at)
    assert not at.exception


@pytest.mark.parametrize("path", [path for path, *_ in frame.FOR_STAFF])
def test_every_page_for_staff_asks_who_is_there_before_anything_else(path):
    body = ast.parse((DASHBOARD.parent / path).read_text(encoding="utf-8")).body
    first = next(node for node in body[1:] if not isinstance(node, ast.Import | ast.ImportFrom))
    assert ast.unparse(first).endswith("sign_in.required()")


def test_the_page_names_every_group_of_gaps_with_its_rows_and_links(started):
    started("127.0.0.1", AT_THE_MACHINE)
    at = visit("gaps")
    loaded = load(CsvStore())
    for group, doubts in gaps(loaded, problems_of(loaded)).items():
        assert f"{title_of(group)}: {len(doubts)}" in text(at)
        assert [d.row for d in doubts[:MOST_SHOWN] if f"<code>{d.row}</code>" not in html(at)] == []
    linked = re.findall(r'href="journeys\?journey=([\w-]+)"', html(at))
    journeys = loaded.collection.journeys
    drafts = {key for key, journey in journeys.items() if journey.status == "draft"}
    assert drafts < set(linked) <= set(journeys)
    assert html(at).count('href="review"') == 1  # no marked words are drafts


def test_who_is_at_a_machine_started_so_is_told_to_the_page_by_the_name_of_its_user(started):
    started("127.0.0.1", AT_THE_MACHINE)
    at = AppTest.from_string(SAYS_WHO, default_timeout=LONGEST_RUN_S).run()
    assert [block.value for block in at.text] == [f"this machine ({getpass.getuser()})"]
