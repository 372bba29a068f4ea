"""The rules that let in staff let in nobody else, whatever a visit or a provider says."""

import pytest

from annotations.store.acts import at_this_machine
from views.staff.admission import (
    Start,
    Visit,
    missing_for_sign_in,
    staff_member,
    why_not_by_address,
    why_not_here,
)

LISTED = "ann@example.org"
VERIFIED = {"email": LISTED, "email_verified": True}
AT_THE_MACHINE = {"Host": "localhost:8501", "Origin": "http://localhost:8501"}
WHOLE = {
    "redirect_uri": "https://example.org/oauth2callback",
    "cookie_secret": "x" * 32,
    "client_id": "ways-out",
    "client_secret": "secret",
    "server_metadata_url": "https://id.example.org/.well-known/openid-configuration",
}


@pytest.mark.parametrize("address", ("127.0.0.1", "localhost", "::1"))
@pytest.mark.parametrize(
    "headers",
    (
        AT_THE_MACHINE,
        {"host": "127.0.0.1", "origin": "http://127.0.0.1"},
        {"Host": "[::1]:8501", "Origin": "https://[::1]:8501"},
    ),
)
def test_a_browser_at_the_machine_is_let_in_where_nobody_else_can_reach_it(address, headers):
    assert why_not_here(address, headers, None) == ""


@pytest.mark.parametrize(
    "address", ("0.0.0.0", "::", None, "", "192.0.2.7", "unix:///a/socket", "localhost.example.org")
)
def test_a_server_that_others_can_reach_lets_nobody_in_and_says_how_to_start_it(address):
    why = why_not_here(address, AT_THE_MACHINE, None)
    assert "streamlit run dashboard.py --server.address 127.0.0.1 -- --staff" in why


@pytest.mark.parametrize(
    "headers",
    (
        {"X-Forwarded-For": "127.0.0.1"},
        {"x-forwarded-for": ""},
        {"X-Forwarded-Host": "localhost"},
        {"Forwarded": "for=127.0.0.1"},
        {"X-Real-IP": "127.0.0.1"},
        {"Via": "1.1 proxy"},
    ),
)
def test_a_visit_that_a_proxy_passed_on_is_not_let_in(headers):
    assert "came through a proxy" in why_not_here("127.0.0.1", AT_THE_MACHINE | headers, None)


@pytest.mark.parametrize(
    "headers",
    (
        {"Host": "example.org:8501", "Origin": "http://example.org:8501"},
        {"Host": "localhost.example.org", "Origin": "http://localhost.example.org"},
        {"Host": "localhost@example.org", "Origin": "http://localhost@example.org"},
        {"Host": "example.org"},
        {"Origin": "http://example.org"},
        {"Origin": "http://localhost:9999"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Host": "", "Origin": ""},
        {"Host": "[", "Origin": "http://["},
    ),
)
def test_a_page_of_another_name_is_not_let_in_though_its_name_leads_here(headers):
    assert "a name other than localhost" in why_not_here(
        "127.0.0.1", AT_THE_MACHINE | headers, None
    )


@pytest.mark.parametrize("visitor", ("192.0.2.7", "10.0.0.1", "::ffff:192.0.2.7", ""))
def test_another_machine_is_not_let_in(visitor):
    assert why_not_here("127.0.0.1", AT_THE_MACHINE, visitor)


def test_a_visit_of_which_nothing_is_known_is_not_let_in():
    assert why_not_here("127.0.0.1", {}, None)


@pytest.mark.parametrize("address", (LISTED, "Ann@Example.ORG"))
@pytest.mark.parametrize("listed", ([LISTED], ["x@example.org", "ANN@example.org"]))
def test_a_verified_address_of_the_list_is_staff_in_small_and_capital_letters(address, listed):
    assert why_not_by_address(VERIFIED | {"email": address}, listed) == ""


@pytest.mark.parametrize("verified", (False, None, "true", "false", 1, [True]))
def test_an_address_that_nobody_verified_is_not_staff(verified):
    why = why_not_by_address(VERIFIED | {"email_verified": verified}, [LISTED])
    assert "does not say that this address has been verified" in why


@pytest.mark.parametrize(
    "address",
    ("bob@example.org", f"{LISTED}.example.net", f"{LISTED} ", f"x{LISTED}", "ann", "@example.org"),
)
def test_an_address_that_is_not_on_the_list_is_told_kindly(address):
    why = why_not_by_address(VERIFIED | {"email": address}, [LISTED])
    assert "not on the list of staff. You can see everything that a visitor sees" in why


@pytest.mark.parametrize("address", (None, "", [LISTED], {LISTED: 1}))
def test_whoever_has_no_address_is_not_staff(address):
    user = VERIFIED | {"email": address, "name": LISTED, "sub": LISTED}
    assert "does not tell us your address" in why_not_by_address(user, [LISTED])


def test_a_letter_that_only_looks_like_one_of_the_list_is_another():
    kelvin = "\N{KELVIN SIGN}im@example.org"
    assert kelvin.lower() == "kim@example.org"
    assert why_not_by_address(VERIFIED | {"email": kelvin}, ["kim@example.org"])
    assert not why_not_by_address(VERIFIED | {"email": "Kim@example.org"}, ["kim@example.org"])


@pytest.mark.parametrize("listed", (None, [], [""], LISTED, f"{LISTED},x", {}, 7, [7], [[LISTED]]))
def test_a_list_that_names_nobody_lets_nobody_in(listed):
    assert why_not_by_address(VERIFIED, listed)


def test_nothing_is_missing_in_a_sign_in_that_is_set_up():
    assert missing_for_sign_in(WHOLE) == ""


@pytest.mark.parametrize("key", sorted(WHOLE))
@pytest.mark.parametrize("value", (None, "", 7))
def test_what_is_missing_for_sign_in_is_named(key, value):
    assert key in missing_for_sign_in(WHOLE | {key: value})


def test_a_secret_that_could_be_guessed_is_none():
    assert "could be forged" in missing_for_sign_in(WHOLE | {"cookie_secret": "x" * 31})


@pytest.mark.parametrize("signed_in", (True, False))
@pytest.mark.parametrize("for_one", (True, False))
def test_whoever_sits_at_a_machine_for_one_has_one_name_there_signed_in_or_not(for_one, signed_in):
    started = Start(for_one, "127.0.0.1", WHOLE, [LISTED], trusts_headers=False)
    user = {**VERIFIED, "is_logged_in": True} if signed_in else {}
    found = staff_member(started, Visit(AT_THE_MACHINE, None, user))
    by_address = LISTED if signed_in else None
    assert found == (at_this_machine() if for_one else by_address)
