"""A story with tasks of every kind and the tables that it stands beside."""

from __future__ import annotations

import shutil
from pathlib import Path

from geodata import ROOT

KEY = "a-port"
STORY = """title: A port and a town
for: pupils aged 14 and over
minutes: 15
care: beatings in custody; hiding for years
summary: Two stops of one journey, and a broker.
words: [hanawon]
steps:
  - heading: Caught in the port
    text: |
      In “February 1996” he is hiding in the port of Dalian. Many paid a broker.
    plain: He hides in a port.
    show: [kim-seong-min-1996:2]
    open: kim-seong-min-1996:2
    camera: 38.91, 121.6, 7
    question: Why is it a bar?
    notes: Only for the presenter.
    sources: kim-seong-min-escape[5]
    tasks:
      - ask: Which of these two was computed?
        choices: [in February 1996, between 8 March and 13 April 1996]
        answer: between 8 March and 13 April 1996
        why: It follows from the forty days.
      - ask: How many people arrived in 2009?
        number: "{arrivals:2009}"
        within: 50
  - heading: A town on no map
    text: It is probably Tumen.
    show: [kim-seong-min-1996:2-3]
    sources: kim-seong-min-escape[5]
    tasks:
      - ask: Point at Dalian.
        place: dalian
        within: 100
      - ask: What would make this mark certain?
        model: A document.
  - heading: Who else was caught
    text: Attempts and returns on record.
    care: arrests
    period: 2000-2010
    kinds: [attempt, return]
    sources: birrell-2023[12]
"""


def tables_with_story(folder: Path) -> Path:
    """A copy of our tables in a folder, with this story alone beside them."""
    shutil.copytree(
        ROOT / "annotations", folder / "annotations", ignore=lambda path, names: [
            name for name in names if not name.endswith(".csv")
        ]
    )  # fmt: skip
    (folder / "geodata").mkdir()
    shutil.copyfile(ROOT / "geodata" / "places.csv", folder / "geodata" / "places.csv")
    stories = folder / "annotations" / "stories"
    stories.mkdir(exist_ok=True)
    (stories / f"{KEY}.yaml").write_text(STORY, encoding="utf-8")
    return folder
