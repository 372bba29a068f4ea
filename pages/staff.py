"""Are you staff? The way in for those who are, and out again."""

from views.text import _
from views.widgets.app import frame, sign_in

sign_in.ensure_dashboard()
frame.heading(_("Are you staff?"), _("Staff see what is missing or in doubt in the records."))
sign_in.sign_in_or_out()
