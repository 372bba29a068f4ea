"""Nobody gets in by what only a client without a browser can send: headers, cookies, messages."""

import json
import re
from collections.abc import Iterator

import pytest
from websockets.exceptions import InvalidStatus

from tests.browser.app import free_port
from tests.browser.bare_client import told
from tests.browser.hostile_client import send_file, session
from tests.browser.staff_apps import (
    CLAIMS,
    LISTED,
    OF_THE_PAGE,
    OTHER,
    SECRET,
    WRONG_SECRET,
    for_one_person,
    signed,
    with_sign_in,
)

pytestmark = pytest.mark.xdist_group("sockets")  # they share the apps below


@pytest.fixture(scope="module")
def public(tmp_path_factory) -> Iterator[str]:
    """The app for everybody, with sign-in through a provider that never has to answer."""
    with with_sign_in(tmp_path_factory.mktemp("secrets"), free_port()) as address:
        yield address


@pytest.fixture(scope="module")
def alone() -> Iterator[str]:
    """The app as one person starts it for this machine."""
    with for_one_person() as running:
        yield running.address


@pytest.fixture(scope="module")
def exposed() -> Iterator[str]:
    """The app started for staff by mistake where everybody can reach it."""
    with for_one_person("0.0.0.0") as running:
        yield running.address


def session_of(answer: str) -> str:
    """The id of the session that an answer belongs to."""
    return re.findall(r'session_id: "([^"]+)"', answer)[0]


@pytest.mark.parametrize(
    "how",
    (
        {},
        {"query": "embed=true&staff=1"},
        {"headers": {"X-Forwarded-For": "127.0.0.1", "X-Forwarded-Email": LISTED}},
        {"headers": {"X-Streamlit-User": LISTED, "Remote-User": LISTED}},
        {"cookies": {"_streamlit_user": "rubbish"}},
        {"cookies": {"_streamlit_user": json.dumps(CLAIMS[LISTED]).encode().hex()}},
        {"cookies": {"_streamlit_user": signed(WRONG_SECRET, **CLAIMS[LISTED])}},
    ),
)
def test_a_socket_that_asks_for_the_page_is_not_given_it(public, how):
    assert OF_THE_PAGE not in told(public, "gaps", **how)


@pytest.mark.parametrize(
    ("name", "claims", "let_in"),
    (
        ("_streamlit_user", {}, True),
        ("_streamlit_user", {"email": OTHER}, False),
        ("_streamlit_user", {"email_verified": "true"}, False),
        ("_streamlit_user", {"origin": "https://example.org"}, False),
        ("_streamlit_user_tokens", {}, False),
    ),
    ids=("its own", "another address", "not verified", "another site", "another cookie's"),
)
def test_a_socket_gets_the_page_by_a_cookie_of_its_own_person_alone(public, name, claims, let_in):
    cookie = signed(SECRET, name, **({"origin": public} | CLAIMS[LISTED] | claims))
    answer = told(public, "gaps", cookies={"_streamlit_user": cookie})
    assert (OF_THE_PAGE in answer) is let_in


def test_whoever_knows_the_session_of_staff_cannot_go_on_with_it(public):
    cookies = {"_streamlit_user": signed(SECRET, origin=public, **CLAIMS[LISTED])}
    first = told(public, "gaps", cookies=cookies)
    session = session_of(first)
    assert OF_THE_PAGE in first
    assert session_of(told(public, "gaps", cookies=cookies, session=session)) == session
    stranger = told(public, "gaps", session=session)
    assert session_of(stranger) != session
    assert OF_THE_PAGE not in stranger


def test_a_page_of_another_site_cannot_use_the_cookie_of_staff(public):
    cookie = {"_streamlit_user": signed(SECRET, origin=public, **CLAIMS[LISTED])}
    with pytest.raises(InvalidStatus):
        told(public, "gaps", cookies=cookie, origin="https://example.org")


@pytest.mark.parametrize(
    ("how", "let_in"),
    (
        ({}, True),
        ({"headers": {"X-Forwarded-For": "127.0.0.1"}}, False),
        ({"headers": {"Forwarded": "for=127.0.0.1"}}, False),
        ({"headers": {"X-Forwarded-For": "192.0.2.7"}}, False),
        ({"headers": {"Host": "example.org"}, "origin": "http://example.org"}, False),
        ({"origin": "http://localhost:9999"}, False),
        ({"origin": None}, False),
    ),
)
def test_at_that_machine_only_a_direct_visit_by_its_own_name_is_given_the_page(alone, how, let_in):
    assert (OF_THE_PAGE in told(alone, "gaps", **how)) is let_in


@pytest.mark.parametrize("headers", ({}, {"X-Forwarded-For": "127.0.0.1"}))
def test_where_others_can_reach_the_server_staff_are_refused_with_the_remedy(exposed, headers):
    answer = told(exposed, "gaps", headers=headers)
    assert OF_THE_PAGE not in answer
    assert "--server.address 127.0.0.1 -- --staff" in answer


def test_a_visitor_cannot_send_a_file(public):
    with session(public) as key:
        assert send_file(public, key, "a", 10) == 403


@pytest.mark.parametrize(
    ("claims", "secret", "status"),
    (
        ({}, SECRET, 204),
        ({"email": OTHER}, SECRET, 403),
        ({"email_verified": "true"}, SECRET, 403),
        ({"origin": "https://example.org"}, SECRET, 403),
        ({}, WRONG_SECRET, 403),
    ),
    ids=("its own", "another address", "not verified", "another site", "forged"),
)
def test_a_file_is_taken_from_those_alone_for_whom_the_pages_open(public, claims, secret, status):
    cookie = signed(secret, **({"origin": public} | CLAIMS[LISTED] | claims))
    with session(public) as key:
        assert send_file(public, key, "a", 10, cookies={"_streamlit_user": cookie}) == status


@pytest.mark.parametrize(
    ("headers", "status"),
    (
        ({}, 204),
        ({"X-Forwarded-For": "127.0.0.1"}, 403),
        ({"Origin": "http://localhost:9999"}, 403),
    ),
)
def test_at_that_machine_a_file_is_taken_from_a_direct_visit_alone(alone, headers, status):
    with session(alone) as key:
        assert send_file(alone, key, "a", 10, headers) == status
