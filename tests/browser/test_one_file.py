"""The map that is taken along opens by itself, from a disk, with no network."""

from annotations.collection import load
from annotations.selection import Filters, select
from annotations.tables import CsvTables
from views.assets import STATIC, prepare
from views.one_file import map_file
from views.scene import map_state, scene


def test_the_file_draws_what_was_selected_and_asks_for_nothing(visit, tmp_path):
    prepare(STATIC)
    records = load(CsvTables()).collection
    selection = select(records, Filters(1996, 1999))
    whole = scene(records, "en", "relief.webp")
    opened = ("kim-seong-min-1996", 3)
    path = tmp_path / "map.html"
    path.write_text(map_file(whole, map_state(selection, opened), "A title"), encoding="utf-8")
    visit.page.goto(path.as_uri())
    visit.page.wait_for_function("() => window.atlas && atlas.drawn().focus")
    drawn = visit.page.evaluate("atlas.drawn()")
    assert drawn["journeys"] == ["kim-seong-min-1996"]
    assert "“Taowen”, probably Tumen" in [mark["label"] for mark in drawn["marks"]]
    assert visit.page.title() == "A title"
    assert [url for url in visit.requests if not url.startswith(("file:", "data:", "blob:"))] == []
    assert visit.errors == []
