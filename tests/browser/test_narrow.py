"""A field on a long page leaves the entries that have its words, by key and on a phone."""

import pytest

from tests.browser import chromium, fingers

SEEN = "(all) => all.filter((one) => one.checkVisibility()).length"


@pytest.mark.parametrize(
    ("path", "words", "entries"),
    (
        ("sources", "YONHAP", ".source-fold, .source"),
        ("arrivals", "forum 1,047", ".fold table.records tbody tr"),
    ),
)
@pytest.mark.parametrize("kind", ("laptop", "phone"))
def test_a_field_leaves_the_entries_with_its_words(browser, app, path, words, entries, kind):
    with chromium.return_visit(browser, **(fingers.PHONE if kind == "phone" else {})) as visit:
        page = visit.page
        page.goto(f"{app}/{path}")
        chromium.settled(page)
        field = page.get_by_role("searchbox")
        field.wait_for()
        chromium.tab_to(page, ".narrow")
        folded = page.locator("details.fold[open]").count()
        page.keyboard.type(words)
        said = page.get_by_role("status").filter(has_text=" left")
        said.wait_for()
        left = int(said.inner_text().split()[0])
        assert 0 < left < 20
        assert page.locator(entries).evaluate_all(SEEN) == left
        texts = page.locator(entries).evaluate_all(
            "(all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent)"
        )
        assert all(word.lower() in text.lower() for text in texts for word in words.split())
        for link in page.locator(".page-index a").all():
            assert link.is_visible() == page.locator(link.get_attribute("href")).is_visible()
        page.keyboard.press("Escape")
        said.wait_for(state="detached")
        assert page.locator("details.fold[open]").count() == folded
        assert page.locator(".page-index a[hidden]").count() == 0
