"""Ways out: journeys out of North Korea, as people told them, on a map beside a timeline."""

from views.assets import prepare
from views.widgets import controls, frame, staff, store

frame.settings()
prepare()
page = staff.navigation()
if frame.embedded():
    controls.unseen(store.collection())
else:
    if page.url_path in frame.FILTERED:
        controls.sidebar(store.collection())
    staff.say_why_not_here()
    frame.say_problems(store.problems())
page.run()
store.keep_for_good()
