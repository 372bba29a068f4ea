"""The paper of handouts stays in the browser, and nothing is said of it to anybody else."""

from playwright.sync_api import expect

STORIES = ("kim-seong-min", "the-long-way-round")


def chosen(page, app: str, story: str):
    """The paper that the handout of a story has, in its popover."""
    if not page.url.startswith(f"{app}/present"):
        page.goto(f"{app}/present")
    room = page.locator(f".st-key-story-{story}")
    paper = page.locator(f".st-key-paper-{story}")
    if not paper.count():
        room.get_by_role("button", name="Handout").click()
    return paper.get_by_role("radio")


def test_the_paper_stays_over_stories_and_reloads(page, app):
    first, other = STORIES
    letter = chosen(page, app, first).filter(has_text="Letter")
    letter.click()
    expect(letter).to_be_checked()
    page.wait_for_function("() => localStorage.getItem('ways-out-paper') === 'Letter'")
    page.reload()
    expect(chosen(page, app, other).filter(has_text="Letter")).to_be_checked()
    assert not [one for one in page.context.cookies() if "Letter" in one["value"]]
