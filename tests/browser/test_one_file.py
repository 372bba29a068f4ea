"""The map that is taken along opens by itself, from a disk, with no network."""

from annotations.collection import load
from annotations.selection import Filters, select
from annotations.tables import CsvTables
from views.account import account, preface
from views.assets import STATIC, prepare
from views.one_file import map_file
from views.packed import packed, packed_state
from views.scene import map_state, scene


def page_of(whole: dict, selection, records) -> str:
    return map_file(
        whole,
        packed_state(map_state(selection, ("kim-seong-min-1996", 3)), whole["id"]),
        "A title",
        preface=preface(records, selection, "A title"),
        account=account(records, selection),
    )


def test_the_file_draws_what_was_selected_and_asks_for_nothing(visit, tmp_path):
    prepare(STATIC)
    records = load(CsvTables()).collection
    selection = select(records, Filters(1996, 1999))
    whole = packed(scene(records, "en", "relief.webp"))
    path = tmp_path / "map.html"
    path.write_text(page_of(whole, selection, records), encoding="utf-8")
    visit.page.goto(path.as_uri())
    visit.page.wait_for_function("() => window.atlas && atlas.drawn().focus")
    drawn = visit.page.evaluate("atlas.drawn()")
    assert drawn["journeys"] == ["kim-seong-min-1996"]
    assert "“Taowen”, probably Tumen" in [mark["label"] for mark in drawn["marks"]]
    assert visit.page.title() == "A title"
    visit.page.locator('[data-stop="kim-seong-min-1996:3"]').focus()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**#kim-seong-min-1996:3")
    row = visit.page.locator("tr", has=visit.page.locator('[id="kim-seong-min-1996:3"]'))
    assert "between 8 March and 13 April 1996" in row.inner_text()
    assert "forty days" in row.inner_text()
    assert [url for url in visit.requests if not url.startswith(("file:", "data:", "blob:"))] == []
    assert visit.errors == []
