"""Tables full of markup, script and templates: all of it is text, and nothing of it runs."""

import csv
import shutil

from annotations.store.files.store import CsvStore
from tests.browser import chromium
from tests.browser.app import ROOT, start_app
from tests.collections import csv_of, text_of
from tests.stores import store_in

HOSTILE = (
    '<img src=x onerror="window.parent.torn=1"></script><script>torn=1</script> `${torn=1}` '
    "{{ 7 * 7 }} {% raw %} \"quoted\" 'single' \\ ![x](http://example.invalid/x.png) \u2028 end"
)
LONG = "long " * 2000


def tables_with(folder, cells: dict[str, str]):
    """A copy of the project's tables with these cells in the row of Kim Seong Min's journey."""
    for room in ("annotations", "geodata"):
        (folder / room).mkdir()
        for path in (ROOT / room).glob("*.csv"):
            shutil.copy(path, folder / room)
    path = folder / "annotations" / "journeys.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        if row["id"] == "kim-seong-min-1996":
            row.update(cells)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    assert text_of(CsvStore(folder).table("journeys"))
    return folder


def test_hostile_cells_are_text_on_map_timeline_list_and_details(browser, tmp_path):
    cells = {"title": HOSTILE, "summary": LONG, "people": HOSTILE, "care": "", "note": HOSTILE}
    folder = tables_with(tmp_path, cells)
    with start_app({"WAYS_OUT_TABLES": str(folder)}) as app, chromium.visit(browser) as visit:
        page = visit.page
        page.goto(f"{app}/?journey=kim-seong-min-1996")
        drawn = chromium.drawn(page, "(drawn) => drawn.focus === 'kim-seong-min-1996'")
        chromium.settled(page)
        assert "kim-seong-min-1996" in drawn["journeys"]
        assert "{{ 7 * 7 }}" in page.locator(".details h2").inner_text()
        assert page.locator(".details img").count() == 0
        assert page.get_by_test_id("stException").count() == 0
        page.locator(".st-key-problems summary").click()
        told = page.locator(".st-key-problems code").inner_text()
        assert "journeys.csv:" in told
        assert "holds markup" in told
        page.goto(f"{app}/?period=1996&period=1998&source=Kim+Seong+Min+2013")
        chromium.drawn(page)
        chromium.settled(page)
        chromium.map_frame(page).locator('[data-stop="kim-seong-min-1996:2"] b').hover()
        frames = [page.main_frame, chromium.map_frame(page)]
        assert [frame.evaluate("typeof window.torn") for frame in frames] == ["undefined"] * 2
        assert visit.errors == []


def test_the_title_of_a_source_in_the_filter_is_text_and_asks_nobody(browser, tmp_path):
    title = "![p](http://example.invalid/x.png) **b** :red[r] $x^2$ www.example.invalid"
    store_in(tmp_path, sources=csv_of("sources", {"title": title, "author": "", "publisher": ""}))
    with start_app({"WAYS_OUT_TABLES": str(tmp_path)}) as app, chromium.visit(browser) as visit:
        page = visit.page
        page.goto(app)
        chromium.drawn(page)
        pill = page.locator(".st-key-source").get_by_role("button", name=title)
        chromium.open_filters(page)
        assert pill.inner_text() == title
        pill.click()
        is_chosen = ":is([aria-checked=true], [aria-pressed=true])"
        chosen = page.locator(f".st-key-source {is_chosen}")
        chosen.wait_for()
        page.wait_for_url("**source=**")
        page.goto(page.url)
        chromium.drawn(page)
        chosen.wait_for()
        assert chosen.inner_text() == title
        assert page.get_by_text("cannot be read").count() == 0
