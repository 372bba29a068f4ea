"""What several browser tests need beside the app: its first page, and who says who signs in."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread

import oidc_provider_mock
import pytest
from jinja2 import ChoiceLoader, DictLoader
from oidc_provider_mock import User
from werkzeug.serving import make_server

from tests.browser import chromium, fingers
from tests.browser.staff_apps import CLAIMS


@pytest.fixture
def first_page(page, app):
    """The first page as it is after its first visit's run."""
    chromium.open_map(page, app)
    return page


@pytest.fixture
def phone(browser):
    """A page on a phone, of somebody who asked for less motion."""
    with chromium.return_visit(browser, **fingers.PHONE, reduced_motion="reduce") as visit:
        yield visit.page


@pytest.fixture(scope="session")
def provider() -> Iterator[int]:
    """The port of an OpenID Connect provider that knows a few people."""
    users = [User(sub=address, claims=claims) for address, claims in CLAIMS.items()]
    made = oidc_provider_mock.app(user_claims=users)
    # Its own frame around each of its pages asks another host for a style sheet.
    bare = DictLoader({"_base.html": "{% block content %}{% endblock %}"})
    made.jinja_loader = ChoiceLoader([bare, made.jinja_loader])
    server = make_server("localhost", 0, made, threaded=True)
    serving = Thread(target=server.serve_forever)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")  # it has no certificate
        serving.start()
        yield server.server_port
        server.shutdown()
        serving.join()
        server.server_close()
