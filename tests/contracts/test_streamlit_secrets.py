"""What `views.leans.streamlit_secrets` uses of Streamlit without a promise of its."""

from pathlib import Path

import pytest
from streamlit.runtime.secrets import Secrets

from tests.strange_files import in_time, put
from views.leans.streamlit_secrets import secrets_without_slips

GOOD = '[staff]\naddresses = ["ann@example.org"]\n'


@pytest.fixture
def secrets(tmp_path, monkeypatch) -> tuple[Secrets, Path]:
    """Secrets as the app reads them, and where their file lies."""
    path = tmp_path / "secrets.toml"
    monkeypatch.setattr("streamlit.config.get_option", lambda _name: [str(path)])
    monkeypatch.setattr(Secrets, "_maybe_install_file_watchers", lambda _secrets: None)
    monkeypatch.setattr(Secrets, "_parse_file_path", Secrets._parse_file_path)
    secrets_without_slips()
    return Secrets(), path


@pytest.mark.parametrize(
    "slip",
    [b"\xff\xfe", b"auth = 'x'", b"staff = 3", b"a = " + b"[" * 9_000, b"[staff"],
    ids=["no UTF-8", "auth is a text", "staff is a number", "deep", "torn"],
)
def test_a_slip_in_the_file_gives_no_secrets_until_it_is_corrected(secrets, slip):
    found, path = secrets
    path.write_bytes(slip)
    assert not found.load_if_toml_exists()
    path.write_text(GOOD)
    assert found.load_if_toml_exists()
    assert found["staff"]["addresses"] == ["ann@example.org"]


@pytest.mark.parametrize("kind", ["pipe", "folder"])
def test_what_is_no_file_gives_no_secrets_and_lets_nobody_wait(secrets, kind):
    found, path = secrets
    put(kind, path)
    with in_time():
        assert not found.load_if_toml_exists()


def test_the_log_says_once_which_file_is_passed_by_and_nothing_that_stands_in_it(secrets, caplog):
    found, path = secrets
    path.write_text("key = 'not-for-the-log")
    for _ in range(3):
        found.load_if_toml_exists()
    (line,) = caplog.messages
    assert line == "secrets.toml cannot be read, so nobody is staff: TOMLDecodeError. Correct it."


def test_without_a_file_there_are_none_and_nothing_is_said(secrets, caplog):
    assert not secrets[0].load_if_toml_exists()
    assert caplog.messages == []
