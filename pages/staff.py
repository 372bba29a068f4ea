"""Are you staff? The way in for those who are, and out again."""

from views.i18n import _
from views.widgets import frame, staff

staff.ensure_dashboard()
frame.heading(_("Are you staff?"), _("Staff see what is missing or in doubt in the records."))
staff.sign_in_or_out()
