"""The example of nginx brings visitors to the app, with its headers, and nobody in as staff."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.app import DIRECT, HOST, free_port, is_well, start_app
from tests.browser.bare_client import told
from tests.browser.hostile_client import send_file, session
from tests.browser.staff_apps import OF_THE_PAGE
from tests.docs.pages import blocks, page

(EXAMPLE,) = blocks(page("docs/operate.md"), "nginx")
FRAME = """
daemon off; pid {folder}/pid; error_log {folder}/log;
events {{}}
http {{
access_log off;
client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
{example}
}}
"""
WAIT_S = 10


def settings(folder: Path, port: int, app: str) -> str:
    """The example as a whole configuration, for a port of this machine and without HTTPS."""
    lines = [line for line in EXAMPLE.splitlines() if "ssl_certificate" not in line]
    example = "\n".join(lines).replace("listen 443 ssl", f"listen {HOST}:{port}")
    return FRAME.format(folder=folder, example=example.replace("http://127.0.0.1:8501", app))


@pytest.fixture(scope="module", params=((), ("--staff",)), ids=("for everybody", "by mistake"))
def proxied(request, tmp_path_factory) -> Iterator[str]:
    """The address of the app behind nginx.

    Without nginx the tests are skipped, but fail where CI is set: see `.ci/run`.
    """
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if nginx is None and not os.environ.get("CI"):
        pytest.skip("nginx is not installed")
    assert nginx, "nginx is not installed"
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    with start_app(words=request.param) as app:
        (folder / "conf").write_text(settings(folder, port, app), encoding="utf-8")
        process = subprocess.Popen([nginx, "-p", folder, "-c", folder / "conf"])
        try:
            until = time.monotonic() + WAIT_S
            while not is_well(f"http://{HOST}:{port}") and time.monotonic() < until:
                time.sleep(0.1)
            yield f"http://{HOST}:{port}"
        finally:
            process.terminate()
            process.wait(WAIT_S)


def test_a_visitor_gets_a_page_through_the_proxy(proxied):
    assert "journeys" in told(proxied, "")


def test_nobody_is_staff_through_the_proxy(proxied):
    assert OF_THE_PAGE not in told(proxied, "gaps")
    with session(proxied) as key:
        assert send_file(proxied, key, "a", 10) == 403
        assert send_file(proxied, key, "a", 22 * 1024 * 1024) in (0, 413)


def test_the_headers_come_through_the_proxy(proxied):
    headers = DIRECT.open(f"{proxied}/records").headers
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Strict-Transport-Security"]
