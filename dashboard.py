"""Ways out: journeys out of North Korea, as people told them, on a map beside a timeline."""

from views.atlas import prepare
from views.widgets.app import frame, made, moment, sign_in, store
from views.widgets.atlas import controls

moment.begin(store.reviewed())
frame.settings()
prepare()
made.forget_what_is_hidden()
page = sign_in.navigation()
if frame.embedded():
    controls.unseen(store.collection())
else:
    if page.url_path in frame.FILTERED:
        controls.sidebar(store.collection())
    sign_in.say_why_not_here()
    frame.say_problems(store.problems())
page.run()
