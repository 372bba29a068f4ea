"""What frames the app? Pages, sign-in, and the records of this run."""

from views.widgets.app import frame, sign_in, store
from views.widgets.app.store import ASSETS

__all__ = [
    "ASSETS",
    "frame",
    "sign_in",
    "store",
]
