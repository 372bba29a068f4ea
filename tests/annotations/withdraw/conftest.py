"""A withdrawal in a test leaves the pages that an app of this project has made alone."""

import pytest

from annotations.withdraw import __main__ as command


@pytest.fixture(autouse=True)
def _no_app_beside_it(monkeypatch, tmp_path):
    monkeypatch.setattr(command, "ROOT", tmp_path / "app")
