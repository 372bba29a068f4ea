"""Icons are sent with what we need of them, and typefaces are ours."""

from urllib.parse import urljoin

import pytest

from tests.doors import asked, page
from views.build_typefaces import FOLDER
from views.leans.streamlit import typefaces
from views.leans.streamlit_page import typeface_of_icons
from views.server.page import Smaller

OTHER = page(b"other", "text/javascript")


def test_the_icons_are_sent_small():
    answer = asked(Smaller(OTHER), f"/static/media/{typeface_of_icons().name}")
    assert answer.headers["content-type"] == "font/woff2"
    assert answer.body[:4] == b"wOF2" and len(answer.body) < 12_000


def test_a_typeface_of_streamlit_is_ours_wherever_the_app_stands():
    for name, path in typefaces().items():
        answer = asked(Smaller(OTHER), f"/static/media/{path.name}")
        place = urljoin(f"https://a.org/below/static/media/{path.name}", answer.headers["location"])
        assert answer.status == 307
        assert place == f"https://a.org/below/app/static/atlas/typefaces/{name}"
        assert (FOLDER / name).is_file()


@pytest.mark.parametrize("path", ("/static/js/Html.js", "/journeys"))
def test_everything_else_is_passed_on(path):
    assert asked(Smaller(OTHER), path).body == b"other"
