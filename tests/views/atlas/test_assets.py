"""What lies beside our static files is copied once, whole, and named by what is in it."""

import os
import time
from pathlib import Path

from views.atlas.assets import STATIC, prepare, publish, static_file


def test_preparing_twice_copies_nothing_anew(tmp_path):
    vendor = prepare(tmp_path)
    assert vendor == tmp_path / "vendor"
    before = {path: path.stat().st_mtime_ns for path in vendor.iterdir()}
    assert {"leaflet.js", "leaflet.css", "plotly.min.js"} <= {path.name for path in before}
    prepare(tmp_path)
    assert {path: path.stat().st_mtime_ns for path in vendor.iterdir()} == before


def test_a_file_that_was_cut_short_is_put_in_place_again(tmp_path):
    vendor = prepare(tmp_path)
    whole = (vendor / "leaflet.js").read_bytes()
    (vendor / "leaflet.js").write_bytes(whole[:100])
    prepare(tmp_path)
    assert (vendor / "leaflet.js").read_bytes() == whole


def test_what_is_published_has_a_name_of_its_own_and_the_same_has_the_same(tmp_path):
    first, again = publish("let a = '도문';", tmp_path), publish("let a = '도문';", tmp_path)
    other = publish("let b;", tmp_path)
    page = publish("<p>", tmp_path, "html")
    assert first == again != other
    assert page.endswith(".html")
    assert (tmp_path / first).read_text(encoding="utf-8") == "let a = '도문';"
    assert sorted(path.suffix for path in (tmp_path / "made").iterdir()) == [".html", ".js", ".js"]


def test_what_is_published_looks_old_so_that_a_browser_keeps_it(tmp_path):
    path = tmp_path / publish("let a;", tmp_path)
    assert time.time() - path.stat().st_mtime > 20 * 365 * 86_400


def test_everyone_may_read_what_is_published(tmp_path):
    path = Path(tmp_path, publish("let a;", tmp_path))
    assert os.stat(path).st_mode & 0o444 == 0o444


def test_what_is_not_copied_is_found_in_its_package(tmp_path):
    own, vendor = static_file("map/atlas.css"), prepare(tmp_path)
    assert own == STATIC / "map/atlas.css"
    for path in vendor.iterdir():
        found = static_file(f"vendor/{path.name}", tmp_path)
        assert found == path
        data = path.read_bytes()
        path.unlink()
        assert static_file(f"vendor/{path.name}", tmp_path).read_bytes() == data
