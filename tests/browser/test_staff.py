"""Staff come in by the two ways that are theirs, and nobody else comes in by any."""

from collections.abc import Iterator

import pytest

from tests.browser import chromium
from tests.browser.app import start_app
from tests.browser.staff_apps import (
    CLAIMS,
    LISTED,
    OF_THE_PAGE,
    OTHER,
    SECRET,
    UNVERIFIED,
    WRONG_SECRET,
    for_one_person,
    sign_in,
    signed,
    with_sign_in,
)

GAPS = "What is missing or in doubt?"


@pytest.fixture(scope="module")
def public(provider, tmp_path_factory) -> Iterator[str]:
    """The app for everybody, with sign-in for staff."""
    with with_sign_in(tmp_path_factory.mktemp("secrets"), provider) as address:
        yield address


@pytest.fixture(scope="module")
def alone() -> Iterator[str]:
    """The app as one person starts it for this machine."""
    with for_one_person() as running:
        yield running.address


def sees_gaps(page, app: str, path: str = "/gaps") -> bool:
    """True where this browser is given the page for staff, or a way to it."""
    page.goto(app + path)
    chromium.settled(page)
    links = page.get_by_role("link", name="Gaps and doubts").count()
    found = page.get_by_role("heading", name=GAPS).count() + page.get_by_text(OF_THE_PAGE).count()
    assert bool(links) is bool(found)
    return bool(found)


@pytest.mark.parametrize("width", [820, 1024, 1100, 1366])
def test_the_names_of_all_pages_leave_room_for_the_search(browser, alone, width):
    with chromium.visit(browser, viewport={"width": width, "height": 700}) as visit:
        page = visit.page
        page.goto(f"{alone}/records")
        chromium.settled(page)
        page.locator("[data-testid=stTopNavLink]").first.wait_for()
        names = page.locator("[data-testid=stTopNavLink]:visible, .rc-overflow-item-rest:visible")
        ends = [box["x"] + box["width"] for box in map(lambda n: n.bounding_box(), names.all())]
        assert max(ends) <= page.locator(".st-key-search").bounding_box()["x"]


def test_which_of_two_is_chosen_is_seen_where_the_system_sets_the_colours(browser, alone):
    ground = "(dot) => getComputedStyle(dot).backgroundColor"
    with chromium.visit(browser, forced_colors="active") as visit:
        page = visit.page
        page.goto(f"{alone}/withdraw")
        dots = page.locator("[data-testid=stRadioOption] > div > div:first-child > div")
        dots.first.wait_for()
        assert dots.nth(0).evaluate(ground) != dots.nth(1).evaluate(ground)


def test_a_listed_address_signs_in_reads_the_gaps_follows_a_row_and_signs_out(visit, public):
    page = visit.page
    sign_in(page, public, LISTED)
    page.get_by_role("link", name="Gaps and doubts").first.click()
    page.get_by_role("heading", name=GAPS).wait_for()
    assert page.get_by_text(f"Staff, signed in as {LISTED}").is_visible()
    row = page.locator("#gaps-undated tbody tr").first
    journey = row.locator("a").first
    title = journey.inner_text()
    journey.click()
    page.get_by_role("heading", name=title, level=1).wait_for()
    page.goto(f"{public}/staff")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/oauth2/end_session?**")
    page.get_by_role("button").first.click()  # the provider asks once more
    page.wait_for_url(f"{public}/**")
    chromium.settled(page)
    assert not sees_gaps(page, public)


@pytest.mark.parametrize(
    ("address", "said"),
    ((OTHER, "which is not on the list of staff"), (UNVERIFIED, "address has been verified")),
)
def test_another_address_or_one_not_verified_signs_in_and_is_kindly_told(
    visit, public, address, said
):
    sign_in(visit.page, public, address)
    assert not sees_gaps(visit.page, public)
    visit.page.goto(f"{public}/staff")
    assert said in visit.page.get_by_text(f"You are signed in as {address}").inner_text()
    visit.page.get_by_role("button", name="Sign out").wait_for()


@pytest.mark.parametrize(
    "path", ("/gaps", "/gaps?embed=true&staff=1", "/gaps?user=ann@example.org")
)
def test_a_visitor_is_not_given_the_page_by_its_address(visit, public, path):
    assert not sees_gaps(visit.page, public, path)


def test_the_first_page_that_a_new_server_gives_is_not_the_one_for_staff(visit):
    with start_app() as app:
        assert not sees_gaps(visit.page, app)


@pytest.mark.parametrize(
    ("cookie", "let_in"),
    (
        ("rubbish", False),
        (WRONG_SECRET, False),
        (SECRET, True),  # so the one before fails for want of the secret alone
    ),
    ids=("rubbish", "another secret", "the secret"),
)
def test_only_a_cookie_of_the_apps_own_secret_is_believed(visit, public, cookie, let_in):
    if cookie in (SECRET, WRONG_SECRET):
        cookie = signed(cookie, origin=public, **CLAIMS[LISTED])
    visit.page.context.add_cookies([{"name": "_streamlit_user", "value": cookie, "url": public}])
    assert sees_gaps(visit.page, public) is let_in


def test_the_one_person_at_the_machine_is_given_the_page(visit, alone):
    assert sees_gaps(visit.page, alone)
    assert visit.page.get_by_text("Staff, on this machine only").is_visible()


def test_the_page_says_so_where_it_is_refused(visit):
    with for_one_person("0.0.0.0") as exposed:
        assert not sees_gaps(visit.page, exposed.address)
        assert visit.page.get_by_text("--server.address 127.0.0.1 -- --staff").is_visible()
