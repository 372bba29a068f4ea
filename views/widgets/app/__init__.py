"""What frames the app? Pages, sign-in, and the records of this run."""

from views.widgets.app import frame, made, moment, sign_in, store
from views.widgets.app.made import ASSETS

__all__ = [
    "ASSETS",
    "frame",
    "made",
    "moment",
    "sign_in",
    "store",
]
