"""Ways out: journeys out of North Korea, as people told them, on a map beside a timeline."""

from views.assets import prepare
from views.widgets import controls, frame, store

frame.settings()
prepare()
page = frame.navigation()
if frame.embedded():
    controls.unseen(store.collection())
else:
    if page.url_path in frame.FILTERED:
        controls.sidebar(store.collection())
    frame.say_problems(store.problems())
page.run()
