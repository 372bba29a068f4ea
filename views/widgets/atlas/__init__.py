"""What can a visitor touch? Filters, map and timeline, panel, downloads, lessons."""

from views.widgets.atlas import controls, present
from views.widgets.atlas.alone import map_alone
from views.widgets.atlas.choices import annotated_texts
from views.widgets.atlas.downloads import downloads
from views.widgets.atlas.embed import embedded_view
from views.widgets.atlas.first.answer import first_answer
from views.widgets.atlas.first_map import map_stands
from views.widgets.atlas.links.readable import WITHIN, readable
from views.widgets.atlas.look import guided_look
from views.widgets.atlas.map_and_timeline import show_map, show_timeline
from views.widgets.atlas.panel import panel
from views.widgets.atlas.picture import picture_button

__all__ = [
    "WITHIN",
    "annotated_texts",
    "controls",
    "downloads",
    "embedded_view",
    "first_answer",
    "guided_look",
    "map_alone",
    "map_stands",
    "panel",
    "picture_button",
    "present",
    "readable",
    "show_map",
    "show_timeline",
]
