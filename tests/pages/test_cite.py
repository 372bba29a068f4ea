"""Whoever sees a record or a view can cite it, with every source that it rests on."""

import json

import pytest

from tests.pages.visits import visit
from views.citing import FORMATS
from views.widgets.app import site

KIM = {"journey": "kim-seong-min-1996"}


def citation(page: str = "map", key: str = "cite", form: str = "csl-json", **address: str):
    """What the page gives as the citation in a format, once it was opened."""
    at = visit(page, **address)
    assert not at.code
    at.session_state["citation-format"] = form
    assert not at.button(key=key).click().run().exception
    (shown,) = at.code
    return shown.value


def test_a_journey_is_cited_with_its_address_and_its_sources():
    ours, *sources = json.loads(citation(**KIM))
    assert ours["title"].startswith("Kim Seong Min")
    assert ours["URL"] == "http://localhost:8501/?journey=kim-seong-min-1996"
    assert "kim-seong-min-escape" in [source["id"] for source in sources]


def test_a_stop_is_cited_with_what_tells_of_it_alone():
    ours, *sources = json.loads(citation(**KIM, stop="1"))
    assert "stop 1" in ours["title"]
    assert [source["id"] for source in sources] == ["kim-seong-min-escape"]


@pytest.mark.parametrize(
    ("page", "key", "address", "most"),
    [
        ("map", "cite", {"event": "un-inquiry-2014"}, 9),
        ("map", "cite-view", {"country": "Mongolia"}, 60),
        ("journeys", "cite", KIM, 9),
        ("arrivals", "cite", {}, 60),
        ("sources", "cite", {}, 1_000),
    ],
)
def test_every_page_with_records_cites_them(page, key, address, most):
    ours, *sources = json.loads(citation(page, key, **address))
    assert ours["type"] == "webpage"
    assert 0 < len(sources) <= most
    assert len({source["id"] for source in sources}) == len(sources)


@pytest.mark.parametrize("form", FORMATS)
def test_a_citation_can_be_had_in_every_format(form):
    assert "Freedom Collection" in citation(form=form, **KIM)


def test_a_record_is_cited_with_whoever_runs_the_site(monkeypatch, tmp_path):
    file = tmp_path / "site.toml"
    file.write_text('[site]\nname = "A school in Berlin"\n', encoding="utf-8")
    monkeypatch.setattr(site, "FILE", file)
    assert json.loads(citation(**KIM))[0]["publisher"] == "A school in Berlin"
    file.write_text("", encoding="utf-8")
    assert "publisher" not in json.loads(citation(**KIM))[0]
