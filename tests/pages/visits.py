"""A visit to a page without a browser, and what is seen on it."""

from __future__ import annotations

import json
import re
from functools import cache
from html import unescape

from streamlit.testing.v1 import AppTest

from annotations.collection.load import load
from annotations.store.files.store import CsvStore
from geodata import ROOT
from tests.bits import ids_of
from views.atlas.scene import not_on_map

DASHBOARD = ROOT / "dashboard.py"
PAGES = ("map", "present", "compose", "journeys", "arrivals", "sources", "glossary", "method")
LONGEST_RUN_S = 30


def visit(page: str = "map", embedded: bool = False, **address: str | list[str]) -> AppTest:
    """The page as it is after its first run, opened by a link with this in its address.

    As on a new server: nothing was asked of the app before. What Streamlit reads from
    `embed=true` it gets from `embedded` here.
    """
    at = AppTest.from_file(str(DASHBOARD), default_timeout=LONGEST_RUN_S)
    at.context.update(url="http://localhost:8501", is_embedded=embedded)
    if page != "map":
        at.switch_page(f"pages/{page}.py")
    at.query_params.update(address)
    return at.run()


def html(at: AppTest) -> str:
    """All HTML of our own on the page."""
    return "\n".join(block.proto.body for block in at.get("html"))


def text(at: AppTest) -> str:
    """The words of that HTML."""
    bare = re.sub(r"<style>.*?</style>", "", html(at), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", bare)).split())


def said(at: AppTest) -> str:
    """What the page says in its boxes."""
    boxes = (*at.info, *at.warning, *at.success)
    return " ".join(box.value for box in boxes).replace("\\", "").replace(":small[]", "")


def title(at: AppTest) -> str:
    """The title of the page."""
    (found,) = re.findall(r"<h1>(.*?)</h1>", html(at))
    return unescape(found)


def counted(at: AppTest) -> tuple[int, int, int]:
    """How many journeys, stops and events the counter tells."""
    (found,) = re.findall(r"(\d+) journeys? · (\d+) stops? · (\d+) events?", text(at))
    return tuple(map(int, found))


def listed(at: AppTest) -> list[str]:
    """The ids of the journeys in the list beside the map."""
    return re.findall(r'href="\?[^"]*\bjourney=([\w-]+)"[^>]*data-open', html(at))


def charts(at: AppTest) -> list[dict]:
    """The figures that are sent to the charts of the page, in order."""
    ours = (one.proto for one in at.get("bidi_component") if one.proto.component_name == "chart")
    return [json.loads(json.loads(proto.bytes)["figure"]) for proto in ours]


def adding(at: AppTest) -> str:
    """What is said of the view to whoever adds it to a lesson, as JSON."""
    (told,) = (
        one.proto for one in at.get("bidi_component") if one.proto.component_name == "adding"
    )
    return told.bytes.decode("utf-8")


def on_timeline(at: AppTest, trace: str) -> list[str]:
    """The ids that a trace of the timeline carries."""
    (chart,) = charts(at)
    (found,) = (data for data in chart["data"] if data.get("name") == trace)
    return list(found.get("customdata") or ())


def map_args(at: AppTest) -> dict:
    """What is sent to the map's component."""
    (found,) = [
        json.loads(block.proto.json_args)
        for block in at.get("component_instance")
        if "feature_group" in block.proto.json_args
    ]
    return found


def map_state(at: AppTest) -> dict:
    """What the map is told to show, with the ids of the project's own journeys for its bits."""
    (state,) = re.findall(r"window\.atlas\.show\((.*)\);", map_args(at)["feature_group"])
    told = json.loads(state)
    return told | {name: ids_of(told[name], mapped()) for name in ("ids", "asked")}


@cache
def mapped() -> list[str]:
    """The ids of the project's own journeys that can be drawn on the map, in order."""
    journeys = load(CsvStore()).collection.journeys.values()
    return [journey.id for journey in journeys if not not_on_map(journey)]


def problems(at: AppTest) -> list[str]:
    """The problems of the tables that the page tells, one a line."""
    plain = (block.value for block in at.code if block.language == "plaintext")
    return [line for text in plain for line in text.splitlines()]
