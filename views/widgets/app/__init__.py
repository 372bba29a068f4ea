"""What frames the app? Pages, sign-in, and the records of this run."""

from views.widgets.app import frame, sign_in, store
from views.widgets.app.pace import before_the_chart
from views.widgets.app.store import ASSETS

__all__ = [
    "ASSETS",
    "before_the_chart",
    "frame",
    "sign_in",
    "store",
]
