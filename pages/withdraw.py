"""Who asked to be removed? For staff: a record or a person taken out of everything, for good."""

from views.text import _
from views.widgets.app import frame, sign_in
from views.widgets.staff import saving, withdrawing

me = sign_in.required()
frame.heading(
    _("Who asked to be removed?"),
    _(
        "A withdrawal removes a record from everything that holds it: tables, texts, history, "
        "drafts, proposals and pages. It takes effect at once and cannot be undone."
    ),
)
saving.say_last_save()
if not withdrawing.proved():
    subject = withdrawing.asked_subject()
    if subject:
        withdrawing.offer(subject, me)
