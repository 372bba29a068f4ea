"""Take a picture: what it says of itself, and the button. The browser draws it: see `picture/`."""

from __future__ import annotations

from typing import Any

from annotations.records import Collection, Journey
from annotations.selection import Selection
from views.atlas import STATIC, dark_pairs, page_script, publish
from views.citing import credits_of
from views.panels import counters, headline, review_sentence, selection_sentence, why_left_out
from views.text import _, current_language
from views.timeline import untimed
from views.widgets.app import ASSETS, component, kept, made, site
from views.widgets.atlas import controls

_button = component("take_picture", "widgets/picture.js", sheet="picture/picture.css")


def picture_button(collection: Collection, selection: Selection) -> None:
    """The button, which knows of the selection what a picture of it says."""
    journey = collection.journeys.get(controls.opened(collection)[0])
    data = {
        "words": picture_words(collection, selection, journey),
        "script": _current_script(),
        "plotly": f"{ASSETS}/vendor/plotly.min.js",
    }
    _button(key="picture", data=data)


def picture_words(
    collection: Collection, selection: Selection, opened: Journey | None
) -> dict[str, Any]:
    """What a picture says of itself: see `PictureWords` in `types.d.ts`."""
    map_credit, time_credit = credits_of(collection, selection, opened)
    return {
        "lang": current_language(),
        "title": headline(selection, opened),
        "sentence": _sentence(collection, selection, opened),
        "count": len(selection.journeys),
        "timed": len(selection.ids - untimed(collection)),
        "name": _name(selection, opened),
        "mapCredit": map_credit,
        "timeCredit": time_credit,
        "review": review_sentence(selection.journeys),
        "site": _site(),
        "light": {dark: light for light, dark in dark_pairs().items()},
        "strings": picture_strings(),
    }


def _sentence(collection: Collection, selection: Selection, opened: Journey | None) -> str:
    """What was selected and how much that is; of an open journey that is left out, why."""
    chosen = f"{selection_sentence(collection, selection)}. {counters(selection)}."
    why = why_left_out(selection, opened) if opened else ""
    return f"{chosen} {why}".strip()


def _name(selection: Selection, opened: Journey | None) -> str:
    """The selection as a part of the name of a file: codes and years, and no words."""
    filters = selection.filters
    years = [] if filters.whole_time else [f"{filters.first}-{filters.last}"]
    codes = (filters.countries, filters.kinds, filters.outcomes, filters.sources)
    chosen = [code.lower() for some in codes for code in sorted(some)]
    return "-".join([opened.id] if opened else [*chosen, *years])


def _site() -> str:
    name = site.site().name
    return _("Ways out, a site run by {name}").format(name=name) if name else _("Ways out")


def _current_script() -> str:
    """The address of what draws a picture, made again where somebody has removed it."""
    address = _script()
    if not made.are_there(address):
        _script.clear()
        address = _script()
        made.are_there(address)
    return address


@kept(1)
def _script() -> str:
    return f"{ASSETS}/{publish(page_script(STATIC, 'picture/index.js', 'AtlasPicture'))}"


def picture_strings() -> dict[str, str]:
    """The words of the dialog, and those that every picture has."""
    return {
        "take": _("Take a picture"),
        "what": _("What to show"),
        "both": _("Map and timeline"),
        "map": _("Map"),
        "time": _("Timeline"),
        "size": _("Size"),
        "slide": _("Slide, 16:9"),
        "screen": _("As on the screen"),
        "form": _("File"),
        "png": _("PNG"),
        "png2": _("PNG, twice as fine"),
        "svg": _("SVG, sharp at any size"),
        "save": _("Save the picture"),
        "share": _("Share the picture"),
        "close": _("Close"),
        "making": _("The picture is being made."),
        "ready": _("{name}, {width} × {height} points"),
        "failed": _("The picture could not be made: {reason}"),
        "unreached": _("The server did not answer. Try again."),
        "who": _("Who says so: {names}."),
        "whoOwn": _("Who says so. {title}: {names}."),
        "restMap": _("Sources of all else on the map: {n}."),
        "restTime": _("Sources of all else on the timeline: {n}."),
        "restBoth": _("Sources of all else on map and timeline: {n}."),
        "more": _("{names}; and {n} more sources"),
        "sources": _("{n} sources"),
        "onMap": _("On the map: {n}."),
        "onTime": _("On the timeline: {n}."),
        "taken": _("picture taken on {day}"),
        "others": _("other journeys"),
    }
