"""What frames the app? Pages, sign-in, and the records of this run."""

from views.widgets.app import frame, made, sign_in, store
from views.widgets.app.made import ASSETS
from views.widgets.app.pace import before_the_chart

__all__ = [
    "ASSETS",
    "before_the_chart",
    "frame",
    "made",
    "sign_in",
    "store",
]
