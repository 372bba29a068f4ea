"""What a visitor asks of the filters, and what is wrong with what the page tells then."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.Element_pb2 import Element

from annotations.codes import JOURNEY_KINDS
from annotations.records import Collection
from annotations.selection.filters import FIRST_YEAR, LAST_YEAR, Filters, Selection, select
from views.atlas.packed import bits
from views.atlas.scene import not_on_map
from views.panels.headline import counters
from views.panels.listing import first_listed
from views.text import labels, short_source
from views.timeline.figure import untimed
from views.widgets.atlas import choices

CHOICES = ("countries", "kinds", "sources")
LISTED = re.compile(r'<li><a href="[^"]*" target="_self" data-open="([^"]+)"')
ON_MAP = re.compile(r'"ids": ?"([^"]*)"')


@dataclass
class Told:
    """What a run of the page has told so far.

    `html` are its pieces in order, `widgets` the ids of widgets by their keys, `errors` the
    messages of exceptions; `shown` is what the map was sent, `figure` what the timeline was sent.
    """

    html: list[str] = field(default_factory=list)
    widgets: dict[str, str] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    shown: str = ""
    figure: str = ""

    def hear(self, element: Element) -> None:
        """Add what an element of the page says."""
        kind = element.WhichOneof("type")
        if kind == "html":
            self.html.append(element.html.body)
        elif kind in ("slider", "button_group"):
            key = getattr(element, kind).id
            self.widgets[key.rpartition("-")[2]] = key
        elif kind == "component_instance":
            self.shown = element.component_instance.json_args
        elif kind == "bidi_component" and element.bidi_component.component_name == "chart":
            self.figure = element.bidi_component.bytes.decode()
        elif kind == "exception":
            self.errors.append(f"{element.exception.type}: {element.exception.message}")
        elif kind == "alert" and element.alert.format == Alert.ERROR:
            self.errors.append(element.alert.body)


class Answers:
    """What the page has to tell under any filters of these records.

    `codes` are what can be chosen of each of `CHOICES`.
    """

    def __init__(self, records: Collection) -> None:
        self._records = records
        self._in_scene = [j.id for j in records.journeys.values() if not not_on_map(j)]
        self.codes = {
            "countries": choices.countries(records),
            "kinds": JOURNEY_KINDS,
            "sources": choices.tellers(records),
        }

    def expected(self, filters: Filters) -> Selection:
        """What the filters leave."""
        return select(self._records, filters)

    def faults(self, told: Told, expected: Selection) -> list[str]:
        """Everything that was told wrong, a sentence each; none where all of it is right."""
        return [*(f"error: {error}" for error in told.errors), *self._wrong(told, expected)]

    def _wrong(self, told: Told, expected: Selection) -> Iterator[str]:
        html = "".join(told.html)
        if f">{counters(expected)}<" not in html:
            yield f"the counters do not say {counters(expected)}"
        if LISTED.findall(html) != [j.id for j in first_listed(expected.journeys)]:
            yield "the list is not that of the selection"
        if bits(expected.ids, self._in_scene) not in _bits_on_map(told.shown):
            yield "the map does not show the selection"
        if _ids_on_timeline(told.figure) != expected.ids - untimed(self._records):
            yield "the timeline does not show the selection"

    def words(self, filters: Filters) -> dict[str, list[str]]:
        """The choices as the widgets have them, by their keys."""
        return {
            "within": [labels.within("possibly" if filters.possibly else "definitely")],
            "country": sorted(map(labels.country, filters.countries)),
            "kind": sorted(map(labels.kind, filters.kinds)),
            "source": sorted(short_source(self._records, key) for key in filters.sources),
        }


def _bits_on_map(shown: str) -> list[str]:
    """The ids that the map was told to show, as bits: JSON within a script within JSON."""
    scripts = json.loads(shown or "{}").get("feature_group", "")
    return ON_MAP.findall(scripts)


def _ids_on_timeline(figure: str) -> set[str]:
    """The ids that the bars of the timeline carry."""
    traces = json.loads(json.loads(figure)["figure"])["data"] if figure else []
    return {
        key
        for trace in traces
        if trace.get("name") == "journeys"
        for key in trace.get("customdata") or ()
    }


def changed(filters: Filters, codes: Mapping[str, Sequence[str]], chance: random.Random) -> Filters:
    """The filters after one click: a choice more or less, a period, how surely, or all cleared."""
    what = chance.choice((*CHOICES, "period", "possibly", "clear"))
    if what == "clear":
        return Filters()
    if what == "period":
        first, last = sorted(chance.sample(range(FIRST_YEAR, LAST_YEAR + 1), 2))
        return replace(filters, first=first, last=last)
    if what == "possibly":
        return replace(filters, possibly=not filters.possibly)
    chosen = getattr(filters, what)
    return replace(filters, **{what: chosen ^ {chance.choice(codes[what])}})
