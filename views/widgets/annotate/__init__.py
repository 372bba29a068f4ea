"""What can an annotator touch? The text, its marks, places, dates and stops."""

from views.widgets.annotate.desk import annotate

__all__ = [
    "annotate",
]
