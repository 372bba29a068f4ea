"""A script that was made before something was hidden is not served any more."""

from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import partial

import pytest
import streamlit as st

from annotations.proposals.hide import hide
from geodata import ROOT
from tests.pages.visits import visit
from views.atlas import MadeFiles, assets
from views.widgets.app import made, versions


def made_in(static, monkeypatch):
    """Let what is made lie in a folder of its own."""
    files = MadeFiles(ROOT, static)
    monkeypatch.setattr(made, "files", lambda: files)
    monkeypatch.setattr(made, "publish", partial(assets.publish, static=static))


def test_the_scene_that_held_a_journey_goes_with_the_next_page_after_it_was_hidden(
    tables, monkeypatch, tmp_path
):
    made_in(tmp_path, monkeypatch)

    def made_with(words: str) -> list[str]:
        scripts = (tmp_path / "made").glob("*.js")
        return [path.name for path in scripts if words in path.read_text(encoding="utf-8")]

    visit("map")
    assert made_with("By sea")
    hide(tables, "by-sea", "ada", "She asked.", asked=True)
    visit("method")
    assert made_with("By sea") == []
    visit("map")
    assert made_with("ATLAS_SCENE")


@pytest.mark.parametrize("hidden_in", ["scene", "publish"])
def test_a_run_that_began_before_a_hiding_makes_nothing_of_it_again(
    hidden_in, tables, monkeypatch, tmp_path
):
    """Another visitor's page comes while the scene of the version before is under way."""
    made_in(tmp_path, monkeypatch)
    made._scene.clear()
    do, hidden = getattr(made, hidden_in), []

    def hide_meanwhile(*given, **named):
        if not hidden:
            hidden.append(hide(tables, "by-sea", "ada", "She asked."))
            with ThreadPoolExecutor() as others:
                others.submit(made.forget_what_is_hidden).result()
        return do(*given, **named)

    monkeypatch.setattr(made, hidden_in, hide_meanwhile)
    assert not visit("map").exception
    scripts = [path.read_text(encoding="utf-8") for path in (tmp_path / "made").glob("*.js")]
    assert not any("By sea" in script for script in scripts)
    assert any("ATLAS_SCENE" in script for script in scripts)


def test_a_run_of_an_older_version_takes_nothing_from_a_newer_one(tables, monkeypatch, tmp_path):
    made_in(tmp_path, monkeypatch)

    def run() -> None:
        versions.begin(tables)
        old = versions.versions(tables).tables
        hide(tables, "by-sea", "ada", "She asked.")
        visit("map")
        new = {path.name for path in (tmp_path / "made").iterdir()}
        assert versions.versions(tables).tables == old
        made.forget_what_is_hidden()
        assert {path.name for path in (tmp_path / "made").iterdir()} == new

    copy_context().run(run)


def test_a_lesson_of_an_older_version_is_not_kept(tables, monkeypatch, tmp_path):
    made_in(tmp_path, monkeypatch)
    with pytest.raises(made.Older):
        made.keep(("older", "older"), "By sea", "html")
    assert not any((tmp_path / "made").glob("*.html"))


def test_a_script_that_somebody_removed_is_made_again(tables, monkeypatch, tmp_path):
    made_in(tmp_path, monkeypatch)
    visit("map")
    (folder,) = tmp_path.glob("made")
    for path in folder.glob("*.js"):
        path.unlink()
    visit("map")
    assert len(list(folder.glob("*.js"))) == 2


def test_files_made_for_a_download_are_forgotten_once_and_with_each_change(tables, monkeypatch):
    forgotten = []
    monkeypatch.setattr(made, "forget_downloads", lambda: forgotten.append(tables.version()))
    visit("method")
    before = len(forgotten)
    hide(tables, "by-sea", "ada", "She asked.")
    visit("method")
    assert forgotten[before:] == [tables.version()]


def test_what_a_change_made_old_goes_though_nobody_visits(tables, monkeypatch, tmp_path):
    swept = []

    class Files:
        def sweep(self, version: str) -> None:
            swept.append(version)

    def wait(_seconds: float) -> None:
        if len(swept) == 1:
            hide(tables, "by-sea", "ada", "She asked.")
        elif tmp_path.is_dir():
            tmp_path.rename(tmp_path.with_name("gone"))

    monkeypatch.setattr(made, "sleep", wait)
    made._sweep(Files(), tables, tmp_path)
    assert len(set(swept)) == 2


def test_tables_that_are_away_for_a_moment_are_swept_for_again(tables, monkeypatch, tmp_path):
    away, looks, swept = tmp_path.with_name("away"), [], []

    class Files:
        def sweep(self, version: str) -> None:
            swept.append(len(looks))

    def wait(_seconds: float) -> None:
        looks.append(tmp_path.is_dir())
        if len(looks) in (2, 6):
            tmp_path.rename(away)
        if len(looks) == 4:
            away.rename(tmp_path)

    monkeypatch.setattr(made, "sleep", wait)
    made._sweep(Files(), tables, tmp_path)
    assert swept == [0, 1, 4, 5]


def test_what_streamlit_forgets_begins_no_second_sweeping(tables, monkeypatch, tmp_path):
    begun: list[str] = []
    monkeypatch.setattr(made, "_sweep", lambda files, tables, folder: begun.append(folder.name))
    files = made._files(str(tmp_path), tmp_path)
    for _ in range(3):
        st.cache_resource.clear()
        assert made._files(str(tmp_path), tmp_path) is files
    with ThreadPoolExecutor() as threads:
        list(threads.map(lambda name: made._files(name, tmp_path), [str(tmp_path / "a")] * 9))
    assert begun == ["annotations"] * 2


def test_a_sweep_that_fails_is_logged_without_its_words_and_not_the_last(
    tables, monkeypatch, tmp_path, caplog
):
    swept = []

    class Files:
        def sweep(self, version: str) -> None:
            swept.append(version)
            raise ValueError("the words of somebody")

    def wait(_seconds: float) -> None:
        if len(swept) == 3 and tmp_path.is_dir():
            tmp_path.rename(tmp_path.with_name("gone"))

    monkeypatch.setattr(made, "sleep", wait)
    made._sweep(Files(), tables, tmp_path)
    assert len(swept) == 3
    assert caplog.text.count("What was made could not be swept: ValueError") == 3
    assert "words" not in caplog.text
