"""Folium and branca: how their elements render, and what the scripts in them are named.

Leans on: `_template` with a macro for each part of the page, `_parent`, `_children` and `_name`;
`render`, which puts those parts into the figure; `default_js` and `default_css`, from which a map
takes all that it loads; the variable of an element, which is its `get_name()`, made of `_id`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import folium
from branca.element import Element, Figure, MacroElement
from folium.template import Template


class _Written(Element):
    """A piece of the page that stands as it is."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def render(self, **_kwargs: object) -> str:
        return self._text


class _WrittenOnce(MacroElement):
    """Puts what its template gives into the page.

    Folium compiles each piece as a template once more, at every run of a page: five milliseconds.
    """

    def render(self, **kwargs: object) -> str:
        macros, figure = self._template.module, self.get_root()
        for part in ("header", "html", "script"):
            if macro := getattr(macros, part, None):
                written = _Written(macro(self, kwargs))
                getattr(figure, part).add_child(written, name=self.get_name())
        for child in self._children.values():
            child.render(**kwargs)
        return ""  # all of it stands in the figure


class BareMap(folium.Map, _WrittenOnce):
    """A map that loads these scripts and styles (addresses) and no others."""

    def __init__(self, scripts: Sequence[str], styles: Mapping[str, str], **options: Any) -> None:
        super().__init__(**options)
        self.default_js = [(url, url) for url in scripts]
        self.default_css = list(styles.items())


def named(drawn: folium.Map, name: str) -> folium.Map:
    """The map, called the same in every page; by itself it has a random name each time."""
    drawn._id = name
    for number, child in enumerate(drawn._children.values()):
        child._id = f"{name}{number}"
    return drawn


class MapScript(_WrittenOnce):
    """Runs a script once, when its map is made; in it `map` is the Leaflet map."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        (function (map) { {{ this.script }} })({{ this._parent.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self, name: str, script: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca has no types here
        self._name, self.script = name, script


class SentScript(folium.FeatureGroup, _WrittenOnce):
    """Runs a script in the window of a map that stands, each time that it is sent beside it.

    To Folium it is a group of features with none in it: see `views.leans.streamlit_folium`.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.featureGroup();
        {{ this.script }}
        {% endmacro %}
        """
    )

    def __init__(self, name: str, script: str) -> None:
        super().__init__(name=name)
        self.script = script


def rendered(drawn: folium.Map) -> tuple[str, str]:
    """The element of a map and the script that draws on it, as they stand in a page."""
    figure = drawn.get_root()
    assert isinstance(figure, Figure)  # folium puts every map into one
    figure.render()
    return figure.html.render(), figure.script.render()
