"""Chart and icons are sent with what we need of them, however often they are asked for."""

from urllib.parse import urljoin

import brotli
import pytest

from tests.doors import asked, page
from views.build_typefaces import FOLDER
from views.leans.streamlit import typefaces
from views.leans.streamlit_page import chart_name, typeface_of_icons
from views.server.compressed import Compressed
from views.server.page import Smaller

OTHER = page(b"other", "text/javascript")
CHART = f"/static/js/{chart_name()}"


def test_the_chart_is_sent_small_and_kept_by_browsers():
    answer = asked(Smaller(OTHER), CHART)
    assert answer.status == 200 and 1_000_000 < len(answer.body) < 1_400_000
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]


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


@pytest.mark.parametrize("path", ("/static/js/Html.js", "/journeys", f"/x{CHART}"))
def test_everything_else_is_passed_on(path):
    assert asked(Smaller(OTHER), path).body == b"other"


def test_it_is_the_same_each_time_it_is_sent_compressed():
    app = Compressed(Smaller(OTHER))
    answers = [asked(app, CHART, [("Accept-Encoding", "br")]) for _ in range(3)]
    whole = asked(Smaller(OTHER), CHART).body
    for answer in answers:
        assert int(answer.headers["content-length"]) == len(answer.body) < 400_000
        assert brotli.decompress(answer.body) == whole
