"""What `views.leans.folium` uses of Folium and branca without a promise of theirs."""

import re

import folium
import pytest

from views.leans.folium import BareMap, MapScript, SentScript, named, rendered

ADDRESS = re.compile(r"""(?:src|href)\s*=\s*["']([^"']*)""")


def page_of(*elements) -> str:
    """The page that Folium writes of a bare map with these elements on it."""
    drawn = BareMap(["ours.js"], {"our_css": "ours.css"}, tiles=None)
    for element in elements:
        element.add_to(drawn)
    return drawn.get_root().render()


def test_a_map_loads_what_default_js_and_default_css_name_and_nothing_else():
    assert set(ADDRESS.findall(page_of())) == {"ours.js", "ours.css"}, (
        "folium.Map no longer takes all that it loads from default_js and default_css"
    )


def test_the_script_of_an_element_gets_the_variable_of_the_map_that_it_stands_on():
    page = page_of(MapScript("One", "use(map);"))
    (variable,) = re.findall(r"var (map_\w+) = L\.map\(", page)
    assert f"(function (map) {{ use(map); }})({variable});" in page, (
        "get_name() of the element in _parent is no longer the variable of the map"
    )


@pytest.mark.parametrize("kind", [MapScript, SentScript])
def test_a_script_stands_in_the_page_once_and_as_it_is(kind):
    assert page_of(kind("one", 'use("{{ 7 * 7 }}");')).count('use("{{ 7 * 7 }}");') == 1, (
        "an element's render() no longer is what writes its macros into the page"
    )


def test_to_folium_a_script_that_is_sent_is_a_group_of_features():
    sent = SentScript("one", "use();")
    assert isinstance(sent, folium.FeatureGroup)
    script = sent._template.module.script(sent)
    assert f"var {sent.get_name()} = L.featureGroup();" in script, (
        "Template no longer gives an element's script by its macro"
    )
    assert "use();" in script


def test_an_element_is_named_by_what_it_was_called():
    assert MapScript("One", "").get_name().startswith("one_"), (
        "get_name() no longer begins with _name, and the map would be another at every run"
    )


def test_a_map_that_is_named_is_written_alike_every_time():
    pages = []
    for _ in range(2):
        drawn = BareMap(["ours.js"], {"our_css": "ours.css"}, tiles=None)
        MapScript("One", "use(map);").add_to(drawn)
        pages.append(rendered(named(drawn, "atlas")))
    assert pages[0] == pages[1], "the name of an element is no longer made of its _id"
    assert "map_atlas" in pages[0][1]
