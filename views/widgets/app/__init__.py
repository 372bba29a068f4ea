"""What frames the app? Pages, sign-in, and the records of this run."""

from views.widgets.app import (
    frame,
    made,
    made_pupils,
    reader,
    sign_in,
    site,
    store,
    versions,
)
from views.widgets.app.cite import arrivals_cited, cite, event_cited, journey_cited, stop_cited
from views.widgets.app.elements.chart import TO_FILE, chart
from views.widgets.app.elements.component import component
from views.widgets.app.elements.narrow import narrow_field
from views.widgets.app.elements.page_script import page_script
from views.widgets.app.files import file_button, pdf_button, staff_file_button
from views.widgets.app.kept import kept
from views.widgets.app.made import ASSETS
from views.widgets.app.search import search_button

__all__ = [
    "ASSETS",
    "TO_FILE",
    "arrivals_cited",
    "chart",
    "cite",
    "component",
    "event_cited",
    "file_button",
    "frame",
    "journey_cited",
    "kept",
    "made",
    "made_pupils",
    "narrow_field",
    "page_script",
    "pdf_button",
    "reader",
    "search_button",
    "sign_in",
    "site",
    "staff_file_button",
    "stop_cited",
    "store",
    "versions",
]
