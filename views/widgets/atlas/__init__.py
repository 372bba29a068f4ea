"""What can a visitor touch? Filters, map and timeline, panel, downloads, lessons."""

from views.widgets.atlas import controls, embed, lessons
from views.widgets.atlas.alone import map_alone
from views.widgets.atlas.choices import annotated_texts
from views.widgets.atlas.controls import WITHIN
from views.widgets.atlas.downloads import downloads, file_button
from views.widgets.atlas.draft import draft
from views.widgets.atlas.first_map import map_stands
from views.widgets.atlas.map_and_timeline import show_map, show_timeline
from views.widgets.atlas.panel import panel

__all__ = [
    "WITHIN",
    "annotated_texts",
    "controls",
    "downloads",
    "draft",
    "embed",
    "file_button",
    "lessons",
    "map_alone",
    "map_stands",
    "panel",
    "show_map",
    "show_timeline",
]
